"""All languages of a version name the same version, the same day and the same kind of change.

ไทย: เลขฉบับ วันที่มีผลใช้บังคับ และประเภทการแก้ไขต้องตรงกันทุกภาษา

A version is one state of the policy in all languages; it has one number and binds from one instant.

PASS: `version: "2.1"` and `effective: 2027-01-01` in Thai and in English.
FAIL: `version: "2.1"` in Thai, `version: "2.0"` in English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from promulgate.dates import format_date
from promulgate.errors import Bilingual
from promulgate.model import Finding, Metadata, Place, Severity, Text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name

_ENTRIES: tuple[tuple[str, Bilingual, Callable[[Metadata], object]], ...] = (
    ("version", Bilingual("เลขฉบับ", "the version"), lambda data: data.version),
    ("effective", Bilingual("วันที่มีผลใช้บังคับ", "the day it takes effect"), lambda data: data.effective),
    ("material", Bilingual("การระบุว่าแก้ไขในสาระสำคัญ", "whether the change is material"), lambda data: data.material),
    ("imported", Bilingual("การระบุว่านำเข้าระบบย้อนหลัง", "whether it was brought in later"), lambda d: bool(d.imported)),
    ("urgent", Bilingual("การระบุว่าเร่งด่วน", "whether it is urgent"), lambda data: bool(data.urgent)),
    ("withdrawn", Bilingual("การระบุว่ายกเลิกฉบับนี้", "whether it is withdrawn"), lambda data: bool(data.withdrawn)),
    ("ends", Bilingual("การระบุว่านโยบายสิ้นสุดลง", "whether the policy ends"), lambda data: data.ends),
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every entry at the top of the files that differs between two languages."""
    for first, other in subject.pairs():
        for key, name, value in _ENTRIES:
            if value(first.metadata) == value(other.metadata):
                continue
            one, two = _shown(subject, first, key), _shown(subject, other, key)
            ours, theirs = language_name(first.language), language_name(other.language)
            yield RULE.finding(
                other,
                Bilingual(
                    f"{name.th}ไม่ตรงกัน: {ours.th} “{one.th}” {theirs.th} “{two.th}”",
                    f"The languages disagree on {name.en}: {ours.en} says “{one.en}”, {theirs.en} says “{two.en}”",
                ),
                _hint(first, other, key),
                line=other.metadata.line(key),
                counterpart=Place(first.language, first.path, first.metadata.line(key)),
            )


def _hint(first: Text, other: Text, key: str) -> Bilingual:
    """What to do, and the line to paste where it can be given."""
    ours, theirs = language_name(first.language), language_name(other.language)
    written = _line(first.metadata, key)
    if not written:
        return Bilingual(
            f"แก้บรรทัด {key}: ที่ส่วนบนของไฟล์ให้ตรงกันทุกภาษา",
            f"Mend the line {key}: at the top of the file so that all languages agree.",
        )
    return Bilingual(
        f"แก้บรรทัด {key}: ที่ส่วนบนของไฟล์ให้ตรงกันทุกภาษา หาก{ours.th}ถูกต้อง บรรทัดใน{theirs.th}คือ\n{written}",
        f"Mend the line {key}: at the top of the file so that all languages agree. If {ours.en} is right, "
        f"the line in {theirs.en} is\n{written}",
    )


def _line(data: Metadata, key: str) -> str:
    """The line as it stands in a file; empty for reasons, which each language writes in its own words."""
    written = {"version": f'"{data.version}"', "effective": str(data.effective), "material": str(data.material).lower()}
    return f"{key}: {written[key]}" if key in written else ""


def _shown(subject: Subject, text: Text, key: str) -> Bilingual:
    data, zone = text.metadata, subject.settings.time_zone
    if key == "effective":
        instant = data.effective.instant(zone)
        return Bilingual(format_date(instant, "th", zone), format_date(instant, "en", zone))
    if key == "version":
        return Bilingual(data.version, data.version)
    return Bilingual("ใช่", "yes") if getattr(data, key) else Bilingual("ไม่ใช่", "no")


RULE = Rule("metadata-agreement", Severity.ERROR, check, __doc__, guards_records=True)
