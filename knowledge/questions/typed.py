"""A question as typed, made ready for reading: pinyin to Chinese, English post names, doubled verbs,
blanks."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from knowledge.actions import actions
from knowledge.questions.lexicon import Lexicon
from knowledge.questions.mention import Token, TokenKind
from knowledge.questions.parted_verb import joined
from knowledge.questions.phrases import phrases, rewrite
from knowledge.questions.repair import Repaired, Speller
from knowledge.questions.shared_tail import with_whole_names
from knowledge.regex import may_stand, regex, sifted
from knowledge.roles.grades import grades
from knowledge.text import bigrams, fold

_INFLECTED = regex(r"[a-z]{3,}(?:s|d|ing)\b")
_DAYS_OFF = sifted(
    r"(?<![请\d.一二两三四五六七八九十半])[清晴情休]?((?:\d+|[一二两三四五六七八九十半]+)个?(?:工作日|天|日|周|月|星期|礼拜))的?假(?!期|如|设)|(?<=请)((?:\d+|[一二两三四五六七八九十半]+)个?(?:工作日|天|日|周|月|星期|礼拜))的?[架价加嫁](?=[,。?要需的]|$)"
)
_KIND_OF_LEAVE = sifted(  # 请两天年假 → 年假两天
    r"(?:请|休)了?((?:\d+|[一二两三四五六七八九十半]+)个?(?:工作日|天|日|周|月|星期|礼拜))的?(年|病|事|婚|产|陪产|丧|探亲|育儿)假(?!期)"
)
_ONE_DAY = sifted(r"(?<=[假差休])一(?=[天日])|一(?=[天日](?:以内|以上|以下|之内|的?[事病年婚产丧护]?假))")
_SPENT = sifted(
    r"(?:要|得|需要|共|一共|预计|大概)?(?:多|再|另|只)?花(?:了|掉|费|去)?(?:大概|差不多|将近)?(?=[\d一二两三四五六七八九十][\d.,万千百十几]*(?:块|元|万|千|百|多))"
)
_DISCOUNT = sifted(
    r"(?<!打折)(?<![\d.一二三四五六七八九])(?:[打压降砍杀谈]|让价|降价)?到?((?:\d+(?:\.\d+)?|[一二三四五六七八九]{1,2})折)(?!扣|旧|算|腾|返|让)"
)
_EXPENSE = "费用"
_REPLACED = (TokenKind.ROLE, TokenKind.PLACE, TokenKind.WORD)
_MEASURED = sifted(
    "(?P<verb>[\u4e00-\u9fff])(?:了|一)?(?:[个次回张份台节趟笔辆间套])(?P<noun>[\u4e00-\u9fff])(?!个)"
)
_DOUBLED = regex("(?P<verb>[\u4e00-\u9fff])不(?P=verb)")


@dataclass(frozen=True, slots=True)
class Typed:
    """`repair`: the compact text with wrong characters put right; `breaks`: where blanks stood in it;
    `doubled`:
    whether a verb was doubled (批不批), which asks whether."""

    repair: Repaired
    breaks: frozenset[int]
    doubled: bool


def make_ready(raw: str, lexicon: Lexicon, speller: Speller) -> Typed:
    """The question's text as it is read."""
    folded = fold(raw.encode("utf-8", "replace").decode("utf-8")).strip()  # a lone surrogate is no character
    if any("a" <= character <= "z" for character in folded):
        folded = speller.read_pinyin(folded, lexicon.latin)
        folded = _english_prefixes(_english_posts(folded, lexicon), lexicon)
        folded = _INFLECTED.sub(lambda found: _stem(found.group(), lexicon), folded)
    folded = phrases().polite.sub("", folded)
    folded = rewrite(folded)
    folded = _put(_MEASURED, lambda found: _unmeasured(found, lexicon), folded)
    for word, meant in phrases().spelled.items():
        folded = folded.replace(word, meant)
    folded = with_whole_names(folded, lexicon)
    folded = _put(_SPENT, lambda found: _spent(found, lexicon), folded)
    folded, doubled = _undouble(_unsplit(folded))
    compacted, breaks = _compact(folded)
    return Typed(speller.repair(compacted), breaks, doubled)


