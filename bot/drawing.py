"""The command `rolebot chart`: an organization chart or an approval path, into a file or as text."""

from pathlib import Path

from bot.named_role import named_roles
from bot.pictures.chart import chart_text, organization_chart
from bot.pictures.path import path_picture
from bot.pictures.picture import Picture
from bot.replies import reply_text, wording
from knowledge import Handbook, KnowledgeError
from knowledge.answer import Answer


def draw(handbook: Handbook, role: str, matter: str | None, output: str | None) -> list[str]:
    """What to print: the chart of everything or around a role, or the role's path for a matter, as text or,
    with an `output`, as the files that it was written to. Raises KnowledgeError, saying what is wrong."""
    words = wording()["chart"]
    name = _role(handbook, role) if role.strip() else ""
    if not handbook.organization.roles:
        raise KnowledgeError(words["no_posts"])
    if matter is None:
        if output is None:
            return [chart_text(handbook.organization, name)]
        return _write(organization_chart(handbook.organization, name), Path(output))
    if not name:
        raise KnowledgeError(words["path_needs_role"])
    answer = path_answer(handbook, name, matter)
    if output is None:
        return [reply_text(answer)]
    picture = path_picture(answer)
    if picture is None:
        raise KnowledgeError(f"{words['no_path']}\n{reply_text(answer)}")
    return _write(picture, Path(output))


def path_answer(handbook: Handbook, role: str, matter: str) -> Answer:
    """The answer to how a role (a canonical name) gets a matter approved."""
    question = wording()["chart"]["path_question"].format(role=role, matter=matter)
    return handbook.ask(question)[0]


def _role(handbook: Handbook, written: str) -> str:
    names = named_roles(handbook, written)
    if len(names) != 1:
        words = wording()["named_role"]
        template = words["several" if names else "unknown"]
        raise KnowledgeError(template.format(words=written, roles="、".join(names)))
    return names[0]


def _write(picture: Picture, path: Path) -> list[str]:
    """Write the pages: 图.png, 图-2.png and so on."""
    words = wording()["chart"]
    paths = [path, *(path.with_stem(f"{path.stem}-{n}") for n in range(2, len(picture.sheets) + 1))]
    for file, page in zip(paths, picture.pngs(), strict=True):
        try:
            file.write_bytes(page)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            raise KnowledgeError(words["unwritable"].format(path=file, reason=reason)) from error
    said = [words["written"].format(paths="、".join(map(str, paths)))]
    return said + ([words["lacking"].format(characters="".join(picture.lacking))] if picture.lacking else [])
