"""A limit points the other way: “at least” in one language, “at most” in the other, or “before” and “after”.

ไทย: คำบอกขอบเขตกลับทางกัน เช่น “ไม่น้อยกว่า” กับ “ไม่เกิน” หรือ “ก่อน” กับ “หลัง”

Why: the numbers are the same and the rights are opposite. Words are counted, meaning is not understood: the finding is
a warning that asks a person to read both.

PASS:
    th:
        แจ้งล่วงหน้าไม่น้อยกว่า 30 วันก่อนวันที่มีผล
    en:
        We give at least 30 days’ notice before it takes effect.
FAIL:
    th:
        แจ้งล่วงหน้าไม่น้อยกว่า 30 วัน
    en:
        We give up to 30 days’ notice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.polarity import Mark, Polarity, exchanged
from promulgate.rules.polarity_findings import Marks, Side, findings
from promulgate.rules.subject import Rule, Subject
from promulgate.values import Meaning, Value, extract

_NEAR = 12
"""Characters between a limit and its value: `at least` THB 500, `ไม่เกิน` ร้อยละ 5."""
_FEW = 3
"""With more limits in a block than this, which answers which is anybody's guess: only those beside values count."""
_DOUBT = Bilingual(
    "คำบอกขอบเขต เช่น ไม่น้อยกว่า–ไม่เกิน หรือ ก่อน–หลัง อาจกลับทางกัน",
    "a limit (at least or at most, before or after) may point the other way",
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which a limit clearly points the other way. Thai and English only."""
    yield from findings(RULE, subject, _difference, _DOUBT)


def _difference(first: Side, second: Side) -> tuple[Marks, Marks] | None:
    ours, theirs = first[2], second[2]
    limits = _limits_of_values(*first), _limits_of_values(*second)
    for value in limits[0].keys() & limits[1].keys():
        one, other = limits[0][value], limits[1][value]
        if one.polarity is not other.polarity:
            return (one,), (other,)
    if max(len(_limits(ours)), len(_limits(theirs))) > _FEW:
        return None
    for polarity, opposite in ((Polarity.UP, Polarity.DOWN), (Polarity.DOWN, Polarity.UP)):
        if exchanged(ours, theirs, polarity, opposite) or exchanged(theirs, ours, polarity, opposite):
            return _limits(ours), _limits(theirs)
    return None


def _limits_of_values(language: str, words: str, found: Marks) -> dict[Meaning, Mark]:
    """The limit right beside each value that stands there once: `at least` 30 days, 30 days `or more`."""
    values = extract(words, language)
    often = Counter(value.normal for value in values)
    limits: dict[Meaning, Mark] = {}
    for value in values:
        beside = [mark for mark in _limits(found) if mark.is_measure and _is_beside(mark, value, words)]
        if len(beside) == 1 and often[value.normal] == 1:
            limits[value.normal] = beside[0]
    return limits


def _is_beside(mark: Mark, value: Value, words: str) -> bool:
    between = words[mark.end : value.start] if mark.end <= value.start else words[value.end : mark.start]
    return len(between.split()) <= 1 and len(between) <= _NEAR


def _limits(found: Marks) -> Marks:
    return tuple(mark for mark in found if mark.polarity in (Polarity.UP, Polarity.DOWN))


RULE = Rule("bound-differs", Severity.WARNING, check, __doc__ or "")
