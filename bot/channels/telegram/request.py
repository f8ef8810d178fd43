"""The HTTP client under python-telegram-bot. One of aiohttp, since its own spends most of the time of a
reply."""

from typing import Any

import aiohttp
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

from knowledge.regex import regex

_CONNECT = 10.0  # seconds
_READ = 20.0  # seconds without a byte
_CONNECTIONS = 32
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
_UNSAFE = regex(rb"[^A-Za-z0-9_.~-]+")


class NoReply(NetworkError):
    """A request went out and no reply came: whether it was taken is not known."""


class AiohttpRequest(BaseRequest):
    """Requests over kept connections; proxies are those of the environment. An error names no address, since
    addresses hold the token."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for a reply."""
        return _READ

    async def initialize(self) -> None:
        """Get ready to send."""
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=30)
            self._session = aiohttp.ClientSession(connector=connector, trust_env=True)

    async def shutdown(self) -> None:
        """Close every connection."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """The status and body of a reply. Raises NoReply; TimedOut and NetworkError where nothing went
        out."""
        if self._session is None:
            raise NetworkError("the client is not ready")
        read = read_timeout if isinstance(read_timeout, int | float) else _READ
        limits = aiohttp.ClientTimeout(total=None, sock_connect=_CONNECT, sock_read=read)
        try:
            data, headers = _body(request_data)
            async with self._session.request(
                method, url, data=data, headers=headers, timeout=limits
            ) as reply:
                return reply.status, await reply.read()
        except aiohttp.ConnectionTimeoutError as error:
            raise TimedOut(type(error).__name__) from None
        except aiohttp.ClientConnectorError as error:
            raise NetworkError(type(error).__name__) from None
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise NoReply(type(error).__name__) from None


def _body(request_data: RequestData | None) -> tuple[Any, dict[str, str]]:
    """The body of a request and the headers that tell of it."""
    if request_data is None:
        return None, {}
    if not request_data.contains_files:
        fields = (f"{name}={_quoted(value)}" for name, value in request_data.json_parameters.items())
        return "&".join(fields).encode("ascii"), _FORM
    form = aiohttp.FormData()
    for name, value in request_data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in request_data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}


def _quoted(text: str) -> str:
    """A text as a form carries it. The standard library's way goes byte by byte, which Chinese text feels."""
    return _UNSAFE.sub(
        lambda found: b"%" + found.group().hex("%").encode(), text.encode("utf-8", "replace")
    ).decode()
