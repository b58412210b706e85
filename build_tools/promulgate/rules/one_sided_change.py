"""A section changed in one language and not in the other.

ไทย: หัวข้อเดียวกันถูกแก้ไขเพียงภาษาเดียว

Why: the usual way for two languages to drift apart is an edit that was made in one of them. Texts are compared with
what is published, never dates or titles of commits, so the finding stays until the other language follows. A correction
that needs no translation (a typo) is acknowledged in the file that was not changed, for exactly these words.

PASS: the Thai and the English section on cookies were both edited; or a typo was mended in Thai and acknowledged.
FAIL: the English section on cookies was edited, the Thai one still says what it said before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import zip_longest

from promulgate.canonical import canonical_block
from promulgate.errors import Bilingual
from promulgate.model import PREAMBLE, SUMMARY, Finding, Place, Severity, Text
from promulgate.one_sided import OneSidedChange, one_sided_changes
from promulgate.rules.alignment import aligned_sections
from promulgate.rules.subject import Rule, Subject
from promulgate.rules.wording import THE_SUMMARY, language_name, title_for_readers


def check(subject: Subject) -> Iterator[Finding]:
    """Yield a finding for every section changed in one language only and not acknowledged."""
    for change in one_sided_changes(subject.texts, subject.before):
        if change.acknowledgement is None:
            changed, unchanged = subject.texts[change.changed], subject.texts[change.unchanged]
            yield _finding(
                change, changed, unchanged, _lines(change, subject.before[change.changed], changed, unchanged)
            )


def line_of(text: Text, section: str) -> int:
    """The source line of a section's heading; of the title for the preamble; of the entry for the summary."""
    if section == SUMMARY:
        return text.metadata.line("summary")
    found = text.section(section)
    return text.title_line if section == PREAMBLE or found is None else found.line


def name_in(texts: Mapping[str, Text], text: Text, section: str) -> Bilingual:
    """A section of `text`, the summary included, as each reader knows it; its id where it is gone."""
    if section == SUMMARY:
        return THE_SUMMARY
    found = text.section(section)
    return (
        title_for_readers(texts, text, found) if found is not None else Bilingual(f"หัวข้อ “{section}”", f"“{section}”")
    )


def _lines(change: OneSidedChange, before: Text, changed: Text, unchanged: Text) -> tuple[int, int]:
    """The line where the section first differs from before and of the translation; of the headings if they do."""
    old, new = before.section(change.section), changed.section(change.section)
    headings = line_of(changed, change.section), line_of(unchanged, change.section)
    if old is None or new is None or old.title != new.title:
        return headings
    pairs_of_blocks = zip_longest(map(canonical_block, old.blocks), map(canonical_block, new.blocks))
    place = next((index for index, (was, now) in enumerate(pairs_of_blocks) if was != now), 0)
    if not new.blocks:
        return headings
    edited = new.blocks[min(place, len(new.blocks) - 1)]
    pairs = (pair for section in aligned_sections(changed, unchanged) for pair in section.blocks)
    translation = next((theirs for ours, theirs in pairs if ours is edited), None)
    return edited.line, translation.line if translation is not None else headings[1]


def _finding(change: OneSidedChange, changed: Text, unchanged: Text, lines_of: tuple[int, int]) -> Finding:
    name = name_in({text.language: text for text in (changed, unchanged)}, changed, change.section)
    ours, theirs = language_name(changed.language), language_name(unchanged.language)
    lines = ("acknowledged:", f"  - section: {change.section}", f"    changed: {change.fingerprint}")
    paste = "\n".join((*lines, "    reason: แก้คำผิด / typo corrected"))
    return RULE.finding(
        changed,
        Bilingual(
            f"{name.th} แก้ไขเฉพาะ{ours.th} ยังไม่ได้แก้{theirs.th}",
            f"Changed in {ours.en} only, not yet in {theirs.en}: {name.en}",
        ),
        Bilingual(
            f"แก้{theirs.th}ให้ตรงกัน หากเป็นเพียงการแก้คำผิดที่ไม่ต้องแปล ให้วางบรรทัดต่อไปนี้เหนือบรรทัด --- ที่สองของไฟล์ "
            f"{unchanged.path} (ถ้ามีบรรทัด acknowledged: อยู่แล้ว ให้วางเฉพาะสามบรรทัดหลังต่อท้าย):\n{paste}",
            f"Change {theirs.en} too. If this only corrects a typo and needs no translation, paste these lines above "
            f"the second line --- of {unchanged.path} (if it has a line acknowledged: already, add "
            f"only the three lines after it):\n{paste}",
        ),
        section=change.section,
        line=lines_of[0],
        counterpart=Place(unchanged.language, unchanged.path, lines_of[1]),
    )


RULE = Rule("one-sided-change", Severity.ERROR, check, __doc__)
