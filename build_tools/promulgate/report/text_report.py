"""Findings as people read them on a terminal: Thai first, then English, then what to do."""

from __future__ import annotations

from promulgate.checking import Judgement
from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity

_WEIGHT = {
    Severity.ERROR: Bilingual("ต้องแก้ไข", "must fix"),
    Severity.WARNING: Bilingual("ควรทบทวน", "should review"),
}


def render(judgement: Judgement) -> str:
    """The findings, one paragraph each, and the verdict on the last lines."""
    return "\n\n".join([*(_finding(finding) for finding in judgement.findings), verdict(judgement)]) + "\n"


def _finding(finding: Finding) -> str:
    place, weight = finding.place, _WEIGHT[finding.severity]
    other = f" ({finding.counterpart.path}:{finding.counterpart.line})" if finding.counterpart else ""
    return (
        f"{place.path}:{place.line}: {weight.th}: {finding.message.th}{other}\n"
        f"    {_indented(finding.hint.th)}\n"
        f"    {weight.en.capitalize()}: {finding.message.en}  [{finding.rule}]\n"
        f"    {_indented(finding.hint.en)}"
    )


def _indented(words: str) -> str:
    return words.replace("\n", "\n    ")


def verdict(judgement: Judgement) -> str:
    """The last lines: passed or not, and how much was looked at."""
    errors = sum(finding.severity is Severity.ERROR for finding in judgement.findings)
    warnings = len(judgement.findings) - errors
    counted = Bilingual(
        f"{judgement.policies} นโยบาย {judgement.texts} ไฟล์ {judgement.sections} หัวข้อ",
        f"{_plural(judgement.policies, 'policy', 'policies')}, {_plural(judgement.texts, 'text', 'texts')}, "
        f"{_plural(judgement.sections, 'section', 'sections')}",
    )
    if judgement.passed:
        note = Bilingual(f" ควรทบทวน {warnings} แห่ง" if warnings else "", f", {warnings} to review" if warnings else "")
        return f"ผ่านการตรวจ ({counted.th}){note.th}\nCheck passed ({counted.en}){note.en}"
    return (
        f"ต้องแก้ไข {errors} แห่ง ควรทบทวน {warnings} แห่ง ({counted.th})\n"
        f"{errors} must be fixed, {warnings} should be reviewed ({counted.en})"
    )


def _plural(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
