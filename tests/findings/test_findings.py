"""Every message as people read it: one file per rule in tests/golden/findings.

After a change of a message, `python -m tests.findings.write` writes the reports anew; read every line of the
difference, in both languages, before committing it.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.findings.cases import FOLDER
from tests.findings.write import contents, names
from tests.platform import PROJECT

NAMES = names()


@pytest.mark.parametrize("name", NAMES)
def test_what_people_read(name: str) -> None:
    held = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert contents(name, NAMES[name]) == held, "run: python -m tests.findings.write"
    assert re.search(rf"  \[{name}\]$", held, re.MULTILINE), "no case in this file is about the rule"


def test_every_file_is_about_a_rule() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == set(NAMES)


NO_WORDS_OF_LEGAL = re.compile(
    r"\b(?:YAML|git|front.?matter|fingerprints?|commit(?:ted|s)?|diff|hash|SHA-256|None|null|node|parser?|base|"
    r"(?<!promulgate )records?)\b",
    re.IGNORECASE,
)
PATH = re.compile(r"[\w.-]+(?:/[\w.-]+)+|\[[a-z-]+\]$")


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_messages_are_sentences_without_words_of_the_machine(path: Path) -> None:
    reports = re.findall(r"^````text\n(.*?)^````$", path.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    for report in reports:
        lines = [PATH.sub("", line) for line in report.splitlines()]
        assert [line for line in lines if NO_WORDS_OF_LEGAL.search(line)] == []
        english = re.findall(r"^    (?:Must fix|Should review|Waiting to be recorded): (.*?)  \[", report, re.MULTILINE)
        assert english
        assert [message for message in english if message[0].islower() or message[-1] == "."] == []


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.stem)
def test_what_an_exception_has_to_name_stands_in_the_message(path: Path) -> None:
    held = re.sub(r"^````markdown\n.*?^````$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    for report, facts in re.findall(r"^````text\n(.*?)^````\n\n((?:^- [^\n]*\n)*)", held, re.MULTILINE | re.DOTALL):
        told = [paragraph.split("\n") for paragraph in report.split("\n\n")]
        for fact in facts.splitlines():
            rule, values = fact.split()[1], re.findall("“(.*?)”(?= “|$)", fact)
            for value in values:
                assert [
                    lines
                    for lines in told
                    if value in lines[0] and any(value in line and line.endswith(f"[{rule}]") for line in lines)
                ], (rule, value)


SPEAKING = ("Bilingual", "problem", "_problem", "_header_problem", "_damage", "Bound")
"""What makes a sentence of strings."""
OTHERS = ("front_matter.py", "bounds.py", "layout.py", "errata.py", "tree.py", "markdown/reader.py")
UNREACHED = ("ข้อความซ้อนกันลึกเกินไป", "ลดชั้นของรายการหรือข้อความอ้าง")
"""What the bounds find before the engine is asked."""


def test_every_sentence_is_shown() -> None:
    held = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.iterdir()).casefold()
    package = PROJECT / "build_tools" / "promulgate"
    modules = [path for path in (package / "rules").glob("*.py") if path.stem != "documentation"]
    missing = [
        (path.name, piece)
        for path in (*modules, *(package / name for name in OTHERS))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in SPEAKING
        for piece in pieces(node)
        if piece.casefold() not in held
    ]
    assert missing == []


def pieces(call: ast.Call) -> Iterator[str]:
    """What stands between the values in the strings of a sentence."""
    strings = list(ast.walk(call))
    formats = {id(part) for node in strings if isinstance(node, ast.JoinedStr) for part in _formats(node)}
    words = [node.value for node in strings if isinstance(node, ast.Constant) and id(node) not in formats]
    if not set(UNREACHED) & set(words):
        for word in words:
            yield from filter(None, map(str.strip, word.split("\n"))) if isinstance(word, str) else ()


def _formats(string: ast.JoinedStr) -> Iterator[ast.AST]:
    for value in string.values:
        if isinstance(value, ast.FormattedValue) and value.format_spec is not None:
            yield from ast.walk(value.format_spec)
