"""Halves of units of time in other languages than Thai and English: `media hora`, `anderthalb Jahre`, `一年半`."""

from __future__ import annotations

import functools
import re
from fractions import Fraction

from promulgate.values.east_asian_numbers import CHARACTERS, parse
from promulgate.values.locales import local_units
from promulgate.values.scan import base_language

_HALF: dict[str, str] = {
    "de": r"halbe[nmrs]?\s|halb(?=tag|jahr|stündig|jährig|tägig)",
    "fr": r"(?:une\s)?demi-|demie\s",
    "es": r"medi[oa]\s",
    "pt": r"mei[oa]\s",
    "ca": r"mitj[a]?\s|mitja\s",
    "it": r"mezz(?:[oa]\s|['’])",
    "ro": r"jumătate\sde\s",
    "nl": r"hal(?:f|ve)\s",
    "sv": r"halvt?\s|halv(?=timme|år|dag)",
    "da": r"halvt?\s|halv(?=år|dag|time)",
    "nb": r"halvt?\s|halv(?=år|dag|time)",
    "pl": r"pół\s",
    "cs": r"půl\s",
    "ru": r"пол(?=часа|дня|года|месяца|минуты)",
    "uk": r"пів\s?",
    "hu": r"fél\s",
    "tr": r"yarım\s",
    "el": r"μισ[ήόό]ς?\s",
    "ja": "半",
    "zh": "半[个個]?",
    "ko": r"반\s?",
    "vi": r"nửa\s",
    "id": r"setengah\s",
    "ms": r"setengah\s",
    "ar": r"نصف\s",
}
"""The word for half as it stands before a unit."""
_ONE_AND_A_HALF: dict[str, str] = {
    "de": "anderthalb|eineinhalb",
    "nl": "anderhal(?:f|ve)",
    "sv": "en och en halv|ett och ett halvt",
    "da": "halvanden|halvandet|en og en halv",
    "nb": "halvannen|halvannet|en og en halv",
    "pl": "półtora|półtorej",
    "cs": "půldruh\\w+|jeden a půl",
    "ru": "полтора|полутора|полторы",
    "uk": "півтора|півтори",
    "hu": "másfél",
    "tr": "bir buçuk",
    "id": "satu setengah",
    "ms": "satu setengah",
}
_AND_A_HALF = re.compile(
    r"\s(?:y\smedi[oa]|e\smei[oa]|e\smezz[oa]|et\sdemie?|i\smig|i\smitja|rưỡi|og\sen\shalv|och\sen\shalv|ونصف|و\sنصف)(?![^\W_])|\s?半|\s?반(?![가-힣])"
)

BUSINESS_DAYS_AFTER = re.compile(
    r"(?i)\s(?:ouvrables?|ouvrés?|hábil(?:es)?|laborables?|út(?:il|eis)|lavorativ\w|hàbils?)(?![^\W_])"
)
"""What makes days with a half business days: `deux jours et demi ouvrables`."""
_HALF_BETWEEN: dict[str, str] = {
    "sv": r"\soch\s(?:en|ett)\shalvt?",
    "da": r"\sog\s(?:en|et)\shalvt?",
    "nb": r"\sog\s(?:en|ett?)\shalvt?",
    "nl": r"\sen\seen\shal(?:f|ve)",
    "es": r"\sy\smedi[oa]",
    "pt": r"\se\smei[oa]",
    "pl": r"\si\spół",
    "cs": r"\sa\spůl",
    "ru": r"\sс\sполовиной",
    "uk": r"\sз\sполовиною",
    "hu": r"\sés\sfél",
    "tr": r"\sbuçuk",
    "id": r"\ssetengah",
    "ms": r"\ssetengah",
}
"""The half that stands between a number and its unit: `två och ett halvt år`."""


def _base(language: str) -> str:
    """The language without its region; both ways of writing Norwegian are one."""
    return {"no": "nb", "nn": "nb"}.get(base_language(language), base_language(language))


def _units(language: str) -> tuple[str, dict[str, str]] | None:
    """An alternation of the names of units of time, the longest first, and which unit each is."""
    known = local_units(language)
    if known is None:
        return None
    names = known[1] | _MORE_NAMES.get(_base(language), {})
    return "|".join(sorted((re.escape(name) for name in names if names[name] != "%"), key=len, reverse=True)), names


@functools.cache
def half_between(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """A pattern of a half between a number and a unit in `language`, and which unit each name is."""
    base = _base(language)
    known, half = _units(language), _HALF_BETWEEN.get(base)
    if known is None or half is None:
        return None
    unit, names = known
    return re.compile(rf"(?i){half}\s(?P<unit>{unit})[^\W\d_]{{0,2}}(?![^\W_])"), names


def half_more(text: str, position: int) -> int:
    """Where the half that is added to a period ends: `un año y medio`, `一年半`; 0 if none is."""
    match = _AND_A_HALF.match(text, position)
    return match.end() if match else 0


@functools.cache
def half_units(language: str) -> tuple[re.Pattern[str], dict[str, str]] | None:
    """A pattern of half a unit, or one and a half (group `more`), in `language`, and which unit each name is."""
    base = _base(language)
    known, half = _units(language), _HALF.get(base)
    if known is None or half is None:
        return None
    unit, names = known
    more = f"(?P<more>{_ONE_AND_A_HALF.get(base, '(?!)')})\\s?"
    edge = "" if base in ("ja", "zh", "ko") else r"(?<![^\W_])"
    if base == "zh":
        more = rf"(?P<number>[{CHARACTERS}]{{1,3}}|\d{{1,3}})[个個]半"
        return re.compile(rf"(?:(?P<more>{more})|{half})(?P<unit>{unit})"), names
    end = r"(?![^\W\d_]{2})" if base == "es" else ""  # `media semana`, not what is `semanal`
    return re.compile(rf"(?i){edge}(?:{more}|{half})(?P<unit>{unit}){end}"), names


_MORE_NAMES: dict[str, dict[str, str]] = {
    "de": {"stündig": "hour", "jährig": "year", "tägig": "day", "jahr": "year", "tag": "day", "stunde": "hour"},
    "fr": {"journée": "day"},
    "it": {"giornata": "day", "ora": "hour"},
    "pt": {"jornada": "day"},
    "es": {"jornada": "day"},
    "pl": {"roku": "year", "godziny": "hour", "dnia": "day", "miesiąca": "month"},
    "ru": {"часа": "hour", "дня": "day", "года": "year", "месяца": "month", "минуты": "minute"},
    "ja": {"年": "year", "日": "day", "月": "month", "時間": "hour"},
}


def half_of(match: re.Match[str]) -> Fraction:
    """How many units a match of `half_units` says."""
    number = match.groupdict().get("number")
    if number:
        return Fraction(int(number) if number.isdecimal() else parse(number) or 1) + Fraction(1, 2)
    return Fraction(3, 2) if match["more"] else Fraction(1, 2)
