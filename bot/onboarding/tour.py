"""Leading a person through the steps: which page comes next, and what a choice does."""

from dataclasses import replace

from bot.onboarding.page import Block, Page
from bot.onboarding.progress import Progress
from bot.onboarding.quiz import Question, quiz
from bot.onboarding.steps import QUIZ, SUMMARY, chart_of, silences, step_blocks, step_keys, step_title
from bot.onboarding.words import words
from knowledge import Handbook

_MOST_ROLES = 12  # that can be chosen from by number

Turn = tuple[Progress, Page]


def which_role(names: tuple[str, ...], unknown: str = "") -> Page:
    """The page that asks for the role: by number where there are few, else by name; `unknown`: what was
    written that is no role."""
    lines = [words()["which_unknown"].format(words=unknown)] if unknown else []
    lines.append(words()["which" if 0 < len(names) <= _MOST_ROLES else "which_more"])
    choices = names if len(names) <= _MOST_ROLES else ()
    return Page(words()["title_role"], 0, _count(), (Block(tuple(lines)),), choices)


class Guide:
    """Leads through what one handbook says. It keeps no person's progress; documents that change have a new
    guide."""

    def __init__(self, handbook: Handbook) -> None:
        self._handbook = handbook
        self._quizzes: dict[str, tuple[Question, ...]] = {}

    def begin(self, role: str, now: float) -> Turn:
        """The first page for a role (a canonical name); `now`: seconds since 1970."""
        progress = Progress(role, step_keys()[0], started=now)
        greeting = words()["welcome"].format(role=role, count=_count())
        first = self.page(progress)
        return progress, replace(first, blocks=(Block((greeting,)), *first.blocks))

    def page(self, progress: Progress) -> Page:
        """The page where a person is; the same however often it is shown."""
        if progress.role not in self._handbook.organization.roles:
            gone = Block((words()["gone"].format(role=progress.role),))
            return Page(words()["title_role"], 0, _count(), (gone,))
        step = _step(progress)
        if step == QUIZ:
            blocks = self._quiz_blocks(progress)
        elif step == SUMMARY:
            blocks = self._summary_blocks(progress)
        else:
            blocks = step_blocks(self._handbook, progress.role, step)
        title = words()["title"].format(role=progress.role, step=step_title(step))
        choices = tuple(text for _, text in self._choices(progress))
        return Page(title, seen_steps(progress), _count(), blocks, choices, chart_of(step, progress.role))

    def choose(self, progress: Progress, number: int, now: float) -> Turn:
        """What comes of the choice with a number (from 1) on the page where a person is."""
        shown = self.page(progress)
        if not shown.choices:
            return progress, shown
        if not 1 <= number <= len(shown.choices):
            wrong = Block((words()["no_such_choice"].format(most=len(shown.choices)),))
            return progress, replace(shown, blocks=(*shown.blocks, wrong))
        act, _ = self._choices(progress)[number - 1]
        if act == "stop":
            stopped = words()["stopped"].format(step=step_title(_step(progress)))
            return progress, replace(shown, blocks=(Block((stopped,)),), choices=(), chart="")
        if act == "answer":
            return self._answered(progress, number, now)
        keys = step_keys()
        if act == "again_quiz":
            progress = progress.again().moved(QUIZ)
        elif act == "again":
            progress = progress.moved(keys[0])
        else:
            progress = progress.moved(keys[keys.index(_step(progress)) + (1 if act == "next" else -1)])
        progress = _finished(progress, now)
        return progress, self.page(progress)

    def _quiz(self, role: str) -> tuple[Question, ...]:
        if role not in self._quizzes:
            self._quizzes[role] = quiz(self._handbook.organization, role)
        return self._quizzes[role]

    def _open_question(self, progress: Progress) -> Question | None:
        """The first question that is not answered yet."""
        known = dict(progress.answers)
        return next((question for question in self._quiz(progress.role) if question.key not in known), None)

    def _choices(self, progress: Progress) -> list[tuple[str, str]]:
        """What can be chosen on a page: what it does, and how it is called."""
        keys, step = step_keys(), _step(progress)
        if step == SUMMARY:
            kinds = ["again", "again_quiz"] if self._quiz(progress.role) else ["again"]
            return [(kind, words()[kind]) for kind in kinds]
        if step == QUIZ and (question := self._open_question(progress)):
            answers = [("answer", choice) for choice in question.choices]
            return [*answers, ("next", words()["skip"]), ("stop", words()["stop"])]
        further = words()["next_quiz" if keys[keys.index(step) + 1] == QUIZ else "next"]
        back = [("back", words()["back"])] if step != keys[0] else []
        return [("next", further), *back, ("stop", words()["stop"])]

    def _quiz_blocks(self, progress: Progress) -> tuple[Block, ...]:
        question, questions = self._open_question(progress), self._quiz(progress.role)
        if question is None:
            return (Block((words()["quiz_over" if questions else "quiz_none"],)),)
        number = questions.index(question) + 1
        place = words()["quiz_number"].format(number=number, count=len(questions))
        return (Block((place, *question.text.split("\n"))),)

    def _answered(self, progress: Progress, number: int, now: float) -> Turn:
        """The quiz after an answer: whether it was right and which line says so, above the next question or
        the summary."""
        question = self._open_question(progress)
        if question is None:
            return progress, self.page(progress)
        right = number == question.right
        told = words()["right"] if right else words()["wrong"].format(answer=question.answer)
        progress = progress.answered(question.key, right)
        if self._open_question(progress) is None:
            progress = _finished(progress.moved(SUMMARY), now)
        shown = self.page(progress)
        return progress, replace(shown, blocks=(Block((told,), (_proof(question),)), *shown.blocks))

    def _summary_blocks(self, progress: Progress) -> tuple[Block, ...]:
        """What is behind, how the quiz went with what to look at again, and what the documents do not say."""
        unseen = [step_title(key) for key in step_keys() if key not in (*progress.seen, SUMMARY)]
        lines = [words()["summary_unseen"].format(steps="、".join(unseen))] if unseen else []
        lines = lines or [words()["summary"].format(role=progress.role, count=_count())]
        questions = {question.key: question for question in self._quiz(progress.role)}
        right, asked = score(progress)
        if asked:
            lines.append(words()["summary_score"].format(count=asked, right=right))
        elif questions:
            lines.append(words()["summary_no_quiz"])
        blocks = [Block(tuple(lines))]
        missed = [questions[key] for key, good in progress.answers if not good and key in questions]
        if missed:
            told = (_told(question) for question in missed)
            blocks.append(Block((words()["summary_review"], *told), tuple(map(_proof, missed))))
        silent = silences(self._handbook, progress.role)
        if silent:
            blocks.append(Block((words()["summary_silent"].format(what="、".join(silent)),)))
        return tuple(blocks)


def seen_steps(progress: Progress) -> int:
    """How many steps are behind a person; the summary is no step."""
    return sum(key in progress.seen for key in step_keys() if key != SUMMARY)


def score(progress: Progress) -> tuple[int, int]:
    """How many questions were answered rightly, and how many at all."""
    return sum(right for _, right in progress.answers), len(progress.answers)


def _count() -> int:
    return len(step_keys()) - 1


def _step(progress: Progress) -> str:
    """The step where a person is; the first where it is no longer one."""
    return progress.at if progress.at in step_keys() else step_keys()[0]


def _finished(progress: Progress, now: float) -> Progress:
    """Whoever reaches the summary with all steps seen has finished; the first time counts."""
    done = progress.at == SUMMARY and seen_steps(progress) == _count()
    return replace(progress, finished=now) if done and not progress.finished else progress


def _told(question: Question) -> str:
    asked = question.text.replace("\n", "")
    return words()["summary_answer"].format(question=asked, answer=question.answer)


def _proof(question: Question) -> str:
    proof = question.proof
    quote = words()["quote"].format(role=proof.role, section=proof.section, quote=proof.quote)
    source = proof.passage.source
    place = words()["place"].format(document=source.document, lines=source.line)
    return f"{quote}{words()['places']}{place}"
