"""A name of several roles that the asker makes plain at the end: 班长能批吗,我说的是施工班长."""

from knowledge.questions.question import Question
from knowledge.regex import regex

_MEANT = regex(
    r"[,;。?!](?:我|俺)?(?:这里|这儿)?(?:说|问|指|讲)的(?:就)?是(?P<name>[^,;。?!]+)[,;。?!呢啊哦呀哈]*$"
)


def made_plain(question: Question) -> str | None:
    """The question without its last clause, with the name put in that it states; None where it states none,
    or no name before it may mean several roles and that one too."""
    found = _MEANT.search(question.text)
    if found is None:
        return None
    stated = [r for r in question.known_roles if r.start == found.start("name") and len(r.names) == 1]
    names = stated[0].names if stated else ()
    before = [r for r in question.known_roles if r.end <= found.start() and len(r.names) > 1]
    meant = next((r for r in reversed(before) if names and names[0] in r.names), None)
    if meant is None:
        return None
    return f"{question.part(0, meant.start)}{names[0]}{question.part(meant.end, found.start())}"
