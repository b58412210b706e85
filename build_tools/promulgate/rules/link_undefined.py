"""A link by a short name leads nowhere, or two lines give one name different addresses.

ไทย: ลิงก์ที่ใช้ชื่อย่อไม่มีที่อยู่กำกับ หรือชื่อเดียวกันมีสองที่อยู่

Why: `[the terms][t]` needs a line `[t]: terms.md`. Without it readers see the brackets; with two, one of the addresses
is silently dropped.

PASS:
    th:
        ดู[ข้อกำหนด][t]

        [t]: terms.md
    en:
        See [the terms][t].

        [t]: terms.md
FAIL:
    th:
        ดู[ข้อกำหนด][t]
    en:
        See [the terms](terms.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules.code_left_out import words_outside_code
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject

_STRAY = re.compile(r"\[[^\[\]]+\]\[([^\[\]^]+)\]")
_DEFINITION = re.compile(r" {0,3}\[(?!\^)([^\[\]]+)\]:[ \t]*\S")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each stray link and each name that is defined again."""
    for text in subject.texts.values():
        for line, name in _stray(text):
            yield _finding(
                text,
                line,
                name,
                Bilingual(f"ลิงก์ [{name}] ไม่มีที่อยู่กำกับ", f"The link [{name}] leads nowhere: no line gives its address"),
                Bilingual(
                    f"เพิ่มบรรทัด [{name}]: ตามด้วยที่อยู่", f"Add a line “[{name}]: address”, or write [words](address)."
                ),
            )
        for line, name in _defined_again(text):
            yield _finding(
                text,
                line,
                name,
                Bilingual(f"ชื่อลิงก์ [{name}] มีที่อยู่มากกว่าหนึ่ง", f"The link name [{name}] is given two addresses"),
                Bilingual("ใช้ชื่ออื่นให้ที่อยู่หนึ่งในสอง หรือลบออก", "Give one of the two another name, or delete it."),
            )


def _stray(text: Text) -> Iterator[tuple[int, str]]:
    """Links that stand with their brackets in the words of the page, outside code."""
    for block, words in words_outside_code(text):
        for match in _STRAY.finditer(words):
            yield block.line, match[1]


def _defined_again(text: Text) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for number, line in source_of(text).prose():
        match = _DEFINITION.match(line)
        if match is not None:
            name = " ".join(match[1].split()).lower()
            if name in seen:
                yield number, match[1]
            seen.add(name)


def _finding(text: Text, line: int, name: str, message: Bilingual, hint: Bilingual) -> Finding:
    return RULE.finding(text, message, hint, section=section_at(text, line).id, line=line, values=(name,))


RULE = Rule("link-undefined", Severity.ERROR, check, __doc__ or "")
