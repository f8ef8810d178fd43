"""Understanding: all readings of a question, the best first, and what to do about a near tie."""

from dataclasses import replace
from itertools import islice

from knowledge.answer import Answer, Answered, AskedBack, NotFound, Say
from knowledge.questions import line_asked, may_parts, right_parts
from knowledge.questions.after_refusal import after_refusal
from knowledge.questions.apart import set_apart
from knowledge.questions.combined import combined, spoils
from knowledge.questions.composition import Composition, How, compositions
from knowledge.questions.context import Context
from knowledge.questions.deciding import decidings
from knowledge.questions.follow_up import corrected, follow_ups, may_go_on
from knowledge.questions.going_on import as_it_stands, goes_on
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.likeliest import nearest
from knowledge.questions.line_asked import told_plainly
from knowledge.questions.loosening import loosened
from knowledge.questions.naming_behind import made_plain
from knowledge.questions.phrases import phrases
from knowledge.questions.picking import picked
from knowledge.questions.plainest import plainest
from knowledge.questions.plainly import of_department, plainly
from knowledge.questions.question import Question
from knowledge.questions.reading import Case
from knowledge.questions.rehearsal import TO_BEGIN_WITH
from knowledge.questions.repair import Speller
from knowledge.questions.reply import listed
from knowledge.questions.retelling import retellings
from knowledge.questions.right_readings import answer_of, by_parts, plain_ways
from knowledge.questions.role_term import identity, with_own_role
from knowledge.questions.spending import is_covered, spendings
from knowledge.questions.suggestion import foreign_words, near_questions, question_for
from knowledge.questions.surroundings import read_ahead
from knowledge.questions.taking_in import LONGEST_QUESTION, too_long
from knowledge.questions.topic import topics
from knowledge.questions.understood import (
    LEAST_SCORE,
    Understood,
    is_sure,
    proposed,
    read,
    weighed,
    without_lists,
)
from knowledge.roles.statement import Statement

_MOST_OFFERED = 3  # questions that have an answer
_DEPTH = 2  # questions inside a question inside a question
_MINE = 1.05  # what a reading of 我的 as one's own role counts
_MOST_DESCRIBED = 3  # roles that a description may fit
_LOOSE = 0.85  # what a reading of a question read loosely counts
_PERHAPS = ("doubtful", "right_perhaps")  # what was found but is not sure
_FOLLOW_UP = 0.97  # what a reading of a resolved follow-up counts, against one of the words as they stand


