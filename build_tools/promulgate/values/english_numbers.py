"""English number words: `one hundred and fifty` is 150."""

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

_ENDING = rf"\b(?<!ty(?=[-\s](?:{'|'.join(word for word in _ORDINALS[:9] if word != 'second')})\b))"
"""No number ends before what makes it an ordinal, `twenty-first`; `twenty-second` may be so many seconds."""
_RUN = re.compile(
    rf"(?i)\b(?:a\s+(?=hundred|thousand|million|billion))?(?:{NUMBER_WORD}){_ENDING}"
    rf"(?:(?:\s+and\s+|\s*-\s*|\s+)(?:{NUMBER_WORD}){_ENDING})*"
)
_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WordNumber:
    """A number in words: where it stands, what it is, and of how many words it is made.

    `others` is what it may be as well where it is not known how a language joins its words.
    """

    start: int
    end: int
    number: int
    words: int
    others: tuple[int, ...] = ()


def find(text: str) -> Iterator[WordNumber]:
    """Every number in words; `thirty and sixty` are two."""
    for run in _RUN.finditer(text):
        yield from _divide(text, run.start(), run.end())


class _Reader:
    """One number in the making: what was said so far, and what may follow."""

    def __init__(self) -> None:
        self.total = self.current = self.words = 0
        self.ceiling = 10**15
        self.joined = False

    @property
    def number(self) -> int:
        return self.total + self.current

    def fits(self, worth: int) -> bool:
        """Whether a word worth so much can go on with the number."""
        if not self.words:
            return True
        if worth >= 1000:
            scaled_again = worth >= 10**6 and worth >= self.ceiling and self.total > 0 and not self.current
            return not self.joined and (scaled_again or (self.current > 0 and worth < self.ceiling))
        if worth == 100:
            return 0 < self.current < 100 and not self.joined
        if worth == 0 or (self.joined and self.current % 100):
            return False
        return self.current % 100 == 0 if worth >= 10 else self.current % 10 == 0 and self.current % 100 != 10

    def add(self, worth: int) -> None:
        """Go on with a word worth so much."""
        if worth >= 1000 and not self.current and self.total:
            self.total, self.ceiling = self.total * worth, worth
        elif worth >= 1000:
            self.total += max(self.current, 1) * worth
            self.current, self.ceiling = 0, worth
        elif worth == 100:
            self.current = max(self.current, 1) * 100
        else:
            self.current += worth
        self.words += 1
        self.joined = False


def _divide(text: str, start: int, end: int) -> Iterator[WordNumber]:
    """The numbers in a run of number words, each as long as English allows."""
    reader, first, last = _Reader(), start, start
    joined: tuple[WordNumber, int] | None = None
    for word in _WORD.finditer(text, start, end):
        key = word[0].lower()
        if key == "a":
            first = word.start()
            continue
        if key == "and":
            reader.joined = True
            joined = WordNumber(first, last, reader.number, reader.words), word.end()
            continue
        if joined and _WORTH[key] >= 1000 and not reader.fits(_WORTH[key]):
            # `two thousand and ten thousand`: the larger number began after the `and`
            yield joined[0]
            yield from _divide(text, joined[1], end)
            return
        if not reader.fits(_WORTH[key]):
            joined = None
            yield WordNumber(first, last, reader.number, reader.words)
            reader, first = _Reader(), word.start()
        elif not reader.words and text[first : first + 1].lower() != "a":
            first = word.start()
        reader.add(_WORTH[key])
        last = word.end()
    if reader.words:
        yield WordNumber(first, last, reader.number, reader.words)
