"""A limit points the other way: “at least” in one language, “at most” in the other, or “before” and “after”.

ไทย: คำบอกขอบเขตกลับทางกัน เช่น “ไม่น้อยกว่า” กับ “ไม่เกิน” หรือ “ก่อน” กับ “หลัง”

Why: the numbers are the same and the rights are opposite. Where such a word stands right beside the same value,
`bound-reversed` says so; here the words of a sentence are counted, meaning is not understood: the finding is a warning
that asks a person to read both.

PASS:
    th:
        แจ้งล่วงหน้าไม่น้อยกว่า 30 วันก่อนวันที่มีผล
    en:
        We give at least 30 days’ notice before it takes effect.
FAIL:
    th:
        แจ้งให้ทราบก่อนส่งมอบสินค้า
    en:
        You are told after the goods are delivered.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.denials import beside_limits
from promulgate.rules.polarity import FALLING, RISING, swapped
from promulgate.rules.polarity_findings import Marks, Side, findings
from promulgate.rules.subject import Rule, Subject

_FEW = 3
"""With more limits in a block than this, which answers which is anybody's guess."""
_DOUBT = Bilingual(
    "คำบอกขอบเขต เช่น ไม่น้อยกว่า–ไม่เกิน หรือ ก่อน–หลัง อาจกลับทางกัน",
    "A limit (at least or at most, before or after) may point the other way",
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which a limit clearly points the other way. Thai and English only."""
    yield from findings(RULE, subject, _difference, _DOUBT)


def _difference(first: Side, second: Side) -> tuple[Marks, Marks] | None:
    ours, theirs = first.marks, second.marks
    limits = _limits(ours), _limits(theirs)
    if max(map(len, limits)) > _FEW or beside_limits(ours) != beside_limits(theirs):
        return None
    return limits if swapped(ours, theirs, RISING, FALLING) else None


def _limits(found: Marks) -> Marks:
    return tuple(mark for mark in found if mark.polarity in RISING | FALLING)


RULE = Rule("bound-differs", Severity.WARNING, check, __doc__ or "")
