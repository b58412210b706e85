"""A cited clause number stands for another clause than in the version before.

ไทย: เลขข้อที่อ้างถึงกลายเป็นข้ออื่นเมื่อเทียบกับฉบับก่อน

Why: after a clause is added or removed, “clause 3” still exists, but says something else.

PASS:
    th:
        ดูข้อ 2

        ## ข้อกำหนด {#terms}

        1. ชำระเงินภายในกำหนด
        2. ห้ามโอนสิทธิ
    en:
        See clause 2.

        ## Terms {#terms}

        1. Pay in time.
        2. No transfer of rights.
    th before:
        ดูข้อ 2

        ## ข้อกำหนด {#terms}

        1. ชำระเงิน
        2. ห้ามโอนสิทธิ
    en before:
        See clause 2.

        ## Terms {#terms}

        1. Pay.
        2. No transfer of rights.
FAIL:
    th:
        ดูข้อ 2

        ## ข้อกำหนด {#terms}

        1. ชำระเงิน
        2. แจ้งเปลี่ยนที่อยู่
        3. ห้ามโอนสิทธิ
    en:
        See clause 3.

        ## Terms {#terms}

        1. Pay.
        2. Report a new address.
        3. No transfer of rights.
    th before:
        ดูข้อ 2

        ## ข้อกำหนด {#terms}

        1. ชำระเงิน
        2. ห้ามโอนสิทธิ
    en before:
        See clause 2.

        ## Terms {#terms}

        1. Pay.
        2. No transfer of rights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from promulgate.canonical import normalise
from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.clauses import Reference, Target, numbered, references
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import title_for_readers


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each reference left as it was, whose clause went under another number."""
    for language, text in subject.texts.items():
        before = subject.before.get(language)
        if before is None or before is text:
            continue
        was, now = numbered(before), numbered(text)
        unchanged = {normalise(reference.block.text) for reference in references(before)}
        for reference in references(text):
            moved_to = _moved_to(reference.number, was, now)
            if moved_to and normalise(reference.block.text) in unchanged:
                yield _finding(subject, text, reference, moved_to)


def _moved_to(number: str, was: Mapping[str, Target], now: Mapping[str, Target]) -> str:
    """The number under which the same clause stands now, if it is another one."""
    if number not in was or number not in now or was[number] == now[number]:
        return ""
    if was[number].section == now[number].section and not was[number].words:
        return ""
    return next((new for new, target in now.items() if target == was[number] and new != number), "")


def _finding(subject: Subject, text: Text, reference: Reference, moved_to: str) -> Finding:
    title = title_for_readers(subject.texts, text, reference.section)
    return RULE.finding(
        text,
        Bilingual(
            f"เลขข้อที่อ้างถึงเปลี่ยนไปใน{title.th}: “{reference.words}” ของฉบับก่อนคือข้อ {moved_to} ในฉบับนี้",
            f"A clause cited in {title.en} has another number now: “{reference.words}” of the version before is "
            f"clause {moved_to} of this one",
        ),
        Bilingual(f"แก้เลขข้อเป็น {moved_to} หากยังหมายถึงข้อเดิม", f"Write {moved_to} if the same clause is still meant."),
        section=reference.section.id,
        line=reference.block.line,
        values=(reference.words, moved_to),
    )


RULE = Rule("clause-moved", Severity.ERROR, check, __doc__ or "")
