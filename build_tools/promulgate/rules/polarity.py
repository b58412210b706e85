"""Words of denial, duty and permission: where a text has them, and which of them the other language does not answer.

Languages deny in many ways: “unless” answers “หากไม่”, “fails to pay” answers “ไม่ชำระ”. So the words are counted by what
can answer them, and meaning is not understood.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.resources import files

_REMEMBERED = 16_384
_DEPENDENT = re.compile(r"(?:หาก|ถ้า|ที่|ซึ่ง|ยัง|กรณี|เมื่อ|แม้|ผู้)[ก-๙]{0,25}$")
"""What makes a Thai clause depend on another. There a “not” often becomes a word: “สินค้าที่ไม่ปลอดภัย”, unsafe goods."""
_LOOKED_BACK = 32
"""So many characters before a word show whether its clause depends on another."""
_DENIES = re.compile(r"ไม่|มิ|\b(?:not|no|never)\b", re.IGNORECASE)


class Polarity(StrEnum):
    """The classes of words that are counted together."""

    NOT = "not"
    MUST = "must"
    MAY = "may"
    UP = "up"
    """At least, more than, after."""
    DOWN = "down"
    """At most, less than, within, before."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One such word, and what it says, by the line of the list it stands on."""

    polarity: Polarity
    sense: int
    demanding: bool
    """Whether a faithful translation must answer it."""
    faint: bool
    """Whether it answers words of its own sense only, and never counts as saying the opposite."""
    written: str
    start: int


@functools.lru_cache(maxsize=_REMEMBERED)
def marks(words: str, language: str) -> tuple[Mark, ...]:
    """The words of denial, duty and permission in `words`, in their order. Thai and English only."""
    pattern, entries = _lists()[language]
    found: list[Mark] = []
    for match in pattern.finditer(words):
        dependent = _DEPENDENT.search(words, max(0, match.start() - _LOOKED_BACK), match.start())
        for number, (polarity, sense, demanding, faint) in enumerate(entries[match.lastindex or 0]):
            if number and not _DENIES.search(match[0]):
                continue
            asks = demanding and not (polarity is Polarity.NOT and dependent and match[0].startswith("ไม่"))
            found.append(Mark(polarity, sense, asks, faint, match[0], match.start()))
    return tuple(found)


def unanswered(ours: Sequence[Mark], theirs: Sequence[Mark], polarity: Polarity) -> tuple[Mark, ...]:
    """The demanding words of `ours` that nothing in `theirs` can answer.

    Words of the same sense answer each other first; then every word that is left, unless it is faint, may answer any
    other of its class.
    """
    answers = Counter(mark.sense for mark in theirs if mark.polarity is polarity and not mark.faint)
    faint = Counter(mark.sense for mark in theirs if mark.polarity is polarity and mark.faint)
    left: list[Mark] = []
    for mark in sorted(ours, key=lambda mark: (not mark.demanding, mark.faint)):
        if mark.polarity is not polarity:
            continue
        ready = answers if answers[mark.sense] > 0 else faint
        if ready[mark.sense] > 0:
            ready[mark.sense] -= 1
        elif mark.demanding:
            left.append(mark)
    return tuple(left[answers.total() :])


def swapped(ours: Sequence[Mark], theirs: Sequence[Mark], polarity: Polarity, opposite: Polarity) -> bool:
    """Whether one text has a demanding word that the other does not answer, and the other one of the opposite."""
    return any(
        bool(unanswered(ours, theirs, here)) and bool(unanswered(theirs, ours, there))
        for here, there in ((polarity, opposite), (opposite, polarity))
    )


def known(language: str) -> bool:
    """Whether there is a list of these words for the language."""
    return language in _lists()


_Entry = tuple[Polarity, int, bool, bool]
"""Class, sense, whether it demands an answer, whether it is faint."""


@functools.cache
def _lists() -> dict[str, tuple[re.Pattern[str], dict[int, list[_Entry]]]]:
    """By language: one pattern, the longest form first, and what each of its groups stands for."""
    forms: dict[str, dict[str, list[_Entry]]] = {"th": {}, "en": {}}
    listed = (files("promulgate.rules") / "polarity.txt").read_text(encoding="utf-8")
    for sense, line in enumerate(listed.splitlines()):
        if not line or line.startswith("#"):
            continue
        polarities, _, both = line.partition(": ")
        for language, side in zip(("th", "en"), both.split(" = "), strict=True):
            for form in side.split("; "):
                entries = forms[language].setdefault(form.lstrip("!~"), [])
                entries += _entries(polarities.split(), sense, form[0])
    return {language: _pattern(language, known) for language, known in forms.items()}


def _entries(polarities: list[str], sense: int, mark: str) -> list[_Entry]:
    """What a form stands for: a measure (`up not`) is a limit first; where it has a “not” in it, it may answer one."""
    return [
        (Polarity(polarity), sense, mark == "!" and first, mark == "~")
        for polarity, first in zip(polarities, (True, False), strict=False)
        if polarity != "none"
    ]


def _pattern(language: str, forms: dict[str, list[_Entry]]) -> tuple[re.Pattern[str], dict[int, list[_Entry]]]:
    ordered = sorted(forms, key=_length, reverse=True)
    groups = (f"({_expression(language, form)})" for form in ordered)
    flags = re.IGNORECASE if language == "en" else 0
    return re.compile("|".join(groups), flags), {number: forms[form] for number, form in enumerate(ordered, 1)}


def _length(form: str) -> int:
    """How much a form says: what it looks around at counts little, a general pattern less than any word."""
    bare = re.sub(r"\(\?[<!=][^)]*\)", "", form)
    return -1 if bare in (r"un\w+", r"\w+less") else len(bare)


def _expression(language: str, form: str) -> str:
    if language == "th":
        return form
    whole = form.replace("*", r"\w*")
    return rf"\b(?:{whole})\b"
