"""Digits that are no quantity (registration and house numbers), and fractions in words."""

from __future__ import annotations

import re
from fractions import Fraction

from promulgate.dates import BUDDHIST_ERA_OFFSET
from promulgate.values import english_numbers, thai_numbers
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.scan import Scan, base_language
from promulgate.values.units import of_percent

_BUDDHIST = range(2440, 2651)
_IDENTIFIER = re.compile(
    r"(?<![\d.,/-])(?:\d \d{4} \d{5} \d{2} \d|\d+(?:-\d+){2,}|\d+(?:/\d+)+(?!\d)"
    r"|0\d{3,}|\d{41,}|\d{1,3}(?:\.\d{1,3}){3})(?!\d|[.,]\d)"
)
_RATIO = re.compile(
    r"(?<![\d.,/])(?P<part>\d{1,2})\s?(?:ใน|out of)\s?(?P<whole>\d{1,3}(?:,000)*)(?:\s?ส่วน)?"
    r"(?![\d.,]|\s?(?:วัน|เดือน|ปี|ชั่วโมง|days?|months?))"
)
_ONE_IN_SO_MANY = re.compile(
    r"(?i)(?<![\d.,/])\b(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9])"
    r"\s(?:in|out\sof)\s(?:every\s)?"
    r"(?P<whole>two|three|four|five|six|seven|eight|nine|ten|twenty|\d{1,3}(?:,000)*)\b"
    r"(?![.,]\d|-|\s(?:and|or|to|of)\b|\s(?:[a-z]+\s)?(?:days?|weeks?|months?|years?|hours?|minutes?|instal)|\s?[%฿])"
)
"""`one in three`, not “payment 1 in 10 days”."""
_THAI_RATIO = re.compile(
    rf"(?:(?P<part>หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)ใน|เศษ(?P<parts>{thai_numbers.RUN})ส่วน"
    rf"|(?P<parts2>หนึ่ง|สอง|สาม)ส่วน(?=สอง|สาม|สี่|ห้า|แปด|สิบ))(?P<whole>{thai_numbers.RUN})"
)
_OF_ONE = r"\sof\s(?:a\s(?:thousand|[mb]illion)|one\sper)"
"""After a share: what makes both one number, `a quarter of a million`."""
_ENGLISH_RATIO = re.compile(
    r"(?i)\b(?:(?P<part>one|two|three|four|five|six|seven|eight|nine|[1-9])[\s-]"
    r"(?P<whole>half|third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|fifteenth|twentieth|hundredth|thousandth)s?\b"
    rf"(?![\s-]part|{_OF_ONE})"
    rf"|(?<!once )(?<!twice )(?<!times )an?\s(?P<a_whole>third|quarter|fifth|sixth|eighth|tenth)\b(?!{_OF_ONE})"
    r"(?:(?<=(?:by|to) a quarter)|(?<=(?:ver|han) a quarter)"
    r"|(?=\s(?:of|for|the|is|are|was|were|may|must|shall|will|upon|until|off)\b)))"
)
_HALF = re.compile(
    r"(?i)กึ่งหนึ่ง|ครึ่งหนึ่ง|(?:(?<=กว่า)|(?<=เกิน)|(?<=ไม่ถึง)|(?<=ละ))ครึ่ง|(?<!เท่า)ครึ่ง(?=ราคา|จุด|เปอร์|\s?%)|\bone[- ]half\b"
    rf"(?!{_OF_ONE})"
    r"|\bhalv(?:e[sd]?|ing)\b|(?<!and a )(?<!and one )(?<!and a-)(?<!and-a-)\bhalf\b"
    r"(?![\s-](?:of\s)?(?:an?[\s-])?(?:(?:hour|day|year(?:ly)?|month|week|dozen|thousand|[mb]illion)s?\b|one\sper))"
)
_OF_YEAR = re.compile(r"(?i)\s(?:of\s)?(?:(?:the|each|every|that|a)\s)?(?:[a-z]+\s)?(?:year\b|(?:19|20)\d\d\b)")
"""After `half`: six months are meant."""
_UNIT_OF_TIME = re.compile(
    r"(?i)\s?(?:h|hrs?|hours?|horas?|heures?|std|stunden|ore|ชั่วโมง|ชม|days?|días?|jours?|tage?n?|giorni|dias)\b"
)
_YEAR_AGAIN = re.compile(r"\s?\((?:(?:A\.\s?D\.|C\.\s?E\.)\s?)?((?:19|20)\d\d)\)")
_ROMANS = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
_ROMAN = re.compile(
    r"\b[A-Z][a-z]+\s(I|II|III|IV|V|VI|VII|VIII|IX|X)\b(?!['’.])(?!\s(?:am|have|had|agree|will|may|shall|consent)\b)"
)
"""`Rama IV Road`, `Phase II`."""
_WHOLE = {"half": 2, "quarter": 4, "hundredth": 100, "thousandth": 1000, **english_numbers.ORDINALS}


