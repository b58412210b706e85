"""One pass over one text: what was found so far, and what is left to look at."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field

from promulgate.values.cleaning import Cleaned, clean
from promulgate.values.model import Kind, Meaning, Value, Weight

TAKEN = "\x01"
"""Stands in `rest` for every character that belongs to a value already: nothing is found twice."""


@dataclass(slots=True)
class Scan:
    """The state of an extraction. `rest` has the length of the cleaned text at all times."""

    cleaned: Cleaned
    language: str
    rest: str
    values: list[Value] = field(default_factory=list)

    def take(
        self,
        kind: Kind,
        readings: tuple[Meaning, ...],
        start: int,
        end: int,
        weight: Weight = Weight.FIRM,
        *,
        from_words: bool = False,
        contradiction: tuple[Meaning, ...] = (),
    ) -> None:
        """Record a value at a span of the cleaned text and take its characters out of `rest`.

        A comma or a space at the end is no part of it.
        """
        end = start + len(self.cleaned.text[start:end].rstrip(" ,"))
        self.cover(start, end)
        first, last = self.cleaned.span(start, end)
        written = self.cleaned.original[first:last]
        self.values.append(
            Value(kind, tuple(dict.fromkeys(readings)), written, first, last, weight, from_words, contradiction)
        )

    def cover(self, start: int, end: int) -> None:
        """Take characters out of `rest`."""
        self.rest = f"{self.rest[:start]}{TAKEN * (end - start)}{self.rest[end:]}"


def begin(text: str, language: str) -> Scan:
    """A scan in which nothing was found yet."""
    cleaned = clean(text)
    return Scan(cleaned, language, cleaned.text)


@functools.cache
def base_language(language: str) -> str:
    """The language without its region: `en` for `en-GB`."""
    return language.split("-", maxsplit=1)[0].split("_", maxsplit=1)[0].lower()


def in_order(scan: Scan) -> Iterator[Value]:
    """The values found, in the order of the text."""
    yield from sorted(scan.values, key=lambda value: (value.start, value.end))
