"""The settings of the channel: from the environment, a file of `NAME=value` lines, or flags of the same
names."""

import argparse
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.errors import SettingsError

TELEGRAM = "https://api.telegram.org"
EVERYONE = "everyone"
SECRETS = ("ROLEBOT_TELEGRAM_TOKEN", "ROLEBOT_WEBHOOK_SECRET")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the channel is told.

    `members`: user ids that may ask, `everyone` whether all may; `groups`: chats whose members may ask;
    `listen`: host and port of the endpoint for the webhook, health and metrics; `rate`: messages a second,
    0 without any limit; `questions`: how many a person may ask in a minute.
    """

    token: str
    api: str = TELEGRAM
    documents: tuple[str, ...] = ()
    members: frozenset[int] = frozenset()
    everyone: bool = False
    admins: frozenset[int] = frozenset()
    groups: frozenset[int] = frozenset()
    webhook_url: str = ""
    webhook_secret: str = ""
    listen: tuple[str, int] | None = None
    store: str = ""
    rate: int = 30
    questions: int = 60


# the name in the environment, what it is for
NAMES = {
    "ROLEBOT_TELEGRAM_TOKEN": "机器人的令牌（向 @BotFather 申请；建议用环境变量给）",
    "ROLEBOT_TELEGRAM_API": "Bot API 的地址，默认是 Telegram 自己的",
    "ROLEBOT_DOCUMENTS": "从这些文档或文件夹回答，不用存储；几个路径用逗号或冒号隔开",
    "ROLEBOT_MEMBERS": "谁可以提问：everyone，或用逗号隔开的用户编号；不写则只有管理员",
    "ROLEBOT_ADMINS": "管理员的用户编号，用逗号隔开",
    "ROLEBOT_GROUPS": "公司群的编号，群成员都可以提问；用逗号隔开",
    "ROLEBOT_WEBHOOK_URL": "公网地址（https://…）；写了就用 webhook，不写就用长轮询",
    "ROLEBOT_WEBHOOK_SECRET": "webhook 的密钥，1–256 个字母、数字、_ 或 -",
    "ROLEBOT_LISTEN": "本机监听的 地址:端口，用于 webhook、/health 和 /metrics",
    "ROLEBOT_STORE": "存储的文件夹或 postgresql://…，不写则在用户的数据文件夹",
    "ROLEBOT_TELEGRAM_RATE": "所有实例一起每秒最多发几条消息，默认 30；0 表示不限速，只用于测速",
    "ROLEBOT_QUESTIONS_PER_MINUTE": "每人每分钟最多问几个问题，默认 60",
}


def add_flags(parser: argparse.ArgumentParser) -> None:
    """A flag for each setting: ROLEBOT_TELEGRAM_TOKEN is `--telegram-token`."""
    parser.add_argument("--settings", metavar="FILE", help="设置文件，每行一个 ROLEBOT_…=值；环境变量优先")
    for name, meaning in NAMES.items():
        several = {"nargs": "+"} if name == "ROLEBOT_DOCUMENTS" else {}
        parser.add_argument(_flag(name), metavar="值", help=f"{meaning}（{name}）", **several)  # type: ignore[arg-type]


def given(flags: argparse.Namespace, environment: Mapping[str, str]) -> dict[str, str]:
    """Every setting that is given: a flag goes before the environment, and that before the file. Raises
    SettingsError."""
    found: dict[str, str] = {}
    if flags.settings:
        found |= _from_file(Path(flags.settings))
    found |= {name: value for name in NAMES if (value := environment.get(name, "").strip())}
    for name in NAMES:
        value = getattr(flags, _flag(name)[2:].replace("-", "_"))
        if value is not None:
            found[name] = os.pathsep.join(value) if isinstance(value, list) else value.strip()
    return found


def _flag(name: str) -> str:
    return "--" + name.removeprefix("ROLEBOT_").lower().replace("_", "-")


def _from_file(path: Path) -> dict[str, str]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"设置文件“{path}”读不了（{error}）。请检查路径、权限和编码（UTF-8）。"
        ) from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, 1):
        name, equals, value = line.strip().removeprefix("export ").partition("=")
        if not name or name.startswith("#"):
            continue
        if not equals or name.strip() not in NAMES:
            # the line is not shown: it may hold the token
            raise SettingsError(
                f"设置文件“{path}”第{number}行不是“已知的设置名=值”。可用的有：{'、'.join(NAMES)}。"
            )
        found[name.strip()] = value.strip().strip("\"'")
    return found


def make_settings(found: Mapping[str, str]) -> Settings:
    """The settings from their texts. Raises SettingsError, naming the setting and what to write."""

    def text(name: str) -> str:
        return found.get(name, "").strip()

    def number(name: str, default: int) -> int:
        return _checked(name, text(name), int) if text(name) else default

    token = text("ROLEBOT_TELEGRAM_TOKEN")
    if not token:
        raise SettingsError(
            "没有机器人的令牌。请向 @BotFather 申请，再设置环境变量 ROLEBOT_TELEGRAM_TOKEN=令牌。"
        )
    if not re.fullmatch(r"\d+:[\w-]+", token):
        raise SettingsError(
            "ROLEBOT_TELEGRAM_TOKEN 不像令牌，应当是“数字:字母数字”的形式。请从 @BotFather 重新复制。"
        )
    everyone = text("ROLEBOT_MEMBERS").lower() == EVERYONE
    settings = Settings(
        token=token,
        api=_address("ROLEBOT_TELEGRAM_API", text("ROLEBOT_TELEGRAM_API") or TELEGRAM),
        documents=_paths(text("ROLEBOT_DOCUMENTS")),
        members=frozenset() if everyone else _ids("ROLEBOT_MEMBERS", text("ROLEBOT_MEMBERS")),
        everyone=everyone,
        admins=_ids("ROLEBOT_ADMINS", text("ROLEBOT_ADMINS")),
        groups=_ids("ROLEBOT_GROUPS", text("ROLEBOT_GROUPS")),
        webhook_url=text("ROLEBOT_WEBHOOK_URL")
        and _address("ROLEBOT_WEBHOOK_URL", text("ROLEBOT_WEBHOOK_URL")),
        webhook_secret=text("ROLEBOT_WEBHOOK_SECRET"),
        listen=_listen(text("ROLEBOT_LISTEN")),
        store=text("ROLEBOT_STORE"),
        rate=number("ROLEBOT_TELEGRAM_RATE", 30),
        questions=number("ROLEBOT_QUESTIONS_PER_MINUTE", 60),
    )
    _check_webhook(settings)
    return settings


def _check_webhook(settings: Settings) -> None:
    if settings.webhook_secret and not re.fullmatch(r"[\w-]{1,256}", settings.webhook_secret, re.ASCII):
        raise SettingsError("ROLEBOT_WEBHOOK_SECRET 只能有 1–256 个字母、数字、_ 或 -。")
    if settings.webhook_url and not settings.webhook_secret:
        raise SettingsError(
            "用 webhook 时请同时设置 ROLEBOT_WEBHOOK_SECRET（一串自己定的随机字母数字），"
            "不然任何人都能冒充 Telegram。"
        )
    if settings.webhook_url and settings.listen is None:
        raise SettingsError("用 webhook 时请同时设置 ROLEBOT_LISTEN，例如 0.0.0.0:8443。")


def _checked(name: str, value: str, make: Callable[[str], int]) -> int:
    try:
        number = make(value)
    except ValueError:
        number = -1
    if number < 0:
        raise SettingsError(f"{name} 应当是不小于 0 的整数，现在是“{value}”。")
    return number


def _ids(name: str, value: str) -> frozenset[int]:
    parts = [part for part in re.split(r"[,，;；\s]+", value) if part]
    wrong = [part for part in parts if not re.fullmatch(r"-?\d+", part)]
    if wrong:
        raise SettingsError(f"{name} 里的“{wrong[0]}”不是编号。编号是数字，几个之间用逗号隔开。")
    return frozenset(map(int, parts))


def _paths(value: str) -> tuple[str, ...]:
    """One path that exists, or several between commas or the system's separator of paths."""
    if not value or Path(value).exists():
        return (value,) if value else ()
    return tuple(part.strip() for part in re.split(f"[,，{os.pathsep}]", value) if part.strip())


def _address(name: str, value: str) -> str:
    if not re.match(r"https?://[^\s/]+", value):
        raise SettingsError(f"{name} 应当是 http:// 或 https:// 开头的地址，现在是“{value}”。")
    return value.rstrip("/")


def _listen(value: str) -> tuple[str, int] | None:
    if not value:
        return None
    host, _, port = value.rpartition(":")
    if not port.isdecimal() or not 0 <= int(port) <= 65_535:
        raise SettingsError(f"ROLEBOT_LISTEN 应当是 地址:端口，例如 127.0.0.1:8080，现在是“{value}”。")
    return host.strip("[]") or "0.0.0.0", int(port)
