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
from promulgate.rules.polarity import Polarity, exchanged, unanswered
from promulgate.rules.polarity_findings import Marks, findings
from promulgate.rules.subject import Rule, Subject

_DOUBT = Bilingual("คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธอาจไม่ตรงกัน", "a duty, a prohibition or a “not” may differ")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which such a word clearly stands on one side only. Thai and English only."""
    yield from findings(RULE, subject, _difference, _DOUBT)


def _difference(ours: Marks, theirs: Marks) -> tuple[Marks, Marks] | None:
    if unanswered(ours, theirs, Polarity.NOT) or unanswered(theirs, ours, Polarity.NOT):
        return _demanding(ours, Polarity.NOT), _demanding(theirs, Polarity.NOT)
    if exchanged(ours, theirs, Polarity.MUST, Polarity.MAY):
        return _demanding(ours, Polarity.MUST), _of(theirs, Polarity.MAY)
    if exchanged(theirs, ours, Polarity.MUST, Polarity.MAY):
        return _of(ours, Polarity.MAY), _demanding(theirs, Polarity.MUST)
    return None


def _of(found: Marks, polarity: Polarity) -> Marks:
    return tuple(mark for mark in found if mark.polarity is polarity)


def _demanding(found: Marks, polarity: Polarity) -> Marks:
    return tuple(mark for mark in _of(found, polarity) if mark.demanding)


RULE = Rule("obligation", Severity.WARNING, check, __doc__ or "")
