"""Clause numbers of a text, and the references to them in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from promulgate.canonical import normalise
from promulgate.model import Block, BlockKind, Container, Section, Text
from promulgate.rules.caching import once_per_text

_THAI_DIGITS = {0x0E50 + digit: str(digit) for digit in range(10)}
_NUMBER = r"(\d{1,3}(?:\.\d{1,3})*)"
_CITED = r"(\d{1,4}(?:\.\d{1,3})*)"
"""Also the sections of the longest codes, called a clause by mistake."""
_HEADING = re.compile(
    rf"\s*(?:ข้อ|หมวด|ส่วน|บท|section|clause|article|part)?\s*(?:ที่)?\s*{_NUMBER}(?=[.):\s]|$)", re.IGNORECASE
)
_PARAGRAPH = re.compile(rf"\s*(?:ข้อ|clause)?\s*{_NUMBER}(?=[.):]?\s)", re.IGNORECASE)
_REFERENCES = {
    "th": re.compile(
        rf"(?<!หัว)(?<!ทุก)(?<!ละ)(?<!หลาย)ข้อ\s*{_CITED}(?![\d.]*\d)"
        r"(?!\s*(?:\([^()]{1,60}\)\s*)*(?:(?:และ|หรือ|ถึง|,)\s*(?:ข้อ\s*)?[\d.]+\s*)*(?:วรรค[ก-๙]{2,8}?\s*)?(?:แห่ง|ของ(?!นโยบายนี้|ข้อกำหนดนี้|ฉบับนี้|ประกาศนี้)|ใน(?:สัญญา|ประกาศ|ระเบียบ|กฎ)))"
    ),
    "en": re.compile(
        rf"\b(?:clauses?|(?:sections?|paragraphs?|articles?)(?=\s*[\d.]+\s*(?:above|below|of this)\b))\s*"
        rf"{_NUMBER}(?![\d.]*\d)"
        r"(?!\s*(?:\([^()]{1,60}\)\s*)*(?:,?\s*(?:the\s+)?(?:\w+\s+paragraph|paragraph\s+\w+)\s*,?\s*)?"
        r"(?:thereof|of\s+(?!this\b|these\b)))",
        re.IGNORECASE,
    ),
}


_OTHER_DOCUMENT = re.compile(
    r"(?:ข้อบังคับ|ระเบียบ|ประกาศ|สัญญา|พระราชบัญญัติ|กฎกระทรวง|พ\.ศ\.\s*\d{4}|[A-Z]{3,8})[^\s]*\s*"
    r"(?:ข้อ\s*[\d.]+(?:\s*\([^()]*\))*\s*(?:,|และ|หรือ|ถึง)\s*)*$"
)
"""The name of another document right before a clause number: `ข้อบังคับ ข้อ 12 และข้อ 31`."""


_DATED_DOCUMENT = re.compile(
    r"(?:(?:ข้อบังคับ|ระเบียบ|ประกาศ|พระราชบัญญัติ|พระราชกฤษฎีกา|กฎกระทรวง|คำสั่ง|มติ)"
    r"|\b(?:Notifications?|Regulations?|Acts?|Rules|Royal Decree|Order|Announcement|Directive|Convention|Resolution)\b)"
    r".{0,160}?(?:พ\.\s?ศ\.|B\.\s?E\.|\d/\d{4}|\((?:19|20|25)\d\d\)|\b(?:19|20|25)\d\d\b)"
)
"""The name of another document with its year or number, anywhere before a clause number that is then one of its own."""


@dataclass(frozen=True, slots=True)
class Target:
    """What bears a clause number: where it stands and what it says."""

    section: str
    words: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause cited in words."""

    number: str
    words: str
    section: Section
    block: Block


@once_per_text
def numbered(text: Text) -> Mapping[str, Target]:
    """Everything in a text that has a clause number: headings, paragraphs that begin with one, numbered items."""
    targets: dict[str, Target] = {}
    for section in text.sections[1:]:
        match = _HEADING.match(_western(section.title))
        number = match[1] if match else ""
        if number:
            targets.setdefault(number, Target(section.id, ""))
        path: list[tuple[int, str]] = []
        for block in section.blocks:
            if block.kind is BlockKind.LIST_ITEM and block.marker not in ("", "-"):
                depth = sum(container is Container.NUMBERED_LIST for container in block.containers)
                path = [*(step for step in path if step[0] < depth), (depth, block.marker.rstrip("."))]
                inside = ".".join(step[1] for step in path)
                target = Target(section.id, normalise(block.text))
                targets.setdefault(f"{number}.{inside}" if number else inside, target)
                targets.setdefault(inside, target)
            elif block.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
                match = _PARAGRAPH.match(_western(block.text))
                if match:
                    targets.setdefault(match[1], Target(section.id, normalise(block.text[match.end() :])))
    return targets


@once_per_text
def references(text: Text) -> tuple[Reference, ...]:
    """The clauses a text cites in words. Those of a named law or contract are not in it."""
    return tuple(_references(text))


def _references(text: Text) -> Iterator[Reference]:
    pattern = _REFERENCES.get(re.split("[-_]", text.language)[0])
    if pattern is None:
        return
    for section in text.sections:
        for block in section.blocks:
            words = _western(block.text)
            for match in pattern.finditer(words):
                begins = match.start() == 0 and block.kind is BlockKind.PARAGRAPH
                before = words[: match.start()]
                if not (begins or _OTHER_DOCUMENT.search(before) or _DATED_DOCUMENT.search(before)):
                    yield Reference(match[1], block.text[match.start() : match.end()], section, block)


def _western(words: str) -> str:
    """The same words with Thai digits as 0 to 9, character for character."""
    return words.translate(_THAI_DIGITS)
