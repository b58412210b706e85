"""A number is the least in one language and the most in the other, or a period lies before and after something.

ไทย: จำนวนที่เป็นขั้นต่ำในภาษาหนึ่งกลับเป็นขั้นสูงในอีกภาษาหนึ่ง หรือก่อนในภาษาหนึ่งกลับเป็นหลังในอีกภาษาหนึ่ง

Why: “not less than 15 days” and “not more than 15 days” hold the same number and say the opposite. Only clear words
right beside the same value are compared: at least with at most, less than with more than, before with after. Words
that are said of places too are not clear beside a length (30 metres below the water is deeper than 30 metres), and “a
fee above it” says what “no fee below it” says.

PASS:
    th:
        แจ้งล่วงหน้าไม่น้อยกว่า 15 วัน
    en:
        Notice is given at least 15 days before.
FAIL:
    th:
        แจ้งล่วงหน้าไม่น้อยกว่า 15 วัน
    en:
        Notice is given no more than 15 days before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.denials import beside_limits
from promulgate.rules.polarity import Force, Mark, Polarity, marks
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import KNOWN, Passage, PassagePair, base_of, passages, values_of
from promulgate.rules.value_findings import place_in
from promulgate.rules.wording import language_name
from promulgate.values import Kind, Value
from promulgate.values.comparison import equal
from promulgate.values.model import Weight


@dataclass(frozen=True, slots=True)
class _Bounded:
    """A value that is a bound, and the words that say so with it."""

    value: Value
    bound: Polarity
    words: str


_OPPOSITE = {
    one: other
    for pair in (
        (Polarity.AT_LEAST, Polarity.AT_MOST),
        (Polarity.MORE, Polarity.LESS),
        (Polarity.BEFORE, Polarity.AFTER),
    )
    for one, other in (pair, pair[::-1])
}
_OF_NUMBERS = frozenset({Polarity.AT_LEAST, Polarity.AT_MOST, Polarity.MORE, Polarity.LESS})
_OF_EVENTS = frozenset({Polarity.BEFORE, Polarity.AFTER})
_OF_PLACE = frozenset(("measure", unit) for unit in ("kilometre", "metre", "centimetre", "millimetre"))
"""Beside these, words that are said of places too (over, below) are no bound: 30 metres below the water is deeper."""
_COMPLEMENTS = frozenset({Polarity.MORE, Polarity.LESS})
"""What is charged above a sum is not charged below it: where one language denies once more, these are no opposites."""
_REACH = 24
"""Characters between the words and the value: `ไม่เกินอัตราร้อยละ 15`."""
_BEGINS_ANEW = re.compile(r"\s(?:ภาย)?หลังจากน(?:ั้น|ี้)")
"""`สี่ชั่วโมง หลังจากนั้น`: what is said next comes after; the four hours do not."""
_COUNTED = (Kind.NUMBER, Kind.DURATION, Kind.PERCENTAGE, Kind.MONEY)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each value whose bound is the opposite in the other language."""
    for first, second in subject.pairs():
        if base_of(first) not in KNOWN or base_of(second) not in KNOWN:
            continue
        for section in passages(first, second):
            for pair in section:
                yield from _reversed(pair, first, second)


def _reversed(pair: PassagePair, first: Text, second: Text) -> Iterator[Finding]:
    ours, theirs = list(_bounded(pair.first, second)), list(_bounded(pair.second, first))
    denials = _denials(pair.first), _denials(pair.second)
    told: set[Value] = set()
    for one in ours:
        same = [other for other in theirs if equal(one.value, other.value)]
        mine = [other.bound for other in ours if equal(one.value, other.value)]
        turned = _OPPOSITE[one.bound]
        opposite = next((other for other in same if other.bound is turned and other.value not in told), None)
        if one.bound in _COMPLEMENTS and denials[0] != denials[1]:
            continue
        if opposite is None or one.bound in [other.bound for other in same] or turned in mine:
            continue
        told.add(opposite.value)
        yield _finding(pair, first, second, one, opposite)


def _denials(passage: Passage) -> int:
    """How many words of a passage deny, apart from those of limits."""
    return beside_limits(marks(passage.words, base_of(passage.text)))[False]


def _bounded(passage: Passage, other: Text) -> Iterator[_Bounded]:
    """The values of a passage that are a bound."""
    values = [value for value in values_of(passage, other) if value.weight > Weight.SILENT]
    found = [mark for mark in marks(passage.words, base_of(passage.text)) if mark.force > Force.FAINT]
    for number, value in enumerate(values):
        if value.kind in _COUNTED:
            of_place = any(each.normal in _OF_PLACE for each in values[number + 1 : number + 2])
            sure = [mark for mark in found if mark.force >= Force.PLAIN] if of_place else found
            for mark in (_bound(passage, values, value, sure), _event(passage, value, found)):
                if mark is not None:
                    words = passage.words[min(value.start, mark.start) : max(value.end, mark.end)]
                    yield _Bounded(value, mark.polarity, words)


def _bound(passage: Passage, values: Sequence[Value], value: Value, found: Sequence[Mark]) -> Mark | None:
    """The last such words between the value before and this one."""
    start = max((each.end for each in values if each.end <= value.start and each.weight > Weight.FAINT), default=0)
    before = [mark for mark in found if start <= mark.start and mark.end <= value.start]
    last = next((mark for mark in reversed(before) if mark.polarity in _OF_NUMBERS), None)
    if last is None or value.start - last.end > _REACH:
        return None
    between = passage.words[last.end : value.start]
    of_the_one_before = start and between.startswith(",") and not passage.words[start : last.start].strip()
    return None if of_the_one_before or re.search(r"[.;:]\s", between) else last


def _event(passage: Passage, value: Value, found: Sequence[Mark]) -> Mark | None:
    """The words right after a value that put it before or after something: `15 days before`."""
    if _BEGINS_ANEW.match(passage.words, value.end):
        return None
    first = next((mark for mark in found if mark.polarity in _OF_EVENTS and mark.start >= value.end), None)
    return None if first is None or passage.words[value.end : first.start].strip("’' ") else first


def _finding(pair: PassagePair, first: Text, second: Text, one: _Bounded, other: _Bounded) -> Finding:
    ours, theirs = language_name(first.language), language_name(second.language)
    places = place_in(pair.first, one.value), place_in(pair.second, other.value)
    return RULE.finding(
        first,
        Bilingual(
            f"ขั้นต่ำกับขั้นสูง หรือก่อนกับหลัง กลับกันใน{pair.title.th}: {ours.th} “{one.words}” {theirs.th} “{other.words}”",
            f"A minimum and a maximum, or before and after, are reversed in {pair.title.en}: {ours.en} says "
            f"“{one.words}”, {theirs.en} says “{other.words}”",
        ),
        Bilingual(
            f"ตรวจคำว่า “ไม่น้อยกว่า” “ไม่เกิน” “เกิน” “ต่ำกว่า” “ก่อน” “หลัง” ทั้งสองภาษา ทั้งนี้ ให้ถือ{ours.th}เป็นหลัก",
            f"Check “at least”, “up to”, “more than”, “less than”, “before”, “after” in both; {ours.en} prevails.",
        ),
        section=pair.section,
        line=places[0].line,
        column=places[0].column,
        counterpart=places[1],
        values=(one.value.written, other.value.written),
    )


RULE = Rule("bound-reversed", Severity.ERROR, check, __doc__ or "")
