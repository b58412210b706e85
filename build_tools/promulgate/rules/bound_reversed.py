"""A number is the least in one language and the most in the other, or a period lies before and after something.

ไทย: จำนวนที่เป็นขั้นต่ำในภาษาหนึ่งกลับเป็นขั้นสูงในอีกภาษาหนึ่ง หรือก่อนในภาษาหนึ่งกลับเป็นหลังในอีกภาษาหนึ่ง

Why: “not less than 15 days” and “not more than 15 days” hold the same number and say the opposite. Only clear words
right beside the same value are compared: at least with at most, less than with more than, before with after.

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
from enum import Enum

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import KNOWN, Passage, PassagePair, base_of, passages, values_of
from promulgate.rules.value_findings import place_in
from promulgate.rules.wording import language_name
from promulgate.values import Kind, Value
from promulgate.values.comparison import equal
from promulgate.values.model import Weight


class Bound(Enum):
    """What words beside a number make of it: a bound with the number itself or without, a time before or after."""

    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE = "more"
    LESS = "less"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class _Bounded:
    """A value that is a bound, and the words that say so with it."""

    value: Value
    bound: Bound
    words: str


_OPPOSITE = {
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.MORE: Bound.LESS,
    Bound.LESS: Bound.MORE,
    Bound.BEFORE: Bound.AFTER,
    Bound.AFTER: Bound.BEFORE,
}
_BEFORE = {
    "th": re.compile(
        r"(?P<AT_LEAST>ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย)|(?P<AT_MOST>ไม่เกิน|ไม่มากกว่า|ไม่สูงกว่า|อย่างมาก|สูงสุด)"
        r"|(?P<MORE>(?<!ไม่)(?<!ให้)(?<!มิ)(?:เกิน|มากกว่า|สูงกว่า))|(?P<LESS>(?<!ไม่)(?<!มิ)(?:น้อยกว่า|ต่ำกว่า)|ไม่ถึง)"
    ),
    "en": re.compile(
        r"(?i)(?P<AT_LEAST>\b(?:not|no) (?:less|fewer|lower|smaller|shorter|younger) than"
        r"|\bat least|\ba minimum of|\bnot below|\bnot under)"
        r"|(?P<AT_MOST>\b(?:not|no) (?:more|greater|higher|larger|bigger|longer|older) than"
        r"|\bat most|\bup to|\ba maximum of"
        r"|\bnot (?:exceed(?:ing)?|over|above|beyond))"
        r"|(?P<MORE>\b(?:more|greater|higher) than|\bover|\babove|\bexceeding)"
        r"|(?P<LESS>\b(?:less|fewer|lower) than|\bbelow|\bunder)\b"
    ),
}
_FOLLOWING = {
    "th": re.compile(r"\s?(?:(?P<BEFORE>ก่อน)|(?P<AFTER>หลัง|ภายหลัง))"),
    "en": re.compile(r"(?i)[’']?\s(?:(?P<BEFORE>before|prior to)|(?P<AFTER>after|following))\b"),
}
_REACH = 24
"""Characters between the words and the value: `ไม่เกินอัตราร้อยละ 15`."""
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
    told: set[Value] = set()
    for one in ours:
        same = [other for other in theirs if equal(one.value, other.value)]
        mine = [other.bound for other in ours if equal(one.value, other.value)]
        turned = _OPPOSITE[one.bound]
        opposite = next((other for other in same if other.bound is turned and other.value not in told), None)
        if opposite is None or one.bound in [other.bound for other in same] or turned in mine:
            continue
        told.add(opposite.value)
        yield _finding(pair, first, second, one, opposite)


def _bounded(passage: Passage, other: Text) -> Iterator[_Bounded]:
    """The values of a passage that are a bound."""
    values = [value for value in values_of(passage, other) if value.weight > Weight.SILENT]
    for value in values:
        if value.kind in _COUNTED:
            before = _before(passage, values, value)
            if before is not None:
                yield _Bounded(value, *before)
            after = _FOLLOWING[base_of(passage.text)].match(passage.words, value.end)
            if after is not None:
                yield _Bounded(value, Bound[after.lastgroup or ""], passage.words[value.start : after.end()])


def _before(passage: Passage, values: Sequence[Value], value: Value) -> tuple[Bound, str] | None:
    """What the last such words between the value before and this one make of it, and all these words."""
    start = max((each.end for each in values if each.end <= value.start and each.weight > Weight.FAINT), default=0)
    start = max(start, value.start - 3 * _REACH)
    words = passage.words[start : value.start]
    found = list(_BEFORE[base_of(passage.text)].finditer(words))
    last = found[-1] if found else None
    if last is None or len(words) - last.end() > _REACH or re.search(r"[.;:]\s", words[last.end() :]):
        return None
    return Bound[last.lastgroup or ""], passage.words[start + last.start() : value.end]


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
