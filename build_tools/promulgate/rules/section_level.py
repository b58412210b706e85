"""A section is a main section in one language and a subsection in the other.

ไทย: ระดับหัวข้อไม่ตรงกัน

Why: the level says what a section belongs to, and what a reference to the section above it includes.

PASS:
    th:
        คุกกี้ {#cookies}
        ------

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
FAIL:
    th:
        ### คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity
from promulgate.rules.section_matching import match_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name, title_of_pair


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each section whose level differs."""
    for first, second in subject.pairs():
        for match in match_sections(first, second).pairs:
            if match.first.level == match.second.level:
                continue
            title = title_of_pair(first, match.first, second, match.second)
            here, there = language_name(second.language), language_name(first.language)
            ours, theirs = "#" * match.first.level, "#" * match.second.level
            yield RULE.finding(
                second,
                Bilingual(
                    f"ระดับของ{title.th} ไม่ตรงกัน: {there.th} {ours} {here.th} {theirs}",
                    f"The level of the section {title.en} differs: {ours} in {there.en}, {theirs} in {here.en}",
                ),
                Bilingual(
                    "ใช้จำนวนเครื่องหมาย # หน้าหัวข้อให้เท่ากันทั้งสองภาษา",
                    "Start the heading with the same number of # in both languages.",
                ),
                section=match.first.id,
                line=match.second.line,
                counterpart=Place(first.language, first.path, match.first.line),
                values=(ours, theirs),
            )


RULE = Rule("section-level", Severity.ERROR, check, __doc__ or "")
