"""Which script a language is written in, how much of a text is written in which, and how long texts get in it."""

from __future__ import annotations

import re

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
    "Latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_OF_LANGUAGE = {
    "th": "Thai",
    "lo": "Lao",
    "my": "Burmese",
    "km": "Khmer",
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be", "kk", "mn"), "Cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur"), "Arabic"),
    **dict.fromkeys(("hi", "mr", "ne"), "Devanagari"),
    **dict.fromkeys(("zh", "ja", "ko"), "East Asian"),
    "el": "Greek",
    "he": "Hebrew",
}
_USUAL_LENGTH = {
    **dict.fromkeys(("th", "lo"), 0.9),
    **dict.fromkeys(("de", "fr"), 1.15),
    **dict.fromkeys(("es", "it", "pt"), 1.1),
    "zh": 0.35,
    "ja": 0.45,
    "ko": 0.5,
}
_LETTERS = {name: re.compile(f"[{letters}]") for name, letters in _RANGES.items()}


def script_of(language: str) -> str:
    """The script `language` is written in; Latin for those not known here."""
    return _OF_LANGUAGE.get(re.split("[-_]", language)[0], "Latin")


def letters(words: str, script: str) -> int:
    """How many characters of `script` stand in `words`."""
    return len(_LETTERS[script].findall(words))


def usual_length(language: str) -> float:
    """Characters `language` needs for one of English, about the middle of what legal translations show."""
    return _USUAL_LENGTH.get(re.split("[-_]", language)[0], 1.0)
