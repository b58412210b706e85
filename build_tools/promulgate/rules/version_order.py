"""Later versions bind later: the order of version numbers is the order of effect.

ไทย: ลำดับเลขฉบับต้องตรงกับลำดับวันที่มีผลใช้บังคับ

Readers cite a policy by number and day; both must tell the same story.

PASS: 2.0 from 1 June 2022, 2.1 from 1 January 2027.
FAIL: 2.1 from 1 January 2022, before 2.0; or two versions from the same instant.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from promulgate.dates import format_date
from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.records import Record
from promulgate.rules.policy_subject import PolicyRule, PolicySubject


def check(subject: PolicySubject) -> Iterator[Finding]:
    """Yield a finding for every version not on the base that binds no later than the one numbered before it."""
    records = {folder.record.version: folder.record for folder in subject.head}
    records |= {version: folder.record for version, folder in subject.expected.items()}
    ordered = sorted((record for record in records.values() if not record.withdrawn), key=lambda record: record.number)
    for before, after in pairwise(ordered):
        if after.effective > before.effective or _settled(subject, before, after):
            continue
        zone = subject.settings.time_zone
        text = subject.prevailing
        message = Bilingual(
            f"ฉบับ {after.version} มีผลใช้บังคับวันที่ {format_date(after.effective, 'th', zone)} "
            f"แต่ฉบับ {before.version} มีผลใช้บังคับวันที่ {format_date(before.effective, 'th', zone)}",
            f"Version {after.version} takes effect on {format_date(after.effective, 'en', zone)}, "
            f"but version {before.version} on {format_date(before.effective, 'en', zone)}",
        )
        hint = Bilingual(
            "ฉบับที่เลขมากกว่าต้องมีผลใช้บังคับทีหลัง แก้เลขฉบับหรือวันที่",
            "A version with a higher number must take effect later: mend the number or the date.",
        )
        if text is not None and text.metadata.version in (before.version, after.version):
            yield RULE.at_text(text, "effective", message, hint)
        else:
            yield RULE.at_record(subject, after.version, message, hint)


def _settled(subject: PolicySubject, before: Record, after: Record) -> bool:
    folders = (subject.on_base(before.version), subject.on_base(after.version))
    return all(folder is not None for folder in folders) and not {before.version, after.version} & set(subject.expected)


RULE = PolicyRule("version-order", Severity.ERROR, check, __doc__, guards_records=True)
