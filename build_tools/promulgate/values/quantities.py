"""Numbers with what they count become values; those without a unit weigh less."""

from __future__ import annotations

import re
from fractions import Fraction

from promulgate.values import english_numbers
from promulgate.values.calendar import bare_year
from promulgate.values.counting import with_units
from promulgate.values.hints import Hints
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.numerals import Quantity, find_numerals
from promulgate.values.scan import Scan, base_language

_ONE = (Fraction(1),)
_ROUND = (100, 1000, 10**6, 10**9)
_THAI_LETTER = re.compile("[\u0e01-\u0e4e]")
_LEADING_VOWELS = ("เ", "แ", "โ", "ใ", "ไ")
_CLASSIFIERS = [
    "ฉบับ",
    "คน",
    "ราย",
    "ฝ่าย",
    "ครั้ง",
    "ชุด",
    "ประการ",
    "ข้อ",
    "แห่ง",
    "รายการ",
    "เท่า",
    "ส่วน",
    "ประเภท",
    "กรณี",
    "ชั้น",
    "หุ้น",
    "คู่",
    "เครื่อง",
    "คณะ",
    "ท่าน",
    "ด้าน",
    "ขั้นตอน",
    "วิธี",
    "หน้า",
    "แผ่น",
    "ใบ",
    "เล่ม",
    "บัญชี",
    "งวด",
    "หน่วย",
    "กลุ่ม",
    "ระดับ",
    "ช่องทาง",
    "ตำแหน่ง",
    "คำ",
    "ตัว",
    "เมตร",
    "กิโล",
    "ตาราง",
    "ระบบ",
    "รอบ",
    "ลำดับ",
    "สาขา",
    "บริษัท",
    "องค์กร",
    "ห้อง",
    "คัน",
    "หลัง",
    "ภาษา",
    "พื้นที่",
    "ประเทศ",
    "ปัจจัย",
    "หลัก",
    "โครงการ",
    "กอง",
    "มื้อ",
    "สิทธิ",
    "ไตรมาส",
]
_CLASSIFIER = re.compile(rf"\s?(?:\(\d+\)\s?)?(?:{'|'.join(_CLASSIFIERS)})")
"""What follows a Thai number that counts things."""
_THAI_ORDINAL = re.compile(r"(?<!บุคคล)ที่\s?$")
_NO_COUNT = re.compile(r"(?:ที่|ทั้ง)\s?$")
_LOOSE = re.compile(
    rf"(?i)\b(?P<word>both|twice|once|double|duplicate|triple|triplicate)\b|\b(?P<ordinal>{english_numbers.ORDINAL_WORD})\b(?![\s-]part)|(?P<pair>ทั้งคู่)"
    r"|(?:ครั้ง|วัน|คน|ฉบับ|งวด|ปี|เดือน)(?P<first>แรก)"
)
_MULTIPLES = {"once": 1, "triple": 3, "triplicate": 3}
_SINGLE = re.compile(r"(?i)\b(?:an?|another|single|sole)\b|(?<!แ)ละ|เดียว|เดี่ยว")


def scan_quantities(scan: Scan, hint: Hints) -> None:
    """Find every number that is nothing more special."""
    for quantity in with_units(scan, find_numerals(scan, hint)):
        _take(scan, quantity)
    if hint.thai_number or hint.english_number:
        for match in list(_LOOSE.finditer(scan.rest)):
            _take_loose(scan, match)


def scan_single(scan: Scan) -> None:
    """Find a word that may answer to the number one, such as an article."""
    match = _SINGLE.search(scan.rest)
    if match:
        scan.take(Kind.NUMBER, (("number", Fraction(1)),), *match.span(), Weight.SILENT, from_words=True)


def _take(scan: Scan, quantity: Quantity) -> None:
    """Make a value of a quantity, or leave it if it is no number at all where it stands."""
    words_only = bool(quantity.words)
    weight = Weight.FIRM
    start, end = quantity.start, quantity.end
    readings: tuple[Meaning, ...]
    contradiction: tuple[Meaning, ...] = ()
    if quantity.kind is Kind.DURATION:
        readings = tuple(("duration", quantity.unit[0], number) for number in quantity.numbers)
        if words_only and quantity.numbers == _ONE:
            weight = Weight.SOFT
    elif quantity.kind is Kind.MONEY:
        readings = tuple(("money", code, number) for number in quantity.numbers for code in quantity.unit)
    elif quantity.kind is Kind.PERCENTAGE:
        readings = tuple(("percentage", number) for number in quantity.numbers)
    elif words_only:
        found = _weight_of_words(scan, quantity)
        if found is None:
            return
        weight = found
        readings = tuple(("number", number) for number in quantity.numbers)
        if _THAI_ORDINAL.search(scan.rest[max(0, start - 6) : start]):
            readings = (("ordinal", quantity.numbers[0]), *readings)
    else:
        _take_bare(scan, quantity)
        return
    if quantity.contradiction:
        contradiction = tuple((*readings[0][:-1], number) for number in quantity.numbers)
    scan.take(
        quantity.kind, readings + quantity.more, start, end, weight, from_words=words_only, contradiction=contradiction
    )


