"""A number differs between the languages, or stands in one of them only.

ไทย: ตัวเลขในสองภาษาไม่ตรงกัน หรือมีในภาษาเดียว

Why: a number is what a clause is remembered by. Thai and Arabic digits and number words are read alike; sums, dates,
periods and percentages have rules of their own. “One” and numbers said in passing (“both”, “first”) may be left out.

PASS:
    th:
        ทำสัญญาเป็นสองฉบับ สำหรับพนักงาน ๓๐ คน
    en:
        The contract is made in two copies, for thirty employees.
FAIL:
    th:
        ทำสัญญาสำหรับพนักงาน 30 คน
    en:
        The contract is made for 31 employees.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each number or unit of measurement that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.NUMBER, Kind.MEASURE)


RULE = Rule("number-value", Severity.ERROR, check, __doc__ or "")
