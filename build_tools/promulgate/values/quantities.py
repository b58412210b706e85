"""Numbers with what they count become values; those without a unit weigh less."""

from __future__ import annotations

import re
from fractions import Fraction

from promulgate.values import english_numbers, units
from promulgate.values.calendar import bare_year
from promulgate.values.compound_words import find_in_longer_words
from promulgate.values.counting import with_units
from promulgate.values.hints import Hints
from promulgate.values.measures import MEASURED
from promulgate.values.model import Kind, Meaning, Weight
from promulgate.values.multiples import as_multiple, is_multiplied
from promulgate.values.numerals import Quantity, find_numerals
from promulgate.values.scan import TAKEN, Scan, base_language

_NONE, _ONE = (Fraction(0),), (Fraction(1),)
_MORE_THAN_A_CELL = 60
_ROUND = (100, 1000, 10**6, 10**9)
_MARK_ABOVE = re.compile("[\u0e30-\u0e3a\u0e47-\u0e4e]")
_LEADING_VOWELS = ("เ", "แ", "โ", "ใ", "ไ")
_THAI_ORDINAL = re.compile(r"(?<!เจ้าหน้า)(?<!พื้น)(?<!สถาน)ที่\s?$")
_ALL = "ทั้ง"
_BOTH = 2
_NO_COUNT = re.compile(r"(?:(?<!เจ้าหน้า)(?<!พื้น)(?<!สถาน)ที่|ทั้ง|แขวง|ตำบล|อำเภอ|จังหวัด|ถนน|ซอย|คลอง|บาง|วัด|[ตอถ]\.)\s?$")
"""Before a number word that rather singles out or names: `ที่สอง`, `ทั้งสอง`, `แขวงสี่พระยา`."""
_LOOSE = re.compile(
    r"(?i)\b(?P<word>both|twice"
    r"|(?<!at )once(?!\s(?:the|all|you|we|it|they|he|she|this|that|these|those|such|your|our|their|its|his|her"
    r"|[\d\x01]))"
    r"|doubl(?:e[sd]?|ing)|duplicate|tripl(?:e[sd]?|ing)|triplicate|quadruplicate"
    r"|quintuplicate)\b"
    rf"|\b(?P<ordinal>{english_numbers.ORDINAL_WORD})(?:ly)?\b(?:\s(?P<business>(?:business|working)\s)?(?P<unit>year|month|week|day|hour)\b)?"
    r"|(?P<time>(?:ครั้ง|หน|คราว)เดียว|(?<=[นีส์]ละ)(?:ครั้ง|หน)(?!ที่|\s?\d))|(?P<pair>ทั้งคู่)|(?P<dozen>(?:\b(?:half[\s-])?an?[\s-])?dozen\b|(?:ครึ่ง|หนึ่ง)?โหล(?!ด))"
    r"|(?<!เริ่ม)(?<!ตั้งแต่)(?<!แต่)(?<!ความเสียหายส่วน)(?<!ค่าเสียหายส่วน)(?P<first>แรก)(?!เริ่ม|เข้า|เกิด|รับ|แย้ม)"
)
_SET_PHRASES = {
    2: re.compile(r"(?i)[\s-](?:half|hand|opinions?|thoughts?|nature|languages?|homes?|to none)\b"),
    3: re.compile(r"(?i)[\s-](?:part(?:y|ies)|countr(?:y|ies)|persons?)\b"),
}
"""What is second or third without being counted: third parties are `บุคคลภายนอก`, the second half `ครึ่งหลัง`."""
_NO_ROW = re.compile(r"(?i)\b(?:per|every|each|other|by the)\s$")
"""Before `second`: a unit of time, or one of every two."""
_ANOTHER = re.compile(r"(?i)\b(?:a|that|this)\ssecond\s$")
"""What merely is one more: `a second meeting`."""
_BEYOND = re.compile(r"(?i)\bfrom\s(?:and\sincluding\s)?the\s$")
"""Before an ordinal: what goes beyond one less, `from the third request` is beyond two."""
_MORE_THAN = re.compile(r"(?i)(?:เกิน(?:กว่า)?|มากกว่า|\b(?:more than|over|beyond|in excess of))\s?$")
_IN_A_ROW = re.compile(r"(?i)[\s-](?!(?:of|and|or|in|on|at|by|from|is|are|shall|must|may|will|if|per)\b)[a-z]")
"""After an ordinal: what is counted. `A third of the sum` is a share, `within a second` a time."""
_ONE_OF = re.compile(r"(?i)\b(?:either|neither|each|both|one|any|all) of (?:the|these|those)\s$")
"""Before how many there are to choose from, which is known: `either of the two parties`."""
_CLASSIFIER = re.compile(r"\s?(?:คน|ครั้ง|ใบ|ฉบับ|เครื่อง|คัน|ห้อง|ชุด|รอบ|หน้า|ราย(?!ได้|การ|ชื่อ|งาน|จ่าย)|แห่ง|ตัว|ชิ้น|เล่ม|หลัง|แผ่น)")
"""After a Thai number in words: what says that things are counted, so that every translation counts them too."""
_RESTATED = re.compile(r"\s?\((\d{1,3})(?:st|nd|rd|th)\)")
"""The same in digits: `the fifth (5th) day`."""
_OTHER_PARTY = re.compile(r"(?:บุคคล|ฝ่าย|ประเทศ)ที่\s?$")
_SECOND = re.compile(r"อีก(?!ฝ่าย)|ซ้ำ|(?i:\b(?:again|repeat\w*|latter|subsequent(?:ly)?)\b)")
_TIMES = re.compile(
    r"(?i)\s(?:(?:an?|per|each|every|in any|in each|in every)\s|(?:only|per|yearly|monthly|weekly|daily)\b)"
)
_LIMITED = re.compile(r"(?i)\b(?:at least|at most|(?:more|less|fewer) than|up to|only)\s$")
_AMOUNT = re.compile(r"(?i)\s(?:as|the|that|those|what|its|his|her|their|this)\b")
"""`Twice` counts surely where it says how often (`twice a year`, `at least twice`), not how much: `twice the price`."""
_MULTIPLES = {"once": 1, "tripl": 3, "quadr": 4, "quint": 5}
_PER = re.compile(r"(?i)(?:\bper\s|ต่อ\s?)$")
_COIN = re.compile(r"(?i)เหรียญ$|ปอนด์$|\bpounds?$")
"""A dollar, a coin or a medal; money or a weight."""
_SINGLE = re.compile(r"(?i)\b(?:an?|another|each|every|single|sole)\b|(?<!แ)ละ|เดียว|เดี่ยว")
_YEAR_END = re.compile(
    r"(?i)สิ้นปี|วันสุดท้ายของปี|\b(?:end|last day) of (?:the|each|every|that|a)(?: [a-z]+)? year\b|\byear[- ]end\b"
)
_WHOLE = re.compile(
    r"(?i)เต็ม(?:จำนวน|ราคา|อัตรา|วงเงิน)|ทั้งหมด|ทั้งสิ้น|ทั้งจำนวน|\b(?:full(?:y)?|all|entire(?:ly|ty)?|whole)\b"
)
"""What 100 per cent may be in words."""
_ANSWERS: tuple[tuple[re.Pattern[str], Meaning], ...] = (
    (_SINGLE, ("number", Fraction(1))),
    (_SECOND, ("ordinal", Fraction(2))),
    (_YEAR_END, ("month-day", 12, 31)),
    (_WHOLE, ("percentage", Fraction(100))),
    (re.compile(r"(?i)\bground[- ]floor\b"), ("number", Fraction(1))),
)


