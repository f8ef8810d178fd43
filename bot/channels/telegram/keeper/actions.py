"""What admins can do, by command, button and prompt."""

from collections.abc import Callable

from bot.channels.telegram import onboarding
from bot.channels.telegram.case import Case
from bot.channels.telegram.keeper import checking, documents, people, teaching, unanswered

Act = Callable[[Case, str], None]


def _guarded(run: Act) -> Act:
    """A command that only an admin may use, and only in private."""

    def guarded(case: Case, argument: str) -> None:
        if not case.admin:
            if case.private:
                case.say(case.words("admins_only"))
        elif not case.private:
            case.say(case.words("private_only"))
        else:
            run(case, argument)

    return guarded


COMMANDS: dict[str, Act] = {
    name: _guarded(run)
    for name, run in {
        "import": documents.show_import,
        "check": checking.check,
        "unanswered": unanswered.show,
        "teach": teaching.teach,
        "members": people.show_members,
        "stats": people.show_stats,
    }.items()
}
ACTIONS: dict[str, Act] = {
    "live": documents.put_live,
    "drop": documents.drop,
    "goback": documents.go_to_earlier,
    "group": unanswered.open_group,
    "scope": unanswered.mark_out_of_scope,
    "settle": unanswered.settle,
    "learn": teaching.teach,
    "word": teaching.ask_word,
    "roster": onboarding.roster,
    "members": people.show_members,
    "invite": people.invite,
    "uninvite": people.uninvite,
    "shutout": people.shut_out,
    "letin": people.let_in,
}
PROMPTS: dict[str, Callable[[Case, str, str], None]] = {"word": teaching.told_word}
