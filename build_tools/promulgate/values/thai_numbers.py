"""Thai number words: `หนึ่งร้อยห้าสิบเอ็ด` is 151."""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.values.english_numbers import WordNumber

_DIGITS = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000, "แสน": 100_000}
_MILLION = "ล้าน"
_WORTH = {**{word: number for number, word in enumerate(_DIGITS)}, "เอ็ด": 1, "ยี่": 2}

# What stands around would make another word of it: ห้าม, ห้าง, สามารถ, สามี, พันธะ, หกล้ม, ร้อยละ, แสนสาหัส, เก้าอี้, สหกรณ์,
# อุตสาหกรรม, โกหก, มือสอง.
_PART = (
    "ศูนย์|หนึ่ง|(?<!มือ)สอง(?!แถว|แคว)|สาม(?!ล้อ|เณร|แยก|เหลี่ยม|พราน|เสน|ย่าน|โคก|ชุก|ยทรัพย์|ารถ|ัญ|ี|ัคคี|านย์|าน)|สี่(?!เหลี่ยม|แยก|พระยา)|ห้า(?!วหาญ|เหลี่ยม|ง(?!วด|าน)|ม(?!ื่น|กรา|ีนา|ิถุนา|าตรา))"
    "|(?<!โก)หก(?!ล้ม|รณ์|รรม|เหลี่ยม|กลับ|คะเมน)|เจ็ด|แปด(?!เปื้อน|เหลี่ยม|ริ้ว)|เก้า(?!อี้)|เอ็ด|ยี่(?=สิบ)"
    "|สิบ(?!เอก|ตรี|โท(?!ษ))|ร้อย(?!ละ|เอก|ตรี|โท|แก้ว|กรอง|เรียง|รัด)|พัน(?!ธ|ตำรวจ|เอก|ตรี|โท|ทาง|ลำ|กัน)|หมื่น"
    "|แสน(?!สาหัส)|ล้าน(?!นา|ช้าง)"
)
RUN = rf"(?:{_PART})+"
_RUN = re.compile(RUN)
_WORD = re.compile(_PART)


def find(text: str) -> Iterator[WordNumber]:
    """Every well-formed run of number words, even inside other words: what stands around it decides what it is."""
    for run in _RUN.finditer(text):
        parts = _WORD.findall(run[0])
        number = parse(parts)
        if number is not None:
            yield WordNumber(run.start(), run.end(), number, len(parts))
        elif any(part in _PLACES for part in parts) or text.endswith("ที่", 0, run.start()):
            # `ปีที่หนึ่งสามเดือน`: three months of the first year, not one or three
            yield from _divided(run.start(), parts)


def _divided(start: int, parts: list[str]) -> Iterator[WordNumber]:
    """A run that is no one number, as the numbers it is made of: `หนึ่งแสนห้าแสน`."""
    while parts:
        length = next((n for n in range(len(parts), 1, -1) if _may_end(parts, n) and parse(parts[:n]) is not None), 1)
        number, end = parse(parts[:length]), start + sum(map(len, parts[:length]))
        if number is not None:
            yield WordNumber(start, end, number, length)
        start, parts = end, parts[length:]


def _may_end(parts: list[str], length: int) -> bool:
    """Whether a number may end after so many words: not between a digit and its place."""
    return parts[length - 1] not in _WORTH or not set(parts[length : length + 1]) & set(_PLACES)


def parse(parts: list[str]) -> int | None:
    """The number these words say, or None when they say none (`สองสาม`, two or three)."""
    total = 0
    group: list[str] = []
    for part in parts:
        if part == _MILLION:
            worth = _group(group) if group else (total or 1)
            if worth is None:
                return None
            total = (total + worth if group else worth) * 10**6
            group = []
        else:
            group.append(part)
    rest = _group(group) if group else 0
    return None if rest is None else total + rest


def _group(parts: list[str]) -> int | None:
    """The worth of the words between two `ล้าน`, below a million."""
    total, digit, ceiling = 0, -1, 10**6
    for part in parts:
        if part in _PLACES:
            place = _PLACES[part]
            if place >= ceiling or digit == 0:
                return None
            total += (digit if digit > 0 else 1) * place
            digit, ceiling = -1, place
        elif digit >= 0 or ceiling == 1 or (_WORTH[part] == 0 and len(parts) > 1):
            return None
        else:
            digit = _WORTH[part]
    if digit >= 0:
        total += digit
    return total
