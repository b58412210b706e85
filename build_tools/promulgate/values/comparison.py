"""What two languages say differently: values of one block against values of its translation.

Order does not matter and repetition seldom does; each value needs one that can mean the same on the other side.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from promulgate.values.apart import take_apart, take_numbers_apart
from promulgate.values.enumerators import without_enumeration
from promulgate.values.model import Kind, Value, Weight
from promulgate.values.partners import MOST_PAIRS, partners
from promulgate.values.pieces import cancel_numbers, cite_in_words, match_in_pieces, sizes
from promulgate.values.unread import Known, contradict, match_dates_in_part, may_be_in_words

_IN_SMALLER_UNIT = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
_FIXED = ({"week", "day"}, {"hour", "minute"}, {"minute", "second"}, {"hour", "second"})
_SCALES = (1000, 10**4, 10**6, 10**8, 10**9)
"""What a word after a number may multiply it by in languages we don't know the words of."""
_CLAUSE = re.compile(r"(?i)sections?\b|clauses?\b|articles?\b|มาตรา|ข้อ|หมวด|หัวข้อ")
_SECTION_OF_LAW = re.compile(r"มาตรา|ม\.")
_ENGLISH_CLAUSE = re.compile(r"(?i)clauses?\b")
_STRICT = (Kind.ADDRESS, Kind.EMAIL)
"""Kinds of which each occurrence counts: a link given twice on one side only is a difference."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A value without its equal, and the value of the other side that likely stands for it.

    `same_amount` is true when both say the same in different units: 12 months, one year.
    """

    first: Value | None
    second: Value | None
    same_amount: bool = False

    @property
    def present(self) -> tuple[Value, ...]:
        """The values there are: both, or the one that stands alone."""
        return tuple(value for value in (self.first, self.second) if value is not None)


def differences(
    first: Sequence[Value],
    second: Sequence[Value],
    *,
    lenient: bool = False,
    words_known: tuple[Known, Known] = (Known.IN_PART, Known.IN_FULL),
) -> tuple[Difference, ...]:
    """Every value of one side that the other lacks, with its likely counterpart, in the order of the first side.

    `lenient` is for a language of which neither number words nor all unit names are known: a number without a known
    unit then stands for any value of that size, and values in words need no counterpart. `words_known` says of each
    side how well its number words are known: what may be in words there is not demanded.
    """
    first, second = without_enumeration(first, second)
    left, right = _without_equals(first, second)
    if len(left) * len(right) <= MOST_PAIRS:
        _match(left, right, lambda one, other: _elided(one, other, first) or _elided(other, one, second))
        if not lenient:
            take_apart(left, right, lenient=False, around=second)
            take_apart(right, left, lenient=False, around=first)
            _match(left, right, lambda one, other: _is_bare(one, other, first) or _is_bare(other, one, second))
            _match(left, right, _an_age_or_year)
            take_numbers_apart(left, right)
            take_numbers_apart(right, left)
    found = _same_amounts(left, right) if lenient else []
    if lenient and len(left) * len(right) <= MOST_PAIRS:
        match_in_pieces(left, right, first)
        match_in_pieces(right, left, second)
        cancel_numbers(left, right)
        for value_side, other_side, known in ((left, right, words_known[1]), (right, left, words_known[0])):
            if known is not Known.IN_FULL:
                match_dates_in_part(value_side, other_side, known)
                cite_in_words(other_side, value_side)
            take_apart(value_side, other_side, lenient=True, words_known=known is Known.IN_FULL)
        _match(left, right, lambda one, other: _likeliest_alike(one, other) and _same_size(one, other))
        _match(left, right, _same_size)
        _match(left, right, _same_size_of_another_kind(left, right))
    _added_up(left, right)
    _added_up(right, left)
    _so_often(left, right)
    _so_often(right, left)
    found += _same_amounts(left, right)
    if lenient:
        _drop_what_is_said_twice(left, right, second)
        _drop_what_is_said_twice(right, left, first)
    for one, other in partners(left, right):
        if lenient and not contradict(one, other):
            left.append(one)
            right.append(other)
        else:
            found.append(Difference(one, other))
    if lenient:
        left = [value for value in left if not may_be_in_words(value, words_known[1], first, second)]
        right = [value for value in right if not may_be_in_words(value, words_known[0], second, first)]
    left = [value for value in left if _needed(value, second)]
    right = [value for value in right if _needed(value, first)]
    found += [Difference(value, None) for value in left] + [Difference(None, value) for value in right]
    return tuple(sorted(found, key=_position))


