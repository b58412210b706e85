"""Which script a language is written in, how much of a text is written in which, and how long texts get in it."""

from __future__ import annotations

import functools
import re

from promulgate.values.cleaning import clean

_RANGES = {
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Burmese": "\u1000-\u109f",
    "Khmer": "\u1780-\u17ff",
    "Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff",
    "Arabic": "\u0600-\u06ff",
    "Hebrew": "\u0590-\u05ff",
    "Devanagari": "\u0900-\u097f",
    "East Asian": "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af",
    "Bengali": "\u0980-\u09ff",
    "Gurmukhi": "\u0a00-\u0a7f",
    "Gujarati": "\u0a80-\u0aff",
    "Tamil": "\u0b80-\u0bff",
    "Telugu": "\u0c00-\u0c7f",
    "Kannada": "\u0c80-\u0cff",
    "Malayalam": "\u0d00-\u0d7f",
    "Sinhala": "\u0d80-\u0dff",
    "Georgian": "\u10a0-\u10ff",
    "Armenian": "\u0530-\u058f",
    "Ethiopic": "\u1200-\u139f",
    "Latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_OF_LANGUAGE = {
    "th": "Thai",
    "lo": "Lao",
    "my": "Burmese",
    "km": "Khmer",
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn"), "Cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug", "ckb"), "Arabic"),
    **dict.fromkeys(("hi", "mr", "ne"), "Devanagari"),
    **dict.fromkeys(("bn", "as"), "Bengali"),
    "ta": "Tamil",
    "te": "Telugu",
    "kn": "Kannada",
    "ml": "Malayalam",
    "gu": "Gujarati",
    "pa": "Gurmukhi",
    "si": "Sinhala",
    "ka": "Georgian",
    "hy": "Armenian",
    "am": "Ethiopic",
    **dict.fromkeys(("zh", "ja", "ko"), "East Asian"),
    "el": "Greek",
    "he": "Hebrew",
}
_USUAL_LENGTH = {
    **dict.fromkeys(("th", "lo"), 0.9),
    **dict.fromkeys(("ar", "he", "fa"), 0.85),
    **dict.fromkeys(("sv", "da", "nb", "no", "id", "ms", "pt"), 1.05),
    **dict.fromkeys(("it", "ca", "ru", "uk", "pl", "hu"), 1.1),
    **dict.fromkeys(("de", "fr", "es", "nl", "ro"), 1.15),
    "el": 1.25,
}
"""Characters for one of English."""
_EAST_ASIAN_WORTH = {"ja": 2.1, "ko": 2.35, "zh": 3.4}
"""Characters of English for one of East Asia; names, digits and spaces among them are as long as in English."""
_LETTERS = {name: re.compile(f"[{letters}]") for name, letters in _RANGES.items()}


def script_of(language: str) -> str:
    """The script `language` is written in; Latin for those not known here."""
    return _OF_LANGUAGE.get(re.split("[-_]", language)[0], "Latin")


@functools.cache
def other_scripts(scripts: frozenset[str]) -> re.Pattern[str]:
    """Two letters or more of scripts other than these and Latin."""
    ranges = "".join(letters for name, letters in _RANGES.items() if name not in {*scripts, "Latin"})
    return re.compile(f"[{ranges}]{{2,}}")


def letters(words: str, script: str) -> int:
    """How many characters of `script` stand in `words`."""
    return len(_LETTERS[script].findall(words))


def length_in_english(words: str, language: str) -> float:
    """How many characters `words` would be in English, about the middle of what translations of rules show."""
    words = clean(words).text
    base = re.split("[-_]", language)[0]
    worth = _EAST_ASIAN_WORTH.get(base)
    if worth is not None:
        return len(words) + (worth - 1) * letters(words, "East Asian")
    return len(words) / _USUAL_LENGTH.get(base, 1.0)
