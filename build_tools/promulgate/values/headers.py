"""Units that the header of a table gives to the bare numbers under it: `ค่าบริการ (บาท)`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.values.model import Kind, Meaning, Value, Weight
from promulgate.values.units import CURRENCIES, choice, currencies

_CURRENCY = choice(name for name in CURRENCIES if name not in (".-", "baht."))
_UNIT = re.compile(
    rf"(?i)(?P<percent>%|ร้อยละ|per\s?cent|percentage)|(?<![A-Za-z])(?P<currency>{_CURRENCY})"
    r"|(?P<business>วันทำการ|(?:business|working) days)|(?P<second>วินาที|\bseconds\b)|(?P<minute>นาที|\bminutes\b)"
    r"|(?P<hour>ชั่วโมง|\bhours\b)|(?P<day>วัน(?!ที่)|\bdays\b)|(?P<week>สัปดาห์|\bweeks\b)|(?P<month>เดือน"
    r"|\bmonths\b)"
    r"|(?P<year>ปี|อายุ|\byears\b|\bages?\b)"
)
_IN_PARENTHESES = re.compile(rf"[(\[]\s?(?:{_UNIT.pattern.removeprefix('(?i)')})\s?[)\]]", re.IGNORECASE)
_KINDS = {"money": Kind.MONEY, "percentage": Kind.PERCENTAGE, "duration": Kind.DURATION}


def meanings_under(header: str) -> tuple[Meaning, ...]:
    """What bare numbers can mean under this header, each meaning without its number."""
    return tuple(dict.fromkeys(meaning for match in _UNIT.finditer(header) for meaning in _meanings(match)))


def header_values(header: str) -> Iterator[Value]:
    """The unit a header names in parentheses, as a value: soft, for the cells may name it instead."""
    for match in _IN_PARENTHESES.finditer(header):
        meanings = _meanings(match)
        readings: tuple[Meaning, ...] = tuple(("unit", meaning[-1]) for meaning in meanings)
        yield Value(_KINDS[str(meanings[0][0])], readings, match[0], match.start(), match.end(), Weight.SOFT)


def _meanings(match: re.Match[str]) -> list[Meaning]:
    if match["percent"]:
        return [("percentage",)]
    if match["currency"]:
        return [("money", code) for code in currencies(match["currency"])]
    unit = match.lastgroup or ""
    return [("duration", "business-day" if unit == "business" else unit)]
