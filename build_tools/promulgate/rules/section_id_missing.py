"""A heading has no id, or one of a form that can't be cited.

ไทย: หัวข้อไม่มีชื่ออ้างอิง {#…} หรือชื่ออ้างอิงเขียนผิดรูปแบบ

Why: the id is what both languages, links and citations share; headings are worded freely. The finding proposes the id
of the same section in the other language, or one made from the English title, ready to paste.

PASS:
    th:
        ## คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
FAIL:
    th:
        ## คุกกี้

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.front_matter import SECTION_ID_PATTERN
from promulgate.model import PREAMBLE, Finding, Place, Section, Severity, Text
from promulgate.rules.section_matching import match_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import section_title, title_of_pair

_ID = re.compile(r"[ \t]*\{[^{}]*\}?[ \t]*$")
_LONGEST = 40


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each heading without a usable id."""
    for text in subject.texts.values():
        for section in text.sections:
            if section.id == PREAMBLE or (section.has_id and SECTION_ID_PATTERN.fullmatch(section.id)):
                continue
            partner = _partner(subject, text, section)
            if (
                partner is not None
                and section.has_id
                and partner[1].id == section.id
                and text is not subject.prevailing
            ):
                continue
            yield _finding(text, section, partner)


def _finding(text: Text, section: Section, partner: tuple[Text, Section] | None) -> Finding:
    title = title_of_pair(text, section, *partner) if partner is not None else section_title(section)
    line = text.source_lines[section.line - 1]
    pasted = f"{_ID.sub('', line.rstrip())} {{#{_proposal(text, section, partner)}}}"
    message = (
        Bilingual(
            f"ชื่ออ้างอิง {{#{section.id}}} ของ{title.th} ใช้ไม่ได้ ใช้ได้เฉพาะ a–z ตัวเลข และ -",
            f"{{#{section.id}}} at the heading {title.en} can't be used: only a–z, digits and - are allowed",
        )
        if section.has_id
        else Bilingual(f"{title.th} ไม่มีชื่ออ้างอิง {{#…}}", f"The heading {title.en} has no {{#…}} at its end")
    )
    return RULE.finding(
        text,
        message,
        Bilingual(f"แก้บรรทัดนี้เป็น: {pasted}", f"Write this line as: {pasted}"),
        section=section.id,
        line=section.line,
        counterpart=None if partner is None else Place(partner[0].language, partner[0].path, partner[1].line),
    )


def _partner(subject: Subject, text: Text, section: Section) -> tuple[Text, Section] | None:
    for other in subject.texts.values():
        if other is text:
            continue
        first, second = (text, other) if text is subject.prevailing else (other, text)
        for match in match_sections(first, second).pairs:
            ours, theirs = (match.first, match.second) if first is text else (match.second, match.first)
            if ours.line == section.line:
                return other, theirs
    return None


def _proposal(text: Text, section: Section, partner: tuple[Text, Section] | None) -> str:
    """The partner's id if it can be used, else words of the English title, else the section's number."""
    used = {other.id for other in text.sections}
    if partner is not None and partner[1].id not in used and SECTION_ID_PATTERN.fullmatch(partner[1].id):
        return partner[1].id
    english = [partner[1].title] if partner is not None and partner[0].language == "en" else []
    for title in [*english, section.title]:
        slug = "-".join(re.findall("[a-z0-9]+", title.casefold()))[:_LONGEST].strip("-").lstrip("0123456789-")
        if len(slug) > 2 and slug not in used:
            return slug
    return f"section-{text.sections.index(section)}"


RULE = Rule("section-id-missing", Severity.ERROR, check, __doc__ or "")
