"""Text in a form patterns can rely on, with the way back to the characters that were written."""

from __future__ import annotations

import functools
import re
import unicodedata
from dataclasses import dataclass

_SPECIAL = re.compile("[^\x00-\x7f\u0e00-\u0e4c\u0e4e\u0e4f\u0e5a\u0e5b‘’“”–—…]|\u0e4d")
"""Anything that may have to be changed: Thai digits and NIKHAHIT are, the other Thai characters are not."""
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f")
_REPLACED = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2212": "-",
    "％": "%",
    "٪": "%",
    "（": "(",
    "）": ")",
    "：": ":",
    "，": ",",
    "．": ".",
    "\u066b": ".",
    "\u066c": ",",
    "＋": "+",
}
_TONES = "\u0e48\u0e49\u0e4a\u0e4b"
_REMEMBERED = 16_384


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text with ASCII digits, ordinary spaces and hyphens, composed SARA AM, and nothing invisible."""

    text: str
    original: str
    positions: tuple[int, ...] | None
    """Where each character (and the end) stands in the original; None when nothing moved."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original that a span of the cleaned text comes from."""
        if self.positions is None:
            return start, end
        return self.positions[start], self.positions[end - 1] + 1 if end > start else self.positions[start]


@functools.lru_cache(maxsize=_REMEMBERED)
def clean(original: str) -> Cleaned:
    """The cleaned text of `original`: what rules read, so that how a word is typed changes no finding."""
    if _SPECIAL.search(original) is None:
        return Cleaned(original, original, None)
    characters: list[str] = []
    positions: list[int] = []
    for position, character in enumerate(original):
        if character in _INVISIBLE:
            continue
        if character == "\u0e32" and _compose_sara_am(characters, positions, position):
            continue
        characters.append(_plain(character))
        positions.append(position)
    positions.append(len(original))
    return Cleaned("".join(characters), original, tuple(positions))


def _compose_sara_am(characters: list[str], positions: list[int], position: int) -> bool:
    """Make NIKHAHIT (and a tone mark before or after it) followed by SARA AA one SARA AM, as it is normally typed."""
    if characters[-1:] == ["\u0e4d"]:
        characters[-1], positions[-1] = "\u0e33", position
        return True
    if len(characters) > 1 and characters[-2] == "\u0e4d" and characters[-1] in _TONES:
        characters[-2:] = [characters[-1], "\u0e33"]
        positions[-1] = position
        return True
    return False


def _plain(character: str) -> str:
    if character in _REPLACED:
        return _REPLACED[character]
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if unicodedata.category(character) == "Zs":
        return " "
    return character