def equal(one: Value, other: Value) -> bool:
    """Whether two values can mean the same."""
    return not set(one.readings).isdisjoint(other.readings)


def _position(difference: Difference) -> tuple[int, int]:
    one, other = difference.first, difference.second
    return (one.start if one else other.start if other else 0, 0 if one else 1)


def _without_equals(first: Sequence[Value], second: Sequence[Value]) -> tuple[list[Value], list[Value]]:
    """What is left of both sides when each value has met its equal.

    Values of one weight meet first, and those whose likeliest meaning is the same before those with any meaning shared.
    """
    used_left: set[int] = set()
    used_right: set[int] = set()
    for of_one_weight in (True, False):
        for likeliest in (True, False):
            index = _by_meaning(second, used_right, of_one_weight=of_one_weight, likeliest=likeliest)
            for i, value in sorted(enumerate(first), key=lambda item: len(item[1].readings)):
                if i in used_left:
                    continue
                weight = value.weight if of_one_weight else None
                for meaning in value.readings[:1] if likeliest else value.readings:
                    places = index.get((meaning, weight), ())
                    j = next((j for j in places if j not in used_right and _may_answer(value, second[j])), -1)
                    if j >= 0:
                        used_left.add(i)
                        used_right.add(j)
                        index[meaning, weight].remove(j)
                        break
    return (
        [value for i, value in enumerate(first) if i not in used_left],
        [other for j, other in enumerate(second) if j not in used_right],
    )


def _by_meaning(
    values: Sequence[Value], used: set[int], *, of_one_weight: bool, likeliest: bool
) -> dict[tuple[object, ...], list[int]]:
    """The places of values by meaning and weight.

    What can mean one thing only comes first: a bare `18` that may be an age is left for `18 ปี`.
    """
    index: dict[tuple[object, ...], list[int]] = {}
    for j, other in enumerate(values):
        if j not in used:
            for meaning in other.readings[:1] if likeliest else other.readings:
                index.setdefault((meaning, other.weight if of_one_weight else None), []).append(j)
    for places in index.values():
        places.sort(key=lambda j: len(values[j].readings))
    return index


def _may_answer(one: Value, other: Value) -> bool:
    """Whether the weights allow that one answers to the other; a faint value needs no article to answer to it.

    `again` only excuses a `second` that stands alone, and answers to none. An annex is no clause of the same number, a
    section of an Act (มาตรา) no clause of a contract. `A` or `each` answers to no reference.
    """
    if any(value.weight is Weight.SILENT and value.normal[0] == "ordinal" for value in (one, other)):
        return False
    for value, answer in ((one, other), (other, one)):
        if value.is_annex and _CLAUSE.match(answer.written):
            return False
        if _SECTION_OF_LAW.match(value.written) and _ENGLISH_CLAUSE.match(answer.written):
            return False
        if _is_no_answer(answer, value) or (value.kind is Kind.REFERENCE and _is_article(answer)):
            return False
    return {one.weight, other.weight} != {Weight.SILENT, Weight.FAINT}


def _is_no_answer(answer: Value, value: Value) -> bool:
    """Whether an article or a loose `third` is said where the value is a provision, or a number that is not one."""
    if answer.weight > Weight.FAINT:
        return False
    if value.kind is Kind.REFERENCE:
        place = answer.weight is Weight.SILENT or answer.normal[0] == "ordinal"
        return place and value.weight is Weight.FIRM and value.normal[0] == "reference"
    return answer.weight is Weight.SILENT and value.normal[0] == "number" and value.normal[1] != 1


_Same = Callable[[Value, Value], bool]


def _match(left: list[Value], right: list[Value], same: _Same) -> None:
    """Take out the pairs that are the same."""
    for value in list(left):
        other = next((other for other in right if same(value, other)), None)
        if other is not None:
            left.remove(value)
            right.remove(other)


