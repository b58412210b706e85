"""Runs the gate on faithful translations, on edits that change nothing, and on every mutant, and counts.

    python -m tests.mutation.harness [--survivors] [FOLDER…]

prints the table that stands in docs/gate.md. Each folder holds one text per language: `th.md`, `en.md`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from promulgate.errors import SourceError
from promulgate.markdown import read_text
from promulgate.model import Finding, Text
from promulgate.rules.registry import judge
from promulgate.rules.subject import Subject
from promulgate.settings import Settings
from tests.mutation.equivalents import EQUIVALENTS
from tests.mutation.operators import OPERATORS, Mutant, mutants

CORPUS = Path(__file__).parent.parent / "corpus"
NOW = datetime(2026, 11, 1, 12, 0, tzinfo=ZoneInfo("Asia/Bangkok"))


@dataclass(slots=True)
class Tally:
    """What became of one operator's mutants."""

    made: int = 0
    killed: int = 0
    both_lines: int = 0
    survivors: list[str] = field(default_factory=list)
    astray: list[str] = field(default_factory=list)
    several: int = 0
    """Mutants with more than one finding."""


def pairs(folders: Iterable[Path]) -> Iterator[tuple[str, Text, Text]]:
    """The texts of each folder, each language with English."""
    for folder in folders:
        texts = {
            path.stem: read_text(folder.name, path.stem, str(path), path.read_bytes())
            for path in sorted(folder.glob("*.md"))
        }
        english = texts.pop("en")
        for text in texts.values():
            yield folder.name, text, english


def findings(first: Text, second: Text) -> tuple[Finding, ...]:
    """What the gate says of two texts, the first of which prevails."""
    languages = (first.language, second.language)
    texts = {first.language: first, second.language: second}
    return judge(Subject(first.policy, texts, Settings(languages=languages, prevailing=languages[0]), NOW))


def run(folders: Iterable[Path], names: list[str] | None = None) -> dict[str, Tally]:
    """Every mutant of every pair, by operator."""
    tallies = {name: Tally() for name in OPERATORS if names is None or name in names}
    for name, first, second in pairs(folders):
        clean = {_key(finding) for finding in findings(first, second)}
        for text, other in ((first, second), (second, first)):
            for mutant in mutants(text, other, names):
                _count(tallies[mutant.operator], name, mutant, text, other, clean, text is first)
    return tallies


def _count(
    tally: Tally, name: str, mutant: Mutant, text: Text, other: Text, clean: set[tuple[str, ...]], leads: bool
) -> None:
    where = f"{name}/{mutant.language}:{mutant.lines[0]}"
    try:
        changed = read_text(text.policy, text.language, text.path, mutant.source)
    except SourceError:
        tally.made += 1
        tally.killed += 1
        tally.both_lines += 1
        return
    if _reads_the_same(changed, text):
        return
    tally.made += 1
    found = findings(changed, other) if leads else findings(other, changed)
    new = [finding for finding in found if _key(finding) not in clean]
    if not new:
        tally.survivors.append(where)
        return
    tally.killed += 1
    tally.several += len(new) > 1
    if any(_points_at(finding, mutant) for finding in new):
        tally.both_lines += 1
    else:
        tally.astray.append(
            f"{where} {[(f.rule, f.place.language, f.place.line, f.counterpart and f.counterpart.line) for f in new]} wanted {mutant.lines} {mutant.other_lines}"
        )


def _reads_the_same(changed: Text, text: Text) -> bool:
    """Whether readers get the very same page: then nothing was broken."""
    pages = [
        [(section.id, section.level, section.title, section.html) for section in each.sections] + [each.footnotes_html]
        for each in (changed, text)
    ]
    return pages[0] == pages[1]


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.rule, finding.section, finding.message.en)


def _points_at(finding: Finding, mutant: Mutant) -> bool:
    """Whether a finding names the changed line, and the right one of the other language if it names any."""
    here = there = None
    for place in (finding.place, finding.counterpart):
        if place is not None and place.language == mutant.language:
            here = place.line if here is None or mutant.lines[0] <= place.line <= mutant.lines[1] else here
        elif place is not None:
            there = place.line
    if here is None or not mutant.lines[0] <= here <= mutant.lines[1]:
        return False
    return there is None or not mutant.other_lines or there in mutant.other_lines


def false_alarms(folders: Iterable[Path]) -> tuple[int, int, list[str]]:
    """Blocks compared on faithful translations and their equivalent edits, how many raised a finding, and which."""
    compared = raised = 0
    alarms = []
    for name, first, second in pairs(folders):
        blocks = sum(len(section.blocks) for section in first.sections)
        clean = findings(first, second)
        compared += blocks
        raised += len(clean)
        alarms += [f"{name}: {finding.rule} {finding.place.line} {finding.message.en}" for finding in clean]
        for label, equivalent in EQUIVALENTS.items():
            for text, other in ((first, second), (second, first)):
                changed = read_text(text.policy, text.language, text.path, equivalent(text.source, text.language))
                found = findings(changed, other) if text is first else findings(other, changed)
                compared += blocks
                raised += max(0, len(found) - len(clean))
                known = {finding.message.en for finding in clean}
                alarms += [
                    f"{name} {label} {text.language}: {finding.rule} {finding.place.line} {finding.message.en}"
                    for finding in found
                    if finding.message.en not in known
                ]
    return compared, raised, alarms


def table(tallies: dict[str, Tally]) -> str:
    """The rates as a Markdown table, families together."""
    rows = ["| family | operator | mutants | found | both lines right | one finding |", "|---|---|--:|--:|--:|--:|"]
    for name, tally in tallies.items():
        family = OPERATORS[name][0]
        rows.append(
            f"| {family} | {name} | {tally.made} | {_rate(tally.killed, tally.made)} "
            f"| {_rate(tally.both_lines, tally.killed)} | {_rate(tally.killed - tally.several, tally.killed)} |"
        )
    return "\n".join(rows)


def families(tallies: dict[str, Tally]) -> dict[str, tuple[int, int, int]]:
    """Made, killed and rightly placed, by family."""
    result: dict[str, tuple[int, int, int]] = {}
    for name, tally in tallies.items():
        made, killed, lines = result.get(OPERATORS[name][0], (0, 0, 0))
        result[OPERATORS[name][0]] = (made + tally.made, killed + tally.killed, lines + tally.both_lines)
    return result


def _rate(part: int, whole: int) -> str:
    return "–" if not whole else f"{100 * part / whole:.1f} %"


def main(arguments: list[str]) -> None:
    names = [argument for argument in arguments if argument in OPERATORS] or None
    folders = [Path(argument) for argument in arguments if "/" in argument] or sorted(CORPUS.iterdir())
    tallies = run(folders, names)
    out = sys.stdout.write
    out(table(tallies) + "\n\n")
    for family, (made, killed, lines) in families(tallies).items():
        out(f"{family}: {killed} of {made} found ({_rate(killed, made)}), both lines right in {_rate(lines, killed)}\n")
    compared, raised, alarms = false_alarms(folders)
    out(f"false alarms: {raised} on {compared} blocks ({_rate(raised, compared)})\n")
    if "--survivors" in arguments:
        for name, tally in tallies.items():
            for where in tally.survivors:
                out(f"survivor {name} {where}\n")
            for where in tally.astray:
                out(f"astray {name} {where}\n")
        for alarm in alarms:
            out(f"alarm {alarm}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
