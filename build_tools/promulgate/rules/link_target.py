"""A link leads elsewhere in one language, or stands in one language only.

ไทย: ลิงก์ในสองภาษานำไปคนละแห่ง หรือมีในภาษาเดียว

Why: readers must reach the same page or section in either language. The part of an address that names its language
(`/th/`, `/en/`) may differ. So may, in other languages than these two, what comes after it, if each text's address
is in words of that text (`/de/datenschutz`, `/en/privacy`): whether they are one page can't be known here.

PASS:
    th:
        อ่าน[เงื่อนไข](https://example.com/th/terms) และ <https://example.org>
    en:
        Read the [terms](https://example.com/en/terms) and https://example.org/
FAIL:
    th:
        อ่าน[เงื่อนไข](https://example.com/terms)
    en:
        Read the [terms](https://example.com/term)
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_findings import findings_about
from promulgate.values import Kind


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each link that the other language does not have in the same place."""
    yield from findings_about(RULE, subject, Kind.ADDRESS)


RULE = Rule("link-target", Severity.ERROR, check, __doc__ or "")
