"""A term is defined twice.

ไทย: นิยามคำเดียวกันมากกว่าหนึ่งครั้ง

Why: two definitions of one word are two readings of every rule that uses it. Looked at are (“the Company”) and its Thai
form, “…” means and “…” หมายถึง, and the terms of definition lists.

PASS:
    th:
        บริษัท ก จำกัด (“บริษัท”) เก็บข้อมูลของผู้ใช้ (“ท่าน”)
    en:
        Ko Company Limited (“the Company”) collects data of the user (“you”).
FAIL:
    th:
        บริษัท ก จำกัด (“บริษัท”) เก็บข้อมูล

        บริษัท ข จำกัด (“บริษัท”) ประมวลผลข้อมูล
    en:
        Ko Company Limited (“Ko”) collects data.

        Kho Company Limited (“Kho”) processes data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.canonical import normalise
from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Section, Severity, Text
from promulgate.rules.subject import Rule, Subject

_IN_BRACKETS = re.compile(
    r"\(\s*(?:the |ซึ่งต่อไปนี้เรียกว่า\s*|ต่อไปนี้เรียกว่า\s*|เรียกว่า\s*|hereinafter\s*)?\"([^\"]{2,60})\"\s*\)", re.IGNORECASE
)
_MEANS = re.compile(r"\"([^\"]{2,60})\"\s*(?:means\b|shall mean\b|หมายถึง|หมายความว่า|หมายความถึง)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each definition of a term after the first."""
    for text in subject.texts.values():
        seen: dict[str, Block] = {}
        for section, block, term in _definitions(text):
            name = re.sub(r"^(?:the|this)\s+", "", term.casefold())
            if name in seen and seen[name] is not block:
                yield _finding(text, section, block, term, seen[name])
            seen.setdefault(name, block)


def _definitions(text: Text) -> Iterator[tuple[Section, Block, str]]:
    for section in text.sections:
        for block in section.blocks:
            if block.kind is BlockKind.TERM:
                yield section, block, normalise(block.text)
            words = normalise(block.text)
            for pattern in (_IN_BRACKETS, _MEANS):
                for match in pattern.finditer(words):
                    yield section, block, match[1].strip()


def _finding(text: Text, section: Section, block: Block, term: str, first: Block) -> Finding:
    return RULE.finding(
        text,
        Bilingual(
            f"นิยามคำว่า “{term}” ซ้ำ มีนิยามแล้วที่บรรทัด {first.line}",
            f"“{term}” is defined again; it was defined on line {first.line}",
        ),
        Bilingual(
            "ใช้คำอื่นหรือตัดนิยามที่ซ้ำออก ให้เหลือเพียงแห่งเดียว",
            "Keep one definition: use another word, or delete the second one.",
        ),
        section=section.id,
        line=block.line,
        counterpart=Place(text.language, text.path, first.line),
        values=(term,),
    )


RULE = Rule("term-defined-twice", Severity.WARNING, check, __doc__ or "")
