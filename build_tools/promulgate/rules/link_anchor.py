"""A link leads to a section that does not exist.

ไทย: ลิงก์ไปยังหัวข้อที่ไม่มีอยู่ในนโยบายนี้

Why: the reader is sent to a rule and arrives nowhere.

PASS:
    th:
        ดู [คุกกี้](#cookies)

        ## คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        See [cookies](#cookies).

        ## Cookies {#cookies}

        We use cookies.
FAIL:
    th:
        ดู [คุกกี้](#cookies)

        ## คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        See [cookies](#cookie).

        ## Cookies {#cookies}

        We use cookies.
"""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from rapidfuzz import process

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.one_language import excepted_sections
from promulgate.rules.one_sided_change import name_in
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import title_for_readers


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each link inside a text whose target is neither a section nor a block of it.

    A section that only another language has is shown there as a stub, so that a link finds it.
    """
    excepted = excepted_sections(subject.texts)
    for text in subject.texts.values():
        known = {section.id for section in text.sections[1:] if section.has_id}
        known |= excepted
        known |= {block.anchor for section in text.sections for block in section.blocks}
        for section in text.sections:
            for block in section.blocks:
                for link in block.links:
                    target = unquote(link.target)
                    if target.startswith("#") and len(target) > 1 and target[1:] not in known:
                        title = title_for_readers(subject.texts, text, section)
                        yield RULE.finding(
                            text,
                            Bilingual(
                                f"ลิงก์ “{link.words}” ใน{title.th} ไปยัง {target} ซึ่งไม่มีในนโยบายนี้",
                                f"The link “{link.words}” in {title.en} leads to {target}, which does not exist here",
                            ),
                            _hint(subject, text, target[1:]),
                            section=section.id,
                            line=_line(text, block.line, block.end_line, link.target),
                            values=(link.target,),
                        )


def _line(text: Text, first: int, last: int, target: str) -> int:
    lines = text.source_lines
    return next((line for line in range(first, last + 1) if f"({target}" in lines[line - 1]), first)


def _hint(subject: Subject, text: Text, target: str) -> Bilingual:
    near = process.extractOne(target, [section.id for section in text.sections[1:]], score_cutoff=60)
    if near is None:
        return Bilingual(
            "แก้ปลายทางของลิงก์ให้ตรงกับชื่ออ้างอิงท้ายหัวข้อ", "Make the target one of the names at the end of a heading."
        )
    title = name_in(subject.texts, text, near[0])
    return Bilingual(
        f"หากหมายถึง{title.th} ให้แก้ปลายทางของลิงก์เป็น #{near[0]}",
        f"If {title.en} is meant, change the target of the link to #{near[0]}.",
    )


RULE = Rule("link-anchor", Severity.ERROR, check, __doc__ or "")
