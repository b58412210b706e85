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
        ("ten one", [10, 1]),
        ("sixty ten", [60, 10]),
        ("eleven one", [11, 1]),
        ("a hundred ten five", [110, 5]),
        ("five and six", [5, 6]),
        ("one hundred and one and one", [101, 1]),
        ("five zero", [5, 0]),
        ("twenty hundred", [2000]),
        ("hundred hundred", [100, 100]),
        ("two hundred hundred", [200, 100]),
        ("one thousand and one hundred", [1100]),
        ("a thousand and a hundred", [1000, 100]),
        ("one hundred and five thousand", [105_000]),
        ("thousand million", [10**9]),
        ("one million million", [10**12]),
        ("two thousand thousand", [2000, 1000]),
        ("one billion million", [10**9, 10**6]),
        ("two million five hundred thousand", [2_500_000]),
        ("the twenty-first of thirty", [30]),
    ],
)
def test_english_runs_are_divided_where_the_language_does(words: str, numbers: list[int]) -> None:
    assert [word.number for word in english_numbers.find(words)] == numbers


@pytest.mark.parametrize("words", ["ห้ามมิให้", "สามารถ", "สามัญ", "พันธะ", "ร้อยละ", "หกล้ม", "สองสามวัน", "เก้าอี้", "สามี"])
def test_other_thai_words_are_no_numbers(words: str) -> None:
    assert list(thai_numbers.find(words)) == []


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("หนึ่งร้อยสิบ", [110]),
        ("ร้อยเอ็ด", [101]),
        ("แสนล้าน", [10**11]),
        ("ล้านล้าน", [10**12]),
        ("หนึ่งล้านสองแสนล้าน", [12 * 10**11]),
        ("ห้าสิบหกสิบ", [50, 60]),
        ("สองร้อยสองพัน", [200, 2000]),
        ("สองสามร้อย", [2, 300]),
        ("หนึ่งแสนห้าแสน", [100_000, 500_000]),
        ("ร้อยพัน", [100, 1000]),
        ("ศูนย์ร้อย", [0, 100]),
        ("ร้อยศูนย์", [100, 0]),
    ],
)
def test_thai_runs_are_divided_where_the_language_does(words: str, numbers: list[int]) -> None:
    found = list(thai_numbers.find(words))
    assert [word.number for word in found] == numbers
    assert "".join(words[word.start : word.end] for word in found) == words
