"""What a text must have for a pattern to be found in it."""

import pytest

from knowledge.questions.phrases import phrases
from knowledge.regex import begins_with, every_needed, may_stand, needed, sifted


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("由谁批", "由"),
        ("(?:要|得)?谁签", "谁"),
        ("(?:谁|哪位)批?", "谁哪"),
        ("[收付]款", "款"),
        ("(?<=由)[^,]{1,3}(?!批)", "由"),
        ("(?:批|审)*", ""),
        ("[^谁]+", ""),
        ("(?:谁|.)批?", ""),
        ("(?i)a谁", ""),
        ("(谁)?\\1[一-九]", ""),
    ],
)
def test_what_a_pattern_needs(pattern: str, needs: str) -> None:
    assert needed(sifted(pattern)) == frozenset(needs)


def test_all_that_a_pattern_needs() -> None:
    pattern = sifted("(?:谁|哪位)[^,]*?批[准复]?(?:假|条)")
    assert every_needed(pattern) == (frozenset("批"), frozenset("谁哪"), frozenset("假条"))
    assert may_stand(pattern, "谁来批假")
    assert pattern.search("谁来批假")
    assert not may_stand(pattern, "谁来批")
    assert not may_stand(pattern, "批假")


def test_every_rewriting_needs_something_that_it_is_found_in() -> None:
    patterns = [pattern for pattern, _ in phrases().rewritten]
    assert all(map(needed, patterns))


@pytest.mark.parametrize(
    ("pattern", "begins"),
    [
        ("由谁批", "由"),
        ("(?:要|得)?谁签", "要得谁"),
        ("(?:谁|哪位)?批?", "谁哪批"),
        ("[收付]款", "收付"),
        ("(?<=由)(?!批)(?:领|导)+", "领导"),
        ("(?:请|帮)*?(?:说|讲)", "请帮说讲"),
        ("^我(?=是|$)", "我"),
        ("[^谁]批", None),
        (".批", None),
        ("(?:谁|\\d)批", None),
        ("(谁)?\\1批", None),
    ],
)
def test_what_a_pattern_begins_with(pattern: str, begins: str | None) -> None:
    assert begins_with(pattern) == (None if begins is None else frozenset(begins))
