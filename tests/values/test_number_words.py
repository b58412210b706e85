"""Number words are read back as what they say, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promulgate.values import english_numbers, thai_numbers
from tests.values.spelling import in_english, in_thai

NUMBERS = st.one_of(st.integers(0, 9_999_999), st.integers(0, 130), st.integers(10**6, 10**14))


@given(NUMBERS)
def test_thai_words_say_their_number(number: int) -> None:
    words = in_thai(number)
    (found,) = thai_numbers.find(f"แก่ {words} ราย")
    assert (found.start, found.end, found.number) == (4, 4 + len(words), number)


@given(NUMBERS)
def test_english_words_say_their_number(number: int) -> None:
    words = in_english(number)
    (found,) = english_numbers.find(f"for {words} people")
    assert (found.start, found.end, found.number) == (4, 4 + len(words), number)
    assert found.words == len([word for word in words.replace("-", " ").split() if word != "and"])


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("thirty and sixty", [30, 60]),
        ("a hundred and five", [105]),
        ("one or two million", [1, 2_000_000]),
        ("fifteen hundred", [1500]),
        ("two thousand and nineteen", [2019]),
        ("Twenty-One", [21]),
    ],
)
def test_english_runs_are_divided_where_the_language_does(words: str, numbers: list[int]) -> None:
    assert [word.number for word in english_numbers.find(words)] == numbers


@pytest.mark.parametrize("words", ["ห้ามมิให้", "สามารถ", "สามัญ", "พันธะ", "ร้อยละ", "หกล้ม", "สองสามวัน", "เก้าอี้", "สามี"])
def test_other_thai_words_are_no_numbers(words: str) -> None:
    assert list(thai_numbers.find(words)) == []
