"""Findings as workflow commands: the platform shows each beside the line it speaks of.

Escaping: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Control and bidirectional
characters are taken out, so that a policy can't write commands of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from promulgate.checking import Judgement
from promulgate.model import Finding, Place
from promulgate.report.drafts import Weight, of_weight
from promulgate.report.text_report import verdict

_COMMANDS = {Weight.ERROR: "error", Weight.WARNING: "warning", Weight.UNFINISHED: "notice", Weight.WAITING: "notice"}
COULD_NOT_RUN = "ตรวจไม่ได้ · The check could not run"
_NAMED_PLACE = re.compile(r"([\w./-]+):([0-9]+):")
_SHOWN_PER_KIND = 10
"""The platform shows ten annotations of a kind and drops the rest without a word."""


def render(judgement: Judgement) -> str:
    """One command per finding and side, the most important first; the tenth of a kind says how many more there are."""
    lines = [line for weight in Weight for line in _annotations(of_weight(judgement, weight), weight)]
    return "\n".join([*lines, str(verdict(judgement))]) + "\n"


def render_failure(words: str) -> str:
    """The command for a check that could not run, beside the line its sentence begins with, if it names one."""
    place = _NAMED_PLACE.match(words)
    where = f"file={_property(place[1])},line={place[2]}," if place else ""
    return f"::error {where}title={_property(COULD_NOT_RUN)}::{_data(words)}\n"


def _annotations(findings: Sequence[Finding], weight: Weight) -> list[str]:
    """Whole findings only: both sides of the ones that are shown."""
    notes = [_notes(finding, weight) for finding in findings]
    if sum(map(len, notes)) <= _SHOWN_PER_KIND:
        return [note for sides in notes for note in sides]
    shown: list[str] = []
    for count, sides in enumerate(notes):
        if len(shown) + len(sides) >= _SHOWN_PER_KIND:
            return [*shown, _rest(findings[count:], weight)]
        shown += sides
    return shown


def _rest(findings: Sequence[Finding], weight: Weight) -> str:
    files = list(dict.fromkeys(finding.place.path for finding in findings))
    where = ", ".join(files[:5]) + (" …" if len(files) > 5 else "")
    words = (
        f"ยังมีอีก {len(findings)} รายการ ใน {where} ดูทั้งหมดในหน้าสรุปผลการตรวจ (Summary)\n"
        f"{len(findings)} more, in {where}: all of them are on the summary page of this check"
    )
    return f"::{_COMMANDS[weight]} title={_title(weight)}::{_data(words)}"


def _notes(finding: Finding, weight: Weight) -> list[str]:
    words = f"{finding.message.th}\n{finding.hint.th}\n\n{finding.message.en}\n{finding.hint.en}"
    places = [finding.place] if finding.counterpart is None else [finding.place, finding.counterpart]
    title = _title(weight, finding.rule)
    return [f"::{_COMMANDS[weight]} {_properties(place, title)}::{_data(words)}" for place in places]


def _title(weight: Weight, rule: str = "") -> str:
    words = f"{weight.value.th} · {weight.value.en}" + (f" [{rule}]" if rule else "")
    return _property(words)


def _properties(place: Place, title: str) -> str:
    return f"file={_property(place.path)},line={place.line},col={place.column},title={title}"


def _data(words: str) -> str:
    return _visible(words).replace("%", "%25").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")


def _visible(words: str) -> str:
    """Without what no reader sees: control, formatting and private characters, separators of lines and paragraphs."""
    unseen = ("Cc", "Cf", "Co", "Cs", "Zl", "Zp")
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in plain if c == "\n" or unicodedata.category(c) not in unseen)