def scan_quantities(scan: Scan, hint: Hints) -> None:
    """Find every number that is nothing more special."""
    for quantity in with_units(scan, find_numerals(scan, hint)):
        if scan.rest[quantity.start] != TAKEN:  # by the year of another era before it
            _take(scan, quantity)
    if base_language(scan.language) not in ("th", "en"):
        for word in list(find_in_longer_words(scan.rest, scan.language)):
            readings = tuple(("number", Fraction(number)) for number in (word.number, *word.others))
            scan.take(Kind.NUMBER, readings, word.start, word.end, Weight.SILENT, from_words=True)
    if hint.thai_number or hint.english_number:
        for match in list(_LOOSE.finditer(scan.rest)):
            _take_loose(scan, match)


def scan_single(scan: Scan) -> None:
    """Find words that may answer to a value: an article to one, `again` to `second`, `year-end` to 31 December."""
    for pattern, meaning in _ANSWERS:
        match = pattern.search(scan.rest)
        if match:
            scan.take(Kind.NUMBER, (meaning,), *match.span(), Weight.SILENT, from_words=True)


def _take(scan: Scan, quantity: Quantity) -> None:
    """Make a value of a quantity, or leave it if it is no number at all where it stands."""
    words_only = bool(quantity.words)
    if quantity.kind is Kind.NUMBER and not words_only:
        _take_bare(scan, quantity)
        return
    found = _number_in_words(scan, quantity) if quantity.kind is Kind.NUMBER else _with_unit(scan, quantity)
    if found is None:
        return
    readings, weight = found
    if _may_number_the_paragraph(scan, quantity):
        readings += (*(("number", number) for number in quantity.numbers), ("reference", *quantity.path))
    if quantity.numbers == _NONE:
        # `no fee` is 0 baht
        weight = min(weight, Weight.SOFT)
    contradiction: tuple[Meaning, ...] = ()
    if quantity.contradiction:
        contradiction = tuple((*readings[0][:-1], number) for number in quantity.numbers)
    # With its unit, a number word of another language is known for certain.
    unconfirmed = words_only and (quantity.kind is Kind.NUMBER or base_language(scan.language) in ("th", "en"))
    readings += quantity.more
    span = quantity.start, quantity.end
    scan.take(quantity.kind, readings, *span, weight, from_words=unconfirmed, contradiction=contradiction)


