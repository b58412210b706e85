"""Whether two addresses can be one page whose address was translated with it: `/de/datenschutz`, `/en/privacy`.

What a translated address leads to can't be known without asking the network. It is told from a wrong address by this:
host, depth and digits agree, each stands under the language of its own text, and what differs is made of words that
stand in that text too, or is much the same word beside such a part.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from promulgate.model import Text
from promulgate.rules.caching import once_per_text
from promulgate.values.scan import base_language

_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\S+\.\S+/\S*")
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 4
"""Shorter words join others: `politica-de-privacidad`."""
_LONGEST_ENDING = 3
_SPELT_OUT = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_UMLAUTS = re.compile("(?<=[aou])e")


def may_be_translated(first: str, one: Text, second: str, other: Text) -> bool:
    """Whether `first`, an address in the text `one`, can be the translation of `second`, an address in `other`."""
    ours, theirs = _under_its_language(first, one.language), _under_its_language(second, other.language)
    if ours is None or theirs is None or ours[0] != theirs[0] or len(ours[1]) != len(theirs[1]):
        return False
    differing = [pair for pair in zip(ours[1], theirs[1], strict=True) if pair[0] != pair[1]]
    digits = all(re.findall(r"\d+", one_part) == re.findall(r"\d+", other_part) for one_part, other_part in differing)
    spoken = [pair for pair in differing if _speaks(pair, one, other)]
    return bool(spoken) and digits and all(pair in spoken or _akin(*pair) for pair in differing)


def _under_its_language(address: str, language: str) -> tuple[tuple[str, ...], list[str]] | None:
    """Where an address leads up to the language it names, and its path after that; None if it names none."""
    parts = urlsplit(address)
    host = parts.netloc.lower().removeprefix("www.")
    segments = [unquote(segment) for segment in parts.path.split("/") if segment]
    own = re.compile(rf"(?i){re.escape(base_language(language))}(?:[-_][a-z0-9]{{2,4}})?")
    place = next((number for number, segment in enumerate(segments) if own.fullmatch(segment)), None)
    if place is None:
        return None
    return (host, *segments[:place], parts.query), [*segments[place + 1 :], unquote(parts.fragment)]


def _speaks(parts: tuple[str, str], one: Text, other: Text) -> bool:
    """Whether each part of a path is in words of its own text.

    A text that is not in Latin letters often has addresses in English; then the other, if it is not English, tells.
    """
    ours, theirs = _is_worded(parts[0], one), _is_worded(parts[1], other)
    if ours and theirs:
        return True
    said, unsaid = (one, other) if ours else (other, one)
    return (ours or theirs) and base_language(said.language) != "en" and not _in_latin_letters(unsaid)


def _akin(first: str, second: str) -> bool:
    """Whether two parts are one word in two languages, beside another that is translated: `archiv`, `archive`."""
    both = zip(_folded(first), _folded(second), strict=False)
    alike = list(takewhile(lambda letters: letters[0] == letters[1], both))
    return len(alike) >= _SHORTEST and max(len(first), len(second)) - len(alike) <= _LONGEST_ENDING


def _is_worded(part: str, text: Text) -> bool:
    words = _words(text)
    long = [word for word in _WORD.findall(_folded(part)) if len(word) >= _SHORTEST or not word.isascii()]
    return bool(long) and all(
        any(form in words for form in (word, _UMLAUTS.sub("", word), word.removesuffix("s"))) for word in long
    )


@once_per_text
def _words(text: Text) -> str:
    """The words of a text without the addresses shown in it."""
    return _folded(_ADDRESS.sub(" ", text.visible))


def _in_latin_letters(text: Text) -> bool:
    letters = [letter for letter in _words(text)[:2000] if letter.isalpha()]
    return sum(letter.isascii() for letter in letters) * 2 > len(letters)


def _folded(words: str) -> str:
    """Small letters without accents, as they are written in addresses."""
    bare = unicodedata.normalize("NFD", words.casefold())
    return re.sub("[\u0300-\u036f]", "", bare).translate(_SPELT_OUT)
