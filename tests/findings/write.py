"""Writes tests/golden/findings: `python -m tests.findings.write`. Read the difference as a lawyer, in both languages.

What stands in the files of a case is kept as it is, the reports are written anew. A new case is a title and what stands
in the files; the example in the docstring of a rule and the situations in this folder come by themselves.
"""

from __future__ import annotations

import functools

from promulgate.rules.documentation import OTHER_MESSAGES, Documentation, Documented, document
from promulgate.rules.policy_registry import policy_rules
from promulgate.rules.registry import rules
from tests.findings.cases import FOLDER, NOT_RECORDED, Case, judgement_on, read_cases, shown
from tests.findings.situations_of_files import of_broken_files, of_errata, of_layout
from tests.findings.situations_of_records import of_records, of_time
from tests.findings.trees import Situation

_EXAMPLE = "ตัวอย่างในคำอธิบายของกฎ · The example in the rule’s description"


def names() -> dict[str, Documentation | None]:
    """Every name a finding can have; the documentation of those that are rules."""
    everything: list[Documented] = [*rules(), *policy_rules()]
    return {**{rule.id: document(rule) for rule in everything}, **dict.fromkeys(OTHER_MESSAGES)}


@functools.cache
def situations() -> dict[str, list[Situation]]:
    """The situations of each rule."""
    found: dict[str, list[Situation]] = {}
    for listed in (of_records, of_time, of_layout, of_errata, of_broken_files):
        for situation in listed():
            found.setdefault(situation.rule, []).append(situation)
    return found


def contents(name: str, documentation: Documentation | None) -> str:
    """What the file of a rule holds: its example, the cases that stand there already, its situations."""
    path = FOLDER / f"{name}.md"
    cases = list(read_cases(path.read_text(encoding="utf-8"))) if path.is_file() else []
    cases = [case for case in cases if case.parts and case.title != _EXAMPLE]
    if documentation is not None and documentation.fails.parts:
        cases.insert(0, Case(_EXAMPLE, documentation.fails.parts))
    meaning = (documentation.thai, documentation.summary) if documentation is not None else _meaning(name)
    unrecorded = name == NOT_RECORDED
    return "\n".join(
        [
            *(f"# {name}\n", f"{meaning[0]}\n", f"{meaning[1]}\n"),
            *(f"{case}\n{shown(judgement_on(case), unrecorded=unrecorded)}" for case in cases),
            *(
                f"## {situation.title}\n\n{shown(situation.judgement(), unrecorded=unrecorded)}"
                for situation in situations().get(name, [])
            ),
        ]
    )


def _meaning(name: str) -> tuple[str, str]:
    return OTHER_MESSAGES[name].th, OTHER_MESSAGES[name].en


def files() -> dict[str, str]:
    """What every file of the folder has to hold, by the rule it is about."""
    return {name: contents(name, documentation) for name, documentation in names().items()}


if __name__ == "__main__":
    for name, words in files().items():
        (FOLDER / f"{name}.md").write_text(words, encoding="utf-8")
