"""A wording that lines of very many departments share: who is meant is not told by it alone."""

from knowledge.organization import Organization
from knowledge.questions.matter import Matter

_LARGE = 2_000  # statements; of fewer all that come near are looked at one by one
_LOOKED_AT, _MANY = 100, 28  # lines near to the words; of more than so many alike not every one is weighed
_ALIKE = 0.85  # of the nearest one's score
_OFFERED = 3


def departments_sharing(matter: Matter, organization: Organization) -> list[str]:
    """Some of the departments whose lines say the same, where too many do to weigh them all and the question
    names neither a department nor a role; else nothing."""
    question, lexicon = matter.question, matter.lexicon
    if len(organization.statements) <= _LARGE or question.places or question.roles or question.only:
        return []
    hits = lexicon.index.search(matter.text, (), _LOOKED_AT)
    alike = [hit.number for hit in hits if hit.score >= _ALIKE * hits[0].score]
    if len(alike) <= _MANY:
        return []
    owners = (organization.posts.get(organization.statements.owner_of(number)) for number in alike)
    homes = list(dict.fromkeys(post.home for post in owners if post is not None and post.home))
    return homes[:_OFFERED] if len(homes) > _OFFERED else []
