"""Which values of a sentence and its translation are the same, and which are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.values import differences, extract
from tests.values.spelling import in_english, in_thai

SENTENCES = Path(__file__).parent


def sentences(name: str) -> list[tuple[str, str]]:
    """The sentences of a file and their translations, one pair a line."""
    lines = (SENTENCES / name).read_text(encoding="utf-8").splitlines()
    pairs = (line.split("|||") for line in lines)
    return [(thai.strip(), english.strip()) for thai, english in pairs]


FAITHFUL = sentences("faithful.txt")
"""As lawyers write and translate them."""
DIVERGENT = sentences("divergent.txt")


def sentences_elsewhere(name: str) -> list[tuple[str, str, str]]:
    """The sentences of a file in other languages: the language, the sentence and its English translation."""
    lines = (SENTENCES / name).read_text(encoding="utf-8").splitlines()
    return [
        (language.strip(), first.strip(), second.strip()) for language, first, second in (x.split("|||") for x in lines)
    ]


ELSEWHERE = sentences_elsewhere("faithful_elsewhere.txt")
ELSEWHERE_DIVERGENT = sentences_elsewhere("divergent_elsewhere.txt")


def differ(first: str, second: str, language: str = "th") -> bool:
    lenient = language.split("-", maxsplit=1)[0] not in ("th", "en")
    return bool(differences(extract(first, language), extract(second, "en"), lenient=lenient))


@pytest.mark.parametrize(("thai", "english"), FAITHFUL)
def test_a_faithful_sentence_has_no_difference(thai: str, english: str) -> None:
    assert not differ(thai, english)


@pytest.mark.parametrize(("thai", "english"), DIVERGENT)
def test_a_divergent_sentence_has_a_difference(thai: str, english: str) -> None:
    assert differ(thai, english)


@pytest.mark.parametrize(("language", "text", "english"), ELSEWHERE)
def test_other_languages_are_read_by_general_rules(language: str, text: str, english: str) -> None:
    assert not differ(text, english, language)


@pytest.mark.parametrize(("language", "text", "english"), ELSEWHERE_DIVERGENT)
def test_divergence_shows_in_other_languages(language: str, text: str, english: str) -> None:
    assert differ(text, english, language)


def test_one_error_is_one_difference_with_both_values() -> None:
    (found,) = differences(extract("ภายใน 60 วัน และ 7 วัน", "th"), extract("within 7 days and thirty (30) days", "en"))
    assert found.first is not None
    assert found.second is not None
    assert (found.first.written, found.second.written) == ("60 วัน", "thirty (30) days")


def test_equal_periods_in_other_units_are_known_as_such() -> None:
    (found,) = differences(extract("12 เดือน", "th"), extract("one year", "en"))
    assert found.same_amount


def test_a_block_full_of_values_is_compared_in_the_end() -> None:
    first = extract(" ".join(f"{number} วัน" for number in range(10, 220)), "th")
    second = extract(" ".join(f"{number} baht" for number in range(11, 221)), "en")
    assert len(differences(first, second)) == 210


@given(st.integers(1, 9_999_999), st.sampled_from(["วัน/days", "บาท/baht", "เดือน/months", "%/%"]), st.data())
def test_any_way_of_writing_a_quantity_is_equal(number: int, unit: str, data: st.DataObject) -> None:
    thai_unit, english_unit = unit.split("/")
    thai = data.draw(st.sampled_from([f"{number}", f"{number:,}", in_thai(number)]))
    english = data.draw(st.sampled_from([f"{number}", f"{number:,}", in_english(number)]))
    assert not differ(f"ไม่เกิน {thai} {thai_unit}", f"not more than {english} {english_unit}")
    assert differ(f"ไม่เกิน {thai} {thai_unit}", f"not more than {number + 1} {english_unit}")
