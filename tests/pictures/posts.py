"""Organizations written down for the tests of the pictures."""

import struct

from knowledge.documents.plain import read_plain
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles


def organization(*texts: str) -> Organization:
    return Organization(read_roles(read_plain(f"{i}.txt", text)) for i, text in enumerate(texts, start=1))


def post(name: str, up: str = "", down: str = "", dotted: str = "") -> str:
    lines = [f"岗位名称：{name}"]
    lines += [f"直接上级：{up}"] if up else []
    lines += [f"直接下级：{down}"] if down else []
    lines += [f"虚线上级：{dotted}"] if dotted else []
    return "\n".join(lines) + "\n"


def broad(posts: int, fan: int = 4) -> Organization:
    """So many posts below one another, each with the same number below it."""
    names = [f"第{number}组组长" for number in range(posts)]
    ups = ["", *(names[(number - 1) // fan] for number in range(1, posts))]
    return organization(*(post(name, up) for name, up in zip(names, ups, strict=True)))


def size(png: bytes) -> tuple[int, int]:
    """The width and height that a PNG states."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", png[16:24])
    return width, height
