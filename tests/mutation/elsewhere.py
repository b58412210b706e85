"""Runs the gate on texts in other languages than Thai and English: faithful ones, and with every defect.

    python -m tests.mutation.elsewhere [--write] [--survivors] [FOLDER ...]

prints the tables of the section on other languages in docs/en/gate.md, or writes them there. Each folder holds one text
per language; each is compared with the English one, and with the Thai one where there is one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from promulgate.markdown import read_text
from promulgate.model import Text
from tests.mutation import elsewhere_operators
from tests.mutation.equivalents import EQUIVALENTS
from tests.mutation.harness import PAGE, Tally, Trial, arguments, count, finding_key, findings, rate
from tests.mutation.mutant import Pair
from tests.mutation.operators import OPERATORS, mutants

CORPUS = Path(__file__).parent.parent / "corpus_elsewhere"
BEGIN, END = "<!-- measured elsewhere: begin -->", "<!-- measured elsewhere: end -->"
KNOWN = ("en", "th")
_OF_VALUES = ("numbers", "dates", "sums", "references", "links")
GENERAL = ["leave-untranslated", "other-mail", *(name for name, (of, _) in OPERATORS.items() if of == "structure")]
"""Operators that need not know the language of the text they change."""
KNOWING = sorted({*GENERAL, *(name for name, (family, _) in OPERATORS.items() if family in _OF_VALUES)})
"""And those that change values in Thai or English words."""
FAMILIES = {name: family for name, (family, _) in (*OPERATORS.items(), *elsewhere_operators.OPERATORS.items())}


def pairs(folders: Iterable[Path]) -> Iterator[tuple[str, Text, Text]]:
    """Each text that is neither Thai nor English, with the English and the Thai one."""
    for folder in folders:
        texts = {
            path.stem: read_text(folder.name, path.stem, str(path), path.read_bytes())
            for path in sorted(folder.glob("*.md"))
        }
        for language, text in texts.items():
            if language not in KNOWN:
                yield from ((folder.name, text, texts[known]) for known in KNOWN if known in texts)


def run(folders: Iterable[Path], *, every: int = 1) -> dict[str, dict[str, Tally]]:
    """Every mutant of every pair, one side at a time, by language and operator; or one of `every`."""
    tallies: dict[str, dict[str, Tally]] = {}
    for name, text, known in pairs(folders):
        clean = frozenset(finding_key(finding) for finding in findings(text, known))
        of_language = tallies.setdefault(text.language, {})
        for changed, other in ((text, known), (known, text)):
            trial = Trial(name, changed, other, changed is text, clean)
            names = KNOWING if changed is known else GENERAL
            made = list(mutants(changed, other, names)) + list(elsewhere_operators.mutants(Pair(changed, other)))
            for mutant in made[::every]:
                tally = of_language.setdefault(mutant.operator, Tally())
                count(tally, trial, mutant, FAMILIES[mutant.operator])
    return tallies


def false_alarms(folders: Iterable[Path]) -> tuple[int, list[str]]:
    """Blocks compared on faithful translations and their equivalent edits, and every finding there."""
    compared, alarms = 0, []
    for name, text, known in pairs(folders):
        blocks = sum(len(section.blocks) for section in text.sections)
        edits = [(text, known), *_edited(text, known)]
        compared += blocks * len(edits)
        alarms += [
            f"{name} {text.language} {known.language}: {finding.rule} {finding.place.line} {finding.message.en}"
            for one, other in edits
            for finding in findings(one, other)
        ]
    return compared, alarms


def _edited(text: Text, known: Text) -> Iterator[tuple[Text, Text]]:
    for equivalent in EQUIVALENTS.values():
        for changed in (text, known):
            source = equivalent(changed.source, changed.language)
            read = read_text(changed.policy, changed.language, changed.path, source)
            yield (read, known) if changed is text else (text, read)


def tables(tallies: dict[str, dict[str, Tally]], alarms: tuple[int, list[str]]) -> str:
    """The rates by language and by family, as Markdown tables."""
    rows = ["| language | mutants | found | both lines right |", "|---|--:|--:|--:|"]
    families: dict[str, tuple[int, int, int]] = {}
    for language, operators in sorted(tallies.items()):
        rows.append(_row(language, _sum(operators.values())))
        for name, tally in operators.items():
            family = families.get(FAMILIES[name], (0, 0, 0))
            families[FAMILIES[name]] = tuple(map(sum, zip(family, _sum([tally]), strict=True)))  # type: ignore[assignment]
    rows += ["", "| family | mutants | found | both lines right |", "|---|--:|--:|--:|"]
    rows += [_row(family, numbers) for family, numbers in families.items()]
    compared, found = alarms
    silence = f"False alarms: {len(found)} on {compared} compared blocks ({rate(len(found), compared)})."
    return "\n".join([*rows, "", silence])


def _sum(tallies: Iterable[Tally]) -> tuple[int, int, int]:
    listed = list(tallies)
    return sum(t.made for t in listed), sum(t.killed for t in listed), sum(t.both_lines for t in listed)


def _row(name: str, numbers: tuple[int, int, int]) -> str:
    made, killed, lines = numbers
    return f"| {name} | {made} | {rate(killed, made)} | {rate(lines, killed)} |"


def main() -> None:
    """Measure and print, as the command line asks."""
    parser = argparse.ArgumentParser("python -m tests.mutation.elsewhere", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="default: all")
    asked = arguments(parser)
    folders = asked.folders or sorted(CORPUS.iterdir())
    tallies, alarms = run(folders), false_alarms(folders)
    shown = tables(tallies, alarms)
    sys.stdout.write(f"{shown}\n")
    if asked.write:
        before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{shown}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")
    if asked.survivors:
        for operators in tallies.values():
            for name, tally in operators.items():
                sys.stdout.writelines(f"survivor {name} {where}\n" for where in tally.survivors)
                sys.stdout.writelines(f"astray {name} {where}\n" for where in tally.astray)
        sys.stdout.writelines(f"alarm {alarm}\n" for alarm in alarms[1])


if __name__ == "__main__":
    main()
