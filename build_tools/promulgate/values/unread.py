"""What can be demanded of a language whose words are known in part, or not at all.

A value in digits on both sides must be the same. A value that one side has alone may be said in words by the other; how
far that can be believed depends on how well the words of that language are known.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from enum import IntEnum
from fractions import Fraction

from promulgate.values.model import Kind, Value, Weight
from promulgate.values.number_words import words_of
from promulgate.values.pieces import numbers_written, sizes
from promulgate.values.scan import base_language

_EAST_ASIAN = ("ja", "zh", "ko")
_MOST_IN_WORDS = 100
"""Larger numbers are written in digits, or are not said without them."""
_OFTEN_OTHERWISE = {Fraction(3, 2), Fraction(1, 2)}
"""`anderthalb`, `moitié`: one and a half, and a half, for which each language has a word of its own."""
_OF_ONE_WORD_TIMES = 15
_FIGURES_OF_ROUND_SUMS = 2


class Known(IntEnum):
    """How well the words of a language are known: Thai and English in full, others as far as there are tables."""

    NOT = 0
    IN_PART = 1
    IN_FULL = 2


_MOST_SAID = {
    Known.NOT: dict.fromkeys((Kind.NUMBER, Kind.REFERENCE, Kind.DURATION, Kind.PERCENTAGE), _MOST_IN_WORDS),
    Known.IN_PART: {Kind.NUMBER: 12, Kind.REFERENCE: 12, Kind.DURATION: 1},
}
"""Up to which number a value of each kind may be in words, or in ordinals (`cláusula tercera`), that we miss."""


@functools.cache
def known_of(language: str) -> Known:
    """How well the words for numbers are known in `language`."""
    base = base_language(language)
    if base in ("th", "en"):
        return Known.IN_FULL
    return Known.IN_PART if base in _EAST_ASIAN or words_of(language) else Known.NOT


def may_be_in_words(value: Value, known: Known, own: Sequence[Value], others: Sequence[Value]) -> bool:
    """Whether a value without counterpart may be said by the other language in words we miss.

    `known` is how well those of that other language are known; `own` and `others` are all values of both sides. One may
    be said anyhow: `1件につき`, each. So may times, in halves and quarters of an hour: `السادسة صباحا`.
    """
    if value.from_words or _said_before(value, own) or _is_hour_in_words(value):
        return True
    if value.kind is Kind.REFERENCE and _cited_with_another(value, others):
        return True
    if value.is_annex and not re.search(r"\d", value.written):
        return False
    found = sizes(value)
    if value.kind is Kind.DURATION and found == {Fraction(0)}:
        return True  # `18 ч. 00 мин.`
    if known is Known.IN_FULL:
        return value.kind in (Kind.NUMBER, Kind.REFERENCE) and len(value.normal) == 2 and Fraction(1) in found
    return _in_unknown_words(value, known)


def _in_unknown_words(value: Value, known: Known) -> bool:
    match value.normal:
        case ("time", int(minutes)):
            return minutes % _OF_ONE_WORD_TIMES == 0
        case ("month-day" | "date", *_, int(day)):
            return day == 1 or (known is Known.NOT and value.normal[0] == "month-day")
        case ("reference", *parts):
            return all(isinstance(part, int) and part <= _MOST_IN_WORDS for part in parts)
        case ("money", _, Fraction() as amount):
            return known is Known.NOT and len(str(amount).rstrip("0")) <= _FIGURES_OF_ROUND_SUMS
        case ("percentage", Fraction() as share) if {share, share / 100} & _OFTEN_OTHERWISE:
            return True
    most = _MOST_SAID[known].get(value.kind, 0)
    return any(
        (0 < size <= most and size.denominator == 1) or (most and size in _OFTEN_OTHERWISE) for size in sizes(value)
    )


def _said_before(value: Value, own: Sequence[Value]) -> bool:
    """Whether a value in words says again what the same text says in digits: `1 234,56 zł (jeden tysiąc …)`."""
    if re.search(r"\d", value.written) or value.kind not in (Kind.MONEY, Kind.PERCENTAGE, Kind.DURATION):
        return False
    return any(other.normal[:-1] == value.normal[:-1] and re.search(r"\d", other.written) for other in own)


def _cited_with_another(value: Value, others: Sequence[Value]) -> bool:
    """Whether all numbers of a reference are said by references of the other side, in another grouping."""
    said = {part for other in others if other.kind is Kind.REFERENCE for part in other.normal[1:]}
    return set(numbers_written(value)) <= said


def match_dates_in_part(left: list[Value], right: list[Value], known: Known) -> None:
    """Take out dates of `left` of which `right` has the month in words we know and the day in words we don't.

    `فاتح يونيو 2027`, `первого июля 2027 года`. A day of its own in digits must be the same; where the words
    of the language are `known` in part, only the first of a month is missed.
    """
    for value in list(left):
        part = next((other for other in right if _is_part_of_date(other, value)), None)
        if part is None:
            continue
        days = [other for other in right if other.kind is Kind.NUMBER and other.weight is Weight.FIRM]
        same = next((day for day in days if Fraction(int(str(value.normal[-1]))) in sizes(day)), None)
        missed = not days and (known is Known.NOT or value.normal[-1] == 1)
        if same is not None or missed:
            left.remove(value)
            right.remove(part)
            if same is not None:
                right.remove(same)


def _is_part_of_date(part: Value, whole: Value) -> bool:
    if len(re.findall(r"\d+", part.written)) > 1:
        return False
    match whole.normal, part.normal:
        case ("date", year, month, _), ("year-month", other_year, other_month):
            return (year, month) == (other_year, other_month)
        case ("date", _, month, _) | ("month-day", month, _), ("month", other_month):
            return month == other_month
    return False


def _is_hour_in_words(value: Value) -> bool:
    """Whether a value in words is a number of hours that may be those of a clock: `treize heures trente`."""
    timed = any(meaning[0] == "time" for meaning in value.readings)
    return value.kind is Kind.DURATION and timed and not re.search(r"\d", value.written)


def _hours(value: Value) -> set[Fraction]:
    minutes = [meaning[1] for meaning in value.readings if meaning[0] == "time"]
    return {Fraction(minute // 60 % clock) for minute in minutes if isinstance(minute, int) for clock in (12, 24)}


def contradict(one: Value, other: Value) -> bool:
    """Whether two values that differ can stand for each other; a bare number in words for no time or date."""
    kinds = {one.kind, other.kind}
    if Kind.TIME in kinds and any(_is_hour_in_words(value) for value in (one, other)):
        return sizes(one).isdisjoint(_hours(other)) and sizes(other).isdisjoint(_hours(one))
    if Kind.REFERENCE in kinds and Weight.FAINT in (one.weight, other.weight):
        return False
    words = any(value.from_words and value.kind is Kind.NUMBER for value in (one, other))
    return not (words and kinds & {Kind.TIME, Kind.DATE, Kind.PHONE, Kind.ADDRESS, Kind.EMAIL})
