"""A date in digits can be read as day and month or as month and day.

ไทย: วันที่ที่เขียนเป็นตัวเลขอ่านได้สองแบบ คือวันก่อนเดือนหรือเดือนก่อนวัน

Why: `01/02/2024` is the first of February to one reader and the second of January to another. It can't be checked
against the other language either.

PASS:
    th:
        วันที่ 1 กุมภาพันธ์ 2567
    en:
        On 1 February 2024.
FAIL:
    th:
        วันที่ 1 กุมภาพันธ์ 2567
    en:
        On 01/02/2024.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Block, Finding, Section, Severity, Text
from promulgate.rules.places import place_of
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import without_code
from promulgate.rules.wording import language_name, title_for_readers
from promulgate.values import Value, describe, extract
from promulgate.values.describing import describe_meanings


def check(subject: Subject) -> Iterator[Finding]:
    """One warning for each such date, in whichever language it stands."""
    for text in subject.texts.values():
        for section in text.sections:
            for block in section.blocks:
                for value in extract(without_code(block.text, block.code), text.language):
                    if value.ambiguous_date:
                        yield _finding(text, title_for_readers(subject.texts, text, section), section, block, value)


def _finding(text: Text, title: Bilingual, section: Section, block: Block, value: Value) -> Finding:
    place = place_of(text, value.written, (block.line, block.end_line), block=block, start=value.start)
    name, mended = language_name(text.language), describe(value, text.language)
    return RULE.finding(
        text,
        Bilingual(
            f"วันที่อ่านได้สองแบบใน{title.th}: {name.th} “{value.written}” คือ {describe_meanings(value.readings, 'th')}",
            f"A date can be read in two ways in {title.en}: {name.en} says “{value.written}”, "
            f"which is {describe_meanings(value.readings, 'en')}",
        ),
        Bilingual(f"เขียนชื่อเดือน เช่น {mended}", f"Write the name of the month, as in {mended}."),
        section=section.id,
        line=place.line,
        column=place.column,
        values=(value.written,),
    )


RULE = Rule("ambiguous-date", Severity.WARNING, check, __doc__ or "")
