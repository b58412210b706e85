"""A block is far shorter or longer than its translation.

ไทย: ความยาวของข้อความสองภาษาต่างกันมากผิดปกติ

Why: a sentence was lost, or one was added. How long a translation gets differs from one drafter to the next: Thai needs
between 0.7 and 1.04 characters for one of English, measured over whole legal texts. So a block is held against the two
texts as a whole: one that is shorter than theirs by two fifths, or longer by two thirds, is worth a look (a warning),
one of 200 characters that has lost two thirds has lost most of its words (an error). Chinese, Japanese and Korean are
measured by their characters and the Latin letters among them. Short blocks vary more and are judged more mildly, the
shortest not at all.

PASS:
    th:
        บริษัทเก็บรวบรวมข้อมูลส่วนบุคคลของท่านเท่าที่จำเป็นเพื่อการให้บริการ และจะไม่เปิดเผยแก่ผู้ใดเว้นแต่ท่านยินยอม
    en:
        The company collects your personal data as far as needed for the service, and discloses it to no one unless you
        consent.
FAIL:
    th:
        บริษัทเก็บรวบรวมข้อมูลส่วนบุคคลเท่าที่จำเป็น
    en:
        The company collects your personal data as far as needed for the service, and discloses it to no one unless you
        consent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from promulgate.errors import Bilingual
from promulgate.model import Block, BlockKind, Finding, Place, Severity, Text
from promulgate.rules.alignment import SectionPair, aligned_sections
from promulgate.rules.evidence import scale_of
from promulgate.rules.scripts import length_in_english
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import excerpt_of, language_name, title_of_pair

_SHORT, _LONG, _LOST = 3 / 5, 5 / 3, 1 / 3
_LONG_ENOUGH = 100
_CERTAIN = 200
_LEAST, _MOST = 3 / 4, 4 / 3
"""Two whole texts that are further apart have lost something everywhere, which must not become the measure."""


def check(subject: Subject) -> Iterator[Finding]:
    """One finding for each block whose length is out of proportion."""
    for first, second in subject.pairs():
        proportion = min(_MOST, max(_LEAST, scale_of(first, second).ratio))
        for pair in aligned_sections(first, second):
            for ours, theirs in pair.blocks:
                if ours is None or theirs is None or BlockKind.CODE in (ours.kind, theirs.kind):
                    continue
                one = length_in_english(ours.text, first.language)
                other = length_in_english(theirs.text, second.language) * proportion
                longer, shorter = max(one, other), min(one, other)
                ratio = one / max(1.0, other)
                slack = _slack(longer)
                if (
                    longer < _LONG_ENOUGH
                    or not ours.text
                    or not theirs.text
                    or _SHORT * slack <= ratio <= _LONG / slack
                ):
                    continue
                severity = Severity.ERROR if longer >= _CERTAIN and shorter < _LOST * longer else Severity.WARNING
                sides = ((first, ours), (second, theirs))
                short, long = sides if one < other else sides[::-1]
                yield replace(_finding(first, second, pair, short, long), severity=severity)


def _slack(length: float) -> float:
    """Less than 1 for shorter blocks, which vary more: 0.7 at the shortest length that is judged, 1 from 200."""
    return min(1.0, 0.7 + 0.3 * (length - _LONG_ENOUGH) / 100)


def _finding(
    first: Text, second: Text, pair: SectionPair, short: tuple[Text, Block], long: tuple[Text, Block]
) -> Finding:
    title = title_of_pair(first, pair.first, second, pair.second)
    here, there = language_name(short[0].language), language_name(long[0].language)
    return RULE.finding(
        short[0],
        Bilingual(
            f"ความยาวต่างกันมากใน{title.th}: {here.th}ยาว {len(short[1].text)} อักขระ {excerpt_of(short[1])} "
            f"{there.th}ยาว {len(long[1].text)} อักขระ",
            f"Lengths differ greatly in {title.en}: {here.en} has {len(short[1].text)} characters "
            f"{excerpt_of(short[1])}, {there.en} {len(long[1].text)}",
        ),
        Bilingual(
            f"ตรวจว่าไม่มีประโยคใดขาดไปจาก{here.th}หรือเกินมาใน{there.th}",
            f"Check that no sentence is missing in {here.en} or was added in {there.en}.",
        ),
        section=pair.first.id,
        line=short[1].line,
        counterpart=Place(long[0].language, long[0].path, long[1].line),
        values=(str(len(short[1].text)), str(len(long[1].text))),
    )


RULE = Rule("length-ratio", Severity.WARNING, check, __doc__ or "")
