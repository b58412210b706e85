"""What `promulgate check` says of a small broken text: one Markdown file per rule in tests/golden/findings.

A file holds cases. A case is a title, what stands in the files, and the report. What stands in the files is named so:

    th:                     the text in a language, under ordinary lines at the top and a title
    th before:              the same as it is published already; a language without it was the same as now
    top: / th top:          the lines at the top, in place of the ordinary ones; also `before top:`
    glossary: settings:     the glossary; settings of the plugin
    now:                    the instant of the check
    policies/th/x.md:       any file, whole; `before policies/th/x.md:` as it is published already

Below a report stands what programs are told of each finding besides: section, columns, what an exception would name.
`⟦U+200B⟧` stands for a character nobody would see. The report is left without the line that the version is not recorded
yet, which every new version has (its own file is record-missing.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from promulgate.checking import Judgement, judge_tree
from promulgate.model import Finding
from promulgate.recording import records_to_write
from promulgate.report.text_report import render
from promulgate.settings import read_settings
from promulgate.tree import GLOSSARY, Tree
from tests.subjects import NOW, SUMMARIES, TITLES

FOLDER = Path(__file__).parent.parent / "golden" / "findings"
NOT_RECORDED = "record-missing"
_FENCE = "````"
_PIECE = re.compile(
    r"^(?:## (?P<title>[^\n]+)"
    rf"|(?P<key>[^\n`#]+):\n\n{_FENCE}markdown\n(?P<words>.*?)\n{_FENCE}"
    rf"|{_FENCE}text\n.*?^{_FENCE})$",
    re.MULTILINE | re.DOTALL,
)
"""A title, what stands in a file, or a report."""
_UNSEEN = re.compile(r"⟦((?:U\+[0-9A-F]{4,6} ?)+)⟧")
_LANGUAGE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Case:
    """A title in both languages, and what stands in the files."""

    title: str
    parts: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        shown = (f"{key}:\n\n{_FENCE}markdown\n{words}\n{_FENCE}\n" for key, words in self.parts.items())
        return "\n".join((f"## {self.title}\n", *shown))


def read_cases(words: str) -> Iterator[Case]:
    """The cases of a file, without their reports."""
    title, parts = "", dict[str, str]()
    for match in _PIECE.finditer(words):
        if match["title"]:
            if title:
                yield Case(title, parts)
            title, parts = match["title"], {}
        elif match["key"]:
            parts[match["key"]] = match["words"]
    if title:
        yield Case(title, parts)


def report_of(judgement: Judgement, *, unrecorded: bool = False) -> str:
    """What `promulgate check` prints; `unrecorded`: with the line that a version is not recorded yet."""
    return render(judgement if unrecorded else judgement.without(NOT_RECORDED))


def shown(judgement: Judgement, *, unrecorded: bool = False) -> str:
    """A report as it stands in a file, and below it what programs are told besides.

    That is, for each finding: rule, section, both places to the column, and what an exception would have to name.
    """
    findings = (judgement if unrecorded else judgement.without(NOT_RECORDED)).findings
    facts = "".join(f"- {_fact(finding)}\n" for finding in findings)
    return f"{_FENCE}text\n{report_of(judgement, unrecorded=unrecorded)}{_FENCE}\n\n{facts}"


def _fact(finding: Finding) -> str:
    places = (finding.place, finding.counterpart) if finding.counterpart is not None else (finding.place,)
    where = " ".join(f"{place.language} {place.path}:{place.line}:{place.column}" for place in places)
    named = "".join(f" “{value}”" for value in finding.values)
    return f"{finding.rule} {finding.policy or '–'} {finding.section or '–'} {where}{named}"


def judgement_on(case: Case) -> Judgement:
    """The judgement of what stands in the files of a case."""
    base = tree_of(case, "before ") if any("before" in key for key in case.parts) else None
    head = tree_of(case)
    if base is not None:
        base = recorded(base)
        records = {path: source for path, source in base.files.items() if path.startswith("changelog/")}
        head = Tree({**records, **head.files})
    now = datetime.fromisoformat(case.parts["now"]) if "now" in case.parts else NOW
    return judge_tree(head, base, now)


def tree_of(case: Case, when: str = "") -> Tree:
    """The files of a case; `when` is empty for now, or `before `."""
    parts = case.parts
    languages = [key for key in parts if _LANGUAGE.fullmatch(key)]
    listed = languages if set(languages) - {"th", "en"} else ["th", "en"]
    more = "".join(f"\n      {line}" for line in parts.get("settings", "").splitlines())
    files = {"mkdocs.yml": f"plugins:\n  - promulgate:\n      languages: [{', '.join(listed)}]{more}\n"}
    if "glossary" in parts:
        files[GLOSSARY] = parts["glossary"] + "\n"
    for language in languages:
        body = parts.get(f"{language} {when}".strip(), parts[language])
        top = next((parts[key] for key in _tops(language, when) if key in parts), "")
        files[f"policies/{language}/privacy.md"] = _source(language, top, body)
    for key, words in parts.items():
        if "/" in key and key.startswith("before ") == bool(when):
            files[key.removeprefix(when)] = f"{words}\n"
    return Tree({path: _UNSEEN.sub(_character, words).encode() for path, words in files.items()})


def recorded(tree: Tree) -> Tree:
    """The same files with the records of what they say."""
    settings = read_settings(tree.files["mkdocs.yml"])
    return Tree({**tree.files, **records_to_write(tree, None, settings)})


def _tops(language: str, when: str) -> tuple[str, ...]:
    now = (f"{language} top", "top")
    return (f"{language} before top", "before top", *now) if when else now


def _source(language: str, top: str, body: str) -> str:
    lines = top or f'version: "1.0"\neffective: 2027-01-01\nsummary: {SUMMARIES[language]}'
    return f"---\n{lines}\n---\n\n# {TITLES[language]}\n\n{body}\n"


def _character(match: re.Match[str]) -> str:
    return "".join(chr(int(point.removeprefix("U+"), 16)) for point in match[1].split())
