"""A telephone number differs between the languages.

ไทย: หมายเลขโทรศัพท์ในสองภาษาไม่ตรงกัน

Why: readers of one language would reach nobody, or a stranger. The country code +66 is the 0 at the beginning.

PASS:
    th:
        โทรศัพท์ 02-123-4567
    en:
        Telephone +66 2 123 4567
FAIL:
    th:
        โทรศัพท์ 02-123-4567
    en:
        Telephone +66 2 123 4568
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each telephone number that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.PHONE)


RULE = Rule("phone-value", Severity.ERROR, check, __doc__ or "")
