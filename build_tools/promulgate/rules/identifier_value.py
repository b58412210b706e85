"""A registration number, document number or code differs between the languages.

ไทย: เลขทะเบียน เลขที่เอกสาร หรือรหัสในสองภาษาไม่ตรงกัน

Why: it names the company, the document or the account that is meant.

PASS:
    th:
        เลขทะเบียนนิติบุคคล 0105561234567
    en:
        Registration no. 0105561234567
FAIL:
    th:
        เลขทะเบียนนิติบุคคล 0105561234567
    en:
        Registration no. 0105561234568
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each identifying number that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.IDENTIFIER)


RULE = Rule("identifier-value", Severity.ERROR, check, __doc__ or "")
