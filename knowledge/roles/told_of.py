"""Reporting lines that sentences outside a post's description state with its name: 秘书长向会长负责."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.roles.labels import Field
from knowledge.roles.name_set import NameSet
from knowledge.roles.posts import Posts
from knowledge.roles.relations import superiors_in
from knowledge.roles.role import Passage, Role
from knowledge.text import bare, fold

_CLAUSE = regex(r"[^,;。:\n]+")
_STATING = (
    "(?:均|都|须|应|直接)*(?:在|受|接受|由|归|隶属|向|对|服从)"  # what makes a clause one of a reporting line
)
_STATES = regex(_STATING)
_SENTENCE = regex(r"[^;。\n]+")
_SEVERAL = regex(rf"\s*(?P<names>[^,;。:在对向归由受]{{4,60}}?)(?={_STATING})")
_BELOW = regex(
    r"\s*(?P<name>[^,;。:、]{2,14}?)(?:下面|手下|底下|下|直接|统一|负责)*"
    r"(?:有|设有?|辖|管着|管理|领导|分管|管辖|带领)(?:着|了)?(?P<names>[^,;。:]{2,80})$"
)
_SUBJECT = regex(rf"\s*(?P<name>[^,;。:、的对向在受由归\s]{{2,14}}?)(?={_STATING})")


def with_lines_told(roles: Sequence[Role], loose: Iterable[Passage], posts: Posts) -> list[Role]:
    """The roles; one that states no superior itself has those that a sentence elsewhere names with it."""
    names = NameSet(fold(name) for role in roles for name in (role.name, *role.aliases))
    called = _called(roles)
    found: dict[str, Passage] = {}
    above: dict[str, tuple[str, ...]] = {}
    for folded, clause in _clauses(loose):
        name = names.beginning(folded)
        if not name or not _STATES.match(folded, len(name)):
            continue
        own = bare(_in_full(name, clause, called))
        if own and own not in above and (superiors := superiors_in(clause, (name,), posts)):
            superiors = tuple(_in_full(up, clause, called) or up for up in superiors)
            above[own], found[own] = superiors, _stated(superiors, clause)
    for name, superiors, clause in _listed_below(loose, posts):
        above.setdefault(bare(name), superiors)
        found.setdefault(bare(name), _stated(superiors, clause))
    return [_with(role, found, above) for role in roles]


def _called(roles: Iterable[Role]) -> dict[str, list[str]]:
    """The full names of those who are called by a short one, where they are several: 经理."""
    called: dict[str, list[str]] = {}
    for role in roles:
        for alias in role.aliases:
            called.setdefault(bare(alias), []).append(role.name)
    return {alias: names for alias, names in called.items() if len(names) > 1}


def _in_full(name: str, clause: Passage, called: dict[str, list[str]]) -> str:
    """The name of the post that a clause means; of several with one short name the one whose place its line
    names (工程部设经理1名，经理对生产副总负责), empty where that is none or several."""
    full = called.get(bare(name))
    if full is None:
        return name
    own = [one for one in full if (place := one.removesuffix(name)) and place in fold(clause.quote)]
    return own[0] if len(own) == 1 else ""


def others_told(described: Iterable[str], loose: Sequence[Passage], posts: Posts) -> list[Role]:
    """Posts without a description that a sentence puts below another one: 副总经理对总经理负责."""
    known = {bare(name) for name in described}
    found: dict[str, Role] = {}
    for folded, clause in _clauses(loose):
        subject = _SUBJECT.match(folded)
        name = subject["name"] if subject else ""
        if not name or bare(name) in known or bare(name) in found or not posts.looks_like_post(name):
            continue
        if superiors := superiors_in(clause, (name,), posts):
            full = _spelled_out(name, loose)
            found[bare(name)] = Role(
                name=full,
                named=Passage(full, clause.quote, clause.source),
                aliases=(name,) if full != name else (),
                described=False,
                superiors=superiors,
                facts={Field.SUPERIOR: _stated(superiors, clause)},
            )
    for name, superiors, clause in _listed_below(loose, posts):
        if bare(name) not in known and bare(name) not in found:
            facts = {Field.SUPERIOR: _stated(superiors, clause)}
            passage = Passage(name, clause.quote, clause.source)
            found[bare(name)] = Role(name, passage, described=False, superiors=superiors, facts=facts)
    return list(found.values())


def _listed_below(loose: Iterable[Passage], posts: Posts) -> Iterator[tuple[str, tuple[str, ...], Passage]]:
    """Each post of a list that a sentence puts below another post, with that post: 会计、出纳和文员在经理
    领导下工作; 经理下面有会计2人、出纳1人."""
    for passage in loose:
        for sentence in _SENTENCE.finditer(fold(passage.text)):
            folded = sentence.group()
            stated = Passage(passage.text[sentence.start() : sentence.end()], passage.quote, passage.source)
            starts = (clause.start() for clause in _CLAUSE.finditer(folded))
            several = next((s for start in starts if (s := _SEVERAL.match(folded, start))), None)
            names = posts.whole(several["names"]) if several else ()
            if several and len(names) > 1:
                rest = Passage(stated.text[several.end("names") :], stated.quote, stated.source)
                superiors = superiors_in(rest, (), posts)
            else:
                below = _BELOW.match(folded)
                names = posts.whole(below["names"]) if below else ()
                superiors = (below["name"],) if below and names and posts.is_post(below["name"]) else ()
            yield from ((name, superiors, stated) for name in names if superiors and name not in superiors)


def _clauses(loose: Iterable[Passage]) -> Iterator[tuple[str, Passage]]:
    """The clauses of sentences, folded and as written; each quotes its sentence."""
    for passage in loose:
        for clause in _CLAUSE.finditer(fold(passage.text)):
            written = passage.text[clause.start() : clause.end()]
            yield clause.group(), Passage(written, passage.quote, passage.source)


def _stated(superiors: tuple[str, ...], clause: Passage) -> Passage:
    return Passage("、".join(superiors), clause.quote, clause.source)


def _spelled_out(name: str, loose: Iterable[Passage]) -> str:
    """The full form of a name that ends in a short word for a grade, where the document has that too."""
    for full, short in grades().short.items():
        whole = name.removesuffix(short) + full
        if name.endswith(short) and any(whole in fold(passage.text) for passage in loose):
            return whole
    return name


def _with(role: Role, found: dict[str, Passage], above: dict[str, tuple[str, ...]]) -> Role:
    own = next((bare(n) for n in (role.name, *role.aliases) if bare(n) in above), "")
    if not own or role.superiors or Field.SUPERIOR in role.facts:
        return role
    facts = {**role.facts, Field.SUPERIOR: found[own]}
    return replace(role, superiors=above[own], facts=facts, blank=role.blank - {Field.SUPERIOR})
