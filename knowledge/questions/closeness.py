"""How close a line is to a question that no reading explains whole: counts, for a scorecard to weigh.

Nothing here decides. Each count is a plain property of a question's words beside a line's, and none knows a
trade or a phrase, so that what they are worth together can be measured on judged questions.
"""

from collections.abc import Iterable, Sequence

from knowledge.questions.asked import Asked
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.loosening import FOUND
from knowledge.questions.match import Match
from knowledge.questions.matter import Matter
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.passing_over import is_unwritten
from knowledge.questions.phrases import phrases
from knowledge.questions.right_search import satisfies
from knowledge.questions.scope import NEARLY
from knowledge.questions.spoken_verb import verb_positions
from knowledge.questions.surroundings import surroundings
from knowledge.questions.tiers import holders
from knowledge.questions.weights import is_newcomer, is_of_wanting
from knowledge.roles.statement import Statement
from knowledge.text import bigrams

_LONG = 3  # characters
_LONG_RUN = 4  # characters that say enough by themselves
_LEAST_MET = 2  # words; all those told before the question count as one
_SOFT_SHARE = 0.4  # what a word that most lines may have counts
_MOST_RANKED = 40  # lines of the plain search

Counts = dict[str, float]


def closeness(matches: Sequence[Match], matter: Matter, asked: Asked) -> list[Counts]:
    """The counts of each of several lines held against the same words."""
    if not matches:
        return []
    hits = matter.lexicon.index.search(matter.text, (), _MOST_RANKED)
    every = matter.lexicon.organization.statements
    ranked = [(every[hit.number], hit.score) for hit in hits]
    return [_counts(m, matter, asked) | _compared(m, matter, ranked) for m in matches]


def _compared(match: Match, matter: Matter, ranked: Sequence[tuple[Statement, float]]) -> Counts:
    """The counts that hold a line against those of others, and its characters against the question's.
    `ranked`: the lines of the plain search, each with how near it came."""
    text, line, owner = matter.text, match.statement.folded, match.statement.owner
    own = next((score for statement, score in ranked if statement is match.statement), 0.0)
    others = [(statement.folded, score) for statement, score in ranked if statement.owner != owner]
    shared = {*bigrams(text)} & {*bigrams(line)}
    return {
        "lead": own - next((score for _, score in others), 0.0),
        "ahead": match.score - _best_of_others(match, matter),
        "alone": sum(not any(pair in other for other, _ in others) for pair in shared),
        "run": longest_run(text, line),
    }


def longest_run(text: str, line: str) -> int:
    """How many characters the longest run has that both contain."""
    longest = 0
    for start in range(len(text)):
        while start + longest < len(text) and text[start : start + longest + 1] in line:
            longest += 1
    return longest


def _best_of_others(match: Match, matter: Matter) -> float:
    """How well the best line answers that is none of the same roles."""
    organization = matter.lexicon.organization
    roles = set(holders(match, organization))
    others = (m.score for m in matter.matches() if not roles.issuperset(holders(m, organization)))
    return next(others, 0.0)


def _counts(match: Match, matter: Matter, asked: Asked) -> Counts:
    question, lexicon, idf = matter.question, matter.lexicon, matter.lexicon.index.idf
    around = surroundings(lexicon, match.statement, match.right)
    tokens = _judged(match, matter)
    asks = [(t, q) for t, q in tokens if question.asking(t.start)]
    told = [(t, q) for t, q in tokens if not question.asking(t.start)]
    met = [idf(t.text) * _share(t) for t, q in asks if q >= FOUND]
    left = [t for t, q in asks if q < FOUND]
    strange = [t for t in left if is_unwritten(t, lexicon)]
    return {
        "meets": float(satisfies(asked, match.right, match.statement)),
        "met": len(met),
        "met_rarity": sum(met),
        "told_met": sum(idf(t.text) * _share(t) for t, q in told if q >= FOUND),
        "told_left": sum(q < FOUND for _, q in told),
        "strange_left": sum(question.weights[t.start] for t in strange),
        "narrowing": sum(_narrows(t, tokens) for t in strange),
        "line_met": _line_met(around.own.words, matter),
        "pairs": len(_pairs(tokens) & {*bigrams(around.own.text), *bigrams(around.statement.text)}),
        "all_met": sum(q >= FOUND for _, q in tokens) / max(len(tokens), 1),
        "unwritten": sum(is_unwritten(t, lexicon) for t, _ in tokens) / max(len(tokens), 1),
        "of_department": float(match.statement.is_department),
    }


