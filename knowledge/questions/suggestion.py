"""Questions that can be asked instead."""

from collections.abc import Iterator

from knowledge.questions.mention import TokenKind
from knowledge.questions.question import Question
from knowledge.regex import regex
from knowledge.roles.statement import Right, Statement

_LEADS_IN = regex("^(?:在|根据|依据|按照|按|依照|基于|结合|围绕)")  # 在授权范围内，代表公司联络
_NEAR = 0.25  # the score of a statement that is worth offering


def question_for(statement: Statement, right: Right | None = None) -> str:
    """A question that a statement or one of its rights answers: 谁审批日常费用报销, 哪个岗位有采购定价权."""
    words, rights = statement.passage.text, statement.rights
    first = words[: rights[0].end] if rights else words
    number = rights.index(right) if right in rights else 0
    if not number and len(rights) > 1 and not rights[0].verb and _LEADS_IN.match(first):
        number = 1
    if number:
        first, rights = words[rights[number - 1].end : rights[number].end].lstrip(",，;； "), rights[number:]
    first = first.removeprefix("负责").removeprefix("有").removesuffix("的").strip()
    if first.endswith(("权", "权力", "权利", "权限")):
        return f"哪个岗位有{first}"
    verbal = bool(rights and rights[0].verb and first.startswith(rights[0].verb))
    return f"谁{first}" if verbal else f"谁负责{first}"


def near_questions(question: Question) -> Iterator[tuple[str, tuple[Statement, ...]]]:
    """Questions near to what was asked that have an answer, each with the statement that it is about."""
    lexicon, organization = question.lexicon, question.lexicon.organization
    for role in question.known_roles[:1]:
        for name in role.names[:2]:
            own = tuple(organization.statements.of(name)[:1])
            yield from ((f"{name}{asks}", own) for asks in ("的职责有哪些", "有哪些权限", "的上级是谁"))
    for hit in lexicon.index.search(question.text, limit=6):
        statement = organization.statements[hit.number]
        if hit.score > _NEAR and not statement.is_department:
            yield question_for(statement), (statement,)


def foreign_words(question: Question) -> list[str]:
    """The words of a question that the documents do not have."""
    words = (t for t in question.content() if t.kind in (TokenKind.WORD, TokenKind.UNKNOWN))
    return [t.text for t in words if question.asking(t.start) and t.text not in question.lexicon.words]
