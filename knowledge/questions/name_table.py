"""All spellings by which a question may name a role, a department, a function, a partner or a kind of
authority."""

from functools import lru_cache

from knowledge.abbreviation import word_starts
from knowledge.naming import cut_name
from knowledge.organization import Organization
from knowledge.questions.phrases import compact, phrases
from knowledge.roles.grades import grades
from knowledge.text import bare, fold

_LONGEST_FUNCTION = 12  # characters; a longer title is a sentence, not a name


def name_table(organization: Organization) -> dict[str, tuple[str, ...]]:
    """Spelling → the roles it may mean: names and aliases, their short forms, and Latin names without their
    head."""
    names = {spelling: tuple(found) for spelling, found in organization.naming.spellings.items()}
    for name, role in organization.roles.items():
        for written in (name, *role.aliases):
            names.setdefault(compact(written), names.get(bare(written), (name,)))
    for name in organization.roles:
        for full, short in grades().short.items():
            if bare(name).endswith(full):
                names.setdefault(bare(name).removesuffix(full) + short, (name,))
    for prefix, found in _prefixes(organization).items():
        names.setdefault(prefix, found)
    return names


def place_table(organization: Organization) -> dict[str, tuple[str, str]]:
    """Spelling → (kind, name) of partners, departments, their functions, and kinds of authority."""
    places: dict[str, tuple[str, str]] = {}
    known = organization.naming.spellings
    for partner in organization.partners():
        if bare(partner) not in known:
            places[bare(partner)] = ("partner", partner)
    for name in organization.department_names():
        places[bare(name)] = ("department", name)
    titles = [f.title.text for department in organization.departments.values() for f in department.functions]
    for title in titles:
        if len(bare(title)) <= _LONGEST_FUNCTION:
            places[bare(title)] = ("function", title)
    kinds = [listing.kind for role in organization.roles.values() for listing in role.authorities]
    for kind in dict.fromkeys(kinds):
        if 2 <= len(bare(kind)) <= 8 and bare(kind) not in phrases().kinds:
            places[bare(kind)] = ("authority", kind)
    return places


def _prefixes(organization: Organization) -> dict[str, tuple[str, ...]]:
    """Latin names without their Chinese last word: DevOps for DevOps 工程师; several roles may share one
    (QA)."""
    prefixes: dict[str, tuple[str, ...]] = {}
    for name, role in organization.roles.items():
        for written in (name, *role.aliases):
            whole, _, last = cut_of(written)
            prefix = whole[:last]
            found = prefixes.get(prefix, ())
            if len(prefix) > 1 and prefix.isascii() and not whole[last:].isascii() and name not in found:
                prefixes[prefix] = (*found, name)
    return prefixes


@lru_cache(maxsize=100_000)
def cut_of(name: str) -> tuple[str, frozenset[int], int]:
    """A name with the places where its words start."""
    return word_starts(fold(name), cut_name)
