"""A section has a heading and no text.

ไทย: หัวข้อที่ไม่มีเนื้อหา หรือมีเพียงคำว่า TODO หรือหมายเหตุ

Why: a heading that promises a rule and gives none binds nobody. “TODO” or a comment is no text either. A section whose
subsections hold the text is not empty.

PASS:
    th:
        ## คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
FAIL:
    th:
        ## คุกกี้ {#cookies}

        TODO
    en:
        ## Cookies {#cookies}

        We use cookies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import PREAMBLE, BlockKind, Finding, Place, Section, Severity, Text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import title_for_readers

_PLACEHOLDER = re.compile(
    r"\W*(?:TODO|TBD|TBA|FIXME|XXX+|lorem ipsum.*|to be (?:added|completed|translated|written)"
    r"|รอ(?:แปล|เพิ่ม|เขียน|ข้อความ|ดำเนินการ)|(?:ยัง)?ไม่มีข้อความ|อยู่ระหว่างจัดทำ)\b.{0,80}|<!--.*|[\W_]*",
    re.IGNORECASE | re.DOTALL,
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each heading without text."""
    for text in subject.texts.values():
        for section in text.sections:
            if section.id != PREAMBLE and is_empty(text, section):
                title = title_for_readers(subject.texts, text, section)
                yield RULE.finding(
                    text,
                    Bilingual(f"{title.th} ยังไม่มีเนื้อหา", f"There is no text under {title.en}"),
                    Bilingual(
                        "เขียนเนื้อหา หรือลบหัวข้อนี้ในทุกภาษา", "Write the text, or delete the heading in every language."
                    ),
                    section=section.id,
                    line=section.line,
                    counterpart=_counterpart(subject, text, section),
                )


def is_empty(text: Text, section: Section) -> bool:
    """Whether a section says nothing: no blocks but placeholders and comments, and no subsections."""
    if any(_says_something(block.kind, block.text) or block.images for block in section.blocks):
        return False
    following = next((other for other in text.sections if other.line > section.line), None)
    return following is None or following.level <= section.level


def _says_something(kind: BlockKind, words: str) -> bool:
    if kind in (BlockKind.FOOTNOTE, BlockKind.CODE):
        return True
    return _PLACEHOLDER.fullmatch(words) is None


def _counterpart(subject: Subject, text: Text, section: Section) -> Place | None:
    for other in subject.texts.values():
        same = other.section(section.id)
        if other is not text and same is not None:
            return Place(other.language, other.path, same.line)
    return None


RULE = Rule("section-empty", Severity.ERROR, check, __doc__ or "")
