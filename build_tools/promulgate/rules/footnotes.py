"""A footnote, or a reference to one, is missing.

ไทย: เชิงอรรถหรือเครื่องหมายอ้างเชิงอรรถขาดหายไป

Why: a footnote nobody refers to is read by nobody, a reference to no footnote is a stray “[^1]” on the page, and a
footnote in one language only is a rule in one language only.

PASS:
    th:
        เราเก็บข้อมูล[^1]

        [^1]: เท่าที่จำเป็น
    en:
        We collect data[^note].

        [^note]: As far as needed.
FAIL:
    th:
        เราเก็บข้อมูล

        [^1]: เท่าที่จำเป็น
    en:
        We collect data[^1].

        [^1]: As far as needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Block, Finding, Place, Severity, Text
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.code_left_out import words_outside_code
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of, language_name, title_of_pair

_DEFINITION = re.compile(r" {0,3}\[\^([^\]]+)\]:")
_STRAY = re.compile(r"\[\^([^\]\s]+)\]")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each definition or reference that has no counterpart, in the same language or in the other."""
    for text in subject.texts.values():
        yield from _inside(subject, text)
    for first, second in subject.pairs():
        broken = set(_broken_labels(first)) | set(_broken_labels(second))
        for pair in aligned_sections(first, second):
            for ours, theirs in pair.blocks:
                if ours is None or theirs is None or len(ours.footnotes) == len(theirs.footnotes):
                    continue
                if not broken & {*ours.footnotes, *theirs.footnotes}:
                    yield _unequal(first, second, pair, ours, theirs)


def places(text: Text) -> tuple[int, ...]:
    """Lines of footnotes nobody refers to, or that are written twice."""
    used = {label for section in text.sections for block in section.blocks for label in block.footnotes}
    defined = list(_definitions(text))
    labels = [label for _, label in defined]
    return tuple(line for line, label in defined if labels.count(label) > 1 or label not in used)


def _broken_labels(text: Text) -> Iterator[str]:
    """Labels that one language alone shows to be wrong."""
    defined = [label for _, label in _definitions(text)]
    used = {label for section in text.sections for block in section.blocks for label in block.footnotes}
    yield from (label for label in defined if label not in used)
    yield from (label for _, label in _stray(text))


def _definitions(text: Text) -> Iterator[tuple[int, str]]:
    for number, line in source_of(text).prose():
        match = _DEFINITION.match(line)
        if match:
            yield number, match[1]


def _stray(text: Text) -> Iterator[tuple[int, str]]:
    """References that stand in the words of the page because nothing is defined for them."""
    for block, words in words_outside_code(text):
        for match in _STRAY.finditer(words):
            yield block.line, match[1]


def _inside(subject: Subject, text: Text) -> Iterator[Finding]:
    used = {label for section in text.sections for block in section.blocks for label in block.footnotes}
    seen: set[str] = set()
    for line, label in _definitions(text):
        if label in seen or label not in used:
            yield _finding(subject, text, (line, label), _TWICE if label in seen else _UNUSED)
        seen.add(label)
    for place in _stray(text):
        yield _finding(subject, text, place, _UNDEFINED)


_Words = tuple[str, str, str, str]
_TWICE: _Words = (
    "เชิงอรรถ {} มีมากกว่าหนึ่งครั้ง หน้าเว็บแสดงเพียงครั้งเดียว",
    "The footnote {} is written twice; the page shows one of them",
    "ใช้ชื่ออื่นให้เชิงอรรถหนึ่งในสอง หรือลบออก",
    "Give one of the two another name, or delete it.",
)
_UNUSED: _Words = (
    "เชิงอรรถ {} ไม่มีข้อความใดอ้างถึง",
    "No text refers to the footnote {}",
    "เติม {} ในข้อความที่เชิงอรรถนี้อธิบาย หรือลบเชิงอรรถในทุกภาษา",
    "Put {} into the text it explains, or delete the footnote in every language.",
)
_UNDEFINED: _Words = (
    "ข้อความอ้างเชิงอรรถ {} ที่ไม่มีอยู่",
    "The text refers to a footnote {} that does not exist",
    "เพิ่มบรรทัดที่ขึ้นต้นด้วย {}: ตามด้วยข้อความเชิงอรรถ หรือลบ {}",
    "Add a line that starts with {}: and holds the footnote, or delete {}.",
)


def _finding(subject: Subject, text: Text, place: tuple[int, str], words: _Words) -> Finding:
    line, label = place
    thai, english, thai_hint, english_hint = (sentence.replace("{}", f"[^{label}]") for sentence in words)
    return RULE.finding(
        text,
        Bilingual(thai, english),
        Bilingual(thai_hint, english_hint),
        section=section_at(text, line).id,
        line=line,
        counterpart=_counterpart(subject, text, label),
        values=(label,),
    )


def _counterpart(subject: Subject, text: Text, label: str) -> Place | None:
    """Where another language refers to the footnote of this name."""
    for other in subject.texts.values():
        for section in other.sections if other is not text else ():
            for block in section.blocks:
                if label in block.footnotes:
                    return Place(other.language, other.path, block.line)
    return None


def _unequal(first: Text, second: Text, pair: SectionPair, ours: Block, theirs: Block) -> Finding:
    fewer = len(ours.footnotes) < len(theirs.footnotes)
    lacking, having = ((first, ours), (second, theirs)) if fewer else ((second, theirs), (first, ours))
    here, there = language_name(lacking[0].language), language_name(having[0].language)
    title = title_of_pair(first, pair.first, second, pair.second)
    return RULE.finding(
        lacking[0],
        Bilingual(
            f"ขาดเชิงอรรถใน{title.th}: {there.th} {excerpt_of(having[1])} มีเชิงอรรถ แต่{here.th}ไม่มี",
            f"Footnote missing in {title.en}: {there.en} has one at {excerpt_of(having[1])}, {here.en} does not",
        ),
        Bilingual(
            f"เพิ่มเครื่องหมายอ้างและเชิงอรรถใน{here.th} หรือลบออกจาก{there.th}",
            f"Add the reference and the footnote in {here.en}, or delete them in {there.en}.",
        ),
        section=pair.first.id,
        line=lacking[1].line,
        counterpart=Place(having[0].language, having[0].path, having[1].line),
        values=(excerpt_of(having[1])[1:-1],),
    )


RULE = Rule("footnotes", Severity.ERROR, check, __doc__ or "")
