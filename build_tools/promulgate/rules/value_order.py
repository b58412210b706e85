"""Two values of one sentence seem to have changed places: both are in both languages, in the opposite order.

ไทย: ค่าสองค่าในข้อความเดียวกันน่าจะสลับที่กัน

Why: “from 1 March to 31 May” and “from 31 May to 1 March” hold the same dates. A translator may put a sentence in
another order; then the words around each value move with it, and nothing is said.

PASS:
    th:
        เก็บข้อมูลลูกค้า 5 ปี และเก็บข้อมูลพนักงาน 10 ปี
    en:
        Data of employees are kept for 10 years, data of customers for 5 years.
FAIL:
    th:
        ตั้งแต่วันที่ 1 มีนาคม 2570 ถึงวันที่ 31 พฤษภาคม 2570
    en:
        From 31 May 2027 to 1 March 2027.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.evidence import Scale, scale_of
from promulgate.rules.meanings import meanings
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import KNOWN, Passage, PassagePair, base_of, passages, values_of
from promulgate.rules.value_findings import place_in, said
from promulgate.rules.wording import language_name
from promulgate.values import Kind, Value
from promulgate.values.comparison import equal
from promulgate.values.model import Weight

_ORDERED = (Kind.NUMBER, Kind.DATE, Kind.DURATION, Kind.PERCENTAGE, Kind.MONEY, Kind.TIME, Kind.PHONE)
"""Kinds whose order tells what they belong to; references are listed in any order."""
_BEFORE, _AFTER = 50, 40
"""Characters around a value that say what it belongs to."""

_CLAUSE = re.compile(r"[,;:.()]|\b(?:and|or(?! (?:after|before))|but)\b|และ|หรือ|(?<!ตั้ง)(?<!นับ)แต่")

_TO = re.compile(
    r"\s?(?:-|–|—|~|〜|～|ถึง|จนถึง|to|until|bis|tot|à|au|al?|até|do|đến|sampai|から|至|到|부터|إلى)\s?(?:วันที่\s?)?"
)
"""What joins the ends of a range; of other languages, the words that are short enough to be sure of."""

_Match = tuple[Value, Value]


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each passage in which two values changed places."""
    for first, second in subject.pairs():
        scale = scale_of(first, second)
        for section in passages(first, second):
            for pair in section:
                crossing = _crossing(pair, first, second, scale)
                if crossing:
                    yield _finding(pair, first, second, *crossing)


def _crossing(pair: PassagePair, first: Text, second: Text, scale: Scale) -> tuple[_Match, _Match] | None:
    """The first two values that stand in opposite order though nothing around them does."""
    ours, theirs = _firm(pair.first, second), _firm(pair.second, first)
    if len(ours) < 2 or len(theirs) < 2:
        return None
    turned = _turned_range(pair, ours, theirs)
    if turned is not None or not _are_known(first, second):
        return turned
    for one, other in combinations(_matches(ours, theirs), 2):
        opposite = (one[0].start < other[0].start) != (one[1].start < other[1].start)
        if opposite and _is_day(one[0]) and _is_day(other[0]):
            near = [_around(pair.first, ours, match[0]) for match in (one, other)]
            there = [_around(pair.second, theirs, match[1]) for match in (one, other)]
            moved = _shared(near[0], there[0], scale) + _shared(near[1], there[1], scale)
            exchanged = _shared(near[0], there[1], scale) + _shared(near[1], there[0], scale)
            if exchanged >= moved:
                return one, other
    return None


def _are_known(*texts: Text) -> bool:
    """Whether the words around values can be told in all the languages."""
    return all(base_of(text) in KNOWN for text in texts)


def _turned_range(pair: PassagePair, ours: Sequence[Value], theirs: Sequence[Value]) -> tuple[_Match, _Match] | None:
    """The ends of a range that stand in the opposite order in the other language: no translator turns a range round."""
    there = list(_ranges(pair.second, theirs))
    for one, other in _ranges(pair.first, ours):
        if equal(one, other) or any(equal(one, low) and equal(other, high) for low, high in there):
            continue
        turned = next(((low, high) for low, high in there if equal(one, high) and equal(other, low)), None)
        if turned is not None:
            return (one, turned[1]), (other, turned[0])
    return None


def _ranges(passage: Passage, values: Sequence[Value]) -> Iterator[_Match]:
    ordered = sorted(values, key=lambda value: value.start)
    yield from ((one, other) for one, other in pairwise(ordered) if _is_range(passage, one, other))


def _is_day(value: Value) -> bool:
    """Whether a value is a day, with or without its year."""
    return value.normal[0] in ("date", "month-day")


def _firm(passage: Passage, other: Text) -> list[Value]:
    return [value for value in values_of(passage, other) if value.weight is Weight.FIRM and value.kind in _ORDERED]


def _matches(ours: Sequence[Value], theirs: Sequence[Value]) -> list[_Match]:
    """The values that stand once in each language."""
    found = []
    for value in ours:
        same = [other for other in theirs if equal(value, other)]
        if len(same) == 1 and sum(equal(each, same[0]) for each in ours) == 1:
            found.append((value, same[0]))
    return found


def _around(passage: Passage, values: Sequence[Value], value: Value) -> frozenset[str]:
    """What the words around a value mean, as far as the next value or the next clause."""
    starts = max((each.end for each in values if each.end <= value.start), default=0)
    ends = min((each.start for each in values if each.start >= value.end), default=len(passage.words))
    before = _CLAUSE.split(passage.words[max(starts, value.start - _BEFORE) : value.start])[-1]
    after = _CLAUSE.split(passage.words[value.end : min(ends, value.end + _AFTER)])[0]
    return meanings(f"{before} {after}", passage.text.language)


def _is_range(passage: Passage, one: Value, other: Value) -> bool:
    """Whether two values are the ends of a range."""
    return _TO.fullmatch(passage.words[min(one.end, other.end) : max(one.start, other.start)]) is not None


def _shared(one: frozenset[str], other: frozenset[str], scale: Scale) -> float:
    return sum(scale.weights.get(meaning, 0.0) for meaning in one & other)


def _finding(pair: PassagePair, first: Text, second: Text, one: _Match, other: _Match) -> Finding:
    ours, theirs = language_name(first.language), language_name(second.language)
    earlier, later = sorted((one, other), key=lambda match: match[0].start)
    here, there = (said(earlier[0]), said(later[0])), (said(later[1]), said(earlier[1]))
    place = place_in(pair.first, earlier[0])
    return RULE.finding(
        first,
        Bilingual(
            f"ค่าสองค่าน่าจะสลับที่กันใน{pair.title.th}: {ours.th} {here[0].th} ก่อน {here[1].th} "
            f"{theirs.th} {there[0].th} ก่อน {there[1].th}",
            f"Two values seem to have changed places in {pair.title.en}: {ours.en} says {here[0].en} before "
            f"{here[1].en}, {theirs.en} says {there[0].en} before {there[1].en}",
        ),
        Bilingual(
            "ตรวจว่าแต่ละค่าเป็นของเรื่องเดียวกันทั้งสองภาษา แล้วเรียงให้ตรงกัน",
            "Check that each value belongs to the same thing in both languages, and give both the same order.",
        ),
        section=pair.section,
        line=place.line,
        column=place.column,
        counterpart=place_in(pair.second, later[1]),
        values=(earlier[0].written, later[1].written),
    )


RULE = Rule("value-order", Severity.ERROR, check, __doc__ or "")
