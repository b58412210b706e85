"""Where the terms of the glossary stand in a text."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from promulgate.canonical import normalise

Glossary = tuple[Mapping[str, tuple[str, ...]], ...]
_SPACELESS = {"th", "lo", "km", "my", "zh", "ja"}


def terms_in(words: str, language: str, glossary: Glossary) -> dict[int, str]:
    """The terms in `words`, by their number in the glossary, each with the form that stands there.

    Where one form is part of another (`personal data` in `personal data breach`), the longer one counts.
    """
    pattern = _pattern(language, tuple(tuple(term.get(language, ())) for term in glossary))
    found: dict[int, str] = {}
    if pattern is None:
        return found
    numbers = _numbers(tuple(tuple(term.get(language, ())) for term in glossary))
    for match in pattern.finditer(normalise(words)):
        found.setdefault(numbers[match[1].casefold()], match[1])
    return found


def without_terms(words: str, language: str, glossary: Glossary) -> str:
    """`words` with a line break in place of every term, so that what is left can be looked at by itself."""
    pattern = _pattern(language, tuple(tuple(term.get(language, ())) for term in glossary))
    return normalise(words) if pattern is None else pattern.sub("\n", normalise(words))


@functools.lru_cache(maxsize=64)
def _pattern(language: str, forms: tuple[tuple[str, ...], ...]) -> re.Pattern[str] | None:
    everything = sorted({normalise(form) for term in forms for form in term}, key=len, reverse=True)
    if not everything:
        return None
    choice = "|".join(re.escape(form) for form in everything)
    if re.split("[-_]", language)[0] in _SPACELESS:
        return re.compile(f"({choice})", re.IGNORECASE)
    return re.compile(rf"(?<!\w)({choice})(?:e?s|['’]s?)?(?!\w)", re.IGNORECASE)


@functools.lru_cache(maxsize=64)
def _numbers(forms: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {normalise(form).casefold(): number for number, term in enumerate(forms) for form in term}