def _with_unit(scan: Scan, quantity: Quantity) -> tuple[tuple[Meaning, ...], Weight]:
    """What a number with its unit means, and how much it weighs."""
    numbers, weight = quantity.numbers, Weight.FIRM
    if quantity.kind is Kind.DURATION:
        if quantity.words and numbers == _ONE:
            weight = Weight.SOFT if base_language(scan.language) in ("th", "en") else Weight.FAINT
        if quantity.words and scan.rest.endswith(_ALL, 0, quantity.start):
            weight = Weight.FAINT
        return tuple(("duration", quantity.unit[0], number) for number in numbers), weight
    if quantity.kind is Kind.PERCENTAGE:
        if quantity.words and numbers == _ONE:
            # `each full percentage point`
            weight = Weight.SOFT
        return tuple(("percentage", number) for number in numbers), weight
    if quantity.words and numbers == _ONE:
        # `a dollar`, `to the dollar`
        weight = Weight.SOFT
    readings: tuple[Meaning, ...] = tuple(("money", code, number) for number in numbers for code in quantity.unit)
    if _COIN.search(scan.rest[quantity.start : quantity.end]):
        readings += tuple(("number", number) for number in numbers)
    return readings, weight


def _number_in_words(scan: Scan, quantity: Quantity) -> tuple[tuple[Meaning, ...], Weight] | None:
    """What a number in words without a unit means, and how much it weighs; None where it is no number."""
    weight = _weight_of_words(scan, quantity)
    if weight is None:
        return None
    readings: tuple[Meaning, ...] = tuple(("number", number) for number in quantity.numbers)
    if is_multiplied(scan.rest, quantity.start, quantity.end):
        readings += tuple(meaning for number in quantity.numbers for meaning in as_multiple(number))
    readings += _beyond(scan.rest, quantity)
    if _THAI_ORDINAL.search(scan.rest[max(0, quantity.start - 12) : quantity.start]):
        readings = (("ordinal", quantity.numbers[0]), *readings)
        weight = Weight.SOFT if _is_sure_ordinal(scan, quantity) else weight
    return readings, weight


