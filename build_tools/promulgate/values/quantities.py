"""Numbers in digits or words, and what they count: sums, percentages, periods, or nothing we know."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from promulgate.values import english_numbers, thai_numbers, units
from promulgate.values.calendar import bare_year
from promulgate.values.locales import local_units
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.scan import Scan, base_language


@dataclass(slots=True)
class Quantity:
    """A number on its way to become a value. `start` and `end` take in its unit once that is known."""

    start: int
    end: int
    numbers: tuple[Fraction, ...]
    path: tuple[int, ...] = ()
    digits: str = ""
    """The digits as written, empty for number words."""
    words: int = 0
    """Of how many number words it is made; 0 when there are digits too."""
    kind: Kind = Kind.NUMBER
    unit: tuple[str, ...] = ()
    """Unit of time, or currencies the sign can mean."""
    unit_before: bool = False
    contradiction: bool = False
    ordinal: bool = False
    glued: bool = False
    """Part of a name like `A4`."""
    scaled: bool = False
    more: tuple[Meaning, ...] = ()


_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*")
_DIGITS_ELSEWHERE = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)*")
_GLUED_BEFORE = re.compile(r"[A-Za-z]$")
_GLUED_AFTER = re.compile(
    r"(?!(?:st|nd|rd|th|[kKMGT]?i?[Bb](?:ps|it)?|km|kg|cm|mm|m|g|px|pt|x|hrs?|h|mins?|s|d|yrs?|bn|mn|k|baht|THB|USD)(?![A-Za-z]))[A-Za-z]"
)
_NAME_BEFORE = re.compile(r"(?:^|[^A-Za-z])(?:v|V|FY|Q|No|no|M|Y)$")
_IDENTIFIER = re.compile(
    r"(?<![\d.,/-])(?:\d{1,3}(?: \d{3}){2,}(?![\d])|\d \d{4} \d{5} \d{2} \d|\d+(?:-\d+){2,}|\d+(?:/\d+)+(?![\d])|0\d{3,}|\d{8,}|\d{1,3}(?:\.\d{1,3}){3})(?![\d]|[.,]\d)"
)
_VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_RATIO = re.compile(
    r"(?<![\d.,/])(?P<part>\d{1,2})\s?(?:ใน|out of)\s?(?P<whole>\d{1,3})(?:\s?ส่วน)?(?![\d.,]|\s?(?:วัน|เดือน|ปี|ชั่วโมง|days?|months?))"
)
_THAI_RATIO = re.compile(
    r"(?P<part>หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)ใน(?P<whole>สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|สิบ)(?![\u0e01-\u0e2e]*ปี)"
)
_ENGLISH_RATIO = re.compile(
    r"(?i)\b(?P<part>one|two|three|four|five|[1-9])[\s-](?P<whole>half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b(?![\s-]part)"
)
_HALF = re.compile(
    r"(?i)กึ่งหนึ่ง|ครึ่งหนึ่ง|\bone[- ]half\b|(?<!and a )(?<!and one )(?<!and a-)\bhalf\b(?![\s-](?:an?\s)?(?:hour|day|year|month|week))"
)
_WHOLE = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "eighth": 8,
    "tenth": 10,
}
_NOT_THAI = re.compile("(?![\u0e01-\u0e4e])")
_CLASSIFIER = re.compile(
    r"\s?(?:\(\d+\)\s?)?(?:ฉบับ|คน|ราย|ฝ่าย|ครั้ง|ชุด|ประการ|ข้อ|แห่ง|รายการ|เท่า|ส่วน|ประเภท|กรณี|ชั้น|หุ้น|คู่|เครื่อง|คณะ|ท่าน|ด้าน|ขั้นตอน|วิธี|หน้า|แผ่น|ใบ|เล่ม|บัญชี|งวด|หน่วย|กลุ่ม|ระดับ|ช่องทาง|ตำแหน่ง|คำ|ตัว|เมตร|กิโล|ตาราง|ระบบ|รอบ|ลำดับ|สาขา|บริษัท|องค์กร|ห้อง|คัน|หลัง|ภาษา|พื้นที่|ประเทศ|ปัจจัย|หลัก|โครงการ|กอง|มื้อ|สิทธิ|ไตรมาส)"
)
_THAI_ORDINAL = re.compile(r"(?:ที่|ทั้ง|คนที่|ครั้งที่)\s?$")
_HALF_MORE = re.compile(r"(?i)\s+and\s+(?:a|one)[\s-]half\b")
_POINT = re.compile(
    r"(?i)(?:\s?จุด\s?(?P<thai>(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)+)|\spoint\s(?P<english>(?:zero|one|two|three|four|five|six|seven|eight|nine)(?:\s(?:zero|one|two|three|four|five|six|seven|eight|nine))*\b))"
)
_ONE_DIGIT = re.compile(r"(?i)ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า|zero|one|two|three|four|five|six|seven|eight|nine")
_LOOSE = re.compile(
    rf"(?i)\b(?P<both>both|twice|once|double)\b|\b(?P<ordinal>{english_numbers.ORDINAL_WORD})\b|(?P<pair>ทั้งคู่)|(?:ครั้ง|วัน|คน|ฉบับ|งวด|ปี|เดือน)(?P<first>แรก)"
)


def scan_identifiers(scan: Scan) -> None:
    """Find digits in groups that are no quantity: registration numbers, house numbers, fractions with a stroke."""
    for match in list(_IDENTIFIER.finditer(scan.rest)):
        written = match[0]
        groups = re.split(r"[ /.-]", written)
        readings: list[Meaning] = [
            ("digits", "/".join(groups) if "/" in written or "." in written else "".join(groups))
        ]
        if "/" in written and len(groups) == 2:
            one, two = map(int, groups)
            if 0 < one < two <= 100:
                readings.append(("number", Fraction(one, two)))
            if 2440 <= two <= 2650:
                both = one in range(2440, 2650)
                readings.append(("digits", f"{one - 543 if both else groups[0]}/{two - 543}"))
            if one in range(2440, 2650) and two - 543 != one and two in range(1900, 2100) and one - 543 == two:
                readings.insert(0, ("year", two))
        elif "." not in written and "/" not in written and "-" not in written:
            readings.append(("number", Fraction("".join(groups))))
        scan.take(Kind.IDENTIFIER, tuple(readings), *match.span())


def scan_ratios(scan: Scan) -> None:
    """Find fractions in words: `สองในสาม`, `two-thirds`; a half is soft, for it is often said otherwise."""
    for match in list(_THAI_RATIO.finditer(scan.rest)):
        part, whole = (next(thai_numbers.find(match[name])).number for name in ("part", "whole"))
        if part < whole:
            weight = Weight.FIRM if part > 1 else Weight.SOFT
            scan.take(Kind.NUMBER, (("number", Fraction(part, whole)),), *match.span(), weight, from_words=True)
    for match in list(_ENGLISH_RATIO.finditer(scan.rest)):
        part = int(match["part"]) if match["part"].isdigit() else next(english_numbers.find(match["part"])).number
        whole = _WHOLE[match["whole"].lower().rstrip("s") if match["whole"].lower() != "halves" else "halves"]
        if part < whole:
            weight = Weight.FIRM if part > 1 else Weight.FAINT
            scan.take(Kind.NUMBER, (("number", Fraction(part, whole)),), *match.span(), weight, from_words=True)
    for match in list(_RATIO.finditer(scan.rest)):
        part, whole = int(match["part"]), int(match["whole"])
        if 0 < part < whole:
            scan.take(Kind.NUMBER, (("number", Fraction(part, whole)),), *match.span())
    for match in list(_HALF.finditer(scan.rest)):
        scan.take(Kind.NUMBER, (("number", Fraction(1, 2)),), *match.span(), Weight.FAINT, from_words=True)


def scan_quantities(scan: Scan) -> None:
    """Find everything else that is a number."""
    quantities = sorted([*_in_digits(scan), *_in_words(scan)], key=lambda quantity: quantity.start)
    quantities = _restated(scan.rest, quantities)
    quantities = _with_units(scan, quantities)
    _share_units(scan.rest, quantities)
    quantities = _restated(scan.rest, quantities)
    for quantity in _with_satang(scan.rest, quantities):
        _take(scan, quantity)
    for match in list(_LOOSE.finditer(scan.rest)):
        _take_loose(scan, match)


def _with_units(scan: Scan, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with what they count; the word that scales a number (`5 ล้าน`) is none of its own."""
    result: list[Quantity] = []
    for quantity in quantities:
        free_from = result[-1].end if result else 0
        if quantity.start >= free_from:
            _name_unit(scan, quantity, free_from)
            result.append(quantity)
    return result


