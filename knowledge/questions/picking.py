"""What a number stands for: one of the options offered, or one of the roles just named (第二个的职责)."""

from knowledge.questions.context import Context
from knowledge.regex import regex
from knowledge.text import fold, parse_number

_OPTION = regex(
    r"^(?:我?(?:选|要)(?:择)?)?第?(?P<n>[0-9]{1,2}|[一二三四五六七八九])(?:个|条|项|号)?(?:吧|呢)?$"
)
_NAMED = regex(
    r"^(?:那|那么)?(?:第(?P<n>[0-9]{1,2}|[一二三四五六七八九])|(?P<last>最后一))(?:个|位)(?:岗位|人)?"
)
_AROUND = " .。、)）,，?？!！"


def picked(text: str, context: Context) -> str:
    """The option that a number chooses; a question about the role of that number with its name; else the text
    itself."""
    plain = fold(text).strip().strip(_AROUND)
    chosen = _OPTION.match(plain)
    if context.options:
        number = parse_number(chosen["n"]) if chosen else None
        return context.options[number - 1] if number and number <= len(context.options) else text
    named = _NAMED.match(plain)
    if named is None or len(context.found) < 2:
        return text
    number = len(context.found) if named["last"] else parse_number(named["n"])
    if not number or number > len(context.found):
        return text
    return context.found[number - 1] + (plain[named.end() :] or "呢")
