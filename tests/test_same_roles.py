"""The same roles, written in every layout and format, are the same organization field by field."""

import csv
import shutil
import subprocess
import tomllib
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from bot.show import organization_object
from knowledge import Handbook
from tests import role_layouts as layouts

_ROLES: layouts.Roles = tomllib.loads(
    (Path(__file__).parent / "data" / "same_roles.toml").read_text("utf-8")
)["roles"]
_FIELDS = (
    *("name", "department", "superior", "subordinates", "headcount", "code", "summary"),
    *("duties", "authorities", "collaboration"),
)


def _read(path: Path) -> list[dict[str, Any]]:
    """The fields of every role in a file; without the labels that only some layouts have."""
    handbook = Handbook.load([path])
    assert handbook.unread == ()
    roles = organization_object(handbook.organization)["roles"]
    for role in roles:
        role["duties"] = [{"title": duty["title"], "tasks": duty["tasks"]} for duty in role["duties"]]
    return [{field: role[field] for field in _FIELDS} for role in roles]


def _differences(path: Path) -> dict[tuple[str, str], Any]:
    """The fields of roles that are read otherwise than they are."""
    read = {role["name"]: role for role in _read(path)}
    assert sorted(read) == sorted(role["name"] for role in _ROLES)
    return {
        (role["name"], field): read[role["name"]][field]
        for role in _ROLES
        for field in _FIELDS
        if read[role["name"]][field] != role[field]
    }


def _text(name: str, layout: Callable[[layouts.Roles], str]) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        (folder / name).write_text(layout(_ROLES), encoding="utf-8")
        return folder / name

    return write


def _csv(folder: Path) -> Path:
    text = StringIO()
    csv.writer(text).writerows(layouts.row_each(_ROLES))
    (folder / "一览.csv").write_bytes(text.getvalue().encode("gb18030"))
    return folder / "一览.csv"


WRITERS: dict[str, Callable[[Path], Path]] = {
    "flattened text": _text("岗位.txt", layouts.flattened),
    "Markdown": _text("岗位.md", layouts.markdown),
    "numbered prose": _text("岗位.txt", layouts.prose),
    "prose in Word": lambda folder: layouts.typed(folder / "岗位.docx", layouts.prose(_ROLES)),
    "Word tables": lambda folder: layouts.word(folder / "岗位.docx", _ROLES),
    "Word tables without rules": lambda folder: layouts.word(folder / "岗位.docx", _ROLES, ruled=False),
    "Excel, a row a role": lambda folder: layouts.excel_rows(folder / "岗位.xlsx", _ROLES),
    "Excel, a sheet a role": lambda folder: layouts.excel_sheets(folder / "岗位.xlsx", _ROLES),
    "CSV": _csv,
}


@pytest.mark.parametrize("writer", WRITERS)
def test_every_layout_gives_the_same_roles(tmp_path: Path, writer: str) -> None:
    assert _differences(WRITERS[writer](tmp_path)) == {}


# Files that LibreOffice makes of ours: from, to.
MADE = [
    ("Word tables", "doc"),
    ("Word tables", "pdf"),
    ("prose in Word", "doc"),
    ("prose in Word", "pdf"),
    ("Word tables without rules", "pdf"),
    ("Excel, a row a role", "xls"),
    ("Excel, a sheet a role", "xls"),
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path, str], Path]:
    """Makes a file of another format of one, with LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    profile = tmp_path_factory.mktemp("office").as_uri()

    def make(path: Path, suffix: str) -> Path:
        made = path.with_suffix(f".{suffix}")
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", suffix]
        subprocess.run([*command, "--outdir", str(path.parent), str(path)], check=True, capture_output=True)
        if not made.exists():
            pytest.skip(f"this LibreOffice does not make .{suffix} of {path.suffix}")
        return made

    return make


@pytest.mark.parametrize("writer", ["Word tables", "Word tables without rules", "prose in Word"])
def test_scans_give_the_same_roles(tmp_path: Path, office: Callable[[Path, str], Path], writer: str) -> None:
    pytest.importorskip("faster_paddle", reason="the extra [scan] is not installed")
    import pypdfium2

    pages = list(pypdfium2.PdfDocument(office(WRITERS[writer](tmp_path), "pdf")))
    first, *others = [page.render(scale=150 / 72).to_pil().convert("L") for page in pages]
    path = tmp_path / "扫描.pdf"
    first.save(path, save_all=True, append_images=others, resolution=150)
    assert _differences(path) == {}


@pytest.mark.parametrize(("writer", "suffix"), MADE)
def test_every_format_gives_the_same_roles(
    tmp_path: Path, office: Callable[[Path, str], Path], writer: str, suffix: str
) -> None:
    assert _differences(office(WRITERS[writer](tmp_path), suffix)) == {}
