"""Runs the gate on faithful translations, on edits that change nothing, and on every mutant, and counts.

    python -m tests.mutation.harness [--write] [--survivors] [OPERATOR|FOLDER ...]

prints the tables that stand in docs/en/gate.md, or writes them there. Each folder holds one text per language: `th.md`,
`en.md`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
from tests.mutation.mutant import SINCE_THE_BASE
from tests.mutation.operators import OPERATORS, Mutant, mutants

CORPUS = Path(__file__).parent.parent / "corpus"
PAGE = Path(__file__).parent.parent.parent / "docs" / "en" / "gate.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
SAMPLE = 30
"""About so many mutants of each operator make the tables: all of them would take most of an hour."""
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


def findings(first: Text, second: Text, before: Mapping[str, Text] | None = None) -> tuple[Finding, ...]:
    """What the gate says of two texts, the first of which prevails, measured against those of the base, if any."""
    languages = (first.language, second.language)
    texts = {first.language: first, second.language: second}
    settings = Settings(languages=languages, prevailing=languages[0])
    return judge(Subject(first.policy, texts, settings, NOW, before=before or {}))


@dataclass(frozen=True, slots=True)
class Trial:
    """The text to be changed beside its translation, and what the gate says of them unchanged."""

    name: str
    text: Text
    other: Text
    leads: bool
    """Whether the text to be changed is the one that prevails."""
    clean: frozenset[tuple[str, ...]]

    def new_findings(self, changed: Text, family: str) -> list[Finding]:
        """What the gate says of the changed text and did not say before.

        Beside the base, every change in one language is seen: only the edits meant for that are judged so.
        """
        texts = {text.language: text for text in (self.text, self.other)}
        before = texts if family == SINCE_THE_BASE else None
        found = findings(changed, self.other, before) if self.leads else findings(self.other, changed, before)
        return [finding for finding in found if finding_key(finding) not in self.clean]


def trials(folders: Iterable[Path]) -> Iterator[Trial]:
    """Each text of each pair, one side at a time."""
    for name, first, second in pairs(folders):
        clean = frozenset(finding_key(finding) for finding in findings(first, second))
        yield Trial(name, first, second, True, clean)
        yield Trial(name, second, first, False, clean)


def run(folders: Iterable[Path], names: list[str] | None = None, *, sample: int = 0) -> dict[str, Tally]:
    """Every mutant of every pair, by operator; or, of each operator, about `sample` of them, evenly spread.

    The same corpus always gives the same sample.
    """
    tallies = {name: Tally() for name in OPERATORS if names is None or name in names}
    tried = list(trials(folders))
    totals = Counter(mutant.operator for trial in tried for mutant in mutants(trial.text, trial.other, names))
    numbers: Counter[str] = Counter()
    for trial in tried:
        for mutant in mutants(trial.text, trial.other, names):
            step = max(1, totals[mutant.operator] // sample) if sample else 1
            if numbers[mutant.operator] % step == 0:
                count(tallies[mutant.operator], trial, mutant, OPERATORS[mutant.operator][0])
            numbers[mutant.operator] += 1
    return tallies


def count(tally: Tally, trial: Trial, mutant: Mutant, family: str) -> None:
    """Judge a mutant of an operator of `family` and write down what became of it."""
    where = f"{trial.name}/{mutant.language}:{mutant.lines[0]}"
    text = trial.text
    try:
        changed = read_text(text.policy, text.language, text.path, mutant.source)
    except SourceError:
        tally.made, tally.killed, tally.both_lines = tally.made + 1, tally.killed + 1, tally.both_lines + 1
        return
    if reads_the_same(changed, text):
        return
    tally.made += 1
    new = trial.new_findings(changed, family)
    if not new:
        tally.survivors.append(where)
        return
    tally.killed += 1
    tally.several += len(new) > 1
    if any(_points_at(finding, mutant) for finding in new):
        tally.both_lines += 1
    else:
        places = [(each.rule, each.place, each.counterpart) for each in new]
        tally.astray.append(f"{where} {places} wanted {mutant.lines} {mutant.other_lines}")


def reads_the_same(changed: Text, text: Text) -> bool:
    """Whether readers get the very same page: then nothing was broken."""
    pages = [
        [(section.id, section.level, section.title, section.html) for section in each.sections] + [each.footnotes_html]
        for each in (changed, text)
    ]
    return pages[0] == pages[1]


def finding_key(finding: Finding) -> tuple[str, ...]:
    """By what a finding is known again when it is made twice."""
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


@dataclass(slots=True)
class Alarms:
    """Findings on faithful translations as they are, and on their equivalent edits."""

    texts: int = 0
    blocks: int = 0
    """Of the texts as they are."""
    found: int = 0
    compared: int = 0
    """Blocks of the texts and of all their equivalent edits."""
    raised: int = 0
    described: list[str] = field(default_factory=list)


def false_alarms(folders: Iterable[Path]) -> Alarms:
    """What the gate says where nothing is wrong."""
    alarms = Alarms()
    for name, first, second in pairs(folders):
        blocks = sum(len(section.blocks) for section in first.sections)
        clean = findings(first, second)
        alarms.texts += 1
        alarms.blocks += blocks
        alarms.found += len(clean)
        alarms.compared += blocks
        alarms.raised += len(clean)
        alarms.described += [f"{name}: {finding.rule} {finding.place.line} {finding.message.en}" for finding in clean]
        for label, equivalent in EQUIVALENTS.items():
            for text, other in ((first, second), (second, first)):
                changed = read_text(text.policy, text.language, text.path, equivalent(text.source, text.language))
                found = findings(changed, other) if text is first else findings(other, changed)
                alarms.compared += blocks
                alarms.raised += max(0, len(found) - len(clean))
                known = {finding.message.en for finding in clean}
                alarms.described += [
                    f"{name} {label} {text.language}: {finding.rule} {finding.place.line} {finding.message.en}"
                    for finding in found
                    if finding.message.en not in known
                ]
    return alarms


def table(tallies: dict[str, Tally]) -> str:
    """The rates as a Markdown table, families together."""
    rows = ["| family | operator | mutants | found | both lines right | one finding |", "|---|---|--:|--:|--:|--:|"]
    for name, tally in tallies.items():
        family = OPERATORS[name][0]
        rows.append(
            f"| {family} | {name} | {tally.made} | {rate(tally.killed, tally.made)} "
            f"| {rate(tally.both_lines, tally.killed)} | {rate(tally.killed - tally.several, tally.killed)} |"
        )
    return "\n".join(rows)


def families(tallies: dict[str, Tally]) -> dict[str, tuple[int, int, int]]:
    """Made, killed and rightly placed, by family."""
    result: dict[str, tuple[int, int, int]] = {}
    for name, tally in tallies.items():
        made, killed, lines = result.get(OPERATORS[name][0], (0, 0, 0))
        result[OPERATORS[name][0]] = (made + tally.made, killed + tally.killed, lines + tally.both_lines)
    return result


def rate(part: int, whole: int) -> str:
    """A share as readers see it."""
    return "–" if not whole else f"{100 * part / whole:.1f} %"


def tables(tallies: dict[str, Tally], alarms: Alarms) -> str:
    """What docs/en/gate.md shows between its marks."""
    rows = ["| family | mutants | found | both lines right |", "|---|--:|--:|--:|"]
    for family, (made, killed, lines) in families(tallies).items():
        rows.append(f"| {family} | {made} | {rate(killed, made)} | {rate(lines, killed)} |")
    silence = (
        f"False alarms: {alarms.found} on the {alarms.blocks} blocks of the {alarms.texts} pairs as they are "
        f"({rate(alarms.found, alarms.blocks)}), {alarms.raised} on {alarms.compared} blocks with their equivalent "
        f"edits ({rate(alarms.raised, alarms.compared)})."
    )
    return "\n".join([*rows, "", silence, "", table(tallies), ""])


def arguments(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """What was asked for, with the options that every harness has."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--write", action="store_true", help=f"write the tables into {PAGE.name}, too")
    parser.add_argument("--survivors", action="store_true", help="list the mutants not found, and every false alarm")
    return parser.parse_args()


