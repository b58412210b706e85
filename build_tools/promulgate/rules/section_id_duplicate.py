"""Two sections of one text have the same id.

ไทย: สองหัวข้อในภาษาเดียวกันใช้ชื่ออ้างอิงเดียวกัน

Why: a link or a citation of the id would lead to only one of them.

PASS:
    th:
        ## เบ็ดเตล็ด {#misc}

        หนึ่ง

        ## เบ็ดเตล็ด {#misc-two}

        สอง
    en:
        ## Miscellaneous {#misc}

        One.

        ## Miscellaneous {#misc-two}

        Two.
FAIL:
    th:
        ## คุกกี้ {#cookies}

        หนึ่ง

        ## ติดต่อ {#cookies}

        สอง
    en:
        ## Cookies {#cookies}

        One.

        ## Contact {#contact}

        Two.
"""

from __future__ import annotations

from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Section, Severity, Text
from promulgate.rules.caching import once_per_text
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import section_title


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each heading that repeats an id."""
    for text in subject.texts.values():
        for section in repeated(text):
            earlier = text.section(section.id)
            if earlier is None:  # pragma: no cover - what repeats stands before, too
                continue
            one, other = section_title(earlier), section_title(section)
            yield RULE.finding(
                text,
                Bilingual(
                    f"{other.th} ใช้ชื่ออ้างอิง {{#{section.id}}} ซ้ำกับ{one.th} บรรทัด {earlier.line}",
                    f"The section {other.en} has the same {{#{section.id}}} as {one.en} on line {earlier.line}",
                ),
                Bilingual(
                    "ใช้ชื่ออ้างอิงอื่นที่ไม่ซ้ำ ให้ตรงกันทุกภาษา หรือลบหัวข้อที่ซ้ำ",
                    "Give one of them another name, the same in every language, or delete the repeated section.",
                ),
                section=section.id,
                line=section.line,
                counterpart=Place(text.language, text.path, earlier.line),
            )


@once_per_text
def repeated(text: Text) -> tuple[Section, ...]:
    """The sections whose id an earlier one has."""
    seen: set[str] = set()
    found = []
    for section in text.sections:
        if section.id in seen:
            found.append(section)
        seen.add(section.id)
    return tuple(found)


RULE = Rule("section-id-duplicate", Severity.ERROR, check, __doc__ or "")
