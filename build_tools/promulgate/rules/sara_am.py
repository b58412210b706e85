"""SARA AM is typed in two pieces, NIKHAHIT and SARA AA.

ไทย: พิมพ์สระอำแยกเป็นนิคหิตกับสระอา

Why: both spellings look the same and are compared as the same, so this is no divergence of the languages; but a
reader who searches the page for the word will not find it, and some devices show it badly. A warning:
`promulgate fix` mends it.

PASS:
    th:
        แก้ไขน้ำ
    en:
        Correction of water.
FAIL:
    th:
        แก้ไขน้ํา
    en:
        Correction of water.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.characters import TONE, Trap, trapped
from promulgate.rules.subject import Rule, Subject

_TRAPS = (
    Trap(
        re.compile(f"\u0e4d{TONE}?\u0e32|{TONE}\u0e4d\u0e32"),
        Bilingual("สระอำถูกพิมพ์แยกเป็นนิคหิตกับสระอา", "SARA AM is typed in two pieces"),
        Bilingual("ลบแล้วพิมพ์ “ำ” ตัวเดียว", "Replace it by the one character “ำ”."),
        mendable=True,
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each line, in texts of any language."""
    for text in subject.texts.values():
        yield from trapped(RULE, text, _TRAPS)


RULE = Rule("sara-am", Severity.WARNING, check, __doc__ or "")
