"""Cheap tests of what a text can hold, so that most blocks of a policy never meet the patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from promulgate.dates import ENGLISH_MONTHS, THAI_MONTHS

_DIGIT = re.compile(r"[\d½⅓⅔¼¾]")
_THAI = re.compile("[\u0e01-\u0e4e]")
_LATIN = re.compile("[a-z]{3}")
_ROMAN = re.compile(r"\b[IVXL]+\b")
_ENUMERATED = re.compile("(?:[A-Za-z]{1,4}|[ก-ฮ])[.)]")
_ADDRESSES = (
    *("@", "://", "www.", ".com", ".org", ".net", ".th", ".info", ".io", ".co", ".gov", ".eu", ".edu", ".int", ".biz"),
    *(".dev", ".app", ".uk", ".de", ".fr", ".jp", ".sg", ".us", ".au", ".nz", ".ca", ".ch", ".asia", ".cloud", ".shop"),
    *(".online",),
)
_THAI_NUMBERS = (
    *("หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า", "สิบ"),
    *("ศูนย์", "ร้อย", "พัน", "หมื่น", "แสน", "ล้าน", "แรก", "ครึ่ง", "คู่", "โหล"),
    *("ครั้งเดียว", "หนเดียว", "คราวเดียว", "ละครั้ง", "ละหน"),
)
_ENGLISH_NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twel", "teen", "twent"),
    *(
        "thirt",
        "fort",
        "fift",
        "hundred",
        "thousand",
        "million",
        "billion",
        "zero",
        "once",
        "twice",
        "both",
        "half",
        "halv",
    ),
    *("first", "second", "third", "ninth", "double", "duplicate", "tripl", "quadrup", "quintup", "dozen", "quarter"),
)
_THAI_REFERENCES = ("วรรค", "ส่วน ", "ภาค ", "ผนวก", "เอกสารแนบ", "แนบท้าย", "ตาราง", "บัญชี")
_ENGLISH_REFERENCES = (
    *("paragraph", "annex", "append", "schedule", "exhibit", "chapter", "part ", "title ", "attachment", "table ", "§"),
)
_THAI_UNITS = ("วัน", "เดือน", "ปี", "ชั่วโมง", "สัปดาห์", "นาที", "ปักษ์", "ศตวรรษ", "ทศวรรษ")
_ENGLISH_UNITS = (
    *("day", "daily", "month", "year", "hour", "week", "annual", "annum", "minute", "fortnight", "decade", "centur"),
    *("centenary", "ennial"),
)
_ENGLISH_MONTHS = tuple(name.lower() for name in ENGLISH_MONTHS)


@dataclass(frozen=True, slots=True)
class Hints:
    """What a text can hold; true may be wrong, false never is."""

    digit: bool
    thai_number: bool
    english_number: bool
    address: bool
    month: bool
    clock: bool
    always: bool
    reference: bool
    unit: bool
    weekday: bool


def hints(text: str) -> Hints:
    """The hints a text gives."""
    lower = text.lower()
    digit = _DIGIT.search(text) is not None
    thai, latin = _THAI.search(text) is not None, _LATIN.search(lower) is not None
    thai_number = thai and _has(lower, _THAI_NUMBERS)
    english_number = latin and _has(lower, _ENGLISH_NUMBERS)
    number = digit or thai_number or english_number
    return Hints(
        digit,
        thai_number,
        english_number,
        address="." in text and _has(lower, _ADDRESSES),
        month=digit or (thai and _has(lower, THAI_MONTHS)) or (latin and _has(lower, _ENGLISH_MONTHS)),
        clock=digit
        or (thai and _has(lower, ("เที่ยง", "โมง", "ทุ่ม", "ตี")))
        or (
            latin
            and _has(
                lower,
                ("noon", "midnight", "midday", "clock", "in the ", "at night", " past ", "quarter to", "a.m", "p.m"),
            )
        ),
        always=digit or "ยี่สิบสี่" in lower or _has(lower, ("clock", "twenty", " night", "กลางคืน")),
        reference=number
        or "(" in text
        or _ENUMERATED.match(text) is not None
        or _ROMAN.search(text) is not None
        or (thai and _has(lower, _THAI_REFERENCES))
        or (latin and _has(lower, _ENGLISH_REFERENCES)),
        unit=(thai and _has(lower, _THAI_UNITS)) or (latin and _has(lower, _ENGLISH_UNITS)),
        weekday="วัน" in text or (latin and "day" in text),
    )


def _has(text: str, words: tuple[str, ...]) -> bool:
    for word in words:  # noqa: SIM110 - a plain loop takes half the time of any()
        if word in text:
            return True
    return False