_WITH_UNIT = {"duration", "money", "percentage"}
_KINDS_WITH_UNIT = {Kind.DURATION, Kind.MONEY, Kind.PERCENTAGE}


def _same_size(one: Value, other: Value) -> bool:
    """A number whose unit is not known against the same number of anything; two known units must be the same."""
    bare = (Kind.NUMBER, Kind.IDENTIFIER)
    if one.kind not in bare and other.kind not in bare:
        return False
    if any(_is_no_answer(answer, value) for answer, value in ((one, other), (other, one))):
        return False
    if {meaning[0] for meaning in one.readings} & {meaning[0] for meaning in other.readings} & _WITH_UNIT:
        return False
    ours, others = sizes(one), sizes(other)
    scaled = {size * factor for size in ours for factor in _SCALES}
    scaled_others = {size * factor for size in others for factor in _SCALES}
    return not (ours.isdisjoint(others) and scaled.isdisjoint(others) and ours.isdisjoint(scaled_others))


def _likeliest_alike(one: Value, other: Value) -> bool:
    """Whether two firm values have one number in their likeliest meaning: `1.000 won` is KRW 1,000, not one."""
    return one.weight is other.weight is Weight.FIRM and one.normal[-1] == other.normal[-1]


def _same_size_of_another_kind(left: Sequence[Value], right: Sequence[Value]) -> _Same:
    """What a number counts may be told otherwise (`las 13 horas`, 1 p.m.), unless its like has another size."""
    sorts = {value.normal[0] for value in left} & {value.normal[0] for value in right}

    def same(one: Value, other: Value) -> bool:
        if {one.normal[0], other.normal[0]} & sorts or {one.kind, other.kind} <= _KINDS_WITH_UNIT:
            return False
        return one.kind is not other.kind and not sizes(one).isdisjoint(sizes(other))

    return same


def _elided(bare: Value, other: Value, around: Sequence[Value]) -> bool:
    """Whether a bare number is short for the other value, its unit being understood from the values around it.

    `45 days instead of 90`, `three years but less than five`.
    """
    if (
        bare.kind is not Kind.NUMBER
        or bare.weight < Weight.SOFT
        or other.normal[0] not in ("duration", "money", "percentage")
    ):
        return False
    if ("number", other.normal[-1]) not in bare.readings:
        return False
    # What may be an age (`over ten`) has a unit of its own, if not the very unit stands beside it.
    length = -1 if any(meaning[0] == "duration" for meaning in bare.readings) else 1
    return any(value is not bare and value.normal[:length] == other.normal[:length] for value in around)


def _is_bare(bare: Value, cited: Value, around: Sequence[Value]) -> bool:
    """Whether a number is the other value without the word for a provision: ตอน 0201, `Section 0201`.

    An ordinal is short for a paragraph where others are named `around` it: “the sixth paragraph becomes the fifth”.
    """
    sort, *number = cited.normal
    if cited.kind is not Kind.REFERENCE or len(number) != 1 or not isinstance(number[0], int):
        return False
    if sort == "paragraph":
        named = any(value.normal[0] == "paragraph" for value in around)
        return named and bare.normal == ("ordinal", Fraction(number[0]))
    padded = bare.normal[0] == "digits" and re.fullmatch(rf"0+{number[0]}", str(bare.normal[1])) is not None
    return sort == "reference" and padded


def _an_age_or_year(one: Value, other: Value) -> bool:
    """Whether one counts years and the other is the bare number: 20 ปี, `on turning 20`; ปีภาษี 2569, `2026 tax year`."""
    for years, bare in ((one, other), (other, one)):
        if years.normal[:2] == ("duration", "year") and (bare.kind is Kind.NUMBER or bare.normal[0] == "year"):
            return bare.weight >= Weight.SOFT and not sizes(years).isdisjoint(sizes(bare))
    return False


def _same_amounts(left: list[Value], right: list[Value]) -> list[Difference]:
    """Take out periods that are equal in another unit: 12 months and one year, 7 days and one week."""
    found: list[Difference] = []
    for value in list(left):
        amount = _in_small_units(value)
        if amount is None:
            continue
        other = next((other for other in right if amount == _in_small_units(other)), None)
        if other is not None:
            left.remove(value)
            right.remove(other)
            firm = Weight.FIRM in (value.weight, other.weight)
            if firm and not _part_of_a_unit(value, other) and not _of_fixed_length(value, other):
                found.append(Difference(value, other, same_amount=True))
    return found


