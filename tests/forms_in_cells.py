"""Forms as tables of four columns in which a label may stand in one cell with its value, drawn by a seed."""

import random
from collections.abc import Iterator

from knowledge.documents.html import read_html
from knowledge.organization import Organization
from knowledge.roles.job_description import read_roles
from knowledge.roles.labels import Field
from knowledge.text import bare
from tests.told_places import UNITS, Placed

_LABELS = {
    "name": ("岗位名称", "职位名称"),
    "department": ("所属部门", "所在部门"),
    "code": ("岗位编号", "职位编号"),
    "headcount": ("岗位定员", "编制", "定员人数"),
    "superior": ("直接上级", "汇报对象", "上级岗位"),
    "subordinates": ("直接下级", "下属岗位", "管理对象"),
    "summary": ("职责概述", "岗位目的", "岗位概要", "设岗目的"),
    "duties": ("岗位职责", "主要职责", "工作内容"),
    "authorities": ("工作权限", "岗位权限", "权限"),
    "collaboration": ("工作协作关系", "协作关系", "工作联系"),
}
_SHORT = ("name", "code", "department", "headcount", "superior", "subordinates")
_PARTNERS = ("财务部", "采购部", "后勤部")
_DEPARTMENT = "生产部"
CHOICES: dict[str, tuple[str, ...]] = {
    "short": ("pairs", "one", "two", "mixed"),
    "summary": ("pair", "cell", "cell", "above", "lines"),
    "duties": ("pair", "cell", "above", "rows", "counted"),
    "authorities": ("pair", "cell", "above", "rows"),
    "collaboration": ("pair", "cell", "above"),
    "title": ("heading", "row", "none"),
    "colon": ("：", ":", "： "),
}


class Form:
    """The choices of a seed, and the page that they make."""

    def __init__(self, seed: int) -> None:
        self._draw = random.Random(seed)
        self.chosen = {part: self._draw.choice(of) for part, of in CHOICES.items()}
        self.posts = self._draw.choice(UNITS)
        self._names = {field: self._draw.choice(names) for field, names in _LABELS.items()}
        self.text = (
            "<html><body>"
            + "".join(self._table(at, post) for at, post in enumerate(self.posts))
            + "</body></html>"
        )

    def _table(self, at: int, post: Placed) -> str:
        title = f"{post.name}岗位说明书"
        above = f"<h2>{title}</h2>" if self.chosen["title"] == "heading" else ""
        rows = list(self._rows(at, post))
        if self.chosen["title"] == "row":
            rows.insert(0, [title])
        return f"{above}<table>{''.join(map(_row, rows))}</table>"

    def _rows(self, at: int, post: Placed) -> Iterator[list[str]]:
        yield from self._short(at, post)
        for part in ("summary", "duties", "authorities", "collaboration"):
            yield from self._part(part, post)

    def _short(self, at: int, post: Placed) -> Iterator[list[str]]:
        value = {
            "name": post.name,
            "code": f"GW-{at + 1:02}",
            "department": _DEPARTMENT,
            "headcount": "2人",
            "superior": post.superior,
            "subordinates": "、".join(post.below),
        }
        how = self.chosen["short"]
        for first, second in zip(_SHORT[::2], _SHORT[1::2], strict=True):
            form = self._draw.choice(("pairs", "one", "two")) if how == "mixed" else how
            form = "pairs" if first == "name" and form == "one" and how == "mixed" else form
            one, two = (self._inline(field, value[field]) for field in (first, second))
            if form == "pairs":
                yield [self._names[first], value[first], self._names[second], value[second]]
            elif form == "two":
                yield [one, two]
            else:
                yield [one]
                yield [two]

    def _inline(self, field: str, value: str) -> str:
        return f"{self._names[field]}{self.chosen['colon']}{value}"

    def _part(self, part: str, post: Placed) -> Iterator[list[str]]:
        label, how = self._names[part], self.chosen[part]
        items = {
            "summary": [f"{post.purpose}。"],
            "duties": [f"{item}；" for item in post.duties],
            "authorities": list(post.rights),
            "collaboration": ["、".join(_PARTNERS)],
        }[part]
        counted = [f"{n}、{item}" for n, item in enumerate(items, start=1)] if len(items) > 1 else items
        text = "<br>".join(counted)
        match how:
            case "pair":
                yield [label, text]
            case "cell":
                yield [self._inline(part, text)]
            case "above":
                yield [label]
                yield [text]
            case "lines":
                yield [f"{label}{self.chosen['colon']}<br>{text}"]
            case "rows":
                yield [label]
                yield from ([item] for item in counted)
            case _:
                yield [label]
                yield from ([str(n), item] for n, item in enumerate(items, start=1))


def _row(cells: list[str]) -> str:
    spans = {1: (4,), 2: (1, 3), 4: (1, 1, 1, 1)}[len(cells)]
    return (
        "<tr>" + "".join(f'<td colspan="{n}">{c}</td>' for c, n in zip(cells, spans, strict=True)) + "</tr>"
    )


def faults(form: Form) -> list[str]:
    """What is read otherwise than it is written, a line each."""
    organization = Organization([read_roles(read_html("表.html", form.text))])
    names = sorted(name for name, role in organization.roles.items() if role.described)
    found = [f"posts {names}"] if names != sorted(post.name for post in form.posts) else []
    for at, post in enumerate(form.posts):
        role = organization.roles.get(post.name)
        if role is None:
            continue
        own = {
            "superior": list(role.superiors),
            "below": sorted(role.subordinates),
            "purpose": bare(role.text(Field.SUMMARY) or ""),
            "counted": role.text(Field.HEADCOUNT),
            "code": role.text(Field.CODE),
            "department": role.department,
            "duties": [bare(passage.text) for duty in role.duties for passage in duty.passages()],
            "rights": [bare(item.text) for listing in role.authorities for item in listing.items],
            "partners": [item.text for listing in role.collaboration for item in listing.items],
        }
        want = {
            "superior": [post.superior],
            "below": sorted(post.below),
            "purpose": bare(post.purpose),
            "counted": "2人",
            "code": f"GW-{at + 1:02}",
            "department": _DEPARTMENT,
            "duties": list(map(bare, post.duties)),
            "rights": list(map(bare, post.rights)),
            "partners": list(_PARTNERS),
        }
        found += [
            f"{post.name} {what}: {own[what]} for {want[what]}" for what in own if own[what] != want[what]
        ]
    return found
