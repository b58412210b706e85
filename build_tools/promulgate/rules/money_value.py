"""A sum of money differs between the languages, in amount or in currency.

ไทย: จำนวนเงินหรือสกุลเงินในสองภาษาไม่ตรงกัน

Why: two sums in one contract are a dispute. Millions, satang and sums in words are read as the amount they are.

PASS:
    th:
        ค่าธรรมเนียม 5 ล้านบาท
    en:
        The fee is THB 5,000,000.
FAIL:
    th:
        ค่าธรรมเนียม 1,000 บาท
    en:
        The fee is USD 1,000.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each sum that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.MONEY)


RULE = Rule("money-value", Severity.ERROR, check, __doc__ or "")
