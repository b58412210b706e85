"""The numbers a value is made of, for languages whose ways of grouping them are not known.

`Art. 6, § 1, point b)` may be found as one value or as three, `+34 956 55 12 80` as one or as four: they are the same
when their numbers are, and a number that was changed is left over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

from promulgate.dates import BUDDHIST_ERA_OFFSET
from promulgate.values.cleaning import clean
from promulgate.values.model import Kind, Meaning, Value

_ALWAYS = ("always",)
_MADE_OF_PIECES = (Kind.REFERENCE, Kind.IDENTIFIER, Kind.PHONE, Kind.TIME)
_MAY_BE_A_PIECE = (Kind.REFERENCE, Kind.IDENTIFIER, Kind.PHONE, Kind.NUMBER, Kind.DATE)
_MOST_IN_ORDINALS = 12
_SHORTEST_RUN = 6
"""Fewer digits than this are no telephone number by themselves."""
_MOST_IN_CODE = 3
"""Digits of a country's code."""
_MARKS = re.compile(r"\d+|(?<![^\W_])[^\W\d_](?![^\W_])|(?<=\()[ivx]{2,5}(?=\))")
"""What numbers a provision: digits, a letter, a Roman numeral in brackets."""
_THOUSANDS = re.compile(r"(?<=\d)[.,'’ ](?=\d{3}(?!\d))")
_UNBROKEN = re.compile("[\u2e80-\ud7ff]")


def sizes(value: Value) -> set[Fraction]:
    """The numbers in a value, whatever they count."""
    found: set[Fraction] = set()
    for meaning in value.readings:
        if meaning[0] in ("number", "duration", "percentage", "money"):
            found |= {part for part in meaning[1:] if isinstance(part, Fraction)}
        elif meaning[0] in ("reference", "paragraph", "year", "annex") and len(meaning) == 2:
            found |= {Fraction(part) for part in meaning[1:] if isinstance(part, int)}
        elif meaning[0] == "time":
            found |= {Fraction(hour) for hour, minute in _clock(meaning) if not minute}
        elif meaning[0] in ("phone", "digits") and str(meaning[1]).isdigit():
            found.add(Fraction(str(meaning[1])))
    return found


def _clock(meaning: Meaning) -> Iterator[tuple[int, int]]:
    """Hour and minute of a time of day, on a clock of 24 and of 12 hours."""
    if isinstance(meaning[1], int):
        hour, minute = divmod(meaning[1], 60)
        yield hour, minute
        yield hour % 12, minute


def match_in_pieces(left: list[Value], right: list[Value], around: Sequence[Value]) -> None:
    """Take out each value of `left` with the values of `right` that have the same numbers in another grouping.

    `around` is all values of the left side: what they cite need not be named again, `同条第3項`.
    """
    cited = [value.normal[1:] for value in around if value.kind is Kind.REFERENCE and value not in left]
    for value in list(left):
        others = _parts_of_date(value, right)
        if others is None:
            others = _of_same_numbers(value, right, cited) or _of_same_digits(value, right)
        if others is not None:
            left.remove(value)
            cited.append(value.normal[1:])
            for other in dict.fromkeys(others):
                right.remove(other)


def _of_same_numbers(value: Value, others: Sequence[Value], cited: Sequence[tuple[object, ...]]) -> list[Value] | None:
    """Those among `others` that together have the numbers of a reference or code, in any order.

    What is listed needs only its last number once the rest is in `cited`: `lit. c und d`.
    """
    if value.kind not in _MADE_OF_PIECES:
        return None
    for numbers in (numbers for numbers in _numbers(value) if len(numbers) > 1):
        listed = value.kind is Kind.REFERENCE and any(numbers[:-1] == before[:-1] for before in cited)
        wanted, found = Counter(numbers[-1:] if listed else numbers), list[Value]()
        for other in sorted(others, key=lambda other: other.start):
            if other.kind in _MAY_BE_A_PIECE or (value.kind is Kind.TIME and other.normal[0] == "duration"):
                shared = numbers[0] if numbers[0] not in wanted else None
                part = next((part for part in _parts(other, shared) if part <= wanted), None)
                if part:
                    wanted -= part
                    found.append(other)
        if not wanted:
            return found
    return None


def cancel_numbers(left: list[Value], right: list[Value]) -> None:
    """Take out references and codes whose numbers are all left over on the other side too, however they are grouped.

    `khoản 1 Điều 39-2` and `Article 39-2(1)`, `65.99` and `65-99`: a number that was changed is left over.
    """
    sides = [value for value in left if _has_numbers(value)], [value for value in right if _has_numbers(value)]
    if not any(value.kind is not Kind.NUMBER or len(numbers_written(value)) > 1 for side in sides for value in side):
        return
    kept: tuple[list[Value], list[Value]] = sides
    ours, theirs = map(_all_numbers, kept)
    while ours != theirs:
        kept = _covered(kept[0], ours & theirs), _covered(kept[1], ours & theirs)
        ours, theirs = map(_all_numbers, kept)
    for values, cancelled in ((left, kept[0]), (right, kept[1])):
        for value in cancelled:
            values.remove(value)


def _all_numbers(values: list[Value]) -> Counter[object]:
    return Counter(number for value in values for number in numbers_written(value))


def _covered(values: list[Value], shared: Counter[object]) -> list[Value]:
    """The values all of whose numbers are among those `shared`, each of which counts once."""
    left, covered = shared.copy(), []
    for value in values:
        numbers = Counter(numbers_written(value))
        if numbers <= left:
            left -= numbers
            covered.append(value)
    return covered


