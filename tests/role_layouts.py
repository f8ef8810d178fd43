"""A set of roles written down in every layout that organizations use, for tests that compare what is read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import openpyxl
from docx.table import Table

Roles = list[dict[str, Any]]
_NUMBERS = "一二三四五六七八九"


def _none(names: list[str]) -> str:
    return "、".join(names) or "无"


def _fields(role: dict[str, Any]) -> list[tuple[str, str]]:
    return [
        ("岗位名称", role["name"]),
        ("岗位编号", role["code"]),
        ("所属部门", role["department"]),
        ("岗位定员", role["headcount"]),
        ("直接上级", role["superior"]),
        ("直接下级", _none(role["subordinates"])),
    ]


def _numbered(lines: list[str]) -> list[str]:
    return [f"{number}、{line}" for number, line in enumerate(lines, start=1)]


def flattened(roles: Roles) -> str:
    """As a scraped page: the labels run into their values on one line."""
    text = ""
    for role in roles:
        text += f"{role['name']}岗位说明书" + "".join(label + value for label, value in _fields(role))
        text += f"职责概述：{role['summary']}主要职责与工作任务："
        for number, duty in zip(_NUMBERS, role["duties"], strict=False):
            text += f"职责{number}职责表述：{duty['title']}工作任务" + "".join(_numbered(duty["tasks"]))
        text += "工作权限：" + "".join(
            kind + " " + " ".join(items) for kind, items in role["authorities"].items()
        )
        text += "工作协作关系：" + "".join(
            kind + "、".join(names) for kind, names in role["collaboration"].items()
        )
    return text


def markdown(roles: Roles) -> str:
    """As headings and bullets."""
    lines: list[str] = []
    for role in roles:
        lines += [f"# {role['name']}岗位说明书", ""]
        lines += [f"- **{label}**：{value}" for label, value in _fields(role)]
        lines += ["", "## 岗位概述", "", role["summary"], "", "## 岗位职责", ""]
        for duty in role["duties"]:
            lines += [f"- {duty['title']}", *(f"  - {task}" for task in duty["tasks"])]
        lines += ["", "## 工作权限", ""]
        for kind, items in role["authorities"].items():
            lines += [f"- {kind}", *(f"  - {item}" for item in items)]
        lines += ["", "## 协作关系", ""]
        lines += [f"- {kind}：{'、'.join(names)}" for kind, names in role["collaboration"].items()]
        lines += [""]
    return "\n".join(lines)


def prose(roles: Roles) -> str:
    """As numbered prose."""
    lines: list[str] = []
    for role in roles:
        lines += [f"{role['name']}岗位说明书", "一、基本信息"]
        lines += [f"{label}：{value}" for label, value in _fields(role)]
        lines += ["二、岗位概述", role["summary"] + "。", "三、岗位职责"]
        for number, duty in zip(_NUMBERS, role["duties"], strict=False):
            lines += [f"（{number}）{duty['title']}"]
            lines += [f"{i}.{task}；" for i, task in enumerate(duty["tasks"], start=1)]
        lines += ["四、工作权限"]
        for number, (kind, items) in zip(_NUMBERS, role["authorities"].items(), strict=False):
            lines += [f"（{number}）{kind}", *(f"{i}.{item}；" for i, item in enumerate(items, start=1))]
        lines += ["五、协作关系"]
        lines += [f"{kind}：{'、'.join(names)}。" for kind, names in role["collaboration"].items()]
    return "\n".join(lines) + "\n"


def form(role: dict[str, Any]) -> list[list[str]]:
    """A role as the rows of a form with four columns; "" goes on with the cell at the left, "^" with the one
    above."""
    fields = _fields(role)
    rows = [[*one, *other] for one, other in zip(fields[::2], fields[1::2], strict=True)]
    rows += [["岗位概述", role["summary"], "", ""], ["岗位职责", "", "", ""]]
    for number, duty in zip(_NUMBERS, role["duties"], strict=False):
        rows += [[f"职责{number}", "职责表述", duty["title"], ""]]
        rows += [["^", "工作任务", "\n".join(_numbered(duty["tasks"])), ""]]
    for label, values in (
        ("工作权限", {kind: "\n".join(_numbered(items)) for kind, items in role["authorities"].items()}),
        ("工作协作关系", {kind: "、".join(names) for kind, names in role["collaboration"].items()}),
    ):
        for number, (kind, value) in enumerate(values.items()):
            rows += [["^" if number else label, kind, value, ""]]
    return rows


def fill(table: Table, rows: list[list[str]]) -> None:
    """Fill a Word table; "" goes on with the cell at the left, "^" with the one above; " " is empty."""
    for r, texts in enumerate(rows):
        for c, text in enumerate(texts):
            cell = table.cell(r, c)
            if text == "^":
                table.cell(r - 1, c).merge(cell)
            elif not text and c:
                table.cell(r, c - 1).merge(cell)
            else:
                cell.text = text.strip()


def word(path: Path, roles: Roles, ruled: bool = True) -> Path:
    """Word tables, one a role."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    for role in roles:
        document.add_heading(f"{role['name']}岗位说明书", 1)
        rows = form(role)
        table = document.add_table(len(rows), 4)
        table.style = "Table Grid" if ruled else "Normal Table"
        fill(table, rows)
    document.save(str(path))
    return path


