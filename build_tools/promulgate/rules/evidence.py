"""What speaks for two blocks, or two sections, being each other's translation. Nothing here decides a finding.

Evidence is what survives translation: how long a text is, its numbers, where its links lead, its code, the Latin words
that stand in both (names, loan words in parentheses).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from promulgate.dates import BUDDHIST_ERA_OFFSET
from promulgate.model import Block, Text
from promulgate.rules.scripts import usual_length

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{2,}")
_BUDDHIST_YEARS = range(2400, 2700)
_PRIOR = 2000
"""Characters of text the usual proportion of two languages counts for, beside what the two texts show themselves."""
_VARIANCE = 6.8
"""Of the length of a translation, per character (Gale and Church, 1993)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one block or section offers for comparison."""

    length: int
    numbers: frozenset[str]
    targets: frozenset[str]
    code: frozenset[str]
    latin: frozenset[str]


def evidence_of(blocks: Iterable[Block], title: str = "") -> Evidence:
    """The evidence in the words of `title` and `blocks` together."""
    listed = list(blocks)
    words = " ".join([title, *(block.text for block in listed)])
    return Evidence(
        length=len(words),
        numbers=frozenset(_numbers(words)),
        targets=frozenset(
            [_target(link.target) for block in listed for link in block.links]
            + [image.source for block in listed for image in block.images]
            + [f"[^{label}]" for block in listed for label in block.footnotes]
        ),
        code=frozenset(code for block in listed for code in block.code),
        latin=frozenset(word.casefold() for word in _LATIN_WORD.findall(words)),
    )


def proportion(first: Text, second: Text) -> float:
    """Characters of the first text for one of the second."""
    usual = usual_length(first.language) / usual_length(second.language)
    return (_length(first) + usual * _PRIOR) / (_length(second) + _PRIOR)


def _length(text: Text) -> int:
    return sum(len(block.text) for section in text.sections for block in section.blocks)


def similarity(first: Evidence, second: Evidence, ratio: float) -> float:
    """How much speaks for two texts being each other's translation: about -2 (nothing) to 4 (everything).

    `ratio` is the usual length of the first language relative to the second.
    """
    return (
        _likeness_of_length(first.length, second.length * ratio)
        + 1.2 * _overlap(first.numbers, second.numbers)
        + 1.2 * _overlap(first.targets, second.targets)
        + 0.8 * _overlap(first.code, second.code)
        + _shared_words(first, second)
    )


def _likeness_of_length(first: float, second: float) -> float:
    deviation = abs(first - second) / math.sqrt(_VARIANCE * max(1.0, (first + second) / 2))
    return 0.6 - 0.3 * min(4.0, deviation)


def _overlap(first: frozenset[str], second: frozenset[str]) -> float:
    """1 for the same things, -0.5 for nothing in common, 0 where neither has any."""
    if not first and not second:
        return 0.0
    return 1.5 * len(first & second) / len(first | second) - 0.5


def _shared_words(first: Evidence, second: Evidence) -> float:
    """Latin words in common, as far as the side with fewer of them goes; only what they share speaks."""
    fewer = min(len(first.latin), len(second.latin))
    return 0.0 if not fewer else len(first.latin & second.latin) / fewer


def _numbers(words: str) -> Iterable[str]:
    for match in _NUMBER.finditer(words):
        digits = "".join(str(int(character)) if character.isdecimal() else "" for character in match[0])
        number = int(digits[:15])
        yield str(number - BUDDHIST_ERA_OFFSET if number in _BUDDHIST_YEARS else number)


def _target(address: str) -> str:
    """Where a link leads, without what may differ between languages: a language in the path, the host's spelling."""
    parts = urlsplit(address)
    path = re.sub(r"^/?[a-z]{2}(?=/|$)", "", parts.path)
    return f"{parts.netloc.casefold()}{path}#{parts.fragment}"
