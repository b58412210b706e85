"""A reference to a section of a law or to a clause differs between the languages.

ไทย: การอ้างมาตรา วรรค หมวด หรือข้อในสองภาษาไม่ตรงกัน

Why: the law or clause that is cited decides what applies. `ข้อ 3.2(ก)` is clause 3.2(a), `วรรคสอง` is the second
paragraph. Translators say clause, section, article or item for ข้อ as they like; but an annex is no clause, and a
section of an Act (มาตรา) is no clause of a contract.

PASS:
    th:
        ตามมาตรา 26 วรรคสอง และข้อ 3.2(ก)
    en:
        Under the second paragraph of Section 26 and Clause 3.2(a).
FAIL:
    th:
        ตามมาตรา 30
    en:
        Under Section 31.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each reference that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.REFERENCE)


RULE = Rule("reference-value", Severity.ERROR, check, __doc__ or "")
