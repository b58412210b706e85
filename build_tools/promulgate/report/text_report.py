"""Findings as people read them on a terminal: Thai first, then English, then what to do."""

from __future__ import annotations

from promulgate.checking import Judgement
from promulgate.errors import Bilingual
from promulgate.model import Finding
from promulgate.report.drafts import Weight, of_weight, weight_of


def render(judgement: Judgement) -> str:
    """The findings, one paragraph each, and the verdict on the last lines."""
    findings = (_finding(finding, weight_of(finding, judgement).value) for finding in judgement.findings)
    return "\n\n".join([*findings, str(verdict(judgement))]) + "\n"


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
    if counts[Weight.UNFINISHED]:
        unfinished = counts[Weight.UNFINISHED]
        errors = counts[Weight.ERROR]
        return Bilingual(
            f"ยังไม่ครบ {unfinished} แห่ง" + (f" ต้องแก้ไข {errors} แห่ง" if errors else "") + f" ({counted.th})",
            f"Not complete yet: {unfinished} to do"
            + (f", {errors} must be fixed" if errors else "")
            + f" ({counted.en})",
        )
    errors = counts[Weight.ERROR]
    return Bilingual(
        f"ต้องแก้ไข {errors} แห่ง ควรทบทวน {warnings} แห่ง ({counted.th})",
        f"{errors} must be fixed, {warnings} should be reviewed ({counted.en})",
    )


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
