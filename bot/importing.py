"""The command `rolebot import`: documents into the store, after a look at what was read and what would
change."""

import argparse
import json
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bot.changes import Change, Kind, changes
from bot.imports import Proposal, carry_out, go_back, propose, read_given
from bot.progress import progress
from bot.stored import prepare_stored, store_address
from knowledge import Handbook, KnowledgeError
from knowledge.store.address import open_store
from knowledge.store.kept.library import Version, current_version, documents_of, versions
from knowledge.store.store import Store
from knowledge.tables import load_table

_DONE, _DECLINED, _BAD_INPUT = 0, 1, 2
_MOST_LINES = 40
_MOST_UNPLACED = 10
_LONGEST = 60  # characters of a line's text that are shown


def add_arguments(command: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    command.add_argument("paths", nargs="*", metavar="PATH", help="文档或文件夹")
    command.add_argument("--add", action="store_true", help="只添加或更新这几份，其余的留着")
    command.add_argument("--yes", action="store_true", help="不再询问，直接导入")
    command.add_argument("--back", nargs="?", type=int, const=0, metavar="N", help="回到上一版，或第 N 版")
    command.add_argument("--list", action="store_true", help="列出导入过的版本")
    command.add_argument("--all", action="store_true", help="列出全部变化和没有看懂的行")
    command.add_argument("--json", action="store_true", help="输出 JSON")


def import_documents(parsed: argparse.Namespace) -> int:
    """Run the command; the result is the exit code."""
    try:
        if parsed.list:
            with open_store(store_address(), read_only=True) as store:
                return _list(store)
        if parsed.back is None and not parsed.paths:
            raise KnowledgeError(_words("nothing_given"))
        with open_store(store_address()) as store:
            _tell(store.notices)
            return _back(store, parsed) if parsed.back is not None else _import(store, parsed)
    except KnowledgeError as error:
        _tell([str(error)])
        return _BAD_INPUT


def _import(store: Store, parsed: argparse.Namespace) -> int:
    given = read_given([Path(path) for path in parsed.paths], progress)
    proposal = propose(store, given, add=parsed.add, following=progress)
    if not parsed.json:
        print("\n".join(_report(proposal, parsed.all)))
    nothing_new = proposal.same and not proposal.entries
    version = None
    if not nothing_new and _agreed(parsed, _words("question")):
        version = carry_out(store, proposal, _words("by"))
        if version is None:
            raise KnowledgeError(_words("changed_meanwhile"))
        prepare_stored(store, proposal.organization)
    if parsed.json:
        print(json.dumps(_object(proposal, version), ensure_ascii=False, indent=1))
    elif version is not None:
        print(_words("imported", number=version.number))
    return _DONE if nothing_new or version is not None else _declined()


def _back(store: Store, parsed: argparse.Namespace) -> int:
    current, every = current_version(store), versions(store)
    earlier = [version for version in every if current and version.number < current.number]
    wanted = [version for version in every if version.number == parsed.back] if parsed.back else earlier[-1:]
    if not wanted or current is None:
        raise KnowledgeError(
            _words("no_version", number=parsed.back) if parsed.back else _words("no_earlier")
        )
    found = changes(*(Handbook(documents_of(store, one)).organization for one in (current, wanted[0])))
    if parsed.json:
        print(json.dumps([_change_object(change) for change in found], ensure_ascii=False, indent=1))
    else:
        head = _words("compared_back", **_about(wanted[0]), current=current.number, count=len(found))
        print("\n".join([head, *_limited(_lines(found), parsed.all, _MOST_LINES)]))
    if not _agreed(parsed, _words("question_back", number=wanted[0].number)):
        return _declined()
    version = go_back(store, wanted[0].number, _words("by"))
    if version is None:
        raise KnowledgeError(_words("no_version", number=wanted[0].number))
    _tell([_words("went_back", number=version.number)], to=sys.stderr if parsed.json else sys.stdout)
    return _DONE


def _list(store: Store) -> int:
    _tell(store.notices)
    current = current_version(store)
    for version in versions(store):
        mark = _words("current" if current and version.number == current.number else "earlier")
        print(_words("version", mark=mark, **_about(version), note=version.note))
    if current is None:
        print(_words("no_versions"))
    return _DONE


def _agreed(parsed: argparse.Namespace, question: str) -> bool:
    """Whether the person wants it; nobody is asked who is not there to answer."""
    if parsed.yes or parsed.json or not sys.stdin.isatty():
        return bool(parsed.yes)
    try:
        return input(question).strip().lower() in ("y", "yes", "是", "好", "对", "ｙ")
    except EOFError:
        return False


def _declined() -> int:
    _tell([_words("not_confirmed")])
    return _DECLINED


def _report(proposal: Proposal, all_lines: bool) -> Iterator[str]:
    organization, given = proposal.organization, proposal.given
    yield _words(
        "read",
        documents=len(proposal.originals),
        roles=len(organization.described()),
        departments=len(organization.departments),
        lines=sum(len(organization.superiors(name)) for name in organization.roles),
        statements=len(organization.statements),
        approvals=len(organization.approvals),
    )
    yield _words("understood", share=f"{proposal.understood:.0%}")
    if given.unread:
        yield _words("unread", count=len(given.unread))
        yield from (_words("unread_file", reason=one.reason) for one in given.unread)
    if proposal.unplaced:
        yield _words("unplaced", count=len(proposal.unplaced))
        places = [
            _words("place", document=p.source.document, line=p.source.line, text=_short(p.text))
            for p in proposal.unplaced
        ]
        yield from _limited(places, all_lines, _MOST_UNPLACED)
    if proposal.entries:
        written = "，".join(entry.written for entry in proposal.entries)
        yield _words("words", count=len(proposal.entries), words=written)
    yield from _comparison(proposal, all_lines)


def _comparison(proposal: Proposal, all_lines: bool) -> Iterator[str]:
    current = proposal.current
    if current is None:
        yield _words("first")
    elif proposal.same:
        yield _words("nothing_new", number=current.number)
    elif not proposal.changes:
        yield _words("same_content", **_about(current))
    else:
        yield _words("compared", **_about(current), count=len(proposal.changes))
        yield from _limited(_lines(proposal.changes), all_lines, _MOST_LINES)
        if len(proposal.originals) < current.documents:
            yield _words("hint_add", given=len(proposal.originals), documents=current.documents)


def _lines(found: Sequence[Change]) -> list[str]:
    """The changes, a line each; names that came or went share one."""
    words = load_table("bot", "importing.toml")
    templates, fields = words["changes"], words["fields"]
    lines: list[str] = []
    for field, key in ((fields["role"], "roles"), (fields["unit"], "units")):
        for kind in (Kind.ADDED, Kind.REMOVED):
            names = [one.where for one in found if (one.field, one.kind) == (field, kind)]
            if names:
                lines.append(templates[f"{key}_{kind}"].format(names="、".join(names)))
    for one in found:
        if one.field in (fields["role"], fields["unit"]):
            continue
        special = {fields["decider"]: "decider", fields["approval"]: "approval"}.get(one.field)
        before, after = (_short(text) or templates["none"] for text in (one.before, one.after))
        slots = {"where": one.where, "field": one.field, "text": _short(one.text)}
        lines.append(templates[special or one.kind].format(**slots, before=before, after=after))
    return lines


def _limited(lines: Sequence[str], all_lines: bool, most: int) -> list[str]:
    if all_lines or len(lines) <= most:
        return list(lines)
    return [*lines[:most], _words("more", count=len(lines) - most)]


def _object(proposal: Proposal, version: Version | None) -> dict[str, Any]:
    organization = proposal.organization
    return {
        "documents": [one.document.name for one in proposal.originals],
        "roles": [role.name for role in organization.described()],
        "departments": list(organization.departments),
        "reporting_lines": sum(len(organization.superiors(name)) for name in organization.roles),
        "statements": len(organization.statements),
        "approvals": len(organization.approvals),
        "understood": round(proposal.understood, 4),
        "unplaced": [
            {"document": p.source.document, "line": p.source.line, "text": p.text} for p in proposal.unplaced
        ],
        "unread": [{"document": one.document, "reason": one.reason} for one in proposal.given.unread],
        "words": [entry.written for entry in proposal.entries],
        "compared_with": proposal.current.number if proposal.current else None,
        "changes": [_change_object(change) for change in proposal.changes],
        "version": version.number if version else None,
    }


def _change_object(change: Change) -> dict[str, str]:
    return {
        "kind": change.kind,
        "where": change.where,
        "field": change.field,
        "before": change.before,
        "after": change.after,
        **({"text": change.text} if change.text else {}),
    }


def _about(version: Version) -> dict[str, Any]:
    date = time.strftime("%Y-%m-%d %H:%M", time.localtime(version.at))
    return {"number": version.number, "date": date, "documents": version.documents}


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _words(key: str, **slots: object) -> str:
    text: str = load_table("bot", "importing.toml")["report"][key].format(**slots)
    return text


def _tell(lines: Sequence[str], to: Any = None) -> None:
    for line in lines:
        print(line, file=to or sys.stderr)