def scan_identifiers(scan: Scan) -> None:
    """Find digits in groups: registration numbers, house numbers, document numbers, fractions with a stroke."""
    for match in list(_IDENTIFIER.finditer(scan.rest)):
        groups = re.split(r"[ /.-]", match[0])
        thousands = "." in match[0] and all(len(group) == 3 for group in groups[1:])
        if thousands and base_language(scan.language) not in ("th", "en"):
            continue  # `12.500.000.000` may be a sum
        if "/" in match[0]:
            if _is_range(scan.rest, match, groups):
                continue
            readings = _with_stroke(groups)
            if base_language(scan.language) not in ("th", "en") and len(groups) == 2:
                readings += (("reference", int(groups[0]), f"/{groups[1]}"),)
        elif "." in match[0]:
            readings = (("digits", ".".join(groups)), ("reference", *map(int, groups)))
        else:
            readings = (("digits", "".join(groups)),)
        scan.take(Kind.IDENTIFIER, readings, match.start(), _end_with_year(scan.rest, match.end(), groups[-1]))


def _is_range(text: str, match: re.Match[str], groups: list[str]) -> bool:
    """Whether two numbers are the ends of a period: `48/72 h`."""
    ends = len(groups) == 2 and all(len(group) == 2 for group in groups) and groups[0] < groups[1]
    return ends and _UNIT_OF_TIME.match(text, match.end()) is not None


def _end_with_year(text: str, end: int, last: str) -> int:
    """Where a document's number ends, with the same year again in brackets: `4/2569 (2026)`."""
    again = _YEAR_AGAIN.match(text, end)
    same = again is not None and last.isdigit() and int(last) - int(again[1]) == BUDDHIST_ERA_OFFSET
    return again.end() if again is not None and same else end


def _with_stroke(groups: list[str]) -> tuple[Meaning, ...]:
    """All that numbers with strokes can mean: a fraction, a document of a year (`1/2567` is `1/2024`), themselves."""
    readings: list[Meaning] = [("digits", "/".join(groups))]
    if len(groups) == 2 and all(len(group) <= 4 for group in groups):
        one, two = map(int, groups)
        if 0 < one < two <= 100:
            readings.append(("number", Fraction(one, two)))
        if two in _BUDDHIST:
            first = one - BUDDHIST_ERA_OFFSET if one in _BUDDHIST else groups[0]
            readings.append(("digits", f"{first}/{two - BUDDHIST_ERA_OFFSET}"))
        if one in _BUDDHIST and one - BUDDHIST_ERA_OFFSET == two:
            readings.insert(0, ("year", two))
        if len(groups[0]) == 4 and len(groups[1]) == 2 and (one + 1) % 100 == two:
            # a year that ends in the next: the academic year 2026/27
            readings.append(("year", one - BUDDHIST_ERA_OFFSET if one in _BUDDHIST else one))
    return tuple(readings)


def scan_ratios(scan: Scan) -> None:
    """Find fractions in words: `สองในสาม`, `two-thirds`; a half is faint, for it is often said otherwise."""
    for match in list(_THAI_RATIO.finditer(scan.rest)):
        part, whole = (
            next(thai_numbers.find(said)).number
            for said in (match["part"] or match["parts"] or match["parts2"], match["whole"])
        )
        # `แห่งหนึ่งในสี่แห่ง` is one of four, with nothing between to tell it from a quarter.
        _take_ratio(scan, match, part, whole, (("number", Fraction(whole)),) if part == 1 else ())
    for match in list(_ENGLISH_RATIO.finditer(scan.rest)):
        part = _worth(match["part"] or "one")
        whole = _WHOLE[(match["whole"] or match["a_whole"]).lower()]
        quarters = "quarter" in match[0].lower()
        _take_ratio(scan, match, part, whole, (("duration", "month", Fraction(3 * part)),) if quarters else ())
    for match in list(_ONE_IN_SO_MANY.finditer(scan.rest)):
        part, whole = (_worth(match[name]) for name in ("part", "whole"))
        _take_ratio(scan, match, part, whole)
    for match in list(_RATIO.finditer(scan.rest)):
        part, whole = _worth(match["part"]), _worth(match["whole"])
        if 0 < part < whole:
            scan.take(Kind.NUMBER, (("number", Fraction(part, whole)),), *match.span())
    for match in list(_HALF.finditer(scan.rest)):
        if end := of_percent(scan.rest, match.end()):
            scan.take(Kind.PERCENTAGE, (("percentage", Fraction(1, 2)),), match.start(), end)
            continue
        of_year: tuple[Meaning, ...] = (
            (("duration", "month", Fraction(6)),) if _OF_YEAR.match(scan.cleaned.text, match.end()) else ()
        )
        scan.take(Kind.NUMBER, share(Fraction(1, 2)) + of_year, *match.span(), Weight.FAINT, from_words=True)


def scan_roman_numerals(scan: Scan) -> None:
    """Find Roman numerals in names; soft, for the other language may leave them to the name."""
    for match in list(_ROMAN.finditer(scan.rest)):
        scan.take(Kind.NUMBER, (("number", Fraction(_ROMANS[match[1]])),), *match.span(1), Weight.SOFT, from_words=True)


def _worth(written: str) -> int:
    plain = written.replace(",", "")
    return int(plain) if plain.isdigit() else next(english_numbers.find(written)).number


def _take_ratio(scan: Scan, match: re.Match[str], part: int, whole: int, more: tuple[Meaning, ...] = ()) -> None:
    """Record a fraction; one part of several is soft, for `หนึ่งในสามบริษัท` is one of three companies."""
    if part < whole:
        weight = Weight.FIRM if part > 1 else Weight.SOFT
        scan.take(Kind.NUMBER, share(Fraction(part, whole)) + more, *match.span(), weight, from_words=True)


def share(number: Fraction) -> tuple[Meaning, ...]:
    """What a share means, which may also be said in per cent."""
    return (("number", number), ("percentage", number * 100))
