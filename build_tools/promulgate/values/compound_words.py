"""Numbers with which longer words begin: `szesnastocyfrowy`, `trentième`, `тридцатидневный`.

Such a word is a witness only: a number that the other language has may be said in it, but it contradicts none.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from promulgate.values.english_numbers import WordNumber
from promulgate.values.number_words import words_of

_SHORTEST = 4
_VOWELS = "aeiouyàâéèêóòąęěíáаеиіоуыяєї"
_UNITS = range(1, 10)


def find_in_longer_words(text: str, language: str) -> Iterator[WordNumber]:
    """The number each word of `text` begins with, and what it may be with the number that follows inside the word."""
    pattern, numbers = _beginnings(language)
    for match in pattern.finditer(text) if pattern else ():
        if match[0].lower() in numbers:
            continue
        number = numbers[match["one"].lower()]
        unit = numbers[match["two"].lower()] if match["two"] else 0
        others = (number + unit,) if unit and unit < 10 <= number else ()
        yield WordNumber(match.start(), match.end(), number, 1, others)


@functools.cache
def _beginnings(language: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """A pattern of the words that begin with a number, and which number each beginning is."""
    numbers: dict[str, int] = {}
    for word, number in words_of(language).items():
        stem = word[:-1] if word[-1] in _VOWELS else word
        for form in (word, stem):
            if len(form) >= _SHORTEST and form.isalpha() and number > 1:
                numbers.setdefault(form, number)
    if not numbers:
        return None, {}
    longest = sorted(numbers, key=len, reverse=True)
    units = "|".join(word for word in longest if numbers[word] in _UNITS) or "(?!)"
    return re.compile(
        rf"(?i)(?<![^\W_])(?P<one>{'|'.join(longest)})(?:[^\W\d_]{{0,2}}?(?P<two>{units}))?[^\W\d_]*"
    ), numbers
