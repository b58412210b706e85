"""A change that is said not to be material touches numbers, duties or the number of clauses.

ไทย: ระบุว่าไม่กระทบสาระสำคัญ แต่ตัวเลขหรือหน้าที่เปลี่ยนไป

Why: a change in substance needs notice. Whether a change is one is a lawyer's decision; a changed number or duty is a
reason to look at it again.

PASS: `material: false`, a sentence reworded.
FAIL: `material: false`, “30 days” became “60 days” in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.one_sided_change import name_in
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.substance import numbers_or_duties_changed
from promulgate.values import Meaning


def check(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for the first section whose values or duties changed under `material: false`."""
    text = subject.prevailing
    before = subject.before.get(text.language)
    if before is None or text.metadata.material or text.metadata.withdrawn or text.metadata.urgent:
        return
    days = frozenset(_day(one) for one in (before, text))
    for section in text.sections:
        old = before.section(section.id)
        changed = numbers_or_duties_changed(text.language, old, section, days) if old is not None else None
        if changed is not None:
            yield _finding(subject, text, section.id, changed)
            return


def _day(text: Text) -> Meaning:
    day = text.metadata.effective.day
    return ("date", day.year, day.month, day.day)


def _finding(subject: Subject, text: Text, section: str, changed: Bilingual) -> Finding:
    name = name_in(subject.texts, text, section)
    return RULE.finding(
        text,
        Bilingual(
            f"ระบุว่าแก้ไขที่ไม่กระทบสาระสำคัญ แต่ใน{name.th} {changed.th}",
            f"The change is said not to be material, but in {name.en} {changed.en}",
        ),
        Bilingual(
            "ตรวจว่าเป็นการแก้ไขในสาระสำคัญหรือไม่ หากใช่ ให้เขียน material: true ในทุกภาษา",
            "Decide whether the change is material; if it is, write material: true in every language.",
        ),
        section=section,
        line=text.metadata.line("material"),
    )


RULE = Rule("material-doubtful", Severity.WARNING, check, __doc__)