class Mind:
    """Reads and answers questions about one organization."""

    def __init__(self, lexicon: Lexicon, speller: Speller) -> None:
        self.organization = lexicon.organization
        self.lexicon, self.speller = lexicon, speller

    def prepare(self) -> None:
        """Makes ready what questions may need, so that none of the first ones waits for it."""
        read_ahead(self.lexicon)
        line_asked.make_parts_ready()
        may_parts.make_parts_ready()
        right_parts.make_parts_ready()
        for question in TO_BEGIN_WITH:
            self.answer(question, Context())

    def readings(self, text: str, context: Context) -> list[Understood]:
        """Every reading of a question, best first."""
        return self._readings(Question(text, self.lexicon, self.speller), context)

    def _readings(self, question: Question, context: Context) -> list[Understood]:
        if settled := self._settled(question, context):
            return settled
        found = read(Case(question, self.organization, context))
        if context.question and goes_on(question):
            found = [u for f in found for u in weighed([f], as_it_stands(question, f.reading.topic))]
        found += self._mine(question, context)
        found += [u for text in of_department(question) for u in self._resolved(text, question, context)]
        if context.question and may_go_on(question, found[0].reading.score if found else 0.0):
            for resolved in dict.fromkeys(follow_ups(question, context, self.lexicon, self.speller)):
                found += self._resolved(resolved, question, context)
        if not found or max(u.reading.score for u in found) < LEAST_SCORE:
            found += self._by_parts(question, context, firm=False) or self._retold(question, context)
            again = (*set_apart(question), *decidings(question), *plainly(question))
            found += [u for text in again for u in self._resolved(text, question, context)]
        if not found or max(u.reading.score for u in found) < LEAST_SCORE:
            found += self._loosely(question, context)
        if not found or max(u.reading.score for u in found) < LEAST_SCORE:
            case = Case(question, self.organization, context)
            found += [Understood(case, r) for topic in topics().values() for r in topic.last(case)]
        return sorted(without_lists(found) if question.of_right else found, key=lambda u: -u.reading.score)

    def _retold(self, question: Question, context: Context) -> list[Understood]:
        """The readings of a story told shorter: it is about what of the clauses before is understood best."""
        told = (self._resolved(text, question, context) for text in retellings(question))
        return max(filter(None, told), key=lambda found: found[0].reading.score, default=[])

    def _loosely(self, question: Question, context: Context) -> list[Understood]:
        """The readings of rights of the question read loosely."""
        if (loose := loosened(question)) is None:
            return []
        case = Case(loose, self.organization, context)
        return weighed((u for t in topics().values() if t.loosely for u in proposed(t, case)), _LOOSE)

    def _mine(self, question: Question, context: Context) -> list[Understood]:
        """我的绩效谁评 read with the role that the asker has: a line about that very role is meant."""
        named = with_own_role(question, context.me)
        meant = self._resolved(named, question, context) if named else []
        return weighed((u for u in meant if u.reading.topic == "who_does"), _MINE)

    def _resolved(self, resolved: str, question: Question, context: Context) -> list[Understood]:
        """The readings of what a follow-up stands for."""
        again = Question(resolved, self.lexicon, self.speller)
        again.raw = question.raw
        alone = replace(context, question="", subjects=(), found=())
        return weighed(read(Case(again, self.organization, alone)), _FOLLOW_UP)

    def _settled(self, question: Question, context: Context) -> list[Understood]:
        """The readings of what leaves no other: a correction, a name made plain, a plain form."""
        for resolved in corrected(question, context, self.lexicon, self.speller):
            meant = self._resolved(resolved, question, context)
            if meant and meant[0].reading.score >= LEAST_SCORE:
                return meant
        if plain := made_plain(question):
            return self._resolved(plain, question, context)
        return self._formed(question, context)

    def _formed(self, question: Question, context: Context) -> list[Understood]:
        """The readings of a question that has a plain form as a whole, worked out once."""
        if question.plain_of:
            return []
        if context not in question.formed:
            plain = plainest(question, context, self.speller)
            found = self._resolved(plain, question, context) if plain else []
            sure = found and found[0].reading.score >= LEAST_SCORE
            question.formed[context] = found if sure else self._by_parts(question, context)
        return question.formed[context]

    def _by_parts(self, question: Question, context: Context, firm: bool = True) -> list[Understood]:
        """The readings of a question about a right, taken apart into what is asked and what it is over."""
        return by_parts(plain_ways(question, context, self.speller, firm), question, context, self._resolved)

    def answer(self, text: str, context: Context, depth: int = _DEPTH) -> tuple[Answer, Context]:
        """The answer to a question, and the conversation after it; `depth`: how often it may be cut apart."""
        text = text.encode("utf-8", "replace").decode("utf-8")  # a lone surrogate cannot be sent anywhere
        chosen = picked(text, context)
        if len(chosen) > LONGEST_QUESTION:
            return too_long(text), context
        whole = Question(chosen, self.lexicon, self.speller)
        formed = self._formed(whole, context)
        whole = whole if formed else told_plainly(whole, context, self.speller)
        one = not depth or formed or whole.of_right or whole.plain_of
        taken = None if one else self._taken_apart(text, whole, context, depth - 1)
        return taken or self._single(text, whole, context)

    def _taken_apart(
        self, text: str, whole: Question, context: Context, depth: int
    ) -> tuple[Answer, Context] | None:
        """The answer made of the answers to the parts of a question, where it has parts."""
        for composition in compositions(whole, context):
            answers, after = list[Answer](), context
            for part in composition.parts:
                if answers and not any(him in part for him in phrases().by_kind["him"]):
                    after = replace(after, found=())  # X听谁的,上司是谁 asks twice of X
                answer, then = self.answer(part, after, depth)
                after = after.followed_by(then)
                answers.append(answer)
                if spoils(answer, composition):
                    break
            if composition.how is How.DESCRIBED:
                together, after = self._described(text, composition, answers[0], after)
            else:
                together = combined(text, composition, answers)
            if together is not None:
                return together, replace(after, found=together.roles, options=())
        return None

    def _described(
        self, text: str, composition: Composition, first: Answer, context: Context
    ) -> tuple[Answer | None, Context]:
        """What is asked of the roles that answer a description, each by its name."""
        if not isinstance(first, Answered) or not 0 < len(first.roles) <= _MOST_DESCRIBED:
            return None, context
        parts = tuple(f"{role}{composition.then}" for role in first.roles)
        answers = []
        for part in parts:
            answer, context = self.answer(part, context, depth=0)
            answers.append(answer)
        together = combined(text, replace(composition, how=How.EACH, parts=parts), answers)
        if together is None:
            return None, context
        evidence = tuple(dict.fromkeys([*first.evidence, *together.evidence]))
        return replace(together, says=(*first.says, *together.says), evidence=evidence), context

    def _single(self, text: str, question: Question, context: Context) -> tuple[Answer, Context]:
        found = self._readings(question, context)
        if not is_sure(found) and question.repair.doubtful:
            as_typed = Question(question.raw, self.lexicon, self.speller.keeping(question.repair.doubtful))
            again = self._readings(as_typed, context)
            if again and again[0].reading.score >= LEAST_SCORE:
                question, found = as_typed, again
        spent = None if is_sure(found) else self._spent(question, context)
        if spent is not None:
            return replace(spent[1], question=text), self._remember(*spent, context)
        if not found or found[0].reading.score < LEAST_SCORE:
            question = found[0].case.question if found else question
            refusal = self._refuse(text, question, found, context)
            return refusal, after_refusal(question, context, refusal.options)
        best, answer = found[0], answer_of(found[0])
        if isinstance(answer, NotFound) and not any(say.key in _PERHAPS for say in answer.says):
            best, answer = self._second(found, best) or self._spent(question, context) or (best, answer)
        if not isinstance(answer, Answered) and (asked := self._by_parts(question, context, firm=False)):
            best, answer = asked[0], answer_of(asked[0])
        answer = replace(answer, question=text)
        return answer, self._remember(best, answer, context)

    def _spent(self, question: Question, context: Context) -> tuple[Understood, Answer] | None:
        """A reading of an amount as one spent on a purchase or in general that finds who approves it."""
        for spent in (u for t in spendings(question) for u in self._resolved(t, question, context)[:1]):
            answer = answer_of(spent)
            if is_sure([spent]) and isinstance(answer, Answered) and is_covered(question, spent.reading):
                return spent, answer
        return None

    def _second(self, found: list[Understood], best: Understood) -> tuple[Understood, Answer] | None:
        """A reading nearly as good that finds what the best did not, unless that is an answer in itself."""
        if topics()[best.reading.topic].of_fields or best.reading.slots.get("final"):
            return None
        passed_over = [topic for topic in topics().values() if topic.most <= best.reading.score]
        others = [*found[1:], *(u for topic in passed_over for u in proposed(topic, best.case))]
        for other in sorted(others, key=lambda u: -u.reading.score)[:5]:
            if other.reading.score < max(LEAST_SCORE + 0.15, best.reading.score - 0.06):
                break
            answer = answer_of(other)
            if not isinstance(answer, NotFound):
                return other, answer
        return None

    def _remember(self, best: Understood, answer: Answer, context: Context) -> Context:
        case, said, asked = best.case, identity(best.case.question), best.case.question.part(0)
        if best.reading.topic == "courtesy":
            return replace(context, options=answer.options)
        if isinstance(answer, NotFound) and not case.subjects:
            return replace(context, me=said or context.me, question=asked, options=answer.options)
        subjects = tuple(case.subjects[0].base) if case.subjects and case.subjects[0].base else ()
        if best.reading.topic in ("compare", "relation"):
            subjects = tuple(dict.fromkeys(n for t in case.subjects for n in t.base))
        if best.reading.topic == "who_does" and len(answer.roles) == 1:
            subjects = ()  # 他 is who does it, not whose work it is done to
        if best.reading.topic == "rights_check":
            subjects = tuple(best.reading.slots["subject"].names)  # not whom he may do it to
        return Context(
            me=said if len(said) == 1 else context.me,
            question=asked,
            subjects=subjects,
            found=answer.roles,
            topic=best.reading.topic,
            options=answer.options if isinstance(answer, AskedBack | NotFound) else (),
        )

    def _refuse(self, text: str, question: Question, found: list[Understood], context: Context) -> NotFound:
        """That the documents do not say: what was not understood, and the nearest that can be asked."""
        says = []
        unknown = [r for r in question.roles if r.unknown]
        left = found[0].case.left_over(found[0].reading) if found else []
        left = left or foreign_words(question)
        absent = [word for word in left if not self.lexicon.writes(word)]
        of_me = question.has("superior", "subordinates", "colleagues") or not (left or unknown)
        unsaid = question.has("me") and of_me and not context.me and not identity(question)
        if unsaid:
            says.append(Say("who_are_you"))
        elif question.negated:
            says.append(Say("negated_question"))
        elif unknown:
            near = tuple(dict.fromkeys(n for r in unknown for n in r.names))
            says.append(Say("unknown_role", {"role": unknown[0].text}))
            if near:
                says.append(Say("near_roles", {"roles": listed(near[:6])}))
        elif left:
            says.append(Say("left_over" if absent else "left_apart", {"words": listed(absent or left)}))
        else:
            says.append(Say("not_understood"))
        lines = nearest(Case(question, self.organization, context))[:_MOST_OFFERED] if not unsaid else []
        offered: dict[str, tuple[Statement, ...]] = {
            question_for(m.statement, m.right): (m.statement,) for m in lines
        }
        offered |= {} if unsaid else dict(near_questions(question))
        options = islice((o for o, only in offered.items() if self._is_answered(o, only)), _MOST_OFFERED)
        return NotFound(
            question=text,
            intent="unknown",
            reading=Say("reading.unknown"),
            says=tuple(says),
            options=tuple(options),
            confidence=0.9 if left or unknown else 0.7,
        )

    def _is_answered(self, option: str, only: tuple[Statement, ...]) -> bool:
        """Whether an option, of which many come again, gets an answer, be it from `only` these statements."""
        memo, key = self.lexicon.memo, (option, *map(id, only))
        if key not in memo:
            memo[key] = self._answers(option, only), only  # alive, or their ids are used again
        return bool(memo[key][0])

    def _answers(self, option: str, only: tuple[Statement, ...]) -> bool:
        question = Question(option, self.lexicon, self.speller)
        question.only = only
        found = self._readings(question, Context())
        if not found or found[0].reading.score < LEAST_SCORE:
            return False
        answer = answer_of(found[0])
        return not isinstance(answer, NotFound)
