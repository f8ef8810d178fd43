"""All that a document says of a post in one line: 出纳：办理收付；登记日记账；保管印鉴。向财务部长汇报。"""

import re

from knowledge.documents.document import Block
from knowledge.regex import regex
from knowledge.roles.behind import relates
from knowledge.roles.lines import Line, make_line
from knowledge.roles.numbering import split_numbered
from knowledge.roles.relations import states_superior
from knowledge.text import fold

LEAST_DONE = 8  # characters that say what a post does
FIRST = regex(r"(?:^|(?<=[。；;：:]))\s*(?:1[.、．]|[(（]1[)）]|①)(?!\d)")
# The words right before a list: …，没有下级。主要负责三件事：
_LEAD = regex(
    r"(?:(?<=[。；;])|^)[^。；;，,：:]{0,8}(?:负责|职责|工作|任务|分工|事)[^。；;，,：:]{0,6}[：:]$"
)
_LEAST_SENTENCES = 2  # of a paragraph, beside its last
_LEAST_PARTS = 3  # duties that semicolons part in a line


def in_one_line(name: str, done: str, block: Block) -> list[Line]:
    """What a line says that a post does, one line each where semicolons part it; what it adds behind that is
    no item."""
    if counted := FIRST.search(done):  # 对制片人负责。1.编制计划；2.审批支出
        begin = counted.start()
        items = [done[begin:][i.start : i.end].strip(" ；;") for i in split_numbered(done[begin:])]
        written = done[:begin].strip()
        before = _LEAD.sub("", written)
        led = before != written and relates(before)
        above = [make_line(before, block.source, 0 if led else 1)] if before else []
        return [*above, *(make_line(item, block.source, 1) for item in items if item)]
    if len(re.findall(r"。(?=.)", done)) >= _LEAST_SENTENCES:
        return [make_line(done, block.source)]
    first, _, rest = done.partition("。")
    if len(rest) >= LEAST_DONE and ";" in fold(rest) and states_superior(first, name):
        return [make_line(first, block.source), *in_one_line(name, rest.strip(), block)]
    parts = [part.strip() for part in re.split("[；;]", done) if part.strip()]
    if len(parts) < _LEAST_PARTS:
        return [make_line(done, block.source, 1)]
    *items, last = parts
    last, _, more = last.partition("。")
    lines = [make_line(item, block.source, 1) for item in [*items, last]]
    return [*lines, make_line(more, block.source)] if more.strip() else lines
