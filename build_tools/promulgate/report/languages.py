"""What languages are called in messages."""

from __future__ import annotations

from promulgate.errors import Bilingual

_NAMES = {"th": Bilingual("ภาษาไทย", "Thai"), "en": Bilingual("ภาษาอังกฤษ", "English")}


def name_of(language: str) -> Bilingual:
    """The language's name in Thai and English; its code for a language that has none here."""
    return _NAMES.get(language, Bilingual(language, language))
