"""Meanings of common words that two languages share: evidence for which block is the translation of which."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from importlib.resources import files

from promulgate.values.cleaning import clean

_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:-[A-Za-z\u00c0-\u024f]+)*")
_SHORTEST_COGNATE = 5
_THAI_AUXILIARY = ("ให้", "ได้", "มี", "เป็น", "ต้อง", "อาจ", "จะ", "ถูก")
_ENGLISH_AUXILIARY = ("be", "been", "being", "have", "has", "had", "may", "to", "any", "the", "a", "an", "its", "your")
"""Words that only help a verb, or stand before a noun."""
_REMEMBERED = 20_000


@functools.lru_cache(maxsize=_REMEMBERED)
def meanings(words: str, language: str) -> frozenset[str]:
    """Names of the meanings that stand in `words`.

    For Thai and English they come from the list of common words beside this file; for languages written in Latin
    letters also from how words begin, since many begin alike (`Vertrag` does not, `Kontakt` does).
    """
    plain = clean(words).text
    return frozenset(_in_thai(plain) if language == "th" else _in_latin(plain, language))


@functools.lru_cache(maxsize=_REMEMBERED)
def first_meanings(words: str, language: str) -> frozenset[str]:
    """The meanings of the first word in `words`, Thai or English, that has any and is no mere helper."""
    if language == "th":
        return frozenset([meaning for meaning in _in_thai(words) if meaning not in _THAI_AUXILIARY][:1])
    said = (word for word in words.lower().split() if word not in _ENGLISH_AUXILIARY)
    return next((found for word in said if (found := meanings(word, language))), frozenset())


def _in_thai(words: str) -> list[str]:
    by_start = _lexicon()[0]
    found: list[str] = []
    place, end = 0, len(words)
    while place < end:
        for form, meaning in by_start.get(words[place : place + 2], ()):
            if words.startswith(form, place):
                found.append(meaning)
                place += len(form)
                break
        else:
            place += 1
    return found


def _in_latin(words: str, language: str) -> list[str]:
    exact, beginnings = _lexicon()[1:]
    found: list[str] = []
    for word in _WORD.findall(words):
        folded = _fold(word)
        if language == "en":
            found += exact.get(folded, ())
            for length in range(2, len(folded) + 1):
                found += beginnings.get(folded[:length], ())
        if len(folded) >= _SHORTEST_COGNATE:
            found.append(f"~{folded[:_SHORTEST_COGNATE]}")
    return found


def _fold(word: str) -> str:
    """Lower case, without accents, `k` and `z` as `c`: `Kontakt` begins like `contact`."""
    bare = unicodedata.normalize("NFD", word.casefold())
    return re.sub("[\u0300-\u036f]", "", bare).replace("k", "c").replace("z", "c")


_Starts = Mapping[str, list[tuple[str, str]]]
_Forms = Mapping[str, list[str]]


@functools.cache
def _lexicon() -> tuple[_Starts, _Forms, _Forms]:
    """Thai forms by their first two characters, longest first; English words; beginnings of English words."""
    starts: dict[str, list[tuple[str, str]]] = {}
    exact: dict[str, list[str]] = {}
    beginnings: dict[str, list[str]] = {}
    listed = (files("promulgate.rules") / "lexicon.txt").read_text(encoding="utf-8")
    for line in listed.splitlines():
        if not line or line.startswith("#"):
            continue
        thai, english = (side.split() for side in line.split("="))
        for form in thai:
            starts.setdefault(form[:2], []).append((form, thai[0]))
        for form in english:
            table = beginnings if form.endswith("*") else exact
            table.setdefault(_fold(form.rstrip("*")), []).append(thai[0])
    for forms in starts.values():
        forms.sort(key=lambda entry: -len(entry[0]))
    return starts, exact, beginnings
