"""Nested lists that draw who stands below whom: 总经理（1人） / - 业务副总 / - 计调经理（2人）.

They describe nobody: each item is a post, or the department that those below it are of.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from knowledge.documents.document import Block, Kind
from knowledge.regex import regex
from knowledge.roles.headings import (
    is_department,
    is_post,
    label_of,
    may_be_post,
    unnumbered,
    unwrapped,
    without_count,
)
from knowledge.roles.labels import Field
from knowledge.roles.names import split_alias
from knowledge.roles.role import Passage, Role
from knowledge.roles.sentences import Told
from knowledge.text import bare

_LEAST = 3  # items of a chart
_TITLE = "岗位职责"  # makes a name whose last word is not known the title of a description
_ABOUT = regex(
    "架构|结构|组织|机构|层级|岗位设置|人员配置|定岗|汇报|上下级|隶属"
)  # what a heading of one is about


@dataclass(frozen=True, slots=True)
class Node:
    """An item of a chart: a post, a department or else the organization, the number of a post, and what it
    stands below."""

    name: str
    aliases: tuple[str, ...]
    count: str
    post: bool
    department: bool
    parent: "Node | None"
    block: Block


def charts_of(blocks: Sequence[Block]) -> tuple[list[Node], list[Block]]:
    """The nodes of the charts of a document, and its blocks without them; lines that are nothing but the name
    of a post drawn there are headings."""
    nodes, rest, above = list[Node](), list[Block](), ""
    for is_item, group in groupby(blocks, key=lambda block: block.kind is Kind.ITEM):
        part = list(group)
        found = _nodes(part, above) if is_item else []
        nodes += found
        rest += [] if found else part
        above = part[-1].text
    names = frozenset(bare(name) for node in _posts(nodes) for name in (node.name, *node.aliases))
    return nodes, list(_headed(rest, names)) if nodes else rest


def with_chart(told: Told, nodes: Sequence[Node]) -> Told:
    """What sentences tell, with what charts draw; what a description or sentence says itself counts first."""
    roles, mentioned = with_lines_drawn(told.roles, nodes), with_lines_drawn(told.mentioned, nodes)
    names = [name for role in (*roles, *mentioned) for name in (role.name, *role.aliases)]
    alone = drawn_alone(nodes, [*names, *(group.name for group in told.groups)])
    return replace(told, roles=tuple(roles), mentioned=(*mentioned, *alone))


def with_lines_drawn(roles: Iterable[Role], nodes: Sequence[Node]) -> list[Role]:
    """The roles; one that states no superior, number or department has those that a chart draws."""
    known: dict[str, Node] = {}
    for node in _posts(nodes):
        known.setdefault(bare(node.name), node)
    found = []
    for role in roles:
        own = next((known[n] for n in map(bare, (role.name, *role.aliases)) if n in known), None)
        found.append(_with(role, own) if own else role)
    return found


def drawn_alone(nodes: Sequence[Node], described: Iterable[str]) -> list[Role]:
    """The posts of charts that nothing else tells of; `described`: the names of all others."""
    taken = {bare(name) for name in described}
    found: dict[str, Role] = {}
    for node in _posts(nodes):
        if bare(node.name) not in taken and bare(node.name) not in found:
            named = Passage(node.name, node.block.quote, node.block.source)
            role = Role(node.name, named, described=False, aliases=node.aliases)
            found[bare(node.name)] = _with(role, node)
    return list(found.values())


def _headed(blocks: Sequence[Block], names: frozenset[str]) -> Iterator[Block]:
    heads = {i for i, block in enumerate(blocks) if _head(block) in names}
    heads = {i for i in heads if i + 1 < len(blocks) and i + 1 not in heads}
    above = own = 0
    for i, block in enumerate(blocks):
        if block.kind is Kind.HEADING:
            above, own = (above, block.level) if _head(block) in names else (block.level, 0)
            yield block
        elif i in heads and len(heads) > 1:
            own = own or above + 1
            words = unnumbered(unwrapped(block.text)).rstrip("：: ")
            yield block.as_heading(own, words if is_post(split_alias(words)[0]) else f"{words}{_TITLE}")
        else:
            yield block


def _head(block: Block) -> str:
    """The words of a line that may be no more than a name, without number, count and other names; bare."""
    if block.kind not in (Kind.TEXT, Kind.HEADING) or block.cells:
        return ""
    return bare(split_alias(without_count(unnumbered(unwrapped(block.text)).rstrip("：: "))[0])[0])


def _with(role: Role, node: Node) -> Role:
    facts, superiors = dict(role.facts), role.superiors
    parent = node.parent
    if parent is not None and parent.post and not superiors and Field.SUPERIOR not in facts:
        superiors, facts[Field.SUPERIOR] = (parent.name,), _stated(parent.name, node)
    if parent is not None and parent.department and Field.DEPARTMENT not in facts:
        facts[Field.DEPARTMENT] = _stated(parent.name, node)
    if node.count and Field.HEADCOUNT not in facts:
        facts[Field.HEADCOUNT] = Passage(node.count, node.block.quote, node.block.source)
    return replace(role, superiors=superiors, facts=facts, blank=role.blank - facts.keys())


def _stated(name: str, node: Node) -> Passage:
    """What stands above a node, quoted with it."""
    above = node.parent.block.quote if node.parent else ""
    return Passage(name, f"{above}\n{node.block.quote}", node.block.source)


def _posts(nodes: Iterable[Node]) -> Iterator[Node]:
    return (node for node in nodes if node.post)


def _nodes(items: Sequence[Block], above: str) -> list[Node]:
    """The nodes of a run of items; empty where it is no chart. `above`: the line above it."""
    drawn = any(item.quote.strip() != item.text.strip() for item in items if item.level > 1)
    drawn = drawn and any(_BRANCHES.search(item.quote) for item in items)
    if len(items) < _LEAST or not (drawn or _ABOUT.search(above)) or len({item.level for item in items}) < 2:
        return []
    open_at: list[tuple[int, Node]] = []
    found: list[Node] = []
    for item in items:
        while open_at and open_at[-1][0] >= item.level:
            open_at.pop()
        node = _node(item, open_at[-1][1] if open_at else None)
        if node is None:
            return []
        open_at.append((item.level, node))
        found.append(node)
    known = sum(is_post(node.name) for node in found)
    return found if known * 2 >= sum(node.post for node in found) and known > 1 else []


def _node(item: Block, parent: Node | None) -> Node | None:
    text = unnumbered(item.text).rstrip("：:；;。， ")
    plain, count = without_count(text)
    name, aliases = split_alias(plain)
    if label_of(name) is not None or "、" in name:
        return None
    if is_post(name):
        return Node(name, aliases, count, True, False, parent, item)
    if (own := is_department(name)) or parent is None:  # the company at the root
        return Node(name, (), "", False, own, None, item)
    return Node(name, aliases, count, True, False, parent, item) if may_be_post(name) and count else None


_BRANCHES = regex("[├└┣┗╠╚]|[+|`\\\\](?:--|──)")
