"""Words of denial, duty, permission and measure: where a text has them, and how plainly each says what it says.

Meaning is not understood. What a language says by such a word another may say by none (“outstanding” is “not paid”), so
the rules that read these words speak up only where a plain word stands against nothing that could say the same.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from importlib.resources import files

from promulgate.rules.scripts import length_in_english
from promulgate.values.cleaning import clean

_REMEMBERED = 16_384
_DEPENDENT = re.compile(r"(?:หาก|ถ้า|ที่|ซึ่ง|ยัง|กรณี|เมื่อ|แม้|ผู้)[ก-๙]{0,25}$")
"""What makes a Thai clause depend on another. There a “not” often becomes a word: “สินค้าที่ไม่ปลอดภัย”, unsafe goods."""
_LOOKED_BACK = 32
"""So many characters before a word show what its clause is."""
_BEFORE_DENIED_VERB = re.compile(r"(?:จะ|ต้อง|ย่อม|จึง|ก็|อาจ|และ|หรือ|แต่|โดย|ให้|เรา|ท่าน|บริษัท|^|[\s(“])$")
_DENIED_VERB = re.compile(r"ไม่(?:ได้|ต้อง|มีสิทธิ|สามารถ|อาจ|ใช่|เป็น|ถือ|มี|ให้|รวม|ว่า)")
"""By what a Thai “not” is known to deny a verb. Beside a bare word it may be half of one: “ไม่เต็มที่”, impaired."""
_FRAGMENT = 16
"""Shorter pieces, as long as they would be in English, deny in one word what a sentence denies in two: `nil`, ไม่คืน."""
_DENIES = re.compile(r"ไม่|มิ|\b(?:not|no|never)\b", re.IGNORECASE)


class Polarity(StrEnum):
    """The classes of words that are counted together."""

    NOT = "not"
    EXCEPT = "except"
    ONLY = "only"
    MUST = "must"
    MAY = "may"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE = "more"
    LESS = "less"
    AFTER = "after"
    BEFORE = "before"
    UP = "up"
    DOWN = "down"


DENIALS = frozenset({Polarity.NOT, Polarity.EXCEPT, Polarity.ONLY})
RISING = frozenset({Polarity.AT_LEAST, Polarity.MORE, Polarity.AFTER, Polarity.UP})
FALLING = frozenset({Polarity.AT_MOST, Polarity.LESS, Polarity.BEFORE, Polarity.DOWN})


class Force(IntEnum):
    """How surely a word says what its class says.

    FAINT: may answer words of its own sense only. POSSIBLE: may answer any of its class. PLAIN: says it, in a place
    where other words would do as well. FIRM: a faithful translation says it too.
    """

    FAINT = 0
    POSSIBLE = 1
    PLAIN = 2
    FIRM = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """One such word, and what it says, by the line of the list it stands on."""

    polarity: Polarity
    sense: int
    force: Force
    written: str
    start: int

    @property
    def end(self) -> int:
        """Where the word ends."""
        return self.start + len(self.written)


@functools.lru_cache(maxsize=_REMEMBERED)
def marks(words: str, language: str) -> tuple[Mark, ...]:
    """The words of denial, duty, permission and measure in `words`, in their order. Thai and English only.

    A limit with a “not” in it (“not more than”) is two marks: the limit, and a possible answer to a denial.
    """
    pattern, entries = _lists()[language]
    found: list[Mark] = []
    fragment = length_in_english(words, language) < _FRAGMENT
    cleaned = clean(words)
    plain = cleaned.text
    for match in pattern.finditer(plain):
        start, end = cleaned.span(*match.span())
        for entry in entries[match.lastindex or 0]:
            if entry.if_denying and not _DENIES.search(match[0]):
                continue
            force = entry.force
            if force is Force.FIRM and entry.polarity in DENIALS and (fragment or not _denies_a_verb(plain, match)):
                force = Force.PLAIN
            found.append(Mark(entry.polarity, entry.sense, force, words[start:end], start))
    return tuple(found)


def _denies_a_verb(words: str, match: re.Match[str]) -> bool:
    """False for a Thai “not” that may be a part of a word, or stands in a clause that depends on another."""
    if match[0].startswith("มิได้"):
        return not words.endswith(("ที่", "ซึ่ง"), 0, match.start())
    if not match[0].startswith("ไม่"):
        return True
    back = max(0, match.start() - _LOOKED_BACK)
    if _DEPENDENT.search(words, back, match.start()):
        return False
    return bool(_DENIED_VERB.match(words, match.start()) or _BEFORE_DENIED_VERB.search(words, back, match.start()))


def unanswered(ours: Sequence[Mark], theirs: Sequence[Mark], classes: Collection[Polarity]) -> tuple[Mark, ...]:
    """The firm words of `ours` that nothing in `theirs` can answer.

    Words of the same sense answer each other first; then every word that is left, unless it is faint, may answer any
    other of these classes.
    """
    answers = Counter(mark.sense for mark in theirs if mark.polarity in classes and mark.force > Force.FAINT)
    faint = Counter(mark.sense for mark in theirs if mark.polarity in classes and mark.force is Force.FAINT)
    left: list[Mark] = []
    for mark in sorted(ours, key=lambda mark: -mark.force):
        if mark.polarity not in classes:
            continue
        ready = answers if answers[mark.sense] > 0 else faint
        if ready[mark.sense] > 0:
            ready[mark.sense] -= 1
        elif mark.force is Force.FIRM:
            left.append(mark)
    return tuple(left[answers.total() :])


def swapped(
    ours: Sequence[Mark], theirs: Sequence[Mark], classes: Collection[Polarity], opposite: Collection[Polarity]
) -> bool:
    """Whether one text has a firm word that the other does not answer, and the other one of the opposite."""
    return any(
        bool(unanswered(ours, theirs, here)) and bool(unanswered(theirs, ours, there))
        for here, there in ((classes, opposite), (opposite, classes))
    )


def known(language: str) -> bool:
    """Whether there is a list of these words for the language."""
    return language in _lists()


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a form stands for."""

    polarity: Polarity
    sense: int
    force: Force
    if_denying: bool
    """Only where the words found have a “not” in them."""


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
    """What a form stands for: a limit (`more not`) is that first; where it has a “not” in it, it may answer one."""
    if polarities == ["none"]:
        return []
    first = _Entry(Polarity(polarities[0]), sense, {"!": Force.FIRM, "~": Force.FAINT}.get(mark, Force.POSSIBLE), False)
    return [first, *(_Entry(Polarity(other), sense, Force.POSSIBLE, True) for other in polarities[1:])]


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
