"""The archive that a new Office file is: looked over before a library unpacks it."""

from io import BytesIO
from zipfile import ZipFile

from knowledge.documents.problem import opening, problem

MOST_ENTRIES = 10_000
MOST_TEXT = 200_000_000  # bytes of XML, unpacked
MOST_ENTRY = 100_000_000  # bytes of XML in one entry
_HEAD = 1_000  # bytes in which XML would begin with definitions
_XML = (".xml", ".rels", ".vml")


def check_archive(name: str, data: bytes, suffix: str) -> None:
    """Raise DocumentError for an Office file that would explode, is encrypted, or defines entities.

    Pictures are not counted: nothing unpacks them. An archive that lies about a size is cut off there, since
    unpacking goes by the size it states.
    """
    with opening(name, suffix), ZipFile(BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.lower().endswith(_XML)]
        sizes = [entry.file_size for entry in entries]
        if (
            len(archive.infolist()) > MOST_ENTRIES
            or sum(sizes) > MOST_TEXT
            or max(sizes, default=0) > MOST_ENTRY
        ):
            raise problem("bomb", name, most=MOST_TEXT // 1_000_000, suffix=suffix)
        for entry in entries:
            if entry.flag_bits & 1:
                raise problem("encrypted", name, suffix=suffix)
            with archive.open(entry) as file:
                head = file.read(_HEAD).replace(b"\0", b"")
            if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                raise problem("entities", name, suffix=suffix)
