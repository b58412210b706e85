"""Periods of time said in one word in other languages: `dreimonatig`, `sebulan`, `يومين`."""

from __future__ import annotations

import re
from fractions import Fraction

from promulgate.values.halves import half_between, half_of, half_units
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.number_words import find_elsewhere
from promulgate.values.scan import Scan, base_language

_GERMAN = re.compile(
    r"(?i)(?<![^\W_])(?P<number>[^\W\d_]{3,20}?)-?(?P<unit>minüt|stünd|täg|wöch|monat|jähr)ig\w{0,2}\b"
)
_GERMAN_UNITS = {"minüt": "minute", "stünd": "hour", "täg": "day", "wöch": "week", "monat": "month", "jähr": "year"}
_KOREAN_ENDING = r"(?:간|이내|까지|부터|이|을|의|은|도|만)?"
"""What is written together with a Korean word."""
_COUNTED_BEFORE = re.compile(r"[\d年时時間个個][\s个個]?$")
"""Before a half that is added to a number."""
_DIGITS_BEFORE = re.compile(r"(?<![\d.,])\d{1,3}$")
_ONE_WORD: dict[str, dict[str, tuple[str, int]]] = {
    "ar": {
        **dict.fromkeys(("يومين", "يومان"), ("day", 2)),
        **dict.fromkeys(("أسبوعين", "أسبوعان"), ("week", 2)),
        **dict.fromkeys(("شهرين", "شهران"), ("month", 2)),
        **dict.fromkeys(("سنتين", "سنتان", "عامين", "عامان"), ("year", 2)),
        **dict.fromkeys(("ساعتين", "ساعتان"), ("hour", 2)),
        "سنة واحدة": ("year", 1),
        "شهر واحد": ("month", 1),
        "يوم واحد": ("day", 1),
        "أسبوع واحد": ("week", 1),
    },
    "id": {"sehari": ("day", 1), "seminggu": ("week", 1), "sebulan": ("month", 1), "setahun": ("year", 1)},
    "ko": {
        "하루": ("day", 1),
        "이틀": ("day", 2),
        "사흘": ("day", 3),
        "나흘": ("day", 4),
        "닷새": ("day", 5),
        "엿새": ("day", 6),
        "이레": ("day", 7),
        "여드레": ("day", 8),
        "아흐레": ("day", 9),
        "열흘": ("day", 10),
        "보름": ("day", 15),
    },
    "he": {"יומיים": ("day", 2), "שבועיים": ("week", 2), "חודשיים": ("month", 2), "שנתיים": ("year", 2)},
}
_QUARTERS_OF_HOUR: dict[str, tuple[str, str]] = {
    "fr": (r"(?:un\s)?quart\sd['’]heure", r"trois\squarts\sd['’]heure"),
    "es": (r"(?:un\s)?cuarto\sde\shora", r"tres\scuartos\sde\shora"),
    "pt": (r"(?:um\s)?quarto\sde\shora", r"três\squartos\sde\shora"),
    "it": (r"(?:un\s)?quarto\sd['’]ora", r"tre\squarti\sd['’]ora"),
    "ca": (r"(?:un\s)?quart\sd['’]hora", r"tres\squarts\sd['’]hora"),
    "ro": (r"(?:un\s)?sfert\sde\soră", r"trei\ssferturi\sde\soră"),
    "de": (r"(?:eine[rn]?\s)?viertelstunde", r"(?:eine[rn]?\s)?dreiviertelstunde"),
    "nl": (r"een\skwartier", r"drie\skwartier"),
    "sv": (r"en\skvart", r"tre\skvart"),
    "da": (r"et\skvarter", r"tre\skvarter"),
    "nb": (r"et\skvarter", r"tre\skvarter"),
    "pl": (r"kwadrans\w{0,2}", r"trzy\skwadranse"),
    "cs": (r"čtvrt\s?hodin\w{0,2}", r"tři\s?čtvrtě\shodiny"),
    "ru": (r"четверть\sчаса", r"три\sчетверти\sчаса"),
    "hu": (r"negyed\s?órá?\w{0,3}", r"háromnegyed\s?órá?\w{0,3}"),
    "ar": (r"ربع\sساعة", r"ثلاثة\sأرباع\s(?:ال)?ساعة"),
}
"""One quarter of an hour, and three."""
_DAY_AND_NIGHT = {
    "de": r"rund\sum\sdie\suhr",
    "fr": r"jour\set\snuit",
    "es": r"día\sy\snoche",
    "pt": r"dia\se\snoite",
    "it": r"giorno\se\snotte",
    "nl": r"dag\sen\snacht|de\sklok\srond",
    "sv": r"dygnet\srunt",
    "da": r"døgnet\srundt",
    "nb": r"døgnet\srundt",
    "fi": r"ympäri\svuorokauden",
    "pl": r"(?:przez\s)?całą\sdobę|całodobow\w+",
    "cs": r"nepřetržitě",
    "ru": r"круглосуточн\w+",
    "uk": r"цілодобов\w+",
    "hu": r"éjjel-nappal",
}
"""At every hour of the day."""


