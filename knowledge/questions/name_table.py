"""All spellings by which a question may name a role, a department, a function, a partner or a kind of
authority."""

from collections.abc import Iterator

from knowledge.actions import actions
from knowledge.name_index import cut_of
from knowledge.organization import Organization
from knowledge.questions.phrases import compact, phrases
from knowledge.regex import regex
from knowledge.roles.grades import grades
from knowledge.roles.labels import Field
from knowledge.text import bare, is_chinese
from knowledge.thesaurus import general_thesaurus

_COMPANY = regex(
    "^(?:[^省]{2,3}省)?(?:[^市]{2,3}市)?(?:[^区县]{2,3}[区县])?(?P<core>.{2,}?)"
    "(?:(?:集团|股份|控股)*(?:有限)?(?:责任)?公司|集团|合作社|医院|学校|学院|事务所|厂|中心)$"
)
_NEAR = regex(
    "(?:当地|属地|所在地|本地|辖区|各级|各地|上级|有关|相关)(?=[\u4e00-\u9fff]{3,8}$)"
)  # before a partner
_KINDS_OF_COMPANY = ("公司", "集团", "社", "单位", "厂", "医院", "学校")
_BODIES = ("办公室", "委员会", "中心", "部", "处", "科", "室", "组")
_CODE = regex("(?=.*[0-9])[a-z0-9][a-z0-9./_-]{2,19}")  # in folded text
_PAIRS = regex("..?")
_SHORT_DEPARTMENT = 3  # characters
_SHORTEST_DEPUTY = 3  # characters of what a deputy is called for short
_LONGEST_TRADE = 4  # characters
_LONGEST_FUNCTION = 12  # characters; a longer title is a sentence, not a name


def name_table(organization: Organization) -> dict[str, tuple[str, ...]]:
    """Spelling → the roles it may mean: names and aliases, their short forms, and Latin names without their
    head."""
    names = {spelling: tuple(found) for spelling, found in organization.naming.spellings.items()}
    for name, role in organization.briefs.items():
        for written in (name, *role.aliases):
            names.setdefault(compact(written), names.get(bare(written), (name,)))
    for name in organization.roles:
        for full, short in grades().short.items():
            if bare(name).endswith(full):
                names.setdefault(bare(name).removesuffix(full) + short, (name,))
    shorts = (_prefixes(organization), _deputies(organization), _trades(organization))
    for short, found in (pair for table in shorts for pair in table.items()):
        names.setdefault(short, found)
    return names


def place_table(organization: Organization) -> dict[str, tuple[str, str]]:
    """Spelling → (kind, name) of partners, departments, their functions, and kinds of authority."""
    places = _partner_places(organization) | _organization_places(organization)
    for name in organization.department_names():
        places[bare(name)] = ("department", name)
    for short, name in _short_departments(organization).items():
        places.setdefault(short, ("department", name))
    for code in _codes(organization):
        places.setdefault(compact(code), ("code", code))
    titles = [f.title.text for department in organization.departments.values() for f in department.functions]
    for title in titles:
        if len(bare(title)) <= _LONGEST_FUNCTION:
            places[bare(title)] = ("function", title)
    kinds = [listing.kind for role in organization.briefs.values() for listing in role.authorities]
    for kind in dict.fromkeys(kinds):
        right = bare(kind).removesuffix("限").removesuffix("权") in actions().asked
        if 2 <= len(bare(kind)) <= 8 and bare(kind) not in phrases().kinds and not right:
            places[bare(kind)] = ("authority", kind)
    return places | organization.words.places


def _partner_places(organization: Organization) -> dict[str, tuple[str, str]]:
    """Partners by their names, and without what says only that they are near: 证监局 for 当地证监局."""
    known, places = organization.naming.spellings, dict[str, tuple[str, str]]()
    for partner in organization.partners():
        if bare(partner) not in known:
            places[bare(partner)] = ("partner", partner)
            if near := _NEAR.match(bare(partner)):
                places.setdefault(bare(partner)[near.end() :], ("partner", partner))
    return places


def _codes(organization: Organization) -> Iterator[str]:
    """The codes of posts that no other word could be taken for."""
    for role in organization.briefs.values():
        code = role.facts.get(Field.CODE)
        if code is not None and _CODE.fullmatch(compact(code.text)):
            yield code.text


