"""A duty, a prohibition or a “not” stands in one language only.

ไทย: คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธ มีในภาษาเดียว

Why: “must not disclose” and “อาจเปิดเผย” differ in three letters and in everything else. Meaning is not understood, and
faithful translations deny in many ways: “may not … unless” is “จะ…ได้ต่อเมื่อ”. So a denial, or an exception, is spoken of
only where it is one more than the other language has and nothing there could say the same; a duty only where “must” and
“may” have changed places. The finding is a warning that asks a person to read both.

PASS:
    th:
        ท่านจะให้เช่าช่วงได้ต่อเมื่อผู้ให้เช่ายินยอม
    en:
        You may not sublet the room unless the landlord consents.
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
from promulgate.rules.denials import alone, opposed
from promulgate.rules.polarity import Force, Polarity, swapped
from promulgate.rules.polarity_findings import Marks, findings
from promulgate.rules.subject import Rule, Subject

_GOVERNED = 1
"""One “ต้อง” may govern several clauses that each say “shall”: with a greater difference, nothing is known."""
_DOUBT = Bilingual("คำที่แสดงหน้าที่ ข้อห้าม หรือการปฏิเสธอาจไม่ตรงกัน", "A duty, a prohibition or a “not” may differ")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block in which such a word clearly stands on one side only. Thai and English only."""
    yield from findings(RULE, subject, _difference, _DOUBT)


def _difference(ours: Marks, theirs: Marks) -> tuple[Marks, Marks] | None:
    if alone(ours, theirs) is not None or alone(theirs, ours) is not None:
        return _of_denial(ours), _of_denial(theirs)
    if opposed(ours, theirs):
        return None
    duties = [len(_firm(found, Polarity.MUST)) for found in (ours, theirs)]
    if abs(duties[0] - duties[1]) <= _GOVERNED and swapped(ours, theirs, {Polarity.MUST}, {Polarity.MAY}):
        return _of_duty(ours), _of_duty(theirs)
    return None


def _of_denial(found: Marks) -> Marks:
    denials = (Polarity.NOT, Polarity.EXCEPT)
    return tuple(mark for mark in found if mark.polarity in denials and mark.force >= Force.PLAIN)


def _of_duty(found: Marks) -> Marks:
    return _firm(found, Polarity.MUST, Polarity.MAY)


def _firm(found: Marks, *polarities: Polarity) -> Marks:
    return tuple(mark for mark in found if mark.polarity in polarities and mark.force is Force.FIRM)


RULE = Rule("obligation", Severity.WARNING, check, __doc__ or "")
