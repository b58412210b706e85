"""Numbers as they are written, in digits or in words, before it is known what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from promulgate.values import english_numbers, thai_numbers
from promulgate.values.hints import Hints
from promulgate.values.locales import decimal_is_point
from promulgate.values.model import Kind, Meaning
from promulgate.values.number_words import find_elsewhere
from promulgate.values.scan import Scan, base_language
from promulgate.values.units import CURRENCY_BEFORE, SCALED, percent, scale


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


_LONGEST = 40
"""More digits than this are a code, no number."""
_LAKHS = r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?"
"""Digits as India groups them: `10,00,000`."""
_DIGITS = re.compile(
    rf"{_LAKHS}|\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d{{1,3}}(?: \d{{3}}){{2,}}(?!\d)|\d+(?:\.\d+)*"
)
_DIGITS_ELSEWHERE = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)*")
_ORDINAL_END = re.compile(r"(?:st|nd|rd|th)\b")
_GLUED_BEFORE = re.compile(r"[A-Za-z]$")
_GLUED_AFTER = re.compile(
    r"(?!(?:st|nd|rd|th|[kKMGT]?i?[Bb](?:ps|it)?|km|kg|cm|mm|m|g|px|pt|x|hrs?|h|mins?|s|d|yrs?|bn|mn|k|baht|THB|USD)"
    r"(?![A-Za-z]))[A-Za-z]"
)
_NAME_BEFORE = re.compile(r"(?:^|[^A-Za-z])(?:v|V|FY|Q|No|no|M|Y)$")
_VULGAR = {"½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_PART = rf"(?P<sign>[{''.join(_VULGAR)}])"
_PART_MORE, _PART_ALONE = re.compile(rf"\s?{_PART}"), re.compile(rf"(?<!\d)(?<!\d\s){_PART}")
"""`2½` is one number."""
_PART_IN_WORDS_MORE = re.compile(r"(?i)(?:\s+and\s+|-and-)(?:(?:a|one)[\s-](?:half|quarter)|three[\s-]quarters)\b")
_PARTS = {"half": Fraction(1, 2), "three": Fraction(3, 4), "quarter": Fraction(1, 4)}
_THAI_HALF_MORE = re.compile(
    r"\s?(?:เท่า(?:ตัว)?|ช้อน(?:โต๊ะ|ชา)?|ถ้วย|แก้ว|เม็ด|ชิ้น|ส่วน|หน่วย|ไร่|งาน|ตารางวา|กิโลเมตร|กิโลกรัม|เมตร|ลิตร|หน้า|ชั้น|รอบ)ครึ่ง|ครึ่ง(?=ต่อ|ของ|ขึ้นไป|\s|[^ก-๙]|$)"
)
"""`เจ็ดครึ่ง`, `ห้าช้อนโต๊ะครึ่ง`: half more, maybe with what is counted between. Units of time see to it themselves."""
_THAI_DIGIT = "(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)"
_ENGLISH_DIGIT = "(?:zero|one|two|three|four|five|six|seven|eight|nine)"
_POINT = re.compile(
    rf"(?i)(?:\s?จุด\s?(?P<thai>{_THAI_DIGIT}+)|\spoint\s(?P<english>{_ENGLISH_DIGIT}(?:\s{_ENGLISH_DIGIT})*\b))"
)
_ONE_DIGIT = re.compile(f"(?i){_THAI_DIGIT}|{_ENGLISH_DIGIT}")
_SHARE_BEFORE = re.compile(
    r"(?:(?i:\b(?P<part>(?:one[\s-])?half|(?:a\s|one\s)?quarter|three[\s-]quarters"
    r"|(?P<how_many>an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<of>third|fifth|eighth|tenth|hundredth)s?)"
    r"\s(?:of\s)?)|ครึ่ง)$"
)
"""Before a large number or one per cent: `half a million`, `a quarter of one per cent`, `one tenth of one per cent`."""
_LONGEST_SHARE = 24
_OPENS, _CLOSES = re.compile(r"\s?[(\[]\s?(?:[=~]\s?)?"), re.compile(r"\s?(?:ถ้วน)?\s?[)\]]")


def find_numerals(scan: Scan, hint: Hints) -> list[Quantity]:
    """All numbers in what is left of the text, in its order; one said in words and digits is one."""
    found = sorted([*_in_digits(scan), *_in_words(scan, hint)], key=lambda quantity: quantity.start)
    return restated(scan.rest, found)


def _in_digits(scan: Scan) -> Iterator[Quantity]:
    elsewhere = not (base_language(scan.language) in ("th", "en") or decimal_is_point(scan.language))
    text = scan.rest
    for match in (_DIGITS_ELSEWHERE if elsewhere else _DIGITS).finditer(text):
        start, end = match.span()
        if end - start > _LONGEST:
            continue
        numbers = _read_elsewhere(match[0]) if elsewhere else _read(match[0])
        path = () if "," in match[0] else tuple(int(part) for part in re.split(r"[.,'’ ]", match[0]))
        quantity = Quantity(start, end, numbers, path, match[0])
        before = text[max(0, start - 6) : start]
        glued_before = (
            bool(_GLUED_BEFORE.search(before))
            and not _NAME_BEFORE.search(before)
            and not CURRENCY_BEFORE.search(before)
        )
        quantity.glued = glued_before or bool(_GLUED_AFTER.match(text, end))
        ordinal = _ORDINAL_END.match(text, end)
        if ordinal:
            quantity.ordinal, quantity.end = True, ordinal.end()
        part = _PART_MORE.match(text, end)
        more, end = (_VULGAR[part["sign"]], part.end()) if part else _part_more(text, end)
        if more:
            quantity.numbers, quantity.path = tuple(number + more for number in numbers), ()
            quantity.end = end
        yield quantity
    for match in _PART_ALONE.finditer(text):
        yield Quantity(*match.span(), (_VULGAR[match["sign"]],), (), match["sign"])


def _read(written: str) -> tuple[Fraction, ...]:
    plain = re.sub("[, ]", "", written)
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


def _in_words(scan: Scan, hint: Hints) -> Iterator[Quantity]:
    language = base_language(scan.language)
    if language in ("th", "en"):
        if hint.thai_number:
            yield from _extended(scan.rest, thai_numbers.find(scan.rest))
        if hint.english_number:
            yield from _extended(scan.rest, english_numbers.find(scan.rest))
        return
    for word in find_elsewhere(scan.rest, scan.language):
        numbers = tuple(map(Fraction, (word.number, *word.others)))
        yield Quantity(word.start, word.end, numbers, words=word.words)


def _part_more(text: str, end: int) -> tuple[Fraction, int]:
    """What `and a half`, `and three quarters` add to the number before, and where that ends; 0 if nothing is added."""
    match = _PART_IN_WORDS_MORE.match(text, end)
    if match:
        return next(part for word, part in _PARTS.items() if word in match[0].lower()), match.end()
    half = _THAI_HALF_MORE.match(text, end)
    return (Fraction(1, 2), half.end()) if half else (Fraction(0), end)


def _extended(text: str, words: Iterable[english_numbers.WordNumber]) -> list[Quantity]:
    """Numbers in words with what makes them no whole numbers; `three` is none beside `three quarters of a million`."""
    found: list[Quantity] = []
    for word in words:
        quantity = _longer(text, Quantity(word.start, word.end, (Fraction(word.number),), words=word.words))
        if found and quantity.start < min(word.start, found[-1].end):
            found.pop()
        found.append(quantity)
    return found


def _longer(text: str, quantity: Quantity) -> Quantity:
    """Take in what makes a number in words no whole number: `and a half`, `จุดห้า`, `half a million`."""
    share = _SHARE_BEFORE.search(text, max(0, quantity.start - _LONGEST_SHARE), quantity.start)
    large = quantity.numbers[0] >= 1000 and text[quantity.start] in "Aaล"
    if share and (large or (quantity.numbers[0] == 1 and percent(text, quantity.end))):
        part = _share(share)
        return replace(quantity, start=share.start(), numbers=(quantity.numbers[0] * part,), words=quantity.words + 1)
    more, end = _part_more(text, quantity.end)
    if more:
        return replace(quantity, end=end, numbers=(quantity.numbers[0] + more,), words=quantity.words + 2)
    point = _POINT.match(text, quantity.end)
    if point:
        scaled = SCALED.match(text, point.end())
        places = _ONE_DIGIT.findall(point["thai"] or point["english"])
        digits = [next(iter([*thai_numbers.find(place), *english_numbers.find(place)])).number for place in places]
        decimals = Fraction(int("".join(map(str, digits))), 10 ** len(digits))
        number = (quantity.numbers[0] + decimals) * (scale(scaled["scale"]) if scaled else 1)
        end = scaled.end() if scaled else point.end()
        return replace(quantity, end=end, numbers=(number,), words=quantity.words + 2)
    return quantity


def _share(match: re.Match[str]) -> Fraction:
    if match["of"]:
        number = next((word.number for word in english_numbers.find(match["how_many"])), 1)
        return Fraction(number, {"hundredth": 100, **english_numbers.ORDINALS}[match["of"].lower()])
    return next(part for word, part in _PARTS.items() if word in (match["part"] or "half").lower())


def restated(text: str, quantities: list[Quantity]) -> list[Quantity]:
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
        both = tuple(number for number in last.numbers if number in quantity.numbers)
        numbers = both or tuple(dict.fromkeys(last.numbers + quantity.numbers))
        known = last if last.kind is not Kind.NUMBER else quantity
        result[-1] = replace(
            known,
            start=last.start,
            end=closing.end(),
            numbers=numbers,
            path=last.path or quantity.path,
            digits=last.digits or quantity.digits,
            words=0,
            contradiction=not both or last.contradiction,
        )
    return result


def _comparable(one: Quantity, other: Quantity) -> bool:
    if not one.numbers or not other.numbers:
        return False
    if Kind.NUMBER in (one.kind, other.kind):
        return one.kind is other.kind or one.numbers == other.numbers
    return one.kind is other.kind and (bool(set(one.unit) & set(other.unit)) or one.unit == other.unit)
