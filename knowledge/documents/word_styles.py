"""The looks of a Word file's styles taken out before it is read.

Programs write the looks of hundreds of styles that no paragraph uses; of all of it only the names count here.
"""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

_STYLES = "word/styles.xml"
_FEW = 50_000  # bytes of styles that take no time
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LOOKS = ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")
_READ = (".xml", ".rels")


def without_looks(data: bytes) -> bytes:
    """The .docx file with slim styles and without pictures; itself where its styles are few.

    Raises what the zip and XML libraries raise for a damaged file.
    """
    with ZipFile(BytesIO(data)) as archive:
        if _STYLES not in archive.namelist() or archive.getinfo(_STYLES).file_size <= _FEW:
            return data
        slim = BytesIO()
        with ZipFile(slim, "w") as new:
            for name in dict.fromkeys(archive.namelist()):
                if name.lower().endswith(_READ):
                    content = archive.read(name)
                    new.writestr(name, _slim(content) if name == _STYLES else content)
    return slim.getvalue()


def _slim(styles: bytes) -> bytes:
    root = ElementTree.fromstring(styles)
    for style in list(root):
        if style.tag != f"{_W}style":
            root.remove(style)
        for child in list(style):
            if child.tag in [f"{_W}{look}" for look in _LOOKS]:
                style.remove(child)
    return ElementTree.tostring(root)