def _operator_or_folder(word: str) -> str | Path:
    if word in OPERATORS:
        return word
    if not Path(word).is_dir():
        raise argparse.ArgumentTypeError(f"{word} is no folder and none of the operators {', '.join(OPERATORS)}")
    return Path(word)


def main() -> None:
    """Measure and print, as the command line asks."""
    parser = argparse.ArgumentParser("python -m tests.mutation.harness", description=__doc__)
    parser.add_argument("what", nargs="*", type=_operator_or_folder, metavar="OPERATOR|FOLDER", help="default: all")
    asked = arguments(parser)
    names = [word for word in asked.what if isinstance(word, str)] or None
    folders = [word for word in asked.what if isinstance(word, Path)] or sorted(CORPUS.iterdir())
    sample = SAMPLE if asked.write else 0
    tallies, alarms = run(folders, names, sample=sample), false_alarms(folders)
    out = sys.stdout.write
    out(tables(tallies, alarms))
    if asked.write:
        before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{tables(tallies, alarms)}\n{END}{rest.split(END)[1]}", encoding="utf-8")
    if asked.survivors:
        for name, tally in tallies.items():
            for where in tally.survivors:
                out(f"survivor {name} {where}\n")
            for where in tally.astray:
                out(f"astray {name} {where}\n")
        for alarm in alarms.described:
            out(f"alarm {alarm}\n")


if __name__ == "__main__":
    main()