def _take_bare(scan: Scan, quantity: Quantity) -> None:
    """Make a value of digits without a unit: a number, perhaps a year, a clause, a time, part of a name."""
    readings: tuple[Meaning, ...] = tuple(("number", number) for number in quantity.numbers)
    if is_multiplied(scan.rest, quantity.start, quantity.end):
        readings += tuple(meaning for number in quantity.numbers for meaning in as_multiple(number))
    readings += _beyond(scan.rest, quantity)
    if quantity.path:
        readings += (("reference", *quantity.path),)
        readings += _as_time(quantity)
        if base_language(scan.language) not in ("th", "en"):
            readings += _as_day(quantity, scan.rest)
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
    elif _is_denominator(scan.rest, quantity):
        weight = Weight.SOFT
    elif quantity.digits.isdigit() and len(quantity.digits) == 4 and not quantity.contradiction and not quantity.scaled:
        year = bare_year(scan, int(quantity.digits), quantity.start, quantity.end)
        if year:
            kind, end = Kind.DATE, year[2]
            contradiction = year[1]
            readings = year[0] + readings
    scan.take(kind, readings, quantity.start, end, weight, contradiction=contradiction)


def _beyond(text: str, quantity: Quantity) -> tuple[Meaning, ...]:
    """What a number means where all that is more is spoken of: `เกินกว่าสองครั้ง`, from the third on."""
    more = _MORE_THAN.search(text, max(0, quantity.start - 16), quantity.start)
    return tuple(("beyond", number) for number in quantity.numbers) if more else ()


def _is_denominator(text: str, quantity: Quantity) -> bool:
    """Whether a hundred is what something is measured in: `mg per 100 ml`, มิลลิกรัมเปอร์เซ็นต์."""
    if quantity.numbers != (Fraction(100),) or _PER.search(text, max(0, quantity.start - 8), quantity.start) is None:
        return False
    return MEASURED.match(text, quantity.end) is not None


def _may_number_the_paragraph(scan: Scan, quantity: Quantity) -> bool:
    """Whether `3.3 ชั่วโมงทำงานล่วงเวลา…`, `3.1 Hours` rather begins paragraph 3.3 than speaks of 3.3 hours."""
    if quantity.start or len(quantity.path) < 2:
        return False
    unit = scan.rest[: quantity.end].split()[-1]
    return len(scan.rest) > _MORE_THAN_A_CELL or (unit.istitle() and not scan.rest.istitle())


def _is_code(quantity: Quantity) -> bool:
    """Whether bare digits rather name something than count: in groups with spaces, or many without any groups."""
    return " " in quantity.digits or (quantity.digits.isdigit() and len(quantity.digits) >= 8)


def _as_time(quantity: Quantity) -> tuple[Meaning, ...]:
    """`18.00` may be a time of day."""
    if len(quantity.path) != 2 or quantity.digits[-3:-2] != ".":
        return ()
    hour, minute = quantity.path
    return (("time", (hour * 60 + minute) % 1440),) if hour <= 24 and minute < 60 else ()


def _as_day(quantity: Quantity, text: str) -> tuple[Meaning, ...]:
    """`31.12.` may be a day of every year."""
    if len(quantity.path) != 2 or "." not in quantity.digits or text[quantity.end : quantity.end + 1] != ".":
        return ()
    day, month = quantity.path
    return (("month-day", month, day),) if 1 <= day <= 31 and 1 <= month <= 12 else ()


def _weight_of_words(scan: Scan, quantity: Quantity) -> Weight | None:
    """How much a number in words without a unit says; None where it is no number but part of another word."""
    number = quantity.numbers[0]
    if "\u0e00" <= scan.rest[quantity.start] <= "\u0e7f":
        if _NO_COUNT.search(scan.rest[max(0, quantity.start - 12) : quantity.start]) and number:
            # `ทั้งสอง` may be `they`; three or more are seldom left uncounted
            return Weight.SOFT if number > _BOTH and scan.rest.endswith(_ALL, 0, quantity.start) else Weight.FAINT
        if not _is_thai_number(scan.rest, quantity):
            return None
        if number > 1 and _CLASSIFIER.match(scan.rest, quantity.end):
            return Weight.FIRM
    if _ONE_OF.search(scan.rest[max(0, quantity.start - 24) : quantity.start]):
        return Weight.FAINT
    if number <= 1:
        return Weight.FAINT if base_language(scan.language) in ("th", "en") else Weight.SILENT
    return Weight.SOFT if number <= 10 or (quantity.words < 3 and number in _ROUND) else Weight.FIRM


def _counts_in_a_row(text: str, match: re.Match[str]) -> bool:
    """Whether an English ordinal surely says the place of something: no share, no unit of time."""
    if _NO_ROW.search(text[max(0, match.start() - 8) : match.start()]):
        return False
    if _ANOTHER.search(text[max(0, match.start() - 8) : match.end("ordinal") + 1]):
        return False
    return match["unit"] is not None or _IN_A_ROW.match(text, match.end("ordinal")) is not None


