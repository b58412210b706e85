"""What numbers count: sums, percentages, periods of time, told from the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from promulgate.values import units
from promulgate.values.calendar import BARE_YEARS
from promulgate.values.currencies import currency_after, currency_before, scale_after
from promulgate.values.halves import BUSINESS_DAYS_AFTER, half_more
from promulgate.values.locales import local_units
from promulgate.values.model import Kind, Meaning
from promulgate.values.numerals import Quantity, restated
from promulgate.values.scan import Scan, base_language

_KNOWN = ("th", "en")
_SUM_FOLLOWS = re.compile(r"\s(?:[A-Z]{3}|[A-Z]{0,2}[฿$€£¥])\s?\d")
"""After a number in words: a sum of its own, as in `each later one THB 500`."""
_AND = re.compile(r"\s?(?:(?:and|กับ|กับอีก)\s?)?")
_MEASURES = tuple(
    (re.compile(rf"(?i)\s?(?:{larger})\s?(?:and\s|กับ)?"), re.compile(rf"(?i)\s?(?:{smaller})(?![a-z])"), factor)
    for larger, smaller, factor in (
        (r"เมตร|ม\.|m|met(?:re|er)s?", r"เซนติเมตร|ซม\.|cm|centimet(?:re|er)s?", 100),
        (r"กิโลเมตร|กม\.|km|kilomet(?:re|er)s?", r"เมตร|ม\.|m|met(?:re|er)s?", 1000),
        (r"กิโลกรัม|กก\.|kg|kilograms?|kilos?", r"กรัม|ก\.|g|grams?", 1000),
    )
)
"""Words for a measure, for a smaller one, and how many of the smaller make one of the larger."""
_DOZEN = re.compile(r"(?i)[\s-]?(?:dozens?\b|โหล(?!ด))")
_AGAIN = re.compile(r"\s?\([^()]{1,40}\)")
"""A number said again in brackets."""
_HOURS_OF_DAY = 24
_TEN_THOUSANDS = ("ja", "zh", "ko")
_MORE_DIGITS = re.compile(r"(?P<space>\s?)(?P<digits>\d{1,3}(?:,\d{3})+|\d{1,4})(?![\d.,]*\d)")
_PERCENT_BEFORE = re.compile(r"(?:(?i:yüzde)\s|(?<!\d)%)\s?$")
"""A per cent before its number, in Turkish."""


def with_units(scan: Scan, quantities: list[Quantity]) -> Iterator[Quantity]:
    """The quantities with what they count; the word that scales a number (`5 ล้าน`) is none of its own."""
    result: list[Quantity] = []
    for quantity in quantities:
        free_from = result[-1].end if result else 0
        if quantity.start >= free_from:
            _name_unit(scan, quantity, free_from)
            result.append(quantity)
    _share_units(scan.rest, result)
    return _with_hundredths(scan.rest, _with_smaller_measures(scan.rest, restated(scan.rest, result)))


def _name_unit(scan: Scan, quantity: Quantity, free_from: int) -> None:
    """Find out what a number counts from what stands before and after it."""
    text = scan.rest
    _in_dozens(text, quantity)
    part = units.part_of_percent(text, quantity.end)
    if part:
        quantity.kind, quantity.end = Kind.PERCENTAGE, part[0]
        quantity.numbers = tuple(number / part[1] for number in quantity.numbers)
        return
    before = text[max(free_from, quantity.start - 24) : quantity.start]
    if base_language(scan.language) not in _KNOWN and _name_unit_elsewhere(scan, quantity, before):
        return
    percent = units.PERCENT_BEFORE.search(before)
    currency = units.CURRENCY_BEFORE.search(before)
    if currency and currency["currency"].isalpha() and _counts_time(text, quantity.end):
        currency = None
    scale = units.SCALED.match(text, quantity.end)
    if scale and not (quantity.ordinal or quantity.glued or quantity.words):
        quantity.numbers = tuple(number * units.scale(scale["scale"]) for number in quantity.numbers)
        quantity.end, quantity.path, quantity.scaled = scale.end(), (), True
    if percent:
        quantity.kind, quantity.unit_before = Kind.PERCENTAGE, True
        quantity.start -= len(percent[0])
        _in_money(text, quantity)
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
    if quantity.ordinal:
        _unit_of_ordinal(text, quantity)
    elif not quantity.glued:
        _unit_after(text, quantity)


def _in_dozens(text: str, quantity: Quantity) -> None:
    dozens = _DOZEN.match(text, quantity.end)
    if dozens:
        quantity.numbers, quantity.path = tuple(number * 12 for number in quantity.numbers), ()
        quantity.end = dozens.end()


def _unit_of_ordinal(text: str, quantity: Quantity) -> None:
    """Note what an ordinal counts that the other language may count without one: `the 28th week`."""
    years = units.YEARS_BY_NAME.match(text, quantity.end)
    period = ("year",) if years else units.duration(text, quantity.end)
    if period:
        quantity.more += tuple(("duration", period[0], number) for number in quantity.numbers)


def _in_money(text: str, quantity: Quantity) -> None:
    """Take in baht and satang after a per cent, the old way of saying `ร้อยละห้าสิบสตางค์`: so much of a hundred baht."""
    satang = units.HUNDREDTH.match(text, quantity.end)
    if satang and satang["satang"]:
        quantity.numbers, quantity.end = tuple(number / 100 for number in quantity.numbers), satang.end()


def _counts_time(text: str, end: int) -> bool:
    """Whether a number that ends there is one of days: `payable in baht forty-five (45) days after receipt`."""
    again = _AGAIN.match(text, end)
    return units.duration(text, again.end() if again else end) is not None


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
    if money and not (quantity.words and _SUM_FOLLOWS.match(text, quantity.end)):
        quantity.kind, quantity.unit, quantity.end = Kind.MONEY, money[0], money[1]
        return
    period = units.duration(text, quantity.end)
    if period and not (period[0] == "year" and _is_year(quantity)):
        unit, factor, extra, end = period
        quantity.kind, quantity.unit, quantity.end = Kind.DURATION, (unit,), end
        quantity.numbers = tuple(number * factor + extra for number in quantity.numbers)
        if unit == "business-hour" and text[:end].endswith("ทำงาน"):
            # eight working hours, or eight hours of work
            quantity.more = tuple(("duration", "hour", number) for number in quantity.numbers)
    elif units.AGE.search(text[max(0, quantity.start - 24) : quantity.start]) or units.AGE.match(text, quantity.end):
        quantity.more = tuple(("duration", "year", number) for number in quantity.numbers)
    apart = units.UNIT_APART.match(text, quantity.end) if quantity.kind is Kind.NUMBER else None
    if apart:
        unit = units.unit_of(apart["english"] or "วัน")
        quantity.more += tuple(("duration", unit, number) for number in quantity.numbers)
    if quantity.kind is Kind.NUMBER and units.DAYS_BY_NAME.match(text, quantity.end):
        quantity.more += tuple(("duration", "day", number) for number in quantity.numbers)


def _name_unit_elsewhere(scan: Scan, quantity: Quantity, before: str) -> bool:
    """What a number counts in a language other than Thai and English, as far as CLDR and legal texts name it."""
    text, language = scan.rest, scan.language
    sign = currency_before(before, language)
    scale = scale_after(text, quantity.end, language)
    if scale and (sign or not (quantity.ordinal or quantity.glued)):
        quantity.numbers = tuple(number * scale[0] for number in quantity.numbers)
        quantity.end, quantity.path, quantity.scaled = scale[1], (), True
        _add_smaller(text, language, quantity, scale[0])
    _add_half(text, quantity)
    percent = _PERCENT_BEFORE.search(before)
    if percent:
        quantity.kind, quantity.unit_before = Kind.PERCENTAGE, True
        quantity.start -= len(percent[0])
        return True
    money = currency_after(text, quantity.end, language)
    if sign or money:
        quantity.kind, quantity.glued = Kind.MONEY, False
        both = set(sign[0]) & set(money[0]) if sign and money else set()
        quantity.unit = tuple(both) or (sign or money or ((), 0))[0]
        if sign:
            quantity.start, quantity.unit_before = quantity.start - sign[1], True
        if money and (both or not sign):
            quantity.end = money[1]
        return True
    return not (quantity.ordinal or quantity.glued) and _period_elsewhere(scan, quantity)


def _add_half(text: str, quantity: Quantity) -> None:
    """Take in the half that is added to a large number: `un milione e mezzo`."""
    factor = next((factor for factor in (10**9, 10**6) if quantity.numbers and quantity.numbers[0] >= factor), 0)
    end = half_more(text, quantity.end) if factor else 0
    if end:
        quantity.numbers, quantity.end = tuple(number + Fraction(factor, 2) for number in quantity.numbers), end


def _add_smaller(text: str, language: str, quantity: Quantity, factor: int) -> None:
    """Take in what is said after a scaled number in smaller ones: `1億2,000万`, `1억 2천만`, `2 triệu 500 nghìn`."""
    while more := _MORE_DIGITS.match(text, quantity.end):
        scale = scale_after(text, more.end(), language)
        parted = more["space"] and base_language(language) != "ko"
        if scale is None and (parted or base_language(language) not in _TEN_THOUSANDS):
            return
        smaller, end = scale or (1, more.end())
        number = Fraction(more["digits"].replace(",", "")) * smaller
        if smaller >= factor or number >= factor:
            return
        quantity.numbers = tuple(one + number for one in quantity.numbers)
        quantity.end, factor = end, smaller


def _period_elsewhere(scan: Scan, quantity: Quantity) -> bool:
    known = local_units(scan.language)
    match = known[0].match(scan.rest, quantity.end) if known else None
    if match is None or known is None:
        return False
    unit = "business-day" if match["business"] else "%" if match["percent"] else known[1][match["unit"].lower()]
    if unit == "year" and _is_year(quantity):
        return True
    quantity.end = match.end()
    if unit == "%":
        quantity.kind = Kind.PERCENTAGE
    else:
        quantity.kind, quantity.unit = Kind.DURATION, (unit,)
        half = half_more(scan.rest, quantity.end)
        if half:
            business = BUSINESS_DAYS_AFTER.match(scan.rest, half) if unit == "day" else None
            quantity.unit = ("business-day",) if business else (unit,)
            quantity.numbers = tuple(number + Fraction(1, 2) for number in quantity.numbers)
            quantity.end = business.end() if business else half
        quantity.more += tuple(_times_of_day(quantity))
    return True


def _times_of_day(quantity: Quantity) -> Iterator[Meaning]:
    """What a number of hours means where the word for hours is also said of the clock: `las 13 horas`, `8 giờ`."""
    hour = quantity.numbers[0]
    if quantity.unit == ("hour",) and hour.denominator == 1 and hour <= _HOURS_OF_DAY:
        yield ("time", int(hour) * 60 % 1440)
        if hour < _HOURS_OF_DAY / 2:
            yield ("time", (int(hour) + 12) * 60)


def _is_year(quantity: Quantity) -> bool:
    """Whether a number before the word for a year names one: `2027 roku`, `1996年`."""
    return len(quantity.digits) == 4 and any(number in years for number in quantity.numbers for years in BARE_YEARS)


def _share_units(text: str, quantities: list[Quantity]) -> None:
    """Give a bare number the unit of the one it is joined to: `30 or 60 days`, `ร้อยละ 5 ถึง 10`, `5–10 ล้านบาท`."""
    between = [(pair, text[pair[0].end : pair[1].start]) for pair in pairwise(quantities)]
    joined = [pair for pair, words in between if units.CONNECTOR.fullmatch(words)]
    given: Quantity | None = None
    for (one, other), words in reversed(between):
        # `one, five or ten years`: after a comma, what was given its unit by the last
        listed = units.CONNECTOR.fullmatch(words) or (given is other and words == ", ")
        if listed and _is_bare(one) and other.kind is not Kind.NUMBER and not other.unit_before:
            one.kind, one.unit, given = other.kind, other.unit, one
            if one.kind is Kind.MONEY:
                # coins may be no money
                one.more += tuple(("number", number) for number in one.numbers)
            if other.scaled and not one.scaled:
                scaled = [number * _magnitude(text, other) for number in one.numbers]
                one.more = tuple((_sort(other), *other.unit[:1], number) for number in scaled)
    for one, other in joined:
        if one.unit_before and _is_bare(other) and not (other.words and not one.words):
            other.kind, other.unit, other.unit_before = one.kind, one.unit, True
        elif one.more and _is_bare(one) and _is_bare(other):
            other.more += tuple((*meaning[:-1], number) for meaning in one.more for number in other.numbers)


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind is Kind.NUMBER and bool(quantity.numbers) and not (quantity.ordinal or quantity.glued)


def _sort(quantity: Quantity) -> str:
    return {Kind.MONEY: "money", Kind.PERCENTAGE: "percentage", Kind.DURATION: "duration"}[quantity.kind]


def _magnitude(text: str, quantity: Quantity) -> int:
    match = re.search(units.SCALE, text[quantity.start : quantity.end])
    return units.scale(match[0]) if match else 1


def _with_smaller_measures(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """Add the centimetres to the metres before, the grams to the kilograms: `หนึ่งเมตรห้าสิบเซนติเมตร` is 1.50 m."""
    result: list[Quantity] = []
    for quantity in quantities:
        last = result[-1] if result else None
        if last is not None and _is_bare(last) and _is_bare(quantity):
            for larger, smaller, factor in _MEASURES:
                end = smaller.match(text, quantity.end)
                if end and larger.fullmatch(text[last.end : quantity.start]):
                    last.numbers = (last.numbers[0] + quantity.numbers[0] / factor,)
                    last.end, last.path = end.end(), ()
                    break
            else:
                result.append(quantity)
        else:
            result.append(quantity)
    return result


def _with_hundredths(text: str, quantities: list[Quantity]) -> Iterator[Quantity]:
    """Add `50 สตางค์` to the baht before, `99 cents` to the dollars; alone they are a sum too."""
    pending: Quantity | None = None
    for quantity in quantities:
        if pending is not None:
            hundredth = units.HUNDREDTH.match(text, quantity.end)
            joined = pending.kind is Kind.MONEY and _AND.fullmatch(text[pending.end : quantity.start])
            if hundredth and joined and quantity.numbers:
                pending.numbers = (pending.numbers[0] + quantity.numbers[0] / 100,)
                pending.end = hundredth.end()
                continue
            yield pending
        hundredth = units.HUNDREDTH.match(text, quantity.end)
        if hundredth and _is_bare(quantity):
            quantity.kind, quantity.end = Kind.MONEY, hundredth.end()
            quantity.unit = ("THB",) if hundredth["satang"] else units.HUNDREDTHS_OF
            quantity.numbers = tuple(number / 100 for number in quantity.numbers)
        pending = quantity
    if pending is not None:
        yield pending
