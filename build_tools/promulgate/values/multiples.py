"""How many times as much, and so much to so much: `สองเท่า` is 200 per cent, `1:20` one part to twenty."""

from __future__ import annotations

import re
from fractions import Fraction

from promulgate.values import english_numbers, thai_numbers
from promulgate.values.model import Kind, Meaning
from promulgate.values.scan import Scan

_TIMES_AS_MUCH = re.compile(r"(?i)\s?เท่า|\stimes\b|[\s-]?fold\b")
_NAMED = re.compile(
    r"(?:(?i:\b(?:ratio|proportion)\s(?:of\s)?)|(?:อัตราส่วน|สัดส่วน)\s?)"
    r"(?P<one>\d{1,3})\s?(?::|/|ต่อ|to\b)\s?(?P<other>\d{1,3})(?!\d|[.,]\d)"
)
"""`a ratio of 1:20`, `สัดส่วน 60 ต่อ 40`: so much of one to so much of the other."""
_SPOKEN_OF = re.compile(
    r"(?i)\b(?:ratio|proportion|gradient|slope|scale|weight(?:ing|ed)|split|divided|shared|odds|leverage)\b"
    r"|อัตราส่วน|สัดส่วน|ความชัน|ลาดชัน|มาตราส่วน|น้ำหนัก|แบ่ง"
)
"""Where `1:12` is no time of day."""
_BARE = re.compile(
    r"(?<![\d.,:/])(?P<one>\d{1,3}(?:\.\d{1,2})?)\s?(?P<mark>[:/])\s?(?P<other>\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?)(?![\d:/]|[.,]\d)"
    r"(?!\s?(?:[ap]\.?m|น\.|hrs|hours))"
)
_THAI = re.compile(rf"(?P<one>{thai_numbers.RUN})ต่อ(?P<other>{thai_numbers.RUN})(?!\s?(?:บาท|วัน|เดือน|ปี|คน|ครั้ง))")
_DIGITS_TO = re.compile(r"(?<![\d.,])(?P<one>\d{1,3})\s?(?:ต่อ|to)\s?(?P<other>\d{1,3}(?:,\d{3})*)(?![\d:]|[.,]\d|\s?%)")
_ENGLISH = re.compile(
    rf"(?i)\b(?P<one>{english_numbers.NUMBER_WORD})\sto\s(?P<other>{english_numbers.NUMBER_WORD})\b(?=\s(?:ratio|basis)\b)"
)
_OUT_OF_THAI = re.compile(
    rf"(?P<part>{thai_numbers.RUN}|\d{{1,3}}(?:\.\d+)?)\s?(?:ต่อ|ใน)\s?(?P<whole>ร้อย|พัน|หมื่น|แสน|ล้าน)(?:ส่วน)?(?!ละ|บาท|\s?บาท|ธ)"
)
_WHOLES = {"ร้อย": 100, "พัน": 1000, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6}


def is_multiplied(text: str, start: int, end: int) -> bool:
    """Whether the number that stands there says how many times as much: `สองเท่า`, `หนึ่งเท่าครึ่ง`, `3 times`."""
    return "เท่า" in text[start:end] or _TIMES_AS_MUCH.match(text, end) is not None


def as_multiple(number: Fraction) -> tuple[Meaning, ...]:
    """What so many times as much means, which may also be said in per cent."""
    return ("number", number), ("percentage", number * 100)


def scan_proportions(scan: Scan) -> None:
    """Find proportions, which look like times of day or like numbers of a house."""
    for match in list(_OUT_OF_THAI.finditer(scan.rest)):
        share = _worth(match["part"]) / _WHOLES[match["whole"]]
        if 0 < share < 1:
            scan.take(Kind.PERCENTAGE, (("percentage", share * 100), ("number", share)), *match.span())
    for pattern in (_NAMED, _THAI, _ENGLISH):
        for match in list(pattern.finditer(scan.rest)):
            _take(scan, match, *match.span())
    for match in list(_DIGITS_TO.finditer(scan.rest)) if _SPOKEN_OF.search(scan.rest) else ():
        _take(scan, match, *match.span())
    for match in list(_BARE.finditer(scan.rest)):
        if _is_proportion(scan, match):
            _take(scan, match, *match.span())


def _is_proportion(scan: Scan, match: re.Match[str]) -> bool:
    """Whether numbers with a colon or a stroke are no time of day, no date and no number of a house."""
    one, other = match["one"], match["other"]
    if match["mark"] == "/":
        return one == other == "50"
    no_time = "." in one or "." in other or len(other) != 2 or int(other) > 59 or float(one) > 24
    return (no_time and (_worth(one) == 1 or _worth(other) == 1 or _worth(one) + _worth(other) == 100)) or (
        _SPOKEN_OF.search(scan.rest) is not None and not one.startswith("0")
    )


def _take(scan: Scan, match: re.Match[str], start: int, end: int) -> None:
    one, other = _worth(match["one"]), _worth(match["other"])
    readings: tuple[Meaning, ...] = (("digits", f"{_plain(one)}/{_plain(other)}"),)
    if other == 1:
        readings += as_multiple(one)
    if one == other:
        readings += ("number", Fraction(1, 2)), ("percentage", Fraction(50))
    scan.take(
        Kind.NUMBER, readings, min(start, match.start("one")) if match["one"][0].isalpha() else match.start("one"), end
    )


def _plain(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else str(float(number))


def _worth(said: str) -> Fraction:
    if said[0].isdecimal():
        return Fraction(said.replace(",", ""))
    words = thai_numbers.find(said) if "\u0e00" <= said[0] <= "\u0e7f" else english_numbers.find(said)
    return Fraction(next((word.number for word in words), 0))