def _says_how_often(text: str, match: re.Match[str]) -> bool:
    """Whether `twice` surely is a number of times."""
    if _AMOUNT.match(text, match.end()):
        return False
    limited = _LIMITED.search(text[max(0, match.start() - 12) : match.start()])
    return limited is not None or _TIMES.match(text, match.end()) is not None


def _is_sure_ordinal(scan: Scan, quantity: Quantity) -> bool:
    """Whether `ที่สอง` is the second of something: what goes on in Thai may be `ที่สองฝ่ายตกลง`, that both agreed to."""
    number, before = quantity.numbers[0], scan.rest[max(0, quantity.start - 16) : quantity.start]
    if number <= 1 or _OTHER_PARTY.search(before):
        return False
    return not "\u0e00" <= scan.rest[quantity.end : quantity.end + 1] <= "\u0e7f"


def _is_thai_number(text: str, quantity: Quantity) -> bool:
    """Whether Thai number words stand for themselves, are no part of another word, and more than `ร้อย` alone.

    What they count follows without a space: `สองวาระ`, `ห้าสถาน`.
    """
    before = text[max(0, quantity.start - 1) : quantity.start]
    inside = before in _LEADING_VOWELS or _MARK_ABOVE.match(text, quantity.end)
    every = text.endswith("ทุก", 0, quantity.start) and MEASURED.match(text, quantity.end)
    alone = quantity.words == 1 and quantity.numbers[0] > 10 and not every
    return not inside and not alone and quantity.numbers[0] != 0


def _take_loose(scan: Scan, match: re.Match[str]) -> None:
    """Record words that may or may not answer to a number in the other language: `both`, `twice`, `the third`."""
    readings: tuple[Meaning, ...]
    weight = Weight.FAINT
    if match["ordinal"]:
        _take_ordinal(scan, match)
        return
    if match["first"]:
        readings = (("ordinal", Fraction(1)), ("number", Fraction(1)))
    elif match["time"]:
        readings = (("number", Fraction(1)),)
    elif match["dozen"]:
        weight = Weight.FIRM
        readings = (("number", Fraction(6 if re.search("(?i)half|ครึ่ง", match[0]) else 12)),)
    else:
        word = (match["word"] or "").lower()
        if word == "twice":
            weight = Weight.FIRM if _says_how_often(scan.cleaned.text, match) else Weight.SOFT
        number = Fraction(_MULTIPLES.get(word[:5], 2))
        readings = as_multiple(number) if word[:5] in ("doubl", "tripl", "quadr") else (("number", number),)
    scan.take(Kind.NUMBER, readings, *match.span(), weight, from_words=True)


def _take_ordinal(scan: Scan, match: re.Match[str]) -> None:
    weight = Weight.FAINT
    contradiction: tuple[Meaning, ...] = ()
    number = Fraction(english_numbers.ORDINALS[re.sub(r"\s+", "-", match["ordinal"].lower())])
    readings: tuple[Meaning, ...] = (("ordinal", number), ("number", number))
    phrase = _SET_PHRASES.get(int(number))
    uncounted = phrase is not None and phrase.match(scan.cleaned.text, match.end()) is not None
    if match["unit"]:
        unit = match["unit"].lower()
        readings += (("duration", f"business-{unit}" if match["business"] else unit, number),)
    if _BEYOND.search(scan.cleaned.text, max(0, match.start() - 24), match.start()):
        readings += (("beyond", number - 1),)
    if units.YEARS_BY_NAME.match(scan.cleaned.text, match.end()):
        readings += (("duration", "year", number),)
    if number > 1 and not uncounted and _counts_in_a_row(scan.cleaned.text, match):
        weight = Weight.SOFT
    restated = _RESTATED.match(scan.cleaned.text, match.end("ordinal"))
    if restated and Fraction(restated[1]) != number:
        contradiction = (("number", number), ("number", Fraction(restated[1])))
    scan.take(Kind.NUMBER, readings, *match.span(), weight, from_words=True, contradiction=contradiction)
