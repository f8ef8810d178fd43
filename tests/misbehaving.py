"""Readers that do harm, for the process apart: it loads this file, so nothing else is imported here."""

import os

from knowledge.documents import apart
from knowledge.documents.apart import MEGABYTE
from knowledge.documents.document import Document


def hang(name: str, data: bytes) -> Document:
    while True:
        pass


def grow(name: str, data: bytes) -> Document:
    kept: list[bytearray] = []
    while True:
        kept.append(bytearray(10 * MEGABYTE))


def die(name: str, data: bytes) -> Document:
    os._exit(3)


def lack(name: str, data: bytes) -> Document:
    raise ModuleNotFoundError(name="pdfplumber")


def chatter(name: str, data: bytes) -> Document:
    print("noise")
    return Document(name, ())


def spawn(name: str, data: bytes) -> Document:
    apart.run(["sleep", "1000"])
    return Document(name, ())
