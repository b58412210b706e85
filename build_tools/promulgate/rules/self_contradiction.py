"""One text contradicts itself: words and digits of one number differ, or a year and its era do.

ไทย: ข้อความขัดกันเองในภาษาเดียว เช่น ตัวหนังสือกับตัวเลขไม่ตรงกัน หรือปีไม่ตรงกับศักราช

Why: `thirty (60) days` can be neither right nor translated.

PASS:
    th:
        ภายในสามสิบ (30) วัน ตามพระราชบัญญัติ พ.ศ. 2562
    en:
        Within thirty (30) days, under the Act B.E. 2562 (2019).
FAIL:
    th:
        ภายในสามสิบ (30) วัน
    en:
        Within thirty (60) days.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import PREAMBLE, SUMMARY, Finding, Section, Severity, Text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import Passage, without_code
from promulgate.rules.value_findings import place_in
from promulgate.rules.wording import THE_SUMMARY, language_name, title_for_readers
from promulgate.values import Value, describe, extract


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each value that means two things which exclude each other."""
    for text in subject.texts.values():
        for section in text.sections:
            title, line = (text.title, text.title_line) if section.id == PREAMBLE else (section.title, section.line)
            named = title_for_readers(subject.texts, text, section)
            yield from _in_passage(Passage(text, title, (line, line)), named, section)
            for block in section.blocks:
                words = without_code(block.text, block.code)
                yield from _in_passage(Passage(text, words, (block.line, block.end_line), block), named, section)
        line = text.metadata.line("summary")
        yield from _in_passage(Passage(text, text.metadata.summary, (line, line)), THE_SUMMARY, None)


def _in_passage(passage: Passage, title: Bilingual, section: Section | None) -> Iterator[Finding]:
    for value in extract(passage.words, passage.text.language):
        if value.contradiction:
            place = place_in(passage, value)
            yield _finding(passage.text, title, section, value, (place.line, place.column))


def _finding(text: Text, title: Bilingual, section: Section | None, value: Value, position: tuple[int, int]) -> Finding:
    name = language_name(text.language)
    return RULE.finding(
        text,
        Bilingual(
            f"ข้อความขัดกันเองใน{title.th}: {name.th} “{value.written}” อ่านได้สองแบบ คือ {describe(value, 'th')}",
            f"A contradiction in {title.en}: {name.en} says “{value.written}”, "
            f"which can be read as {describe(value, 'en')}",
        ),
        Bilingual("แก้ตัวหนังสือ ตัวเลข หรือศักราชให้ตรงกัน", "Make the words, the digits and the era say the same."),
        section=section.id if section else SUMMARY,
        line=position[0],
        column=position[1],
        values=(value.written,),
    )


RULE = Rule("self-contradiction", Severity.ERROR, check, __doc__ or "")
