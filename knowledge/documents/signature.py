"""What a file holds by its bytes: programs and people give files the wrong ending.

Systems in offices export tables as HTML named .xls, and WPS saves the old formats under names of its own.
"""

import re
from io import BytesIO

from knowledge.regex import regex

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PLAIN = {b"%PDF-": ".pdf", b"{\\rtf": ".rtf", b"\x89PNG\r\n": ".png", b"\xff\xd8\xff": ".jpg"}
_HTML = regex(rb"\s*(?:<!doctype\s+html|<html|<head|<table|<meta)", re.IGNORECASE)
_XML = regex(rb"\s*<\?xml")
_MIME = regex(rb"\s*MIME-Version:", re.IGNORECASE)
_HEAD = 2_000  # bytes
ENCRYPTED, BROKEN = "encrypted", "broken"


def suffix_of(data: bytes) -> str:
    """The suffix that suits the bytes, ENCRYPTED for an Office file with a password, BROKEN for
    a damaged archive, "" where they do not tell."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    for mark, suffix in _PLAIN.items():
        if head.startswith(mark):
            return suffix
    if head.startswith(_ZIP):
        return _of_archive(data)
    if head.startswith(_OLE):
        return _of_compound(data)
    if _MIME.match(head):
        return ".mht"
    if _XML.match(head) and b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        return ".xml"
    if _HTML.match(head) or (_XML.match(head) and b"<html" in head):
        return ".html"
    return ""


def _of_archive(data: bytes) -> str:
    """Which Office format an archive is, by the folders in it."""
    from zipfile import BadZipFile, ZipFile

    try:
        names = ZipFile(BytesIO(data)).namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        return BROKEN
    for folder, suffix in (("word/", ".docx"), ("xl/", ".xlsx"), ("ppt/", ".pptx")):
        if any(name.startswith(folder) for name in names):
            return suffix
    return ".zip"


def _of_compound(data: bytes) -> str:
    """Which old Office format a compound file is, by the names of the streams in it."""
    for stream, suffix in (
        ("EncryptedPackage", ENCRYPTED),
        ("WordDocument", ".doc"),
        ("Workbook", ".xls"),
        ("Book", ".xls"),
        ("PowerPoint Document", ".ppt"),
    ):
        if f"{stream}\0".encode("utf-16-le") in data:
            return suffix
    return ""
