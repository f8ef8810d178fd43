"""The command `rolebot chart`."""

from pathlib import Path

import pytest

from bot.cli import run
from tests.pictures.posts import post, size


def test_text_in_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["chart"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "组织结构图"
    assert len(lines) == 10


@pytest.mark.parametrize("name", ["客户开发主管", "客开主管", "客护开发主管"])
def test_a_role_named_as_people_name_it(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "图.png"
    assert run(["chart", "--documents", "knowledge/sample", name, "-o", str(file)]) == 0
    assert str(file) in capsys.readouterr().out
    assert size(file.read_bytes())[0] == 720


def test_further_pages_have_files_of_their_own(tmp_path: Path) -> None:
    documents = tmp_path / "文档.txt"
    names = [f"第{n}组组长" for n in range(30)]
    documents.write_text("\n".join(post(name, up="总监") for name in names), "utf-8")
    assert run(["chart", "--documents", str(documents), "-o", str(tmp_path / "图.png")]) == 0
    assert sorted(file.name for file in tmp_path.glob("*.png")) == ["图-2.png", "图.png"]


def test_an_approval_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "路径.png"
    asked = ["chart", "客户开发专员", "--matter", "费用报销"]
    assert run(asked) == 0
    assert "客户开发主管 → 集团客户部经理" in capsys.readouterr().out
    assert run([*asked, "-o", str(file)]) == 0
    assert file.exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["火箭"], "没有“火箭”这个岗位"),
        (["主管"], "客户开发主管、产品支持主管、售后支持主管"),
        (["-o", "没有的文件夹/图.png"], "写不进去"),
        (["--matter", "请假"], "请写上是哪个岗位"),
        (["客户开发专员", "--matter", "火箭发射", "-o", "没有的文件夹/图.png"], "没有图可画"),
    ],
)
def test_what_goes_wrong_is_said(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["chart", *arguments]) == 2
    assert message in capsys.readouterr().err
