"""An exception that nothing needs any more, or that names no rule, must go.

ไทย: ข้อยกเว้นที่ไม่มีสิ่งใดต้องใช้แล้วต้องลบออก

Why: an exception is a door left open on purpose. Once the difference it stands for is gone, the next difference in the
same place would pass through it unseen. Both texts are checked together, so the exception may stand in either.

PASS: an exception for a section that does exist in one language only
FAIL: the same exception after the section was translated
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from promulgate.errors import Bilingual
from promulgate.model import Finding, RuleException, Severity, Text
from promulgate.rules.one_sided_change import name_in
from promulgate.rules.subject import Rule, Subject

_Key = tuple[str, str, frozenset[str]]


def check(subject: Subject) -> Iterator[Finding]:  # noqa: ARG001 - a rule's signature
    """Nothing by itself: what was used is known only after all other rules, see `unused`."""
    yield from ()


RULE = Rule("exception-unused", Severity.ERROR, check, __doc__ or "")


def apply(subject: Subject, findings: Sequence[Finding], guarding: Set[str]) -> tuple[list[Finding], set[_Key]]:
    """The findings no exception speaks of, and the exceptions that were used.

    An exception binds one rule, one section and exactly the values the finding names. Rules named in `guarding` allow
    of none.
    """
    offered = {_key(exception) for text in subject.texts.values() for exception in text.metadata.exceptions}
    offered = {key for key in offered if key[0] not in guarding}
    kept, used = [], set()
    for finding in findings:
        key = (finding.rule, finding.section, frozenset(finding.values))
        if key in offered:
            used.add(key)
        else:
            kept.append(finding)
    return kept, used


def unused(subject: Subject, used: Iterable[_Key]) -> Iterator[Finding]:
    """A finding for each exception that excused nothing, once for all languages that carry it."""
    seen = set(used)
    for text in subject.texts.values():
        for exception in text.metadata.exceptions:
            if _key(exception) not in seen:
                seen.add(_key(exception))
                yield _finding(subject, text, exception)


def _finding(subject: Subject, text: Text, exception: RuleException) -> Finding:
    name = name_in(subject.texts, text, exception.section)
    return RULE.finding(
        text,
        Bilingual(
            f"ข้อยกเว้น “{exception.rule}” ของ{name.th} ไม่มีสิ่งใดต้องใช้แล้ว",
            f"Nothing needs the exception “{exception.rule}” for {name.en}",
        ),
        Bilingual(
            "ลบข้อยกเว้นนี้ออกจากส่วนบนของไฟล์ในทุกภาษา หรือแก้ให้ระบุสิ่งที่ระบบตรวจพบโดยตรง",
            "Delete it from the top of the file in every language, or make it name exactly what the check found.",
        ),
        section=exception.section,
        line=exception.line,
    )


def _key(exception: RuleException) -> _Key:
    return (exception.rule, exception.section, frozenset(exception.values))
