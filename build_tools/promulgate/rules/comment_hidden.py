"""A comment mark stands in the text.

ไทย: เครื่องหมาย <!-- --> ในนโยบาย

Why: a comment is invisible in most editors' previews, and readers of the site would see it as it is written. What must
not be published does not belong into a policy; what is law must be visible.

PASS:
    th:
        เราใช้คุกกี้
    en:
        We use cookies.
FAIL:
    th:
        เราใช้คุกกี้

        <!-- และส่งให้บุคคลภายนอก -->
    en:
        We use cookies.

        And pass them on to third persons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.section_empty import is_empty
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject

_CODE = re.compile(r"(`+).*?\1")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each line where a comment opens, outside code."""
    for text in subject.texts.values():
        for number, line in source_of(text).prose():
            column = _CODE.sub(lambda match: "x" * len(match[0]), line).find("<!--")
            if column < 0 or is_empty(text, section_at(text, number)):
                continue
            yield RULE.finding(
                text,
                Bilingual(
                    "มีหมายเหตุในเครื่องหมาย <!-- --> ซึ่งผู้อ่านจะเห็นบนหน้าเว็บตามที่พิมพ์ไว้",
                    "A comment stands between the marks <!-- -->; readers see it on the page as it is typed",
                ),
                Bilingual(
                    "ลบหมายเหตุนี้ หากเป็นเนื้อหาของนโยบาย ให้ลบเฉพาะเครื่องหมายเพื่อให้ผู้อ่านเห็น",
                    "Delete the comment; if it is part of the policy, delete only the marks so that readers see it.",
                ),
                section=section_at(text, number).id,
                line=number,
                column=column + 1,
            )


RULE = Rule("comment-hidden", Severity.ERROR, check, __doc__ or "")
