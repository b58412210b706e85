"""Thai vowels or tone marks are typed in a way that only looks right.

ไทย: พิมพ์สระหรือวรรณยุกต์ผิดลำดับ หรือพิมพ์ “เเ” แทน “แ”

Why: the page looks right on one device and wrong on the next, and nobody finds the word by searching. Comparing the
languages is not disturbed by it: this is an error of its own file.

PASS:
    th:
        แก้ไขน้ำ
    en:
        Correction of water.
FAIL:
    th:
        เเก้ไข
    en:
        Correction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity
from promulgate.rules.characters import Trap, trapped
from promulgate.rules.subject import Rule, Subject

_TONE = "[\u0e48-\u0e4b]"
_ABOVE = "[\u0e31\u0e34-\u0e37\u0e47]"
_BELOW = "[\u0e38-\u0e3a]"
_AGAIN = Bilingual("ลบแล้วพิมพ์คำนี้ใหม่ตามลำดับ พยัญชนะ สระ วรรณยุกต์", "Type the word again: consonant, vowel, tone mark.")
_TRAPS = (
    Trap(
        re.compile("\u0e40\u0e40"),
        Bilingual("พิมพ์สระเอสองตัว “เเ” แทนสระแอ “แ”", "Two SARA E “เเ” are typed for SARA AE “แ”"),
        Bilingual("ลบ “เเ” แล้วพิมพ์ “แ” ตัวเดียว", "Replace “เเ” by the one character “แ”."),
    ),
    Trap(
        re.compile(f"\u0e33{_TONE}"),
        Bilingual("วรรณยุกต์อยู่หลังสระอำ", "A tone mark stands after SARA AM"),
        _AGAIN,
    ),
    Trap(
        re.compile(f"[\u0e48-\u0e4c](?:{_ABOVE}|{_BELOW})"),
        Bilingual("วรรณยุกต์อยู่หน้าสระ", "A tone mark stands before its vowel"),
        _AGAIN,
    ),
    Trap(
        re.compile(f"([\u0e31\u0e33-\u0e3a\u0e47-\u0e4e])\\1|{_TONE}{{2}}"),
        Bilingual("พิมพ์สระหรือวรรณยุกต์ซ้ำ", "A vowel or tone mark is typed twice"),
        _AGAIN,
    ),
    Trap(
        re.compile("(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e45\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"),
        Bilingual("สระหรือวรรณยุกต์ไม่มีพยัญชนะรองรับ", "A vowel or tone mark stands without a consonant"),
        _AGAIN,
    ),
    Trap(
        re.compile("(?<=[\u0e00-\u0e7f])[\u0e80-\u0eff]|[\u0e80-\u0eff](?=[\u0e00-\u0e7f])"),
        Bilingual("มีอักษรลาวปนในคำไทย", "A Lao letter stands in a Thai word"),
        Bilingual("พิมพ์คำนี้ใหม่ด้วยอักษรไทย", "Type the word again in Thai."),
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each line and kind of mistake, in texts of any language."""
    for text in subject.texts.values():
        yield from trapped(RULE, text, _TRAPS)


RULE = Rule("thai-marks", Severity.ERROR, check, __doc__ or "")