def _organization_places(organization: Organization) -> dict[str, tuple[str, str]]:
    """Organizations by their names, their short names, and what they are called inside."""
    places: dict[str, tuple[str, str]] = {}
    for name in organization.organizations():
        places |= {spelling: ("organization", name) for spelling in _organization_spellings(bare(name))}
    return places | {end: ("organization", name) for end, name in _inner_names(organization).items()}


def _inner_names(organization: Organization) -> dict[str, str]:
    """What an organization is called inside it (社里, 公司里), where there are several of different kinds."""
    names = organization.organizations()
    found: dict[str, list[str]] = {}
    for name in names if len(names) > 1 else ():
        for end in (bare(name)[-1:], bare(name)[-2:]):
            found.setdefault(f"{end}里", []).append(name)
    return {end: owners[0] for end, owners in found.items() if len(owners) == 1}


def _short_departments(organization: Organization) -> dict[str, str]:
    """What departments are called for short: 信贷部 for 公司信贷部, where only one is."""
    found: dict[str, set[str]] = {}
    for name in organization.department_names():
        whole = bare(name)
        for at in range(2, len(whole) - _SHORT_DEPARTMENT + 1):
            found.setdefault(whole[at:], set()).add(name)
        for short in _abbreviated(whole):
            found.setdefault(short, set()).add(name)
    return {short: names.pop() for short, names in found.items() if len(names) == 1}


def _abbreviated(name: str) -> list[str]:
    """A department by the first characters or the first word of its name: 社教部, 综合部."""
    tail = next((tail for tail in _BODIES if name.endswith(tail)), "")
    words = _PAIRS.findall(name.removesuffix(tail)) if tail else []
    if len(words) < 2 or not all(map(is_chinese, name)):
        return []
    return ["".join(word[0] for word in words) + tail, words[0] + tail]


def _organization_spellings(name: str) -> list[str]:
    """A company's name, without its town and legal form, and by its first word: X公司."""
    found = _COMPANY.match(name)
    core = found["core"] if found else ""
    if len(core) < 2:
        return [name]
    short = [word + kind for word in dict.fromkeys((core, core[:2])) for kind in _KINDS_OF_COMPANY]
    return [name, *([core] if len(core) > 2 else []), *short]


def _prefixes(organization: Organization) -> dict[str, tuple[str, ...]]:
    """Latin names without their Chinese last word: DevOps for DevOps 工程师; several roles may share one
    (QA)."""
    prefixes: dict[str, tuple[str, ...]] = {}
    for name, role in organization.briefs.items():
        for written in (name, *role.aliases):
            whole, _, last = cut_of(written)
            prefix = whole[:last]
            found = prefixes.get(prefix, ())
            if len(prefix) > 1 and prefix.isascii() and not whole[last:].isascii() and name not in found:
                prefixes[prefix] = (*found, name)
    return prefixes


def _trades(organization: Organization) -> dict[str, tuple[str, ...]]:
    """Posts without their last character (库管 for 库管员), where that is no word of its own."""
    found: dict[str, list[str]] = {}
    for name in organization.roles:
        whole = bare(name)
        if _SHORT_DEPARTMENT <= len(whole) <= _LONGEST_TRADE and whole.endswith(("员", "师", "工")):
            found.setdefault(whole[:-1], []).append(name)
    text = " ".join(organization.statements.folded) if found else ""
    words = general_thesaurus()
    return {
        short: (names[0],)
        for short, names in found.items()
        if len(names) == 1
        and words.groups(short) <= words.groups(bare(names[0]))
        and text.count(short) == text.count(bare(names[0]))
    }


def _deputies(organization: Organization) -> dict[str, tuple[str, ...]]:
    """Deputies without whose they are, and without their last character: 副馆长, 副馆; and
    without their last word: 业务副 for 业务副馆长."""
    found: dict[str, tuple[str, ...]] = {}
    for name in organization.roles:
        whole = bare(name)
        if "副" in whole[:-2] and whole.endswith("长"):
            own = whole[whole.rindex("副") :]
            for short in {whole[:-1], own, own[:-1]}:
                found[short] = (*found.get(short, ()), name)
        heads = grades().heads if "副" in whole else ()
        cut = next((whole.removesuffix(head) for head in heads if whole.endswith(f"副{head}")), "")
        if len(cut) >= _SHORTEST_DEPUTY:
            found[cut] = (*found.get(cut, ()), name)
    return found
