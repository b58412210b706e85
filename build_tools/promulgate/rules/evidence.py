"""What speaks for two blocks, or two sections, being each other's translation. Nothing here decides a finding.

Evidence is what survives translation: how long a text is, its numbers, where its links lead, its code, the Latin words
that stand in both (names, loan words in brackets), and the meanings of its common words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from urllib.parse import urlsplit

from promulgate.model import Block, Text
from promulgate.rules.caching import once_per_pair
from promulgate.rules.meanings import meanings
from promulgate.rules.scripts import length_in_english
from promulgate.values import Weight, extract

_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]{2,}")
_PRIOR = 2000
"""Characters of text the usual proportion of two languages counts for, beside what the two texts show themselves."""
_VARIANCE = 6.8
"""Of the length of a translation, per character (Gale and Church, 1993)."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one block or section offers for comparison."""

    length: float
    """As it would be in English, about."""
    numbers: frozenset[str]
    targets: frozenset[str]
    code: frozenset[str]
    latin: frozenset[str]
    meanings: frozenset[str]


def evidence_of(blocks: Iterable[Block], language: str, title: str = "") -> Evidence:
    """The evidence in the words of `title` and `blocks` together."""
    listed = list(blocks)
    words = " ".join([title, *(block.text for block in listed)])
    return Evidence(
        length=length_in_english(words, language),
        numbers=frozenset(_numbers((title, *(block.text for block in listed)), language)),
        targets=frozenset(
            [_target(link.target) for block in listed for link in block.links]
            + [image.source for block in listed for image in block.images]
            + [f"[^{label}]" for block in listed for label in block.footnotes]
        ),
        code=frozenset(code for block in listed for code in block.code),
        latin=frozenset(word.casefold() for word in _LATIN_WORD.findall(words)),
        meanings=meanings(words, language),
    )


@dataclass(frozen=True, slots=True)
class Scale:
    """What two texts as a whole say about the weight of evidence."""

    first: str
    second: str
    """The languages."""
    ratio: float
    """Length of the first text for one of the second, each as it would be in English."""
    weights: Mapping[str, float]
    """By meaning: how much it tells, more for rarer ones. A meaning found in one language only tells nothing."""

    def of_first(self, blocks: Iterable[Block], title: str = "") -> Evidence:
        """The evidence in blocks of the first text."""
        return evidence_of(blocks, self.first, title)

    def of_second(self, blocks: Iterable[Block], title: str = "") -> Evidence:
        """The evidence in blocks of the second text."""
        return evidence_of(blocks, self.second, title)

    def similarity(self, first: Evidence, second: Evidence) -> float:
        """How much speaks for two texts being each other's translation: about -3 (nothing) to 6 (everything)."""
        return (
            likeness_of_length(first.length, second.length * self.ratio)
            + 1.2 * _overlap(first.numbers, second.numbers)
            + 1.2 * _overlap(first.targets, second.targets)
            + 0.8 * _overlap(first.code, second.code)
            + _shared_words(first, second)
            + 2.0 * self._shared_meanings(first, second)
        )

    def _shared_meanings(self, first: Evidence, second: Evidence) -> float:
        """The weight of what both mean against the weight of what either does: 1 for all, -0.5 for nothing."""
        one = sum(self.weights.get(meaning, 0.0) for meaning in first.meanings)
        other = sum(self.weights.get(meaning, 0.0) for meaning in second.meanings)
        if not one or not other:
            return 0.0
        shared = sum(self.weights.get(meaning, 0.0) for meaning in first.meanings & second.meanings)
        return 3.0 * shared / (one + other) - 0.5


@once_per_pair
def scale_of(first: Text, second: Text) -> Scale:
    """The scale on which blocks of two texts are compared."""
    counts: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    lengths = [0.0, 0.0]
    blocks = 0
    for side, text in enumerate((first, second)):
        for section in text.sections:
            blocks += len(section.blocks)
            for block in section.blocks:
                lengths[side] += length_in_english(block.text, text.language)
                counts[side].update(meanings(block.text, text.language))
    ratio = (lengths[0] + _PRIOR) / (lengths[1] + _PRIOR)
    # A meaning of a title or of another version may be missing here; it then weighs as one that stands once.
    both = counts[0].keys() & counts[1].keys()
    weights = {meaning: math.log(1 + blocks / (counts[0][meaning] + counts[1][meaning])) for meaning in both}
    return Scale(first.language, second.language, ratio, weights)


def likeness_of_length(first: float, second: float) -> float:
    """0.6 for the length a translation is expected to have, down to -0.6."""
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


def _numbers(passages: Iterable[str], language: str) -> Iterator[str]:
    """What is said in numbers, in digits or in words, whatever it counts."""
    for passage in passages:
        for value in extract(passage, language):
            if value.weight >= Weight.SOFT:
                yield from (str(part) for part in value.normal[1:] if isinstance(part, int | Fraction))
                if value.normal[:2] == ("duration", "week"):
                    yield str(7 * Fraction(str(value.normal[2])))


def _target(address: str) -> str:
    """Where a link leads, without what may differ between languages: a language in the path, the host's spelling."""
    parts = urlsplit(address)
    path = re.sub(r"^/?[a-z]{2}(?=/|$)", "", parts.path)
    return f"{parts.netloc.casefold()}{path}#{parts.fragment}"
