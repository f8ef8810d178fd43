"""The organization as data and as text: what was read from the documents."""

from collections import Counter
from typing import Any

from knowledge.organization import Organization
from knowledge.regex import regex
from knowledge.roles.approval import Approval
from knowledge.roles.labels import Field, labels
from knowledge.roles.role import Department, Listing, Role

_EACH = regex(  # no value of a field: 每店6人
    r"(?P<each>[每各][^\d,，]*?)(?:设有?|配备?|编制|定员|各设)[^\d一二三四五六七八九十两]*"
    r"(?P<count>(?:\d+|[一二三四五六七八九十两]+)(?:\s*[至到~-]\s*(?:\d+|[一二三四五六七八九十]+))?\s*[名人个位])"
)


def organization_object(organization: Organization) -> dict[str, Any]:
    """The organization in the contract's shape."""
    return {
        "roles": [_role(organization, role) for role in organization.described()],
        "departments": [_department(d) for d in organization.departments.values()],
        "approvals": [_approval(approval) for approval in organization.approvals],
        "groups": [
            {"name": name, "members": organization.grouping.members(name), "quote": group.passage.quote}
            for name, group in organization.grouping.groups.items()
        ],
        "provisions": _listings(tuple(p for r in organization.readings for p in r.provisions)),
        "mentioned": [role.name for role in organization.roles.values() if not role.described],
        "unplaced": [passage.text for reading in organization.readings for passage in reading.unplaced],
        "frame": [passage.text for reading in organization.readings for passage in reading.frame],
    }


def _role(organization: Organization, role: Role) -> dict[str, Any]:
    inferred = [
        short for short in organization.naming.inferred.get(role.name, {}) if short not in role.aliases
    ]
    return {
        "name": role.name,
        "aliases": [*role.aliases, *inferred, *organization.words.called(role.name)],
        "department": role.text(Field.DEPARTMENT),
        "superior": next((line.superior for line in organization.superiors(role.name)), None),
        "superior_dotted": next(
            (line.superior for line in organization.superiors(role.name, dotted=True)), None
        ),
        "subordinates": organization.listed_subordinates(role.name),
        "subordinates_dotted": organization.listed_subordinates(role.name, dotted=True),
        **_headcount(role.text(Field.HEADCOUNT)),
        "code": role.text(Field.CODE),
        "level": role.text(Field.LEVEL),
        "summary": role.text(Field.SUMMARY),
        "duties": [
            {
                "title": d.title.text,
                "tasks": [t.text for t in d.tasks],
                **({"label": d.label} if d.label else {}),
            }
            for d in role.duties
        ],
        "authorities": _listings(role.authorities),
        "collaboration": _listings(role.collaboration),
        "others": _listings(role.others),
        "organization": role.organization or None,
        "document": role.named.source.document,
        "line": role.named.source.line,
    }


def _headcount(text: str | None) -> dict[str, str | None]:
    """The number, and of what it is that of each, where a sentence tells so: 每店设店长1名."""
    each = _EACH.fullmatch(text or "")
    return {"headcount": each["count"], "headcount_of": each["each"]} if each else {"headcount": text}


def _approval(approval: Approval) -> dict[str, Any]:
    source = approval.passage.source
    return {
        "title": approval.title,
        "matter": approval.matter,
        "condition": approval.condition,
        "applies_to": list(approval.applies_to),
        "steps": [{"role": step.who, "action": step.verb} for step in approval.steps],
        "note": approval.note,
        "quote": approval.passage.quote,
        "document": source.document,
        "line": source.line,
    }


def _listings(listings: tuple[Listing, ...]) -> dict[str, list[str]]:
    return {
        listing.kind: [item.text for item in listing.items if not labels().is_none(item.text)]
        for listing in listings
    }


def _department(department: Department) -> dict[str, Any]:
    return {
        "name": department.name,
        "overview": department.overview.text if department.overview else None,
        "headcount": department.facts[Field.HEADCOUNT].text if Field.HEADCOUNT in department.facts else None,
        "functions": [
            {"title": f.title.text, "items": [i.text for i in f.tasks]} for f in department.functions
        ],
    }


def organization_text(organization: Organization) -> str:
    """The organization as a tree of reporting lines, its departments and rules; what could not be placed."""
    lines: list[str] = []
    tops = [name for name in organization.roles if not organization.superiors(name)]
    seen: set[str] = set()

    def grow(name: str, depth: int) -> None:
        if name in seen:
            return
        seen.add(name)
        role = organization.role(name)
        facts = (
            f"（{role.department or '部门未写'}，{len(role.duties)}项职责）"
            if role.described
            else "（只被提到，没有岗位说明）"
        )
        lines.append(f"{'  ' * depth}- {name}{facts}")
        for line in organization.subordinates(name):
            grow(line.subordinate, depth + 1)

    for name in [*tops, *organization.roles]:
        grow(name, 0)
    for department in organization.departments.values():
        lines.append(f"部门 {department.name}：{len(department.functions)}项职能")
    titles = Counter(approval.title for approval in organization.approvals)
    lines += [f"审批 {title}：{count}项" for title, count in titles.items()]
    provisions = [listing for reading in organization.readings for listing in reading.provisions]
    lines += [f"规定 {listing.kind}：{len(listing.items)}条" for listing in provisions]
    unplaced = [p for reading in organization.readings for p in reading.unplaced]
    lines += [f"未归类 {p.source.document} 第{p.source.line}行：{p.text}" for p in unplaced]
    return "\n".join(lines)
