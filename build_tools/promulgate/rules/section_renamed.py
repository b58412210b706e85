"""A section has one id in one language and another id in the other.

ไทย: หัวข้อเดียวกันใช้ชื่ออ้างอิงต่างกันในสองภาษา

Why: the id joins the languages. If it is renamed in one of them only, links and citations part ways.

PASS:
    th:
        ## คุกกี้ {#cookies}

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
FAIL:
    th:
        ## คุกกี้ {#cookie}

        เราใช้คุกกี้
    en:
        ## Cookies {#cookies}

        We use cookies.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity, Text
from promulgate.rules.section_id_duplicate import repeated
from promulgate.rules.section_matching import Match, SectionMatch, match_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name, title_of_pair


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each section that goes by two ids."""
    for first, second in subject.pairs():
        doubled = {section.line for section in repeated(first)}, {section.line for section in repeated(second)}
        for match in match_sections(first, second).pairs:
            if match.match is Match.RENAMED and not (match.first.line in doubled[0] or match.second.line in doubled[1]):
                yield _finding(subject, first, second, match)


def _finding(subject: Subject, first: Text, second: Text, match: SectionMatch) -> Finding:
    title = title_of_pair(first, match.first, second, match.second)
    here, there = language_name(second.language), language_name(first.language)
    right, wrong = _which_is_right(subject, match)
    return RULE.finding(
        second,
        Bilingual(
            f"{title.th} ใช้ชื่ออ้างอิงไม่ตรงกัน: {there.th} {{#{match.first.id}}} {here.th} {{#{match.second.id}}}",
            f"The section {title.en} goes by two names: {{#{match.first.id}}} in {there.en}, "
            f"{{#{match.second.id}}} in {here.en}",
        ),
        Bilingual(
            f"ใช้ {{#{right}}} แทน {{#{wrong}}} ทั้งสองภาษา",
            f"Write {{#{right}}} instead of {{#{wrong}}}, the same in both languages.",
        ),
        section=match.first.id,
        line=match.second.line,
        counterpart=Place(first.language, first.path, match.first.line),
        values=(match.first.id, match.second.id),
    )


def _which_is_right(subject: Subject, match: SectionMatch) -> tuple[str, str]:
    """The id readers know from the version before, else that of the prevailing text."""
    known = {section.id for text in subject.before.values() for section in text.sections}
    if match.second.id in known and match.first.id not in known:
        return match.second.id, match.first.id
    return match.first.id, match.second.id


RULE = Rule("section-renamed", Severity.ERROR, check, __doc__ or "")