def _added_up(left: list[Value], right: list[Value]) -> None:
    """Match `18 months` with `1 year 6 months`, which are two values side by side."""
    for value in list(left):
        whole = _in_small_units(value)
        if whole is None:
            continue
        for one, other in pairwise([other for other in right if other.weight >= Weight.SOFT]):
            parts = [amount for amount in (_in_small_units(one), _in_small_units(other)) if amount]
            alike = len(parts) == 2 and {unit for unit, _ in parts} == {whole[0]}
            if alike and sum(number for _, number in parts) == whole[1]:
                left.remove(value)
                right.remove(one)
                right.remove(other)
                break


def _so_often(left: list[Value], right: list[Value]) -> None:
    """Match `every four months` with `three times a year`, a number and a unit side by side."""
    for value in list(left):
        every = _in_small_units(value)
        if every is None or not every[1]:
            continue
        for pair in pairwise(right):
            if any(_is_so_often(times, per, every) for times, per in (pair, pair[::-1])):
                left.remove(value)
                right.remove(pair[0])
                right.remove(pair[1])
                break


def _is_so_often(times: Value, per: Value, every: tuple[object, Fraction]) -> bool:
    """Whether so many times a unit of time is once in `every` so much."""
    number = next((meaning[1] for meaning in times.readings if meaning[0] == "number"), None)
    if not isinstance(number, Fraction) or number <= 1 or not per.is_rate:
        return False
    return _in_small_units(per) == (every[0], every[1] * number)


def _part_of_a_unit(*values: Value) -> bool:
    """Whether one is half or a quarter of a unit: nothing but six months can be meant by half a year."""
    return any(isinstance(number := value.normal[-1], Fraction) and number.denominator in (2, 4) for value in values)


def _of_fixed_length(*values: Value) -> bool:
    """Whether the units are so long whoever counts: a week is seven days, an hour sixty minutes.

    A day may be a calendar day or 24 hours, a year end on another day than twelve months.
    """
    return {value.normal[1] for value in values} in _FIXED


def _in_small_units(value: Value) -> tuple[object, Fraction] | None:
    """A period in months or in seconds, which is as far as units convert exactly."""
    if value.normal[0] != "duration":
        return None
    unit, number = value.normal[1:]
    while unit in _IN_SMALLER_UNIT and isinstance(number, Fraction):
        unit, factor = _IN_SMALLER_UNIT[str(unit)]
        number *= factor
    return (unit, number) if isinstance(number, Fraction) else None


def _needed(value: Value, others: Sequence[Value]) -> bool:
    """Whether a value that stands alone is a difference: firm or a place in a row, and not merely said twice."""
    if value.weight is not Weight.FIRM and not (value.weight is Weight.SOFT and value.normal[0] == "ordinal"):
        return False
    amount = _in_small_units(value)
    return value.kind in _STRICT or not any(
        equal(value, other) or (amount is not None and amount == _in_small_units(other))
        for other in _of_one_sort(value, others)
    )


def _drop_what_is_said_twice(left: list[Value], right: Sequence[Value], others: Sequence[Value]) -> None:
    """Take out what was said twice, unless something sure is left over on the other side that may stand for it."""
    if not any(other.weight >= Weight.SOFT for other in right):
        left[:] = [value for value in left if value.weight is not Weight.FIRM or _needed(value, others)]


def _of_one_sort(value: Value, others: Sequence[Value]) -> Sequence[Value]:
    """Those among `others` that may say the same again: Annex D is not said by clause 4, nor the second by it."""
    if value.normal[0] == "ordinal":
        return [other for other in others if other.kind is not Kind.REFERENCE]
    if value.kind is Kind.REFERENCE:
        others = [other for other in others if not _is_article(other)]
    annexes = [other for other in others if other.is_annex]
    return annexes if annexes and value.is_annex else others


def _is_article(value: Value) -> bool:
    return value.weight is Weight.SILENT and value.kind is Kind.NUMBER