def typed(path: Path, text: str) -> Path:
    """The lines of a text as the paragraphs of a Word document."""
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
    return path


def row_each(roles: Roles) -> list[list[str]]:
    """One row a role, below its labels."""
    labels = [label for label, _ in _fields(roles[0])]
    rows = [[*labels, "岗位概述", "岗位职责", "工作权限", "协作关系"]]
    for role in roles:
        duties = "\n".join(
            "\n".join([f"（{n}）{duty['title']}", *_numbered(duty["tasks"])])
            for n, duty in zip(_NUMBERS, role["duties"], strict=False)
        )
        authorities = "\n".join(f"{kind}：{'；'.join(items)}" for kind, items in role["authorities"].items())
        collaboration = "\n".join(f"{kind}：{'、'.join(ns)}" for kind, ns in role["collaboration"].items())
        rows.append(
            [*(value for _, value in _fields(role)), role["summary"], duties, authorities, collaboration]
        )
    return rows


def excel_rows(path: Path, roles: Roles) -> Path:
    """A sheet with a row a role, below a title and a blank row; the department is merged."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "岗位一览"
    sheet["A1"] = "运营部岗位一览表"
    for r, row in enumerate(row_each(roles), start=3):
        for c, value in enumerate(row, start=1):
            sheet.cell(r, c, int(value) if value.isdecimal() else value)
    sheet.merge_cells("A1:F1")
    sheet.merge_cells(start_row=4, end_row=3 + len(roles), start_column=3, end_column=3)
    book.save(path)
    return path


def excel_sheets(path: Path, roles: Roles) -> Path:
    """A sheet a role, each with its form."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for role in roles:
        sheet = book.create_sheet(role["name"])
        for r, row in enumerate(form(role), start=1):
            for c, value in enumerate(row, start=1):
                if value not in ("", "^"):
                    sheet.cell(r, c, value)
        for area in merged(form(role)):
            sheet.merge_cells(**area)
    book.save(path)
    return path


def merged(rows: list[list[str]]) -> Iterator[dict[str, int]]:
    """The merged areas of a form, each over columns or over rows."""
    for r, row in enumerate(rows, start=1):
        for c, value in enumerate(row, start=1):
            right = next((i for i in range(c, len(row)) if row[i] != ""), len(row))
            low = next((i for i in range(r, len(rows)) if rows[i][c - 1] != "^"), len(rows))
            if value not in ("", "^") and (right > c or low > r):
                yield {"start_row": r, "end_row": low, "start_column": c, "end_column": right}