def _in_digits(scan: Scan) -> Iterator[Quantity]:
    elsewhere = base_language(scan.language) not in ("th", "en")
    text = scan.rest
    for match in (_DIGITS_ELSEWHERE if elsewhere else _DIGITS).finditer(text):
        start, end = match.span()
        numbers = _read_elsewhere(match[0]) if elsewhere else _read(match[0])
        path = () if "," in match[0] else tuple(int(part) for part in re.split(r"[.,'’ ]", match[0]))
        quantity = Quantity(start, end, numbers, path, match[0])
        before = text[max(0, start - 6) : start]
        glued_before = (
            bool(_GLUED_BEFORE.search(before))
            and not _NAME_BEFORE.search(before)
            and not units.CURRENCY_BEFORE.search(before)
        )
        quantity.glued = glued_before or bool(_GLUED_AFTER.match(text, end))
        ordinal = re.compile(r"(?:st|nd|rd|th)\b").match(text, end)
        if ordinal:
            quantity.ordinal, quantity.end = True, ordinal.end()
        yield quantity
    for sign, number in _VULGAR.items():
        for match in re.finditer(sign, text) if sign in text else ():
            yield Quantity(*match.span(), (number,), (), sign)


def _read(written: str) -> tuple[Fraction, ...]:
    plain = written.replace(",", "")
    return (Fraction(plain),) if plain.count(".") < 2 else ()


