"""Two headings carry each other's id.

ไทย: สองหัวข้อสลับชื่ออ้างอิงกัน

Why: the texts stand in the same order in both languages, but a link to one section leads to the other in one of them.

PASS:
    th:
        ## ระยะเวลา {#retention}

        เก็บไว้ 30 วัน ดู [รายละเอียด](https://example.com/retention)

        ## คุกกี้ {#cookies}

        เราใช้คุกกี้ (cookies) 2 ประเภท
    en:
        ## Retention {#retention}

        Kept for 30 days, see the [details](https://example.com/retention).

        ## Cookies {#cookies}

        We use 2 kinds of cookies.
FAIL:
    th:
        ## ระยะเวลา {#cookies}

        เก็บไว้ 30 วัน ดู [รายละเอียด](https://example.com/retention)

        ## คุกกี้ {#retention}

        เราใช้คุกกี้ (cookies) 2 ประเภท
    en:
        ## Retention {#retention}

        Kept for 30 days, see the [details](https://example.com/retention).

        ## Cookies {#cookies}

        We use 2 kinds of cookies.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity
from promulgate.rules.section_matching import Match, match_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import language_name, title_of_pair


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for all ids that changed places among each other."""
    for first, second in subject.pairs():
        exchanged = [match for match in match_sections(first, second).pairs if match.match is Match.EXCHANGED]
        if not exchanged:
            continue
        match = exchanged[0]
        sides = [(each.first, each.second) for each in exchanged]
        titles = [title_of_pair(first, each.first, second, each.second) for each in exchanged]
        names = [" ".join(f"{{#{each[side].id}}}" for each in sides) for side in (0, 1)]
        here, there = language_name(second.language), language_name(first.language)
        yield RULE.finding(
            second,
            Bilingual(
                f"ชื่ออ้างอิงสลับกันระหว่าง{' กับ'.join(title.th for title in titles)}: "
                f"{there.th} {names[0]} {here.th} {names[1]}",
                f"The names {{#…}} are exchanged between {' and '.join(title.en for title in titles)}: "
                f"{names[0]} in {there.en}, {names[1]} in {here.en}",
            ),
            Bilingual(
                f"แก้ {{#…}} ท้ายหัวข้อใน{here.th}ให้ตรงกับ{there.th}",
                f"Make the {{#…}} at the end of these headings the same in {here.en} as in {there.en}.",
            ),
            section=match.first.id,
            line=match.second.line,
            counterpart=Place(first.language, first.path, match.first.line),
            values=tuple(each.second.id for each in exchanged),
        )


RULE = Rule("section-exchanged", Severity.ERROR, check, __doc__ or "")
