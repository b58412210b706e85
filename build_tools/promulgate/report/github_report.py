"""Findings as workflow commands: the platform shows each beside the line it speaks of.

Escaping: https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Control and bidirectional
characters are taken out, so that a policy can't write commands of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from promulgate.checking import Judgement
from promulgate.errors import Bilingual
from promulgate.model import Finding, Place
from promulgate.report.drafts import Weight, of_weight
from promulgate.report.text_report import verdict

_KINDS = {
    "error": (Weight.ERROR,),
    "warning": (Weight.WARNING,),
    "notice": (Weight.UNFINISHED, Weight.WAITING),
}
"""The platform's kinds of annotations, and what is shown as each."""
COULD_NOT_RUN = "ตรวจไม่ได้ · The check could not run"
_NAMED_PLACE = re.compile(r"([\w./-]+):([0-9]+):")
_SHOWN_PER_KIND = 10
"""The platform shows ten annotations of a kind and drops the rest without a word."""
_LINES_NAMED = 12
"""So many lines of a file are named where not all findings could be shown."""


def render(judgement: Judgement) -> str:
    """One command per finding and side, the most important first; the tenth of a kind says how many more, and where.

    That a version waits to be recorded is told only when nothing is left for people to do.
    """
    lines = [line for kind in _KINDS for line in _annotations(kind, judgement)]
    return "\n".join([*lines, str(verdict(judgement))]) + "\n"


def render_failure(words: str) -> str:
    """The command for a check that could not run, beside the line its sentence begins with, if it names one."""
    place = _NAMED_PLACE.match(words)
    where = f"file={_property(place[1])},line={place[2]}," if place else ""
    return f"::error {where}title={_property(COULD_NOT_RUN)}::{_data(words)}\n"


def _annotations(kind: str, judgement: Judgement) -> list[str]:
    told = [(finding, weight) for weight in _KINDS[kind] for finding in _told(judgement, weight)]
    notes = [(finding, place, weight) for finding, weight in told for place in _places(finding)]
    if len(notes) <= _SHOWN_PER_KIND:
        return [_note(kind, *note) for note in notes]
    shown, left = notes[: _SHOWN_PER_KIND - 1], notes[_SHOWN_PER_KIND - 1 :]
    return [*(_note(kind, *note) for note in shown), _rest(kind, [finding for finding, _, _ in shown], left)]


def _told(judgement: Judgement, weight: Weight) -> tuple[Finding, ...]:
    waiting_only = not any(of_weight(judgement, other) for other in (Weight.ERROR, Weight.UNFINISHED))
    return of_weight(judgement, weight) if weight is not Weight.WAITING or waiting_only else ()


def _places(finding: Finding) -> list[Place]:
    return [finding.place] if finding.counterpart is None else [finding.place, finding.counterpart]


def _rest(kind: str, shown: Sequence[Finding], left: Sequence[tuple[Finding, Place, Weight]]) -> str:
    """The tenth of a kind: how many findings have no note of their own, and every line that has none, by file."""
    count = len(dict.fromkeys(finding for finding, _, _ in left if finding not in shown))
    lines: dict[str, list[int]] = {}
    for _, place, _ in left:
        lines.setdefault(place.path, []).append(place.line)
    where = Bilingual("\n".join(_named(lines, "บรรทัด")), "\n".join(_named(lines, "lines")))
    words = (
        f"ยังมีอีก {count} รายการ ดูทั้งหมดในหน้าสรุปผลการตรวจ (Summary)\n{where.th}\n\n"
        f"{count} more: all of them are on the summary page of this check\n{where.en}"
    )
    return f"::{kind} title={_title(left[0][2])}::{_data(words)}"


def _named(lines: Mapping[str, Sequence[int]], word: str) -> Iterator[str]:
    for path, numbers in lines.items():
        different = sorted(set(numbers))
        more = " …" if len(different) > _LINES_NAMED else ""
        yield f"{path} ({word} {', '.join(map(str, different[:_LINES_NAMED]))}{more})"


def _note(kind: str, finding: Finding, place: Place, weight: Weight) -> str:
    words = f"{finding.message.th}\n{finding.hint.th}\n\n{finding.message.en}\n{finding.hint.en}"
    return f"::{kind} {_properties(place, _title(weight, finding.rule))}::{_data(words)}"


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