def _read_elsewhere(written: str) -> tuple[Fraction, ...]:
    """All a number can be where the decimal sign may be a comma or a full stop."""
    compact = re.sub(r"['’ ]", "", written)
    marks = re.findall(r"[.,]", compact)
    if not marks:
        return (Fraction(compact),)
    readings: list[Fraction] = []
    last = marks[-1]
    whole, _, decimals = compact.rpartition(last)
    if marks.count(last) == 1:
        readings.append(Fraction(f"{re.sub('[.,]', '', whole)}.{decimals}"))
    if len(set(marks)) == 1 and all(len(group) == 3 for group in re.split("[.,]", compact)[1:]):
        readings.insert(0, Fraction(re.sub("[.,]", "", compact)))
    return tuple(readings)


def _in_words(scan: Scan) -> Iterator[Quantity]:
    language = base_language(scan.language)
    if language in ("th", "en"):
        if thai_numbers.HINT.search(scan.rest):
            for word in thai_numbers.find(scan.rest):
                yield _longer(scan.rest, Quantity(word.start, word.end, (Fraction(word.number),), words=word.words))
        if english_numbers.HINT.search(scan.rest):
            for word in english_numbers.find(scan.rest):
                yield _longer(scan.rest, Quantity(word.start, word.end, (Fraction(word.number),), words=word.words))


def _longer(text: str, quantity: Quantity) -> Quantity:
    """Take in what makes a number in words no whole number: `and a half`, `จุดห้า`."""
    half = _HALF_MORE.match(text, quantity.end)
    if half:
        return replace(
            quantity, end=half.end(), numbers=(quantity.numbers[0] + Fraction(1, 2),), words=quantity.words + 2
        )
    point = _POINT.match(text, quantity.end)
    if point:
        places = _ONE_DIGIT.findall(point["thai"] or point["english"])
        digits = [next(iter([*thai_numbers.find(place), *english_numbers.find(place)])).number for place in places]
        decimals = Fraction(int("".join(map(str, digits))), 10 ** len(digits))
        return replace(quantity, end=point.end(), numbers=(quantity.numbers[0] + decimals,), words=quantity.words + 2)
    return quantity


_OPENS, _CLOSES = re.compile(r"\s?[(\[]\s?(?:[=~]\s?)?"), re.compile(r"\s?(?:ถ้วน)?\s?[)\]]")