def is_contradicted(match: Match, matter: Matter) -> bool:
    """Whether something tells against a line, however close it is: it is asked of new people and the line is
    not about them, or nothing but the name of its holder has what is asked about."""
    question = matter.question
    tokens = _judged(match, matter)
    met = [t for t, q in tokens if q >= FOUND]
    newcomers = any(is_newcomer(t.text) for t, q in tokens if q < FOUND and question.asking(t.start))
    named = all(t.kind is TokenKind.ROLE for t in met)  # what is said of whom, but not what
    borrowed = any(t.start in matter.heads and not _is_own(t, match, matter.lexicon) for t in met)
    return newcomers or named or borrowed


def says_little(match: Match, matter: Matter) -> bool:
    """Whether fewer than two words of the question speak for a line; all of those told before it are one."""
    question = matter.question
    tokens = _judged(match, matter)
    left = any(q < FOUND and question.asking(t.start) for t, q in tokens)
    met = [t for t, q in tokens if q >= FOUND]
    speaking = sum(question.asking(t.start) for t in met) + any(not question.asking(t.start) for t in met)
    alone = not left and longest_run(matter.text, match.statement.folded) >= _LONG_RUN
    return speaking < _LEAST_MET and not alone


def _is_own(token: Token, match: Match, lexicon: Lexicon) -> bool:
    """Whether a word that is met is met by a right's own clause, not by the name of its holder alone."""
    own = surroundings(lexicon, match.statement, match.right).own
    groups = lexicon.thesaurus.groups(token.text)
    return is_unwritten(token, lexicon) or token.text in own.text or not groups.isdisjoint(own.groups)


def is_plain(match: Match, matter: Matter) -> bool:
    """Whether a line leaves no word of weight unexplained, or explains one of three characters and more:
    such words are seldom met by chance."""
    tokens = _judged(match, matter)
    left = (t for t, q in tokens if q < FOUND and not is_of_wanting(matter.question.text, t))
    return not any(left) or any(len(t.text) >= _LONG and q >= NEARLY for t, q in tokens)


def is_of_strange(match: Match, matter: Matter) -> bool:
    """Whether only what is done is asked, to a thing told before that no document has: 电脑坏了,谁修."""
    lexicon, question = matter.lexicon, matter.question
    tokens = _judged(match, matter)
    asked = [t for t, _ in tokens if question.asking(t.start)]
    verbs = verb_positions((t for t, _ in tokens), lexicon.thesaurus)
    things = (t for t, q in tokens if q < FOUND and not question.asking(t.start) and t.start not in verbs)
    only_done = all(t.start in verbs for t in asked)
    return only_done and any(lexicon.segmenter.knows(t.text) and is_unwritten(t, lexicon) for t in things)


def _judged(match: Match, matter: Matter) -> list[tuple[Token, float]]:
    """The words of the matter, each with how well it is explained in the mean."""
    words = (t for t in matter.tokens if t.kind is not TokenKind.MARK)
    return [(t, mean) for t in words if (mean := match.mean(t.start, t.end)) is not None]


def _share(token: Token) -> float:
    return _SOFT_SHARE if token.text in phrases().soft else 1.0


def _narrows(token: Token, tokens: Iterable[tuple[Token, float]]) -> bool:
    """Whether a strange word stands right before an explained one: it may say of another kind."""
    return any(t.start == token.end and q >= FOUND for t, q in tokens)


def _pairs(tokens: Iterable[tuple[Token, float]]) -> set[str]:
    return set(bigrams("".join(t.text for t, _ in tokens)))


def _line_met(words: Iterable[str], matter: Matter) -> float:
    """The share of a right's own words that the question has, or words of the same meaning; by rarity."""
    lexicon, text = matter.lexicon, matter.question.text
    groups = frozenset[int]().union(*(lexicon.thesaurus.groups(t.text) for t in matter.tokens))
    total = found = 0.0
    for word in words:
        if len(word) > 1:
            rare = lexicon.index.idf(word)
            total += rare
            found += rare * (word in text or not groups.isdisjoint(lexicon.thesaurus.groups(word)))
    return found / total if total else 0.0
