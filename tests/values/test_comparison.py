"""Which values of a sentence and its translation are the same, and which are not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.values import Difference, Known, differences, extract, known_of
from tests.values.spelling import in_english, in_thai

SENTENCES = Path(__file__).parent


def pairs(name: str, *, of: int) -> list[tuple[str, ...]]:
    """What stands in each line of a file, in `of` columns."""
    lines = (SENTENCES / name).read_text(encoding="utf-8").splitlines()
    return [tuple(column.strip() for column in line.split("|||", of - 1)) for line in lines]


def found(first: str, second: str, language: str = "th") -> str:
    """What differs, as the files with divergent sentences tell it: a value, a stroke, and what stands for it there.

    A value alone stands beside a dash; `=` means the same amount in another unit.
    """
    lenient = language.split("-", maxsplit=1)[0] not in ("th", "en")
    known = known_of(language), Known.IN_FULL
    values = extract(first, language), extract(second, "en")
    return "; ".join(map(_told, differences(*values, lenient=lenient, words_known=known)))


def _told(difference: Difference) -> str:
    first, second = (value.written if value else "–" for value in (difference.first, difference.second))
    return f"{first} {'=' if difference.same_amount else '/'} {second}"


@pytest.mark.parametrize(("thai", "english"), pairs("faithful.txt", of=2))
def test_a_faithful_sentence_has_no_difference(thai: str, english: str) -> None:
    assert found(thai, english) == ""


@pytest.mark.parametrize(("thai", "english", "told"), pairs("divergent.txt", of=3))
def test_a_divergent_sentence_has_these_differences(thai: str, english: str, told: str) -> None:
    assert found(thai, english) == told


@pytest.mark.parametrize(("language", "text", "english"), pairs("faithful_elsewhere.txt", of=3))
def test_other_languages_are_read_by_general_rules(language: str, text: str, english: str) -> None:
    assert found(text, english, language) == ""


@pytest.mark.parametrize(("language", "text", "english", "told"), pairs("divergent_elsewhere.txt", of=4))
def test_divergence_shows_in_other_languages(language: str, text: str, english: str, told: str) -> None:
    assert found(text, english, language) == told


def test_a_digit_changed_in_either_language_is_found() -> None:
    made, missed = 0, []
    for language, text, english in pairs("faithful_elsewhere.txt", of=3)[::7]:
        once = [{digits for digits, times in _digits(words).items() if times == 1} for words in (text, english)]
        for digits in sorted(once[0] & once[1]):
            for changed in ((_with_another(digits, text), english), (text, _with_another(digits, english))):
                made += 1
                contradicts = any(
                    value.contradiction for value in (*extract(changed[0], language), *extract(changed[1], "en"))
                )
                if not contradicts and not found(*changed, language):
                    missed.append((language, *changed))
    assert made > 200
    assert len(missed) <= made // 100, missed


def _digits(words: str) -> Counter[int]:
    return Counter(int(digits) for digits in re.findall(r"\d+", words))


def _with_another(number: int, words: str) -> str:
    """The words with another last digit of the number, in the script it is written in."""

    def another(match: re.Match[str]) -> str:
        last = match[0][-1]
        digit = unicodedata.decimal(last)
        return match[0][:-1] + chr(ord(last) - digit + (digit + 1) % 10) if int(match[0]) == number else match[0]

    return re.sub(r"\d+", another, words)


def test_which_language_comes_first_changes_nothing() -> None:
    thai = [("th", *pair[:2]) for name in ("faithful.txt", "divergent.txt") for pair in pairs(name, of=3)]
    others = [pair[:3] for name in ("faithful_elsewhere.txt", "divergent_elsewhere.txt") for pair in pairs(name, of=4)]
    changed = []
    for language, text, english in [*thai, *others]:
        lenient, one, other = language not in ("th", "en"), extract(text, language), extract(english, "en")
        forth = differences(one, other, lenient=lenient, words_known=(known_of(language), Known.IN_FULL))
        back = differences(other, one, lenient=lenient, words_known=(Known.IN_FULL, known_of(language)))
        if bool(forth) is not bool(back):
            changed.append((language, text, english))
    assert changed == []


def test_one_error_is_one_difference_with_both_values() -> None:
    (one,) = differences(extract("ภายใน 60 วัน และ 7 วัน", "th"), extract("within 7 days and thirty (30) days", "en"))
    assert one.first is not None
    assert one.second is not None
    assert (one.first.written, one.second.written) == ("60 วัน", "thirty (30) days")


def test_equal_periods_in_other_units_are_known_as_such() -> None:
    (one,) = differences(extract("12 เดือน", "th"), extract("one year", "en"))
    assert one.same_amount


def test_what_is_said_again_needs_no_second_counterpart() -> None:
    once, again = (
        extract("THB 200 for each 15 minutes", "en"),
        extract("15 นาทีละ 200 บาท เศษของ 15 นาทีคิดเป็น 15 นาที", "th"),
    )
    assert differences(again, once) == ()


def test_a_block_full_of_values_is_compared_in_the_end() -> None:
    first = extract(" ".join(f"{number} วัน" for number in range(10, 220)), "th")
    second = extract(" ".join(f"{number} baht" for number in range(11, 221)), "en")
    assert len(differences(first, second)) == 210


@given(st.integers(1, 9_999_999), st.sampled_from(["วัน/days", "บาท/baht", "เดือน/months", "%/%"]), st.data())
def test_any_way_of_writing_a_quantity_is_equal(number: int, unit: str, data: st.DataObject) -> None:
    thai_unit, english_unit = unit.split("/")
    thai = data.draw(st.sampled_from([f"{number}", f"{number:,}", in_thai(number)]))
    english = data.draw(st.sampled_from([f"{number}", f"{number:,}", in_english(number)]))
    assert not found(f"ไม่เกิน {thai} {thai_unit}", f"not more than {english} {english_unit}")
    assert found(f"ไม่เกิน {thai} {thai_unit}", f"not more than {number + 1} {english_unit}")
