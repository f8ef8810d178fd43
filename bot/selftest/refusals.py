"""Items that must be refused: roles that do not exist, matters that no document has, what is out of scope."""

from collections.abc import Iterator

from bot.selftest.item import REFUSED, Item, is_post, lot
from knowledge.abbreviation import abbreviates
from knowledge.organization import Organization
from knowledge.tables import load_table
from knowledge.text import bare, fold, is_chinese

_ABOUT_NEAR = ("superior", "duties", "may_sign")


def refusal_items(organization: Organization) -> Iterator[Item]:
    """What nobody may answer from these documents."""
    table = load_table("bot.selftest", "wordings.toml")
    text = _all_text(organization)
    roles = [role.name for role in organization.described()]
    yield from _near_roles(organization, table["near_roles"]["forms"], text)
    for number, words in enumerate(table["absent"]["matters"]):
        if roles and not any(fold(word) in text for word in words):
            slots = {"words": "".join(words), "role": roles[number % len(roles)]}
            for wording in ("absent_who", "absent_may"):
                yield Item("absent_matter", wording, slots, ("role",), REFUSED)
    for number, entry in enumerate(table["out_of_scope"]["question"]):
        if roles and not any(fold(word) in text for word in entry["unless"]):
            slots = {"role": roles[number % len(roles)]}
            slots["question"] = entry["text"].format_map(slots)
            yield Item("out_of_scope", "out_of_scope", slots, (), REFUSED)


def _near_roles(organization: Organization, forms: list[str], text: str) -> Iterator[Item]:
    """Names one word away from a role's (高级X, 副X, X助理), where neither a role nor a text has them."""
    cuts = organization.naming.cuts()
    for name in [role.name for role in organization.roles.values() if is_post(role)]:
        bare_name, _, last = cuts[name]
        if last == 0 or not all(map(is_chinese, bare_name)):
            body, head = "", ""
        else:
            body, head = name[: len(name) - (len(bare_name) - last)], bare_name[last:]
        for number, form in enumerate(forms):
            if not body and "{body}" in form:
                continue
            near = form.format(name=name, body=body, head=head)
            if not _exists(near, organization) and bare(near) not in text:
                wording = _ABOUT_NEAR[lot(name, number) % len(_ABOUT_NEAR)]
                yield Item("near_role", wording, {"role": near, "near": name}, (), REFUSED)


def _exists(name: str, organization: Organization) -> bool:
    short = bare(name)
    spelled = short in organization.naming.spellings
    return spelled or any(abbreviates(short, *cut) for cut in organization.naming.cuts().values())


def _all_text(organization: Organization) -> str:
    """Everything that the documents say of roles and departments, for looking words up in."""
    pieces = [*organization.roles, *organization.department_names(), *organization.partners()]
    pieces += [alias for role in organization.roles.values() for alias in role.aliases]
    pieces += [p.text for role in organization.roles.values() for p in role.facts.values()]
    return "\n".join([*map(fold, pieces), *(statement.folded for statement in organization.statements)])