def scan_periods(scan: Scan) -> None:
    """Find periods of one word; a single day, week, month or year is soft, as it may be said without a number."""
    language = base_language(scan.language)
    _parts_of_day(scan, {"no": "nb", "nn": "nb"}.get(language, language))
    _halves(scan)
    if language == "de":
        for match in list(_GERMAN.finditer(scan.rest)):
            number = next((word.number for word in find_elsewhere(match["number"], "de")), 0)
            if number:
                _take(scan, match, _GERMAN_UNITS[match["unit"].lower()], number)
    known = _ONE_WORD.get("id" if language == "ms" else language, {})
    if known:
        ending = _KOREAN_ENDING if language == "ko" else ""
        for match in list(re.finditer(rf"(?i)(?<![^\W_])(?P<word>{'|'.join(known)}){ending}(?![^\W_])", scan.rest)):
            _take(scan, match, *known[match["word"].lower()])


def _halves(scan: Scan) -> None:
    """Find half a unit and one and a half; `half an hour` is often said in minutes."""
    between = half_between(scan.language)
    for match in list(between[0].finditer(scan.rest)) if between else ():
        start, number = _number_before(scan, match.start())
        if between and number:
            meaning = ("duration", between[1][match["unit"].lower()], number + Fraction(1, 2))
            scan.take(Kind.DURATION, (meaning,), start, match.end(), from_words=True)
    known = half_units(scan.language)
    for match in list(known[0].finditer(scan.rest)) if known else ():
        if known and (match["more"] or not _COUNTED_BEFORE.search(scan.rest, 0, match.start())):
            meaning = ("duration", known[1][match["unit"].lower()], half_of(match))
            scan.take(Kind.DURATION, (meaning,), *match.span(), Weight.SOFT, from_words=True)


def _number_before(scan: Scan, end: int) -> tuple[int, int]:
    """Where the number begins that ends at `end`, in digits or in words, and the number; 0 if there is none."""
    digits = _DIGITS_BEFORE.search(scan.rest, 0, end)
    if digits:
        return digits.start(), int(digits[0])
    words = (word for word in find_elsewhere(scan.rest, scan.language) if word.end == end)
    return next(((word.start, word.number) for word in words), (end, 0))


def _parts_of_day(scan: Scan, language: str) -> None:
    """Find quarters of an hour in words, and what is open day and night."""
    one, three = _QUARTERS_OF_HOUR.get(language, ("", ""))
    for pattern, quarters in ((three, 3), (one, 1)):
        for match in list(re.finditer(rf"(?i)(?<![^\W_])(?:{pattern})(?![^\W_])", scan.rest)) if pattern else ():
            readings = (("duration", "minute", Fraction(15 * quarters)), ("duration", "hour", Fraction(quarters, 4)))
            scan.take(Kind.DURATION, readings, *match.span(), Weight.SOFT, from_words=True)
    always = _DAY_AND_NIGHT.get(language)
    for match in list(re.finditer(rf"(?i)(?<![^\W_])(?:{always})(?![^\W_])", scan.rest)) if always else ():
        meanings: tuple[Meaning, ...] = (("duration", "hour", Fraction(24)), ("always",))
        scan.take(Kind.DURATION, meanings, *match.span(), Weight.FAINT)


def _take(scan: Scan, match: re.Match[str], unit: str, number: int) -> None:
    weight = Weight.FIRM if number > 1 else Weight.SOFT
    scan.take(Kind.DURATION, (("duration", unit, Fraction(number)),), *match.span(), weight, from_words=True)
