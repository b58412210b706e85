"""A period is equal in length but given in another unit: 12 months in one language, one year in the other.

ไทย: ระยะเวลาเท่ากันแต่ใช้หน่วยต่างกัน เช่น 12 เดือน กับ 1 ปี

Why: the law counts months and years, hours and days, each in its own way, so a translation had better keep the unit.
A week is seven days and an hour sixty minutes, whoever counts.

PASS:
    th:
        เก็บไว้ 12 เดือน
    en:
        It is kept for twelve months.
FAIL:
    th:
        เก็บไว้ 12 เดือน
    en:
        It is kept for one year.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import mismatches
from promulgate.rules.value_findings import place_in, said
from promulgate.rules.wording import language_name


def check(subject: Subject) -> Iterator[Finding]:
    """One warning for each period whose unit differs."""
    for first, second in subject.pairs():
        ours, theirs = language_name(first.language), language_name(second.language)
        for mismatch in mismatches(first, second):
            value, other = mismatch.difference.first, mismatch.difference.second
            if not mismatch.difference.same_amount or value is None or other is None:
                continue
            place = place_in(mismatch.pair.first, value)
            one, two, title = said(value), said(other), mismatch.pair.title
            yield RULE.finding(
                first,
                Bilingual(
                    f"ระยะเวลาเท่ากันแต่หน่วยต่างกันใน{title.th}: {ours.th} {one.th} {theirs.th} {two.th}",
                    f"Equal periods in different units in {title.en}: {ours.en} says {one.en}, "
                    f"{theirs.en} says {two.en}",
                ),
                Bilingual(
                    "ใช้หน่วยเดียวกันทั้งสองภาษา เพราะกฎหมายนับเดือนและปี ชั่วโมงและวัน ไม่เหมือนกัน",
                    "Use the same unit in both languages; the law counts each unit in its own way.",
                ),
                section=mismatch.pair.section,
                line=place.line,
                column=place.column,
                counterpart=place_in(mismatch.pair.second, other),
                values=(value.written, other.written),
            )


RULE = Rule("unit-differs", Severity.WARNING, check, __doc__ or "")
