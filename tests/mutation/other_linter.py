"""Runs the linter of a public repository of translated legal texts on the mutants our gate is measured with.

    python -m tests.mutation.other_linter FOLDER [INTERPRETER]

FOLDER holds that linter's `lint_documents.py` and `functions.py`, INTERPRETER is a Python that has what they require
(this one by default); none of it is part of this repository. The linter compares links and anchors of a translation
with those of the English text of the same name. So every mutant becomes a pair of files of its own, with anchors
written as the linter reads them. A mutant is found where the linter says what it does not say of the faithful pair.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from promulgate.errors import SourceError
from promulgate.markdown import read_text
from promulgate.model import Text
from tests.mutation import elsewhere, elsewhere_operators
from tests.mutation.harness import CORPUS, Tally, Trial, count, finding_key, findings, pairs, rate, reads_the_same
from tests.mutation.mutant import Mutant, Pair
from tests.mutation.operators import mutants

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ANCHOR = re.compile(r"\{#([\w-]+)\}")
_SAID_OF = re.compile(r"  File: (\w+)\.md\n((?:    .*\n?)*)")
_EVERY = 7
"""One mutant of so many is tried."""
_FAMILIES = ("structure", "links", "numbers", "dates", "sums", "references")


def main(arguments: list[str]) -> None:
    linter, interpreter = Path(arguments[0]), (arguments[1:] or [sys.executable])[0]
    ours: dict[str, Tally] = {}
    with tempfile.TemporaryDirectory() as folder:
        names = list(_write_all(Path(folder), ours))
        command = [interpreter, "lint_documents.py", "--path", folder]
        said = subprocess.run(command, cwd=linter, capture_output=True, text=True, check=False).stdout
    theirs: dict[str, str] = dict(_SAID_OF.findall(said))
    rows = ["| family | mutants | our gate | the linter |", "|---|--:|--:|--:|"]
    for family in _FAMILIES:
        made = [(name, clean) for name, clean, of in names if of == family]
        found = sum(theirs.get(name, "") != theirs.get(clean, "") for name, clean in made)
        tally = ours[family]
        rows.append(f"| {family} | {tally.made} | {rate(tally.killed, tally.made)} | {rate(found, len(made))} |")
    faithful = {clean for _, clean, _ in names}
    alarmed = sum(clean in theirs for clean in faithful)
    rows += ["", f"Faithful pairs of which the linter says something: {alarmed} of {len(faithful)}."]
    sys.stdout.write("\n".join(rows) + "\n")


def _write_all(folder: Path, ours: dict[str, Tally]) -> Iterator[tuple[str, str, str]]:
    """Write every pair, faithful and with each defect, judge it, and yield its name, its pair's and its family."""
    both = [*pairs(sorted(CORPUS.iterdir())), *elsewhere.pairs(sorted(elsewhere.CORPUS.iterdir()))]
    for number, (name, first, second) in enumerate(both):
        clean = f"p{number}"
        _write(folder, clean, first.source, second.source)
        known = frozenset(finding_key(finding) for finding in findings(first, second))
        for text, other in ((first, second), (second, first)):
            trial = Trial(name, text, other, text is first, known)
            for mutant_number, mutant in enumerate(islice(_mutants(text, other), 0, None, _EVERY)):
                family = elsewhere.FAMILIES[mutant.operator]
                if family not in _FAMILIES or not _is_seen(mutant, text):
                    continue
                count(ours.setdefault(family, Tally()), trial, mutant, family)
                mutated = f"p{number}{'ab'[text is first]}{mutant_number}"
                sources = (mutant.source, other.source) if text is first else (other.source, mutant.source)
                _write(folder, mutated, *sources)
                yield mutated, clean, family


def _mutants(text: Text, other: Text) -> Iterator[Mutant]:
    both_known = {text.language, other.language} <= set(elsewhere.KNOWN)
    yield from mutants(text, other, None if both_known else elsewhere.GENERAL)
    if not both_known:
        yield from elsewhere_operators.mutants(Pair(text, other))


def _is_seen(mutant: Mutant, text: Text) -> bool:
    try:
        return not reads_the_same(read_text(text.policy, text.language, text.path, mutant.source), text)
    except SourceError:
        return True


def _write(folder: Path, name: str, translation: bytes, reference: bytes) -> None:
    for place, source in (("xx", translation), ("en", reference)):
        (folder / place).mkdir(exist_ok=True)
        words = _ANCHOR.sub(r"{: #\1 }", _FRONT_MATTER.sub("", source.decode()))
        (folder / place / f"{name}.md").write_text(words, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
