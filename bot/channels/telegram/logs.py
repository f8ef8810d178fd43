"""The log: a JSON object a line on standard error; the secrets stand in none of them, whoever writes them."""

import json
import logging
import sys
from collections.abc import Iterable
from typing import Any

_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_CHATTY = ("httpx", "httpcore", "telegram", "telegram.ext", "aiohttp", "asyncio", "jieba")


class JsonLines(logging.Formatter):
    """A record as one line of JSON, with what its `extra` says."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = [secret for secret in secrets if secret]

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, Any] = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        said |= {key: value for key, value in vars(record).items() if key not in _STANDARD}
        if record.exc_info:
            said["error"] = self.formatException(record.exc_info)
        line = json.dumps(said, ensure_ascii=False, default=str)
        for secret in self._secrets:
            line = line.replace(secret, "***")
        return line


def set_up_logs(secrets: Iterable[str], level: int = logging.INFO) -> None:
    """Log to standard error; libraries that write addresses, which hold the token, only warn."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
