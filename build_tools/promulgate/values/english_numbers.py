"""English number words, both ways: `one hundred and fifty` is 150."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORTH = {
    **{word: number for number, word in enumerate(_SMALL)},
    **{word: 20 + 10 * index for index, word in enumerate(_TENS)},
    "hundred": 100,
    **_SCALES,
    "fourty": 40,
}
NUMBER_WORD = "|".join(sorted(_WORTH, key=len, reverse=True))
HINT = re.compile(rf"(?i)\b(?:{NUMBER_WORD}|once|twice|both|half|thirds?|first|second|third|fifth|\w+th)\b")
"""Cheap test whether a text has English number words at all."""
_RUN = re.compile(
    rf"(?i)\b(?:a\s+(?=hundred|thousand|million|billion))?(?:{NUMBER_WORD})\b(?:(?:\s+and\s+|\s*-\s*|\s+)(?:{NUMBER_WORD})\b)*"
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS_ORDINALS = [word[:-1] + "ieth" for word in _TENS]
ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_ORDINALS, 1)},
    **{word: 20 + 10 * index for index, word in enumerate(_TENS_ORDINALS)},
    **{
        f"{tens}-{word}": 20 + 10 * index + number
        for index, tens in enumerate(_TENS)
        for number, word in enumerate(_ORDINALS[:9], 1)
    },
}
"""Ordinal words up to ninety-ninth."""
ORDINAL_WORD = "|".join(sorted((word.replace("-", r"[-\s]") for word in ORDINALS), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words: where it stands, what it is, and of how many words it is made."""

    start: int
    end: int
    number: int
    words: int


def find(text: str) -> Iterator[WordNumber]:
    """Every number in words; `thirty and sixty` are two."""
    for run in _RUN.finditer(text):
        yield from _divide(text, run.start(), run.end())


def _divide(text: str, start: int, end: int) -> Iterator[WordNumber]:
    """The numbers in a run of number words, each as long as English allows."""
    first, last, words = start, start, 0
    total = current = 0
    ceiling = 10**15
    joined = False
    for word in _WORD.finditer(text, start, end):
        key = word[0].lower()
        if key in ("a", "and"):
            joined = key == "and"
            if key == "a":
                first, words, total, current, ceiling = word.start(), 0, 0, 1, 10**15
            continue
        worth = _WORTH[key]
        fits = _fits(worth, total, current, ceiling, words > 0, joined)
        if words and not fits:
            yield WordNumber(first, last, total + current, words)
            words = total = current = 0
            ceiling = 10**15
        if not words and text[first : first + 1].lower() != "a":
            first = word.start()
        elif not words and current == 0:
            first = word.start()
        if worth >= 1000:
            total += max(current, 1) * worth
            current, ceiling = 0, worth
        elif worth == 100:
            current = max(current, 1) * 100
        else:
            current += worth
        words += 1
        last, joined = word.end(), False
    if words:
        yield WordNumber(first, last, total + current, words)


def _fits(worth: int, total: int, current: int, ceiling: int, started: bool, joined: bool) -> bool:
    """Whether a word worth so much can go on with the number read so far."""
    if not started:
        return True
    if worth >= 1000:
        return current > 0 and worth < ceiling and not joined
    if worth == 100:
        return 0 < current < 100 and not joined
    if joined and current % 100:
        return False
    if joined and not (current or total):
        return False
    if worth == 0:
        return False
    if worth >= 10:
        return current % 100 == 0
    return current % 10 == 0 and current % 100 != 10 and not (joined and current % 100)


def in_words(number: int) -> str:
    """A whole number up to the billions in English words."""
    if number < 20:
        return _SMALL[number]
    if number < 100:
        return _TENS[number // 10 - 2] + (f"-{_SMALL[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {in_words(number % 100)}" if number % 100 else ""
        return f"{_SMALL[number // 100]} hundred{rest}"
    name, worth = next((name, worth) for name, worth in reversed(_SCALES.items()) if number >= worth)
    rest = number % worth
    joint = " and " if 0 < rest < 100 else " "
    return f"{in_words(number // worth)} {name}" + (f"{joint}{in_words(rest)}" if rest else "")
