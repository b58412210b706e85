"""A space stands here that is no ordinary space stands in the source.

ไทย: มีช่องว่างพิเศษ เช่น ช่องว่างที่ไม่ตัดบรรทัด

Why: it usually comes from copying out of a word processor, and keeps searching and replacing from finding words. It is
compared as an ordinary space. Other languages than Thai and English write it on purpose and are left alone.

PASS:
    th:
        เราเก็บข้อมูล 30 วัน
    en:
        We keep data for 30 days.
FAIL:
    th:
        เราเก็บข้อมูล\u00a030 วัน
    en:
        We keep data for 30 days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.characters import SPACES, Trap, trapped
from promulgate.rules.subject import Rule, Subject
from promulgate.values.scan import base_language

_TRAPS = (
    Trap(
        re.compile(f"[{SPACES}]"),
        Bilingual("มีช่องว่างพิเศษ", "A space stands here that is no ordinary space"),
        Bilingual("ลบแล้วพิมพ์เว้นวรรคธรรมดา", "Replace it by an ordinary space."),
        mendable=True,
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each line with such a space."""
    for text in subject.texts.values():
        if base_language(text.language) in ("th", "en"):
            yield from trapped(RULE, text, _TRAPS)


RULE = Rule("space-hidden", Severity.WARNING, check, __doc__ or "")
