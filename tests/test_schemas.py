"""The schemas editors use agree with the strict readers: what one takes, the other takes."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
import yaml

from promulgate.errors import ConfigurationError, SourceError
from promulgate.front_matter import parse, split
from promulgate.settings import read_settings
from promulgate.starting import repository_settings
from tests.platform import PROJECT

SOURCES = sorted((PROJECT / "policies").glob("*/*.md"))


class Core(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no dates, no yes and no."""


Core.yaml_implicit_resolvers = {}
for tag, pattern, starts in (
    ("bool", r"true|false", "tf"),
    ("int", r"-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
    ("null", r"null|~|", ["n", "~", ""]),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(starts))


def schema(name: str) -> Any:
    document = json.loads((files("promulgate") / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(document)
    return jsonschema.Draft202012Validator(document)


def read(words: str) -> Any:
    return yaml.load(words, Core)  # noqa: S506 - a safe loader


MINIMAL = 'version: "1.0"\neffective: 2027-01-01\n'
GOOD = (
    MINIMAL,
    'version: "2.0.1"\neffective: 2027-01-01T15:00\nmaterial: true\nsummary: >-\n  Words\n  of two lines\n',
    "version: 2.1\neffective: 2027-12-31\nmaterial: false\nsummary: ''\n",
    MINIMAL + "acknowledged:\n  - section: cookies\n    changed: th-3f2a9c1e\n    reason: แก้คำผิด\n",
    MINIMAL + 'exceptions:\n  - rule: number-value\n    section: fees\n    values: ["30"]\n    reason: Law differs\n',
    MINIMAL + "imported: นำเข้า\nurgent: เหตุผล\nends: true\n",
    MINIMAL + "withdrawn: called off\n",
)
BAD = (
    "effective: 2027-01-01\n",
    'version: "1.0"\n',
    'version: "1"\neffective: 2027-01-01\n',
    'version: "01.0"\neffective: 2027-01-01\n',
    'version: "1.0"\neffective: 2570-01-01\n',
    'version: "1.0"\neffective: 1 January 2027\n',
    'version: "1.0"\neffective: 2027-13-01\n',
    'version: "1.0"\neffective: 2027-01-01T25:00\n',
    MINIMAL + "material: yes\n",
    MINIMAL + "titel: x\n",
    MINIMAL + "summary: [a]\n",
    MINIMAL + f"summary: {'a' * 4001}\n",
    MINIMAL + "withdrawn: true\n",
    MINIMAL + "urgent: ' '\n",
    MINIMAL + "acknowledged:\n  - section: cookies\n    reason: typo\n",
    MINIMAL + "acknowledged:\n  - section: cookies\n    changed: 3f2a9c1e\n    reason: typo\n",
    MINIMAL + "exceptions:\n  - rule: number-value\n    section: fees\n    because: x\n",
    "- a\n",
)


@pytest.mark.parametrize("words", GOOD)
def test_good_lines_at_the_top_pass_both(words: str) -> None:
    schema("front-matter").validate(read(words))
    parse("policies/en/a.md", words)


@pytest.mark.parametrize("words", BAD)
def test_bad_lines_at_the_top_fail_both(words: str) -> None:
    assert not schema("front-matter").is_valid(read(words))
    with pytest.raises(SourceError):
        parse("policies/en/a.md", words)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_the_policies_of_this_project_pass(path: Any) -> None:
    header, _, _ = split(str(path), path.read_text(encoding="utf-8"))
    schema("front-matter").validate(read(header))


SETTINGS = "site_name: x\nplugins:\n  - search\n  - promulgate:\n"
GOOD_SETTINGS = (
    "plugins: [promulgate]\n",
    SETTINGS,
    SETTINGS + "      languages: [th, en, zh-Hant]\n      prevailing: th\n      notice_days: 0\n",
    SETTINGS + "      rules:\n        number-value: warning\n        length-ratio: off\n",
    SETTINGS + "      site_name:\n        th: นโยบาย\n        en: Policies\n",
)
BAD_SETTINGS = (
    "site_name: x\n",
    "plugins: [search]\n",
    SETTINGS + "      language: [th]\n",
    SETTINGS + "      languages: []\n",
    SETTINGS + "      languages: [th, th]\n",
    SETTINGS + "      languages: [Thai]\n",
    SETTINGS + "      notice_days: soon\n",
    SETTINGS + "      notice_days: -1\n",
    SETTINGS + "      rules:\n        number-value: ignore\n",
    SETTINGS + "      rules: off\n",
    SETTINGS + "      site_notice: Hello\n",
)


@pytest.mark.parametrize(
    "words", [*GOOD_SETTINGS, (PROJECT / "mkdocs.yml").read_text("utf-8"), repository_settings().decode()]
)
def test_good_settings_pass_both(words: str) -> None:
    schema("settings").validate(read(words))
    read_settings(words.encode())


@pytest.mark.parametrize("words", BAD_SETTINGS)
def test_bad_settings_fail_both(words: str) -> None:
    assert not schema("settings").is_valid(read(words))
    with pytest.raises(ConfigurationError):
        read_settings(words.encode())