def spelled_out(typed: Typed, tokens: Iterable[Token], full: Mapping[str, str]) -> Typed:
    """The question with the company's own words in it replaced by what they stand for."""
    text, breaks, changed = "", set[int](), set[int]()
    for token in tokens:
        here, own = range(token.start, token.end), token.text in full and token.kind in _REPLACED
        word = full[token.text] if own else token.text
        breaks |= {
            len(text) + i - token.start for i in here if i in typed.breaks and not (own and i > token.start)
        }
        breaks |= {len(text), len(text) + len(word)} if own else set()
        if own and not typed.repair.changed.isdisjoint(here):
            changed |= set(range(len(text), len(text) + len(word)))
        elif not own:
            changed |= {len(text) + i - token.start for i in here if i in typed.repair.changed}
        text += word
    return replace(
        typed, repair=replace(typed.repair, text=text, changed=frozenset(changed)), breaks=frozenset(breaks)
    )


def _put(pattern: re.Pattern[str], instead: str | Callable[[re.Match[str]], str], folded: str) -> str:
    """A text with what a pattern of `sifted` finds replaced; most have nothing of the kind."""
    return pattern.sub(instead, folded) if may_stand(pattern, folded) else folded


def _days_off(found: re.Match[str]) -> str:
    """请假 with the days behind it."""
    return f"请假{found[1]}" if found[1] else f"假{found[2]}"


def _unsplit(folded: str) -> str:
    """A word that an amount has split put together again, the amount behind it (请3天假 → 请假3天)."""
    folded = _put(_KIND_OF_LEAVE, r"\2假\1", folded)
    folded = _put(_ONE_DAY, "1", folded)  # a plain 一天 tells no number of days
    folded = _put(_DISCOUNT, r"打折\1", _put(_DAYS_OFF, _days_off, folded))
    return joined(phrases().separable.sub(lambda m: m.group()[0] + m.group()[-1] + m.group()[1:-1], folded))


def _spent(found: re.Match[str], lexicon: Lexicon) -> str:
    """What 花 before an amount stands for: an expense; little more than the amount where words before it
    tell what about."""
    if not lexicon.writes(_EXPENSE):
        return ""
    general = phrases().soft | phrases().filler
    told = bigrams(found.string[: found.start()])
    return "花费" if any(word in lexicon.words and word not in general for word in told) else _EXPENSE


def _unmeasured(found: re.Match[str], lexicon: Lexicon) -> str:
    """A word that a measure word has split put together again (调个班 → 调班), where it is one."""
    verb, word = found["verb"], found["verb"] + found["noun"]
    acts = lexicon.thesaurus.is_act(verb) or bool(lexicon.thesaurus.groups(verb)) or verb in actions().asked
    known = word in lexicon.pairs or bool(lexicon.thesaurus.groups(word))
    alone = found["noun"] == "人" or found.group() in phrases().kinds  # 主管|一个人
    return word if acts and known and not alone else found.group()


def _undouble(folded: str) -> tuple[str, bool]:
    """A doubled verb (录不录用) as one (录用), and whether there was any; 能不能 and the like are words."""
    known = phrases().kinds
    kept = _DOUBLED.sub(lambda m: m.group() if m.group() in known else m["verb"], folded)
    return kept, kept != folded


def _english_posts(folded: str, lexicon: Lexicon) -> str:
    """English last words of post names in Chinese (qa engineer → qa工程师), where no name of a role has
    them."""
    for english, chinese in grades().english.items():
        if f"line {english}" in folded:
            continue
        if english in folded and not lexicon.names_have(english):
            folded = re.sub(rf"\b{english}s?\b", chinese, folded)
    return folded


def _english_prefixes(folded: str, lexicon: Lexicon) -> str:
    """English first words of post names in Chinese (HR经理), where no name of a role has them."""
    for english, chinese in grades().prefixes.items():
        if english in folded and not lexicon.names_begin(english):
            folded = re.sub(
                rf"(?<![a-z]){english} ?(?=[\u4e00-\u9fff]?(?:经理|主管|专员|总监|主任|负责人))",
                chinese,
                folded,
            )
    return folded


def _stem(word: str, lexicon: Lexicon) -> str:
    """An English word as the tables have it (approves → approve); itself where they have it or nothing like
    it."""
    if word in lexicon.latin:
        return word
    stems = (word[: len(word) - cut] + more for cut, more in ((1, ""), (2, ""), (3, ""), (3, "e")))
    return next((stem for stem in stems if len(stem) > 2 and lexicon.knows(stem)), word)


def _compact(folded: str) -> tuple[str, frozenset[int]]:
    """The text without blanks, and the positions where a blank stood."""
    text, breaks = "", set()
    for character in folded:
        if character.isspace():
            breaks.add(len(text))
        else:
            text += character
    return text, frozenset(breaks)