def _restated(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Make one of a number in words and the same in digits in parentheses, or the other way round.

    Where they differ, the one value has two meanings that exclude each other.
    """
    result: list[Quantity] = []
    for quantity in quantities:
        last = result[-1] if result else None
        closing = _CLOSES.match(text, quantity.end)
        between = last and text[last.end : quantity.start]
        if (
            last is None
            or closing is None
            or not _OPENS.fullmatch(between or "")
            or bool(last.words) == bool(quantity.words)
            or not (last.words or quantity.words)
            or not _comparable(last, quantity)
        ):
            result.append(quantity)
            continue
        numbers = tuple(dict.fromkeys(last.numbers + quantity.numbers))
        known = last if last.kind is not Kind.NUMBER else quantity
        result[-1] = replace(
            known,
            start=last.start,
            end=closing.end(),
            numbers=numbers,
            path=last.path or quantity.path,
            digits=last.digits or quantity.digits,
            words=0,
            contradiction=len(numbers) > 1 or last.contradiction,
        )
    return result


def _comparable(one: Quantity, other: Quantity) -> bool:
    if not one.numbers or not other.numbers:
        return False
    if Kind.NUMBER in (one.kind, other.kind):
        return one.kind is other.kind or one.numbers == other.numbers
    return one.kind is other.kind and (bool(set(one.unit) & set(other.unit)) or one.unit == other.unit)


def _name_unit(scan: Scan, quantity: Quantity, free_from: int) -> None:
    """Find out what a number counts from what stands before and after it."""
    text = scan.rest
    before = text[max(free_from, quantity.start - 24) : quantity.start]
    percent = units.PERCENT_BEFORE.search(before)
    currency = units.CURRENCY_BEFORE.search(before)
    scale = units.SCALED.match(text, quantity.end)
    if scale and not quantity.ordinal and not quantity.glued:
        _scale(quantity, scale, after=True)
    if percent:
        quantity.kind, quantity.unit_before = Kind.PERCENTAGE, True
        quantity.start -= len(percent[0])
        return
    if currency:
        short = units.SHORT_SCALE.match(text, quantity.end)
        if short:
            worth = {"k": 1000, "m": 10**6, "b": 10**9}[short[1][0].lower()]
            quantity.numbers = tuple(number * worth for number in quantity.numbers)
            quantity.end = short.end()
        quantity.kind, quantity.unit_before, quantity.glued = Kind.MONEY, True, False
        quantity.unit = units.currencies(currency["currency"])
        quantity.start -= len(currency[0])
        _same_currency_again(text, quantity)
        return
    if quantity.ordinal or quantity.glued:
        return
    if not _local_unit(scan, quantity):
        _unit_after(text, quantity)


def _scale(quantity: Quantity, match: re.Match[str], *, after: bool) -> None:
    if match["scale"] and (not quantity.words or quantity.digits) and after:
        quantity.numbers = tuple(number * units.scale(match["scale"]) for number in quantity.numbers)
        quantity.end, quantity.path, quantity.scaled = match.end("scale"), (), True


def _same_currency_again(text: str, quantity: Quantity) -> None:
    """`US$500 (U.S. dollars)`, `THB 500 baht`: the currency said twice."""
    again = units.currency(text, quantity.end)
    if again and set(again[0]) & set(quantity.unit):
        quantity.unit = tuple(code for code in quantity.unit if code in again[0])
        quantity.end = again[1]


def _unit_after(text: str, quantity: Quantity) -> None:
    end = units.percent(text, quantity.end)
    if end:
        quantity.kind, quantity.end = Kind.PERCENTAGE, end
        return
    money = units.currency(text, quantity.end)
    if money:
        quantity.kind, quantity.unit, quantity.end = Kind.MONEY, money[0], money[1]
        return
    period = units.duration(text, quantity.end)
    if period:
        unit, factor, extra, end = period
        quantity.kind, quantity.unit, quantity.end = Kind.DURATION, (unit,), end
        quantity.numbers = tuple(number * factor + extra for number in quantity.numbers)
    elif units.AGE.search(text[max(0, quantity.start - 24) : quantity.start]) or units.AGE.match(text, quantity.end):
        quantity.more = tuple(("duration", "year", number) for number in quantity.numbers)
    if quantity.kind is Kind.NUMBER and units.DAYS_BY_NAME.match(text, quantity.end):
        quantity.more += tuple(("duration", "day", number) for number in quantity.numbers)


def _local_unit(scan: Scan, quantity: Quantity) -> bool:
    """A unit in a language other than Thai and English, as CLDR names it."""
    if base_language(scan.language) in ("th", "en"):
        return False
    known = local_units(scan.language)
    match = known[0].match(scan.rest, quantity.end) if known else None
    if match is None or known is None:
        return False
    unit = known[1][match["unit"].lower()]
    quantity.end = match.end()
    if unit == "%":
        quantity.kind = Kind.PERCENTAGE
    else:
        quantity.kind, quantity.unit = Kind.DURATION, (unit,)
    return True


def _share_units(text: str, quantities: list[Quantity]) -> None:
    """Give a bare number the unit of the one it is joined to: `30 or 60 days`, `ร้อยละ 5 ถึง 10`, `5–10 ล้านบาท`."""
    for one, other in reversed(list(zip(quantities, quantities[1:], strict=False))):
        if one.kind is Kind.NUMBER and other.kind is not Kind.NUMBER and not other.unit_before:
            plain = not (one.ordinal or one.glued) and one.numbers
            if plain and units.CONNECTOR.fullmatch(text[one.end : other.start]):
                one.kind, one.unit = other.kind, other.unit
                if other.scaled and not one.scaled:
                    one.more = tuple(
                        (_sort(other), *other.unit[:1], number * _magnitude(text, other)) for number in one.numbers
                    )
    for one, other in zip(quantities, quantities[1:], strict=False):
        if other.kind is Kind.NUMBER and one.unit_before and not (other.ordinal or other.glued) and other.numbers:
            if units.CONNECTOR.fullmatch(text[one.end : other.start]):
                other.kind, other.unit, other.unit_before = one.kind, one.unit, True


def _sort(quantity: Quantity) -> str:
    return {Kind.MONEY: "money", Kind.PERCENTAGE: "percentage", Kind.DURATION: "duration"}[quantity.kind]


def _magnitude(text: str, quantity: Quantity) -> int:
    match = re.search(units.SCALE, text[quantity.start : quantity.end])
    return units.scale(match[0]) if match else 1


def _with_satang(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """Add `50 สตางค์` to the baht before."""
    pending: Quantity | None = None
    for quantity in quantities:
        if pending is not None:
            satang = units.SATANG.match(text, quantity.end)
            joined = pending.kind is Kind.MONEY and not text[pending.end : quantity.start].strip()
            if satang and joined and quantity.numbers:
                pending.numbers = (pending.numbers[0] + quantity.numbers[0] / 100,)
                pending.end = satang.end()
                continue
            yield pending
        pending = quantity
    if pending is not None:
        yield pending


def _take(scan: Scan, quantity: Quantity) -> None:
    """Make a value of a quantity, or leave it if it is no number at all where it stands."""
    words_only = bool(quantity.words)
    weight = Weight.FIRM
    start, end = quantity.start, quantity.end
    readings: tuple[Meaning, ...]
    contradiction: tuple[Meaning, ...] = ()
    if quantity.kind is Kind.DURATION:
        readings = tuple(("duration", quantity.unit[0], number) for number in quantity.numbers)
        if words_only and quantity.numbers == (1,):
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
        if (
            len(quantity.path) == 2
            and quantity.path[0] <= 24
            and quantity.path[1] < 60
            and quantity.digits[-3:-2] == "."
        ):
            readings += (("time", (quantity.path[0] * 60 + quantity.path[1]) % 1440),)
    readings += quantity.more
    if not readings:
        return
    contradiction = tuple(("number", number) for number in quantity.numbers) if quantity.contradiction else ()
    kind, end = Kind.NUMBER, quantity.end
    weight = Weight.SOFT if quantity.numbers == (1,) or (quantity.glued and len(quantity.digits) < 3) else Weight.FIRM
    if quantity.glued:
        kind = Kind.IDENTIFIER
    elif quantity.digits.isdigit() and len(quantity.digits) == 4 and not quantity.contradiction and not quantity.scaled:
        year = bare_year(scan, int(quantity.digits), quantity.end)
        if year:
            kind, end = Kind.DATE, year[2]
            contradiction = year[1]
            readings = year[0] + readings
    scan.take(kind, readings, quantity.start, end, weight, contradiction=contradiction)


def _weight_of_words(scan: Scan, quantity: Quantity) -> Weight | None:
    """How much a number in words without a unit says; None where it is no number but part of another word."""
    number = quantity.numbers[0]
    text = scan.rest
    thai = "\u0e00" <= text[quantity.start] <= "\u0e7f"
    if thai:
        alone = _NOT_THAI.match(text, quantity.end) is not None
        if not alone and not _CLASSIFIER.match(text, quantity.end):
            return None
        if quantity.words == 1 and number >= 10 and number != 10:
            return None
        if number == 0:
            return None
        if _THAI_ORDINAL.search(text[max(0, quantity.start - 6) : quantity.start]):
            return Weight.FAINT
    if number <= 1:
        return Weight.FAINT
    if number <= 10 or (quantity.words < 3 and number in (100, 1000, 10**6, 10**9)):
        return Weight.SOFT
    return Weight.FIRM


def _take_loose(scan: Scan, match: re.Match[str]) -> None:
    """Record words that may or may not answer to a number in the other language: `both`, `twice`, `the third`."""
    if match["ordinal"]:
        number = english_numbers.ORDINALS[re.sub(r"\s+", "-", match["ordinal"].lower())]
    elif match["first"]:
        number = 1
    else:
        number = 1 if (match["both"] or "").lower() == "once" else 2
    scan.take(Kind.NUMBER, (("number", Fraction(number)),), *match.span(), Weight.FAINT, from_words=True)
