"""What a finding is called: an error, a warning, or, while a change is a draft, something not complete yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from promulgate.checking import Judgement
from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity

_NEVER_UNFINISHED = frozenset({"front-matter", "record-damaged", "record-fixed", "record-removed", "text-removed"})
"""No further edit completes these: what was published was touched, or a file can't be read."""
_FIRST = (
    "record-damaged",
    "record-fixed",
    "record-removed",
    "text-removed",
    "front-matter",
    "language-missing",
    "metadata-agreement",
)
_WAITING = "record-missing"
"""What the machine mends by itself once everything else is right."""


class Weight(Enum):
    """How a finding is presented to the people who made the change."""

    ERROR = Bilingual("ต้องแก้ไข", "must fix")
    UNFINISHED = Bilingual("ยังไม่ครบ", "not complete yet")
    WAITING = Bilingual("รอบันทึก", "waiting to be recorded")
    """Nothing for people to mend: the version is recorded as soon as everything else is right."""
    WARNING = Bilingual("ควรทบทวน", "should review")


def weight_of(finding: Finding, judgement: Judgement) -> Weight:
    """An error of a draft is something unfinished, unless no further edit could complete it."""
    if finding.severity is not Severity.ERROR:
        return Weight.WARNING
    if finding.rule == _WAITING:
        return Weight.WAITING
    if judgement.draft and finding.rule not in _NEVER_UNFINISHED:
        return Weight.UNFINISHED
    return Weight.ERROR


def from_outside(judgement: Judgement, number: int) -> Judgement:
    """The judgement of pull request `number` from another repository: a maintainer must take it over to record it."""
    branch = f"outside-{number}"
    commands = f"git fetch origin pull/{number}/head:{branch}\ngit push origin {branch}"
    hint = Bilingual(
        "คำขอนี้มาจากภายนอก ระบบจึงบันทึกฉบับให้เองไม่ได้ ผู้ดูแลนำคำขอนี้มาไว้ในสาขาของคลังเอกสารนี้ "
        f"แล้วเปิดคำขอใหม่จากสาขานั้น:\n{commands}",
        "This pull request comes from outside, so its version can't be recorded here. A maintainer brings it into a "
        f"branch of this repository and opens a pull request from there:\n{commands}",
    )
    findings = tuple(
        replace(finding, hint=hint) if finding.rule == _WAITING else finding for finding in judgement.findings
    )
    return replace(judgement, findings=findings, outside=True)


def of_weight(judgement: Judgement, weight: Weight) -> tuple[Finding, ...]:
    """The findings of one weight, the most important first."""
    return tuple(by_importance([one for one in judgement.findings if weight_of(one, judgement) is weight]))


def by_importance(findings: Sequence[Finding]) -> list[Finding]:
    """What touches published text first, then what the whole version lacks, then all else in its order."""
    return sorted(findings, key=lambda finding: _rank(finding.rule))


def _rank(rule: str) -> int:
    return _FIRST.index(rule) if rule in _FIRST else len(_FIRST)
