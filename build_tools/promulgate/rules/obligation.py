"""A duty, a prohibition or a “not” stands in one language only.

ไทย: คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธ มีในภาษาเดียว

Why: “must not disclose” and “อาจเปิดเผย” differ in three letters and in everything else. Words are counted, meaning is
not understood: the finding is a warning that asks a person to read both.

PASS:
    th:
        เราจะไม่เปิดเผยข้อมูลของท่าน เว้นแต่ท่านยินยอม
    en:
        We will not disclose your data unless you consent.
FAIL:
    th:
        เราอาจเปิดเผยข้อมูลของท่าน
    en:
        We must not disclose your data.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.polarity import Polarity, swapped, unanswered
from promulgate.rules.polarity_findings import Marks, findings
from promulgate.rules.subject import Rule, Subject

_GOVERNED = 1
"""One “ต้อง” may govern several clauses that each say “shall”: with a greater difference, nothing is known."""
_DOUBT = Bilingual("คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธอาจไม่ตรงกัน", "A duty, a prohibition or a “not” may differ")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which such a word clearly stands on one side only. Thai and English only."""
    yield from findings(RULE, subject, _difference, _DOUBT)


def _difference(ours: Marks, theirs: Marks) -> tuple[Marks, Marks] | None:
    if _denies_more(ours, theirs) or _denies_more(theirs, ours):
        return _demanding(ours, Polarity.NOT), _demanding(theirs, Polarity.NOT)
    duties = [len(_demanding(found, Polarity.MUST)) for found in (ours, theirs)]
    if abs(duties[0] - duties[1]) <= _GOVERNED and swapped(ours, theirs, Polarity.MUST, Polarity.MAY):
        return _of_duty(ours), _of_duty(theirs)
    return None


def _denies_more(ours: Marks, theirs: Marks) -> bool:
    """Whether a denial is unanswered and the other text has clearly fewer: whichever of its words answers which."""
    here, there = (sum(mark.polarity is Polarity.NOT and not mark.faint for mark in found) for found in (ours, theirs))
    return bool(unanswered(ours, theirs, Polarity.NOT)) and here > there


def _of_duty(found: Marks) -> Marks:
    return _demanding(found, Polarity.MUST, Polarity.MAY)


def _demanding(found: Marks, *polarities: Polarity) -> Marks:
    return tuple(mark for mark in found if mark.polarity in polarities and mark.demanding)


RULE = Rule("obligation", Severity.WARNING, check, __doc__ or "")
