"""Findings as workflow commands: the platform shows each beside the line it speaks of.

Escaping: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Control and bidirectional
characters are taken out, so that a policy can't write commands of its own.
"""

from __future__ import annotations

import unicodedata

from promulgate.checking import Judgement
from promulgate.model import Finding, Place, Severity
from promulgate.report.text_report import verdict

_SHOWN_PER_KIND = 10
"""The platform shows ten annotations of a kind and drops the rest without a word."""


def render(judgement: Judgement) -> str:
    """One command per finding and side, the most important first; the tenth of a kind says how many more there are."""
    lines: list[str] = []
    for severity, command in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        notes = [
            note for finding in judgement.findings if finding.severity is severity for note in _notes(finding, command)
        ]
        if len(notes) > _SHOWN_PER_KIND:
            more = len(notes) - _SHOWN_PER_KIND + 1
            rest = f"ยังมีอีก {more} รายการ ดูทั้งหมดในสรุปผลการตรวจ / {more} more: see the summary of this check"
            notes = [*notes[: _SHOWN_PER_KIND - 1], f"::{command} title=promulgate::{_data(rest)}"]
        lines += notes
    return "\n".join([*lines, verdict(judgement)]) + "\n"


def _notes(finding: Finding, command: str) -> list[str]:
    words = f"{finding.message.th}\n{finding.hint.th}\n\n{finding.message.en}\n{finding.hint.en}"
    places = [finding.place] if finding.counterpart is None else [finding.place, finding.counterpart]
    return [f"::{command} {_properties(place, finding.rule)}::{_data(words)}" for place in places]


def _properties(place: Place, rule: str) -> str:
    return f"file={_property(place.path)},line={place.line},col={place.column},title={_property(rule)}"


def _data(words: str) -> str:
    return _visible(words).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _visible(words: str) -> str:
    return "".join(c for c in words if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))
