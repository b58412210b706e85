"""One value against the parts of it that stand apart in the other language: `มาตรา 24(1)`, `(1)` of section 24."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from promulgate.values.cleaning import clean
from promulgate.values.model import Kind, Value, Weight

_STROKE, _OUT_OF = re.compile(r"(\d{1,4})/(\d{1,4})"), re.compile(r"(\d+)\s?(?:out of|ใน|จาก)\s?(\d+)")
_AMONG = re.compile(r"(?i)ใน|\b(?:in|of)\b")
"""What may make a share of some among several: `สองในสามคน`, two of the following three."""
_MARKS = re.compile(r"\d+|(?<![^\W\d_])[^\W\d_](?![^\W\d_])")


def take_numbers_apart(left: list[Value], right: list[Value]) -> None:
    """Match two numbers in one value with two values: 4/2570, `the fourth meeting of 2027`; `75 out of 100`."""
    for value in list(left):
        for one, two in _two_numbers(value):
            wanted = tuple(
                {*((sort, Fraction(part)) for sort in ("number", "ordinal", "percentage")), ("year", part)}
                for part in (one, two)
            )
            found = [
                next((other for other in right if not set(other.readings).isdisjoint(part)), None) for part in wanted
            ]
            if None not in found and found[0] is not found[1]:
                left.remove(value)
                right[:] = [other for other in right if other not in found]
                break


def _two_numbers(value: Value) -> Iterator[tuple[int, int]]:
    if value.kind is Kind.IDENTIFIER or value.normal[0] == "digits":
        for pair in (_STROKE.fullmatch(str(meaning[1])) for meaning in value.readings if meaning[0] == "digits"):
            if pair:
                yield int(pair[1]), int(pair[2])
    elif value.from_words and isinstance(share := value.normal[-1], Fraction) and share.denominator > 1:
        if _AMONG.search(value.written):
            yield share.numerator, share.denominator
    elif value.kind is Kind.NUMBER and (pair := _OUT_OF.fullmatch(clean(value.written).text)):
        yield int(pair[1]), int(pair[2])


def take_apart(
    left: list[Value], right: list[Value], *, lenient: bool, words_known: bool = True, around: Sequence[Value] = ()
) -> None:
    """Match `มาตรา 24(1)` with `(1)` and `section 24` standing apart, and `วรรคสอง` of a section with its `(2)`.

    `lenient` does without one part, as long as the number of the provision is there, and no other that may be the part;
    without any other part if the words of the right side are not `words_known`. `around` is all that side has: what is
    listed there under one provision names it once (`Clause 9, from (a) through (i)`).
    """
    for value in list(left):
        parts = value.normal[1:]
        if value.normal[0] != "reference" or len(parts) < 2:
            continue
        if _in_two_parts(value, left, right):
            continue
        found: list[Value] = []
        lettered = _parts_in_letters(value)
        for part in parts:
            named = {("reference", part), ("paragraph", part)}
            able = (other for other in right if not (lenient and other.written[0].isdecimal() and part in lettered))
            found += [other for other in able if other not in found and not named.isdisjoint(other.readings)][:1]
        main = bool(found) and ("reference", parts[0]) in found[0].readings
        others = [other for other in right if other not in found and other.weight is Weight.FIRM]
        unsaid = not any(other.kind in (Kind.NUMBER, Kind.REFERENCE) for other in others)
        most_unsaid = (1 if words_known else len(parts)) if lenient and main and unsaid else 0
        named_once = _named_once(parts, around)
        if len(parts) - len(found) > most_unsaid and named_once:
            listed = [
                next((other for other in right if ("reference", part) in other.readings), None)
                for part in parts[named_once:]
            ]
            found = [other for other in listed if other is not None]
            most_unsaid = named_once
        if len(parts) - len(found) <= most_unsaid:
            left.remove(value)
            for other in found:
                right.remove(other)


def _in_two_parts(value: Value, left: list[Value], right: list[Value]) -> bool:
    """Match `clause 5.1(d)` with `(d)` of `clause 5.1`, and say whether that was done."""
    *provision, part = value.normal[1:]
    main = next((other for other in right if ("reference", *provision) in other.readings), None)
    named = {("reference", part), ("paragraph", part)}
    rest = next((other for other in right if other is not main and not named.isdisjoint(other.readings)), None)
    if len(provision) < 2 or main is None or rest is None:
        return False
    left.remove(value)
    right.remove(main)
    right.remove(rest)
    return True


def _named_once(parts: Sequence[object], around: Sequence[Value]) -> int:
    """How many of the first parts of a place another place of its text has: those of the provision both stand under."""
    cited = {meaning[1:] for other in around if other.kind is Kind.REFERENCE for meaning in other.readings[:1]}
    return max((length for length in range(1, len(parts)) if tuple(parts[:length]) in cited), default=0)


def _parts_in_letters(value: Value) -> set[object]:
    """The parts of a reference that are letters where it is written: digits do not answer to them."""
    marks = _MARKS.findall(value.written)
    parts = value.normal[1:]
    if len(marks) != len(parts):
        return set()
    digits = {part for mark, part in zip(marks, parts, strict=True) if mark[0].isdecimal()}
    return set(parts) - digits