def cite_in_words(left: list[Value], right: list[Value]) -> None:
    """Take out references of `right` whose numbers `left` has, but for small ones it may have in words.

    `§ 15-3 tredje ledd` and `section 15-3(3)`. A number `left` has and `right` lacks leaves everything where it is.
    """
    sides = [value for value in left if _has_numbers(value)], [value for value in right if _has_numbers(value)]
    ours, theirs = map(_all_numbers, sides)
    small = all(isinstance(number, int) and number <= _MOST_IN_ORDINALS for number in theirs - ours)
    order = [[number for value in _by_place(side) for number in numbers_written(value)] for side in sides]
    if (
        order[1][: len(order[0])] != order[0]
        or not small
        or not any(value.kind is Kind.REFERENCE for value in sides[0])
    ):
        return
    for values, mine in ((left, sides[0]), (right, sides[1])):
        for value in mine:
            if set(numbers_written(value)) & set(ours):
                values.remove(value)


def _by_place(values: list[Value]) -> list[Value]:
    return sorted(values, key=lambda value: value.start)


def _has_numbers(value: Value) -> bool:
    kinds = (Kind.REFERENCE, Kind.IDENTIFIER, Kind.NUMBER)
    return value.kind in kinds and not value.from_words and bool(numbers_written(value))


def numbers_written(value: Value) -> tuple[object, ...]:
    """The numbers that stand in the words of a value; of a reference, without those it takes from one before it."""
    if value.kind is not Kind.REFERENCE:
        return tuple(int(digits) for digits in re.findall(r"\d+", _THOUSANDS.sub("", clean(value.written).text)))
    parts = value.normal[1:]
    marks = _MARKS.findall(clean(value.written).text)
    return parts[-len(marks) :] if 0 < len(marks) < len(parts) and not _UNBROKEN.search(value.written) else parts


def _parts(value: Value, shared: object) -> Iterator[Counter[object]]:
    """The numbers of a value; without that of the provision where a part before shares it: `13(1)(2)`."""
    for numbers in _numbers(value):
        yield Counter(numbers)
        if value.kind is Kind.REFERENCE and len(numbers) > 1 and numbers[0] == shared:
            yield Counter(numbers[1:])


def _numbers(value: Value) -> Iterator[tuple[object, ...]]:
    """The numbers in a value in each of its readings."""
    for meaning in value.readings:
        if meaning[0] in ("reference", "paragraph", "annex", "year"):
            yield meaning[1:]
        elif meaning[0] == "time":
            yield from ((hour, minute) for hour, minute in _clock(meaning) if minute)
    if value.from_words:
        yield from ((size.numerator,) for size in sizes(value) if size.denominator == 1)
    elif value.kind not in (Kind.REFERENCE, Kind.TIME):
        yield tuple(int(digits) for digits in re.findall(r"\d+", clean(value.written).text))


def _of_same_digits(value: Value, others: Sequence[Value]) -> list[Value] | None:
    """The run among `others` that has the digits of a telephone number, with or without the code of a country."""
    digits = _digits(value)
    if value.kind not in (Kind.PHONE, Kind.IDENTIFIER) or len(digits) < _SHORTEST_RUN:
        return None
    candidates = sorted((other for other in others if other.kind in _MAY_BE_A_PIECE), key=lambda other: other.start)
    for start in range(len(candidates)):
        run = ""
        for end, other in enumerate(candidates[start:], start + 1):
            run += _digits(other)
            abroad = value.written[0] == candidates[start].written[0] == "+"
            if _same_telephone(digits, run, both_abroad=abroad):
                return candidates[start:end]
            if len(run) > len(digits) + _MOST_IN_CODE:
                break
    return None


def _digits(value: Value) -> str:
    """The digits of a value; of a telephone number, with the code of its country."""
    if value.kind is Kind.PHONE:
        return re.sub(r"[^\d+]", "", str(value.normal[1]))
    return "" if value.from_words else re.sub(r"\D", "", clean(value.written).text)


def _same_telephone(one: str, other: str, *, both_abroad: bool) -> bool:
    """Whether digits are the same but for the code of a country, if not both have one."""
    if both_abroad or one.removeprefix("+") == other.removeprefix("+"):
        return one == other and len(one) >= _SHORTEST_RUN
    longer, shorter = (one, other) if one.startswith("+") else (other, one)
    if shorter.startswith("+") or not longer.startswith("+"):
        return False
    longer, shorter = longer.removeprefix("+"), shorter.removeprefix("0")
    return len(shorter) >= _SHORTEST_RUN and longer.endswith(shorter) and len(longer) - len(shorter) <= _MOST_IN_CODE


def _parts_of_date(value: Value, others: Sequence[Value]) -> list[Value] | None:
    """The bare day and year of a date, where the name of its month is not known; the numbers of 24/7."""
    pieces = _pieces(value)
    found: list[Value] = []
    for piece in pieces or ():
        either = {Fraction(piece), Fraction(piece + BUDDHIST_ERA_OFFSET)}
        found += [other for other in others if other not in found and either & sizes(other)][:1]
    if pieces is None or len(found) != len(pieces):
        return None
    if value.normal == _ALWAYS:
        found += [other for other in others if sizes(other) & {Fraction(24), Fraction(7)}]
    return found


def _pieces(value: Value) -> tuple[int, ...] | None:
    """The numbers in a date without its month, or in 24/7; None for what has no pieces."""
    match value.normal:
        case ("date", int(year), _, int(day)):
            return (day, year)
        case ("year-month", int(year), _):
            return (year,)
        case ("month-day", _, int(day)):
            return (day,)
        case ("month", _):
            return ()
        case ("always",):
            return (24, 7)
    return None
