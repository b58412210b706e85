"""A section is in one language only.

ไทย: หัวข้อมีอยู่ในภาษาเดียว อีกภาษาไม่มีหัวข้อนี้

Why: readers of the other language are not told a part of the policy at all. The finding stands where the section should
be. A section that is meant for one language only is an exception, with its reason.

PASS:
    th:
        ## คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
FAIL:
    th:
        ## ขอบเขต {#scope}

        ใช้กับทุกคน
    en:
        ## Scope {#scope}

        It applies to everyone.

        ## Cookies {#cookies}

        We use cookies.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from promulgate.errors import Bilingual
from promulgate.model import BlockKind, Finding, Place, Section, Severity, Text
from promulgate.one_language import EXCEPTED
from promulgate.rules.alignment import LOST_HEADING
from promulgate.rules.section_id_duplicate import repeated
from promulgate.rules.section_matching import match_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name, section_title


def check(subject: Subject) -> Iterator[Finding]:
    """One finding per missing section, with its subsections, where the section should stand."""
    for first, second in subject.pairs():
        matching = match_sections(first, second)
        found = {match.first.id: match.second for match in matching.pairs}
        yield from _missing(second, first, matching.only_first, found)
        found = {match.second.id: match.first for match in matching.pairs}
        yield from _missing(first, second, matching.only_second, found)


def _missing(
    lacking: Text, having: Text, sections: Sequence[Section], counterparts: dict[str, Section]
) -> Iterator[Finding]:
    absent = {section.id for section in sections}
    nested = [block for section in lacking.sections for block in section.blocks if block.kind is BlockKind.HEADING]
    for section in sections:
        if section.parent in absent or section in repeated(having) or not section.has_id:
            continue
        if nested:
            nested.pop(0)
            continue
        yield _finding(lacking, having, section, counterparts)


def _finding(lacking: Text, having: Text, section: Section, counterparts: dict[str, Section]) -> Finding:
    title = section_title(section)
    here, there = language_name(lacking.language), language_name(having.language)
    lost = _lost_heading(lacking, section.id)
    paste = f"exceptions:\n  - rule: {EXCEPTED}\n    section: {section.id}\n    reason:"
    hint = Bilingual(
        f"เพิ่มหัวข้อนี้พร้อมเนื้อหาใน{here.th}ตรงบรรทัดนี้ โดยใช้ {{#{section.id}}} ท้ายหัวข้อ หรือลบหัวข้อใน{there.th} "
        f"หากตั้งใจให้มีเฉพาะ{there.th} ให้วางบรรทัดต่อไปนี้เหนือบรรทัด --- ที่สองของไฟล์ {lacking.path} "
        f"และเขียนเหตุผลให้ผู้อ่านทราบหลัง reason: (ถ้ามีบรรทัด exceptions: อยู่แล้ว ให้วางเฉพาะสามบรรทัดหลังต่อท้าย):\n{paste}",
        f"Add the section in {here.en} at this line, its heading ending in {{#{section.id}}}, "
        f"or delete it in {there.en}. If it is meant for {there.en} only, paste these lines above "
        f"the second line --- of {lacking.path} and tell readers why after reason: (if it has a line exceptions: "
        f"already, add only the three lines after it):\n{paste}",
    )
    if lost:
        hint = Bilingual(
            f"ขึ้นต้นบรรทัดนี้ด้วย {'#' * section.level} และเว้นวรรค เพื่อให้เป็นหัวข้อ",
            f"Start this line with “{'#' * section.level} ” to make it a heading.",
        )
    return RULE.finding(
        lacking,
        Bilingual(
            f"ขาดหัวข้อใน{here.th}: {there.th}มี{title.th} แต่{here.th}ไม่มี",
            f"Section missing in {here.en}: {there.en} has {title.en}, {here.en} does not",
        ),
        hint,
        section=section.id,
        line=lost or _line(lacking, having, section, counterparts),
        counterpart=Place(having.language, having.path, section.line),
    )


def _line(lacking: Text, having: Text, section: Section, counterparts: dict[str, Section]) -> int:
    """The line of the section that follows, else the one after the last line."""
    index = having.sections.index(section)
    for following in having.sections[index + 1 :]:
        if following.id in counterparts:
            return counterparts[following.id].line
    return len(lacking.source.rstrip().splitlines()) + 1


def _lost_heading(text: Text, identifier: str) -> int:
    for section in text.sections:
        for block in section.blocks:
            match = LOST_HEADING.search(block.text)
            if match and match[1] == identifier:
                return block.line
    return 0


RULE = Rule(EXCEPTED, Severity.ERROR, check, __doc__ or "")
