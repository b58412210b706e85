"""Findings on words of denial, duty and measure that stand against each other in a block and its translation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Text
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.places import place_of, place_of_block
from promulgate.rules.polarity import Mark, known, marks
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.value_comparison import base_of
from promulgate.rules.wording import language_name, title_of_pair

Marks = Sequence[Mark]


@dataclass(frozen=True, slots=True)
class Side:
    """A block in one language, and such words in it."""

    words: str
    language: str

    @property
    def marks(self) -> Marks:
        """The words of denial, duty and measure."""
        return marks(self.words, self.language)


Compare = Callable[[Side, Side], tuple[Marks, Marks] | None]
"""From the words of a block and of its translation to those that stand against each other; None if they agree."""
_NOT_UNDERSTOOD = Bilingual(
    "ระบบเทียบเพียงคำ ไม่เข้าใจความหมาย โปรดอ่านเทียบทั้งสองภาษา หากความหมายตรงกันแล้วไม่ต้องแก้ไข",
    "The check compares words and can't judge meaning: please read both. If they agree, nothing is to be done.",
)


def findings(rule: Rule, subject: Subject, compare: Compare, doubt: Bilingual) -> Iterator[Finding]:
    """One finding of `rule` for each block whose words stand against each other; `doubt` says what may differ.

    Thai and English only.
    """
    for first, second in subject.pairs():
        languages = base_of(first), base_of(second)
        if not all(map(known, languages)):
            continue
        for pair in aligned_sections(first, second):
            for ours, theirs in pair.blocks:
                if ours is None or theirs is None or BlockKind.CODE in (ours.kind, theirs.kind):
                    continue
                words = compare(Side(ours.text, languages[0]), Side(theirs.text, languages[1]))
                if words is not None:
                    yield rule.finding(
                        second,
                        _message(first, second, pair, words, doubt),
                        _NOT_UNDERSTOOD,
                        section=pair.first.id,
                        line=_place(second, theirs, words[1]).line,
                        column=_place(second, theirs, words[1]).column,
                        counterpart=_place(first, ours, words[0]),
                        values=tuple(mark.written for side in words for mark in side),
                    )


def _place(text: Text, block: Block, words: Marks) -> Place:
    """Where the first of the words stands, or the block when it has none."""
    if not words:
        return place_of_block(text, block)
    return place_of(text, words[0].written, (block.line, block.end_line), block=block, start=words[0].start)


def _message(first: Text, second: Text, pair: SectionPair, words: tuple[Marks, Marks], doubt: Bilingual) -> Bilingual:
    title = title_of_pair(first, pair.first, second, pair.second)
    thai, english = [], []
    for text, found in zip((first, second), words, strict=True):
        name = language_name(text.language)
        quoted = " ".join(f"“{mark.written}”" for mark in found)
        thai.append(f"{name.th} {quoted}" if found else f"{name.th}ไม่มีคำเช่นนี้")
        english.append(f"{name.en} has {quoted}" if found else f"{name.en} has no such word")
    return Bilingual(f"{doubt.th}ใน{title.th}: {' '.join(thai)}", f"{doubt.en} in {title.en}: {', '.join(english)}")