def _take_bare(scan: Scan, quantity: Quantity) -> None:
    """Make a value of digits without a unit: a number, perhaps a year, a clause, a time, part of a name."""
    readings: tuple[Meaning, ...] = tuple(("number", number) for number in quantity.numbers)
    if quantity.path:
        readings += (("reference", *quantity.path),)
        readings += _as_time(quantity)
    readings += quantity.more
    if not readings:
        return
    contradiction: tuple[Meaning, ...] = readings[: len(quantity.numbers)] if quantity.contradiction else ()
    kind, end = Kind.NUMBER, quantity.end
    weight = Weight.SOFT if quantity.glued and len(quantity.digits) < 3 else Weight.FIRM
    if _is_code(quantity):
        kind, readings = Kind.IDENTIFIER, (("digits", quantity.digits.replace(" ", "")), *readings)
    elif quantity.glued:
        kind = Kind.IDENTIFIER
    elif quantity.digits.isdigit() and len(quantity.digits) == 4 and not quantity.contradiction and not quantity.scaled:
        year = bare_year(scan, int(quantity.digits), quantity.end)
        if year:
            kind, end = Kind.DATE, year[2]
            contradiction = year[1]
            readings = year[0] + readings
    scan.take(kind, readings, quantity.start, end, weight, contradiction=contradiction)


def _is_code(quantity: Quantity) -> bool:
    """Whether bare digits rather name something than count: in groups with spaces, or many without any groups."""
    return " " in quantity.digits or (quantity.digits.isdigit() and len(quantity.digits) >= 8)


def _as_time(quantity: Quantity) -> tuple[Meaning, ...]:
    """`18.00` may be a time of day."""
    if len(quantity.path) != 2 or quantity.digits[-3:-2] != ".":
        return ()
    hour, minute = quantity.path
    return (("time", (hour * 60 + minute) % 1440),) if hour <= 24 and minute < 60 else ()


def _weight_of_words(scan: Scan, quantity: Quantity) -> Weight | None:
    """How much a number in words without a unit says; None where it is no number but part of another word."""
    number = quantity.numbers[0]
    if "\u0e00" <= scan.rest[quantity.start] <= "\u0e7f":
        if _NO_COUNT.search(scan.rest[max(0, quantity.start - 6) : quantity.start]) and number:
            return Weight.FAINT
        if not _is_thai_number(scan.rest, quantity):
            return None
    if number <= 1:
        return Weight.FAINT if base_language(scan.language) in ("th", "en") else Weight.SILENT
    return Weight.SOFT if number <= 10 or (quantity.words < 3 and number in _ROUND) else Weight.FIRM


def _is_thai_number(text: str, quantity: Quantity) -> bool:
    """Whether Thai number words stand for themselves: before a classifier or no letter, and more than `ร้อย` alone."""
    before = text[max(0, quantity.start - 1) : quantity.start]
    ends = not _THAI_LETTER.match(text, quantity.end) or _CLASSIFIER.match(text, quantity.end)
    alone = quantity.words == 1 and quantity.numbers[0] > 10
    return bool(ends) and not alone and quantity.numbers[0] != 0 and before not in _LEADING_VOWELS


def _take_loose(scan: Scan, match: re.Match[str]) -> None:
    """Record words that may or may not answer to a number in the other language: `both`, `twice`, `the third`."""
    readings: tuple[Meaning, ...]
    weight = Weight.FAINT
    if match["ordinal"]:
        number = Fraction(english_numbers.ORDINALS[re.sub(r"\s+", "-", match["ordinal"].lower())])
        readings = (("ordinal", number), ("number", number))
    elif match["first"]:
        readings = (("ordinal", Fraction(1)), ("number", Fraction(1)))
    else:
        word = (match["word"] or "").lower()
        weight = Weight.SOFT if word == "twice" else weight
        readings = (("number", Fraction(_MULTIPLES.get(word, 2))),)
    scan.take(Kind.NUMBER, readings, *match.span(), weight, from_words=True)
