"""Invisible or deceptive characters stand in the source.

ไทย: มีอักขระที่มองไม่เห็นหรือหลอกตา เช่น อักขระบังคับทิศทาง ช่องว่างความกว้างศูนย์ หรืออักษรต่างภาษาที่หน้าตาเหมือนกัน

Why: what is invisible can't be reviewed. Direction marks make a text read in another order than it is stored, zero-
width characters break searching and comparing, private-use characters look different on every device.

PASS:
    th:
        เราเก็บข้อมูล 30 วัน
    en:
        We keep data for 30 days.
FAIL:
    th:
        เราเก็บ\u200bข้อมูล
    en:
        We keep data.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.invisible import DIRECTION, INVISIBLE
from promulgate.model import Finding, Severity, Text
from promulgate.rules.characters import Trap, trapped
from promulgate.rules.scripts import letters, script_of
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject

_CODE = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,30});?")
_DIGITS = re.compile(r"[^\D0-9０-９]+")
"""Digits but for the ordinary ones, and full-width ones, which have a word of their own."""
_DELETE = Bilingual("ลบอักขระนี้ แล้วพิมพ์คำนั้นใหม่", "Delete the character and type the word again.")
_TRAPS = (
    Trap(
        re.compile(f"[{DIRECTION}]"),
        Bilingual("มีอักขระบังคับทิศทางข้อความที่มองไม่เห็น", "An invisible character changes the direction of the text"),
        _DELETE,
        mendable=True,
    ),
    Trap(
        re.compile(f"[{INVISIBLE}]"),
        Bilingual("มีอักขระที่มองไม่เห็น", "An invisible character stands here"),
        _DELETE,
        mendable=True,
    ),
    Trap(
        re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"),
        Bilingual("มีอักขระควบคุม", "A control character stands here"),
        _DELETE,
    ),
    Trap(
        re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]"),
        Bilingual(
            "มีอักขระที่แต่ละเครื่องแสดงไม่เหมือนกัน", "A private-use character stands here; every device shows it differently"
        ),
        _DELETE,
    ),
    Trap(
        re.compile("\ufffd"),
        Bilingual("มีอักขระที่เสียหายจากการแปลงรหัส", "A character was lost when the file was converted"),
        _DELETE,
    ),
    Trap(
        re.compile("[A-Za-z][\u0370-\u03ff\u0400-\u052f]|[\u0370-\u03ff\u0400-\u052f][A-Za-z]"),
        Bilingual(
            "มีอักษรต่างระบบที่หน้าตาเหมือนกันปนอยู่ในคำเดียว", "Letters of two alphabets that look alike stand in one word"
        ),
        Bilingual("พิมพ์คำนี้ใหม่ทั้งคำด้วยแป้นพิมพ์ภาษาเดียว", "Type the whole word again with one keyboard."),
    ),
    Trap(
        re.compile("[０-９Ａ-Ｚａ-ｚ]"),
        Bilingual("มีอักษรหรือตัวเลขแบบเต็มความกว้าง", "A full-width letter or digit stands here"),
        Bilingual("พิมพ์ใหม่ด้วยอักษรปกติ", "Type it again as an ordinary character."),
    ),
    Trap(
        re.compile("[\u0e50-\u0e59][.,]?[0-9]|[0-9][.,]?[\u0e50-\u0e59]"),
        Bilingual("ใช้เลขไทยปนกับเลขอารบิกในจำนวนเดียวกัน", "Thai and Arabic digits are mixed in one number"),
        Bilingual("เขียนจำนวนนี้ด้วยเลขแบบเดียวกัน", "Write the number with one kind of digits."),
    ),
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each line and kind of such characters, with code point, line and column."""
    for text in subject.texts.values():
        yield from trapped(RULE, text, _TRAPS)
        yield from _digits_of_others(text)
        yield from _not_composed(text)
        yield from _written_as_codes(text)


def _digits_of_others(text: Text) -> Iterator[Finding]:
    """Digits of a script that is neither the text's own nor Thai: ໓ and ៣ look like ๓ to some, like none to others."""
    for number, line in enumerate(text.source_lines, 1):
        for match in () if line.isascii() else _DIGITS.finditer(line):
            digits = match[0]
            if sum(letters(digits, script) for script in {script_of(text.language), "Thai"}) < len(digits):
                points = " ".join(f"U+{ord(digit):04X}" for digit in digits)
                yield RULE.finding(
                    text,
                    Bilingual(
                        f"มีตัวเลขของภาษาอื่นที่หน้าตาคล้ายกัน “{digits}” ({points}) ที่ตำแหน่ง {match.start() + 1}",
                        f"Digits of another script, “{digits}” ({points}), stand at column {match.start() + 1}",
                    ),
                    Bilingual("พิมพ์จำนวนนี้ใหม่ด้วยเลขไทยหรือเลขอารบิก", "Type the number again in ordinary digits."),
                    section=section_at(text, number).id,
                    line=number,
                    column=match.start() + 1,
                    values=(points,),
                )


def _written_as_codes(text: Text) -> Iterator[Finding]:
    """The same characters written as HTML codes (`&#x202e;`), which the page turns into the characters."""
    for number, line in source_of(text).prose():
        for match in _CODE.finditer(line):
            character = html.unescape(match[0])
            if not character or any(trap.pattern.search(character) for trap in _TRAPS):
                points = " ".join(f"U+{ord(one):04X}" for one in character)
                yield RULE.finding(
                    text,
                    Bilingual(
                        f"รหัส {match[0]} เป็นอักขระที่มองไม่เห็น ({points}) ที่ตำแหน่ง {match.start() + 1}",
                        f"The code {match[0]} is an invisible character ({points}) at column {match.start() + 1}",
                    ),
                    _DELETE,
                    section=section_at(text, number).id,
                    line=number,
                    column=match.start() + 1,
                    values=(points,),
                )


def _not_composed(text: Text) -> Iterator[Finding]:
    """Letters stored in pieces (not in Unicode's normal form C) look the same and compare as different."""
    for number, line in enumerate(text.source_lines, 1):
        if unicodedata.is_normalized("NFC", line):
            continue
        composed = unicodedata.normalize("NFC", line)
        column = next((at for at, (one, other) in enumerate(zip(line, composed, strict=False), 1) if one != other), 1)
        points = " ".join(f"U+{ord(character):04X}" for character in line[column - 1 : column + 1])
        yield RULE.finding(
            text,
            Bilingual(
                f"มีอักษรที่เก็บแยกเป็นส่วน ({points}) ที่ตำแหน่ง {column}",
                f"A letter is stored in pieces ({points}) at column {column}",
            ),
            Bilingual("พิมพ์คำนี้ใหม่", "Type the word again."),
            section=section_at(text, number).id,
            line=number,
            column=column,
            values=(points,),
        )


RULE = Rule("text-hygiene", Severity.ERROR, check, __doc__ or "")
