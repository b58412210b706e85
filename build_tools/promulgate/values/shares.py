"""Fractions in words, in other languages: `drei Viertel`, `deux tiers`, `三分の二`, `三分之二`."""

from __future__ import annotations

import re
from fractions import Fraction

from promulgate.values.east_asian_numbers import CHARACTERS, parse
from promulgate.values.identifiers import share
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.number_words import find_elsewhere
from promulgate.values.scan import Scan, base_language

_PARTS: dict[str, dict[int, str]] = {
    "de": {3: "drittel", 4: "viertel", 5: "fünftel", 10: "zehntel"},
    "fr": {3: "tiers", 4: "quarts?", 5: "cinquièmes?", 10: "dixièmes?"},
    "es": {3: "terci|tercer", 4: "cuart", 5: "quint", 10: "décim"},
    "it": {3: "terz", 4: "quart", 5: "quint", 10: "decim"},
    "pt": {3: "terç", 4: "quart", 5: "quint", 10: "décim"},
    "ca": {3: "terç", 4: "quart", 5: "cinqu"},
    "nl": {3: "derde", 4: "kwart|vierde", 5: "vijfde", 10: "tiende"},
    "sv": {3: "tredjedel", 4: "fjärdedel", 5: "femtedel"},
    "da": {3: "tredjedel", 4: "fjerdedel", 5: "femtedel"},
    "nb": {3: "tredjedel", 4: "fjerdedel|firedel", 5: "femdel"},
    "pl": {3: "trzeci", 4: "czwart", 5: "piąt", 10: "dziesiąt"},
    "cs": {3: "třetin", 4: "čtvrtin", 5: "pětin", 10: "desetin"},
    "ru": {3: "трет", 4: "четверт", 5: "пят", 10: "десят"},
    "uk": {3: "трет", 4: "четверт|чверт", 5: "п['’]ят"},
    "hu": {3: "harmad", 4: "negyed", 5: "ötöd", 10: "tized"},
}
"""How the word for each part begins."""
_ORDINALS_TOO = ("nl", "it", "fr")
"""Where one word says a share and a place in a row: `een derde`, a third."""
_OF_AN_HOUR = r"\s(?:d['’](?:heure|ora|hora)|de\s(?:hora|oră)|часа)"
"""What makes a quarter fifteen minutes."""
_EAST_ASIAN = re.compile(
    rf"(?P<whole>\d{{1,3}}(?:,\d{{3}})+|\d{{1,12}}|[{CHARACTERS}]{{1,12}})\s?(?:분의|分の|分之)\s?"
    rf"(?P<part>\d{{1,12}}(?:\.\d{{1,6}})?|[{CHARACTERS}]{{1,12}}(?:[点點][{CHARACTERS}]{{1,6}})?)"
)


_TENTHS = re.compile(
    rf"(?P<tenths>\d(?:\.\d)?|(?<![{CHARACTERS}])[{CHARACTERS}])\s?"
    r"(?:成(?![立員员果分績绩本年人功長长交熟型套品])|割(?![合当りれ]))"
)
"""`两成`, `2割`: so many tenths."""
_TEN_THOUSAND = {"万": 10**4, "萬": 10**4}
_MALAY_PARTS = {"se": 1, "satu ": 1, "dua ": 2, "tiga ": 3}
_MALAY_WHOLES = {"pertiga": 3, "perempat": 4, "perlima": 5, "persepuluh": 10}
_VIETNAMESE_PARTS = {"một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "mười": 10}
_VIETNAMESE = "|".join(_VIETNAMESE_PARTS)
_MALAY = re.compile(
    rf"(?i)\b(?P<malay>{'|'.join(_MALAY_PARTS)})(?P<of>{'|'.join(_MALAY_WHOLES)})\b"
    rf"|\b(?P<part>{_VIETNAMESE})\sphần\s(?P<whole>{_VIETNAMESE})\b"
)
"""`dua pertiga`, `hai phần ba`."""
_ARABIC_PARTS = {
    "ثلاثة أرباع": Fraction(3, 4),
    **dict.fromkeys(("ثلثي", "ثلثا", "ثلثين", "ثلثان"), Fraction(2, 3)),
    "ثلث": Fraction(1, 3),
    "ربع": Fraction(1, 4),
}
_ARABIC = re.compile(
    rf"(?<![^\W_])[وف]?[بل]?(?:ال)?(?P<part>{'|'.join(_ARABIC_PARTS)})(?![^\W_])(?!\s(?:ال)?(?:ساعة|سن|شهر|عام))"
)
"""A share, no quarter of an hour or of a year."""


def scan_shares(scan: Scan) -> None:
    """Find fractions in words; one part of several is soft, as it may be one of several things."""
    _scan_east_asian(scan)
    for match in list(_MALAY.finditer(scan.rest)):
        some = _MALAY_PARTS[match["malay"].lower()] if match["malay"] else _VIETNAMESE_PARTS[match["part"].lower()]
        among = _MALAY_WHOLES[match["of"].lower()] if match["malay"] else _VIETNAMESE_PARTS[match["whole"].lower()]
        if some < among:
            _take(scan, Fraction(some, among), *match.span())
    for match in list(_ARABIC.finditer(scan.rest)) if base_language(scan.language) == "ar" else ():
        _take(scan, _ARABIC_PARTS[match["part"]], *match.span())
    for number in list(find_elsewhere(scan.rest, scan.language)):
        for denominator, parts in _PARTS.get(base_language(scan.language), {}).items():
            word = re.compile(rf"(?i)[\s-](?:{parts})\w{{0,4}}(?:\sparte[s]?)?(?!\w)(?!{_OF_AN_HOUR})").match(
                scan.rest, number.end
            )
            if word and 0 < number.number < denominator:
                _take(scan, Fraction(number.number, denominator), number.start, word.end())


def _scan_east_asian(scan: Scan) -> None:
    for match in list(_EAST_ASIAN.finditer(scan.rest)):
        whole, part = (_number(match[name]) for name in ("whole", "part"))
        if whole in (100, 1000):
            scan.take(Kind.PERCENTAGE, (("percentage", part * 100 / whole),), *match.span())
        elif part and whole:
            _take(scan, part / whole, *match.span())
    for match in list(_TENTHS.finditer(scan.rest)):
        scan.take(Kind.PERCENTAGE, (("percentage", _number(match["tenths"]) * 10),), *match.span())


def _take(scan: Scan, number: Fraction, start: int, end: int) -> None:
    weight = Weight.FIRM if number.numerator > 1 else Weight.SOFT
    ordinal = number.numerator == 1 and base_language(scan.language) in _ORDINALS_TOO
    third: tuple[Meaning, ...] = (("ordinal", Fraction(number.denominator)),) if ordinal else ()
    scan.take(Kind.NUMBER, share(number) + third, start, end, weight, from_words=True)


def _number(written: str) -> Fraction:
    if written[0].isdecimal():
        return Fraction(written.replace(",", ""))
    if written in _TEN_THOUSAND:
        return Fraction(_TEN_THOUSAND[written])
    whole, *decimals = re.split("[点點]", written)
    digits = "".join(str(parse(digit)) for digit in "".join(decimals))
    return Fraction(f"{parse(whole) or 0}.{digits or 0}")
