"""Findings as people read them on a terminal: Thai first, then English, then what to do."""

from __future__ import annotations

import functools

from promulgate.checking import Judgement
from promulgate.errors import Bilingual
from promulgate.model import Finding
from promulgate.report.drafts import Weight, of_weight

_COUNTED = {
    Weight.ERROR: Bilingual("ต้องแก้ไข {} แห่ง", "{} must be fixed"),
    Weight.UNFINISHED: Bilingual("ยังไม่ครบ {} แห่ง", "not complete yet: {} to do"),
    Weight.WAITING: Bilingual("รอบันทึก {} ฉบับ", "{} waiting to be recorded"),
    Weight.WARNING: Bilingual("ควรทบทวน {} แห่ง", "{} should be reviewed"),
}


def render(judgement: Judgement, lang: str | None = None) -> str:
    """The findings, one paragraph each, the weightiest first, and the verdict on the last lines.

    In both languages, or in `lang` only.
    """
    write = _finding if lang is None else functools.partial(_finding_in, lang)
    findings = (write(finding, weight.value) for weight in Weight for finding in of_weight(judgement, weight))
    said = verdict(judgement)
    return "\n\n".join([*findings, str(said) if lang is None else said.in_language(lang)]) + "\n"


def _finding_in(lang: str, finding: Finding, weight: Bilingual) -> str:
    place = finding.place
    other = f" ({finding.counterpart.path}:{finding.counterpart.line})" if finding.counterpart else ""
    words, hint = finding.message.in_language(lang), finding.hint.in_language(lang)
    return (
        f"{place.path}:{place.line}: {weight.in_language(lang)}: {words}{other}  [{finding.rule}]\n"
        f"    {_indented(hint)}"
    )


def _finding(finding: Finding, weight: Bilingual) -> str:
    place = finding.place
    other = f" ({finding.counterpart.path}:{finding.counterpart.line})" if finding.counterpart else ""
    return (
        f"{place.path}:{place.line}: {weight.th}: {finding.message.th}{other}\n"
        f"    {_indented(finding.hint.th)}\n"
        f"    {weight.en.capitalize()}: {finding.message.en}  [{finding.rule}]\n"
        f"    {_indented(finding.hint.en)}"
    )


def _indented(words: str) -> str:
    return words.replace("\n", "\n    ")


def verdict(judgement: Judgement) -> Bilingual:
    """Passed or not, and how much was looked at."""
    counts = {weight: len(of_weight(judgement, weight)) for weight in Weight}
    warnings = counts[Weight.WARNING]
    counted = Bilingual(
        f"{judgement.policies} นโยบาย {judgement.texts} ไฟล์ {judgement.sections} หัวข้อ",
        f"{_plural(judgement.policies, 'policy', 'policies')}, {_plural(judgement.texts, 'text', 'texts')}, "
        f"{_plural(judgement.sections, 'section', 'sections')}",
    )
    if judgement.passed:
        note = Bilingual(f" ควรทบทวน {warnings} แห่ง" if warnings else "", f", {warnings} to review" if warnings else "")
        return Bilingual(f"ผ่านการตรวจ ({counted.th}){note.th}", f"Check passed ({counted.en}){note.en}")
    told = [
        Bilingual(_COUNTED[weight].th.format(count), _COUNTED[weight].en.format(count))
        for weight, count in counts.items()
        if count
    ]
    thai, english = " ".join(words.th for words in told), ", ".join(words.en for words in told)
    return Bilingual(f"{thai} ({counted.th})", f"{english[0].upper()}{english[1:]} ({counted.en})")


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
