"""The channel's own HTTP endpoint: the webhook, /health and /metrics."""

import hmac
import json
from collections.abc import Callable
from urllib.parse import urlsplit

from aiohttp import web

from bot.channels.telegram.intake import Intake
from bot.channels.telegram.metrics import Metrics
from bot.channels.telegram.settings import Settings
from knowledge.errors import StoreError

_SECRET = "X-Telegram-Bot-Api-Secret-Token"
_LARGEST = 4_000_000  # bytes of an update
_METRICS = "text/plain; version=0.0.4; charset=utf-8"


class Endpoint:
    """Serves until it is closed. An update is answered with 200 when it is written down, not before."""

    def __init__(
        self, settings: Settings, intake: Intake, metrics: Metrics, health: Callable[[], dict[str, object]]
    ) -> None:
        """`health`: what /health says; `ok` in it decides between 200 and 503."""
        self._settings = settings
        self._intake = intake
        self._metrics = metrics
        self._health = health
        self._runner: web.AppRunner | None = None

    async def open(self) -> None:
        """Begin to listen. Raises OSError."""
        if self._settings.listen is None:
            return
        app = web.Application(client_max_size=_LARGEST)
        app.router.add_get("/health", self._say_health)
        app.router.add_get("/metrics", self._say_metrics)
        if self._settings.webhook_url:
            app.router.add_post(urlsplit(self._settings.webhook_url).path or "/", self._receive)
        self._runner = web.AppRunner(app, access_log=None, handle_signals=False)
        await self._runner.setup()
        await web.TCPSite(self._runner, *self._settings.listen, reuse_address=True).start()

    async def close(self) -> None:
        """Take no more; what is being received is written down first."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _receive(self, request: web.Request) -> web.Response:
        secret = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(secret.encode(), self._settings.webhook_secret.encode()):
            return web.Response(status=403)
        try:
            raw = json.loads(await request.read())
            if not isinstance(raw["update_id"], int):
                raise TypeError
        except (ValueError, TypeError, KeyError):
            return web.Response(status=400)
        try:
            await self._intake.receive([raw])
        except StoreError:
            return web.Response(status=503)  # Telegram delivers it again
        return web.Response()

    async def _say_health(self, _: web.Request) -> web.Response:
        health = self._health()
        return web.json_response(health, status=200 if health["ok"] else 503)

    async def _say_metrics(self, _: web.Request) -> web.Response:
        return web.Response(body=self._metrics.text(), headers={"Content-Type": _METRICS})
