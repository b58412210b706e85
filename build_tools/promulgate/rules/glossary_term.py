"""A term of the glossary is rendered by another term of the glossary.

ไทย: ใช้คำผิดจากอภิธานศัพท์ เช่น แปล data controller ว่า “ผู้ประมวลผลข้อมูลส่วนบุคคล”

Why: the controller and the processor have different duties. Who may be sued depends on this one word. Terms that are
merely left out, or replaced by a pronoun, are not looked at.

PASS:
    th:
        ผู้ควบคุมข้อมูลส่วนบุคคลต้องแจ้งท่าน
    en:
        The controller must tell you.
    glossary:
        - th: ผู้ควบคุมข้อมูลส่วนบุคคล
          en: [data controller, controller]
        - th: ผู้ประมวลผลข้อมูลส่วนบุคคล
          en: [data processor, processor]
FAIL:
    th:
        ผู้ประมวลผลข้อมูลส่วนบุคคลต้องแจ้งท่าน
    en:
        The data controller must tell you.
    glossary:
        - th: ผู้ควบคุมข้อมูลส่วนบุคคล
          en: [data controller, controller]
        - th: ผู้ประมวลผลข้อมูลส่วนบุคคล
          en: [data processor, processor]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity, Text
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.terms import terms_in
from promulgate.rules.wording import language_name, title_of_pair

_Words = tuple[str, int]


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block and each heading in which one term stands for another."""
    if not subject.glossary:
        return
    for first, second in subject.pairs():
        for pair in aligned_sections(first, second):
            pieces: list[tuple[_Words, _Words]] = [
                ((pair.first.title, pair.first.line), (pair.second.title, pair.second.line)),
                *(
                    ((ours.text, ours.line), (theirs.text, theirs.line))
                    for ours, theirs in pair.blocks
                    if ours is not None and theirs is not None
                ),
            ]
            for ours_words, theirs_words in pieces:
                exchanged = _exchanged(subject, first, ours_words[0], second, theirs_words[0])
                if exchanged is not None:
                    yield _finding((first, ours_words[1]), (second, theirs_words[1]), pair, exchanged)


@dataclass(frozen=True, slots=True)
class _Exchange:
    """A term of the first text, the other term that stands for it in the second, and the one that should."""

    ours: str
    theirs: str
    expected: str


def _exchanged(subject: Subject, first: Text, ours: str, second: Text, theirs: str) -> _Exchange | None:
    one = _known_to_both(terms_in(ours, first.language, subject.glossary), subject, second)
    other = _known_to_both(terms_in(theirs, second.language, subject.glossary), subject, first)
    lacking = [number for number in other if number not in one]
    instead = [number for number in one if number not in other]
    if not lacking or not instead:
        return None
    expected = subject.glossary[instead[0]][second.language][0]
    return _Exchange(one[instead[0]], other[lacking[0]], expected)


def _finding(ours: tuple[Text, int], theirs: tuple[Text, int], pair: SectionPair, exchange: _Exchange) -> Finding:
    (first, our_line), (second, their_line) = ours, theirs
    title = title_of_pair(first, pair.first, second, pair.second)
    names = language_name(first.language), language_name(second.language)
    return RULE.finding(
        second,
        Bilingual(
            f"คำศัพท์ไม่ตรงกันใน{title.th}: {names[0].th} “{exchange.ours}” {names[1].th} “{exchange.theirs}”",
            f"Terms differ in {title.en}: {names[0].en} has “{exchange.ours}”, {names[1].en} “{exchange.theirs}”",
        ),
        Bilingual(
            f"ตามอภิธานศัพท์ “{exchange.ours}” คือ “{exchange.expected}” แก้ภาษาใดภาษาหนึ่งให้ตรงกัน",
            f"By the glossary “{exchange.ours}” is “{exchange.expected}”. Correct one of them.",
        ),
        section=pair.first.id,
        line=their_line,
        counterpart=Place(first.language, first.path, our_line),
        values=(exchange.ours, exchange.theirs),
    )


def _known_to_both(found: Mapping[int, str], subject: Subject, other: Text) -> dict[int, str]:
    return {number: form for number, form in found.items() if other.language in subject.glossary[number]}


RULE = Rule("glossary-term", Severity.ERROR, check, __doc__ or "")
