"""Every rule's docstring is its documentation, and its examples are run through the gate."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from promulgate.checking import LAYOUT, UNLISTED
from promulgate.rules import registry
from promulgate.rules.documentation import OTHER_MESSAGES, document
from promulgate.rules.policy_registry import policy_rules
from promulgate.rules.registry import judge, rules
from promulgate.rules.subject import Rule
from tests.platform import PROJECT
from tests.subjects import found, subject_of
from tests.write_docs import pages

EXECUTABLE = [rule for rule in rules() if document(rule).passes.parts]


@pytest.mark.parametrize("rule", EXECUTABLE, ids=lambda rule: rule.id)
def test_the_example_that_passes_raises_no_finding(rule: Rule) -> None:
    assert found(judge(subject_of(document(rule).passes))) == []


@pytest.mark.parametrize("rule", EXECUTABLE, ids=lambda rule: rule.id)
def test_the_example_that_fails_raises_this_one_finding(rule: Rule) -> None:
    findings = judge(subject_of(document(rule).fails))
    assert [finding.rule for finding in findings] == [rule.id]
    assert findings[0].severity is rule.severity


@pytest.mark.parametrize("rule", EXECUTABLE, ids=lambda rule: rule.id)
def test_messages_speak_both_languages_and_no_machine_language(rule: Rule) -> None:
    finding = judge(subject_of(document(rule).fails))[0]
    for sentence in (finding.message, finding.hint):
        assert sentence.th
        assert sentence.en
        for word in ("YAML", "front matter", "git", "commit", "fingerprint", "None"):
            assert not re.search(rf"\b{word}\b", sentence.th + sentence.en)
    assert any("\u0e00" <= character <= "\u0e7f" for character in finding.message.th)


def test_every_rule_of_the_house_is_registered_and_named_after_its_file() -> None:
    folder = Path(registry.__file__).parent
    written = {path.stem for path in folder.glob("*.py") if "\nRULE = Rule(" in path.read_text(encoding="utf-8")}
    assert written == set(registry.MODULES)
    assert [rule.id for rule in rules()] == [name.replace("_", "-") for name in registry.MODULES]


@pytest.mark.parametrize("rule", [*rules(), *policy_rules()], ids=lambda rule: rule.id)
def test_every_docstring_explains_in_two_languages(rule: Rule) -> None:
    documentation = document(rule)
    assert documentation.summary.endswith((".", "?"))
    assert documentation.thai
    for example in (documentation.passes, documentation.fails):
        assert bool(example.sentence) != bool(example.parts)


def test_every_name_a_finding_can_have_is_explained() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (PROJECT / "build_tools" / "promulgate").rglob("*.py")]
    name = re.compile(r'_problem\("([a-z-]+)"|^_?RULE = "([a-z-]+)"', re.MULTILINE)
    names = {pair for words in sources for pair in name.findall(words)}
    found = {one or other for one, other in names} | {LAYOUT, UNLISTED}
    assert found == set(OTHER_MESSAGES)


@pytest.mark.parametrize("path", pages(), ids=lambda path: path.name)
def test_the_pages_of_the_rules_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path], "run: python -m tests.write_docs"
