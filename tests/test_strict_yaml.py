"""YAML that is not as plain as it looks, in the lines at the top of a text and in the settings."""

from __future__ import annotations

import pytest

from promulgate.errors import ConfigurationError, SourceError
from promulgate.front_matter import parse
from promulgate.settings import read_settings
from promulgate.strict_yaml import StrictYamlError, load
from tests.support import SETTINGS

GOOD = 'version: "2.10"\neffective: 2027-01-01\nmaterial: true\nsummary: words\n'

HOSTILE = [
    ("alias", "a: &x b\nc: *x\n", 1),
    ("alias without an anchor", "a: *x\n", 1),
    ("anchor on a mapping", "&a {b: c}\n", 1),
    ("a billion laughs", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n", 1),
    ("tag that runs", '!!python/object/apply:os.system ["touch x"]\n', 1),
    ("tag that imports", "a: !!python/name:os.system\n", 1),
    ("tag that calls", "a: !!python/object/new:os.system [id]\n", 1),
    ("tag of the environment", "a: b\nc: !ENV SECRET\n", 2),
    ("tag of a type", "a: !!str 1\n", 1),
    ("tag in full", "!<tag:yaml.org,2002:python/name:os> a\n", 1),
    ("tag by a directive", "%TAG ! tag:yaml.org,2002:python/\n---\na: !name:os b\n", 1),
    ("version directive", "%YAML 1.1\n---\na: b\n", 1),
    ("merge key", "<<: {a: b}\nc: d\n", 1),
    ("key twice", "a: b\nc: d\na: e\n", 3),
    ("key twice, once escaped", 'a: b\n"\\u0061": c\n', 2),
    ("key twice inside", "x:\n  a: b\n  a: c\n", 3),
    ("key that is a list", "? [a, b]\n: c\n", 1),
    ("key that is a mapping", "{a: b}: c\n", 1),
    ("two documents", "a: b\n---\nc: d\n", 2),
    ("document after the end", "a: b\n...\nc: d\n", 3),
    ("line end only YAML knows", "a: b\u2028c: d\n", 1),
    ("paragraph end only YAML knows", "a: b\u2029c: d\n", 1),
    ("next line", "a: b\x85c: d\n", 1),
    ("line end of old machines", "a: b\rc: d\n", 1),
    ("NUL", "a: \0\n", 1),
    ("bell", "a: b\nc: \x07\n", 2),
    ("surrogate by an escape", 'a: "\\ud800"\n', 1),
    ("no character by an escape", 'a: "\\UFFFFFFFF"\n', 1),
    ("half an escape", 'a: "\\x"\n', 1),
    ("lists without end", "[" * 30_000, 1),
    ("mappings without end", "{a: " * 10_000, 1),
    ("dashes without end", "- " * 30_000, 1),
    ("questions without end", "? " * 30_000, 1),
    ("deeper than any", "a:\n" + "".join(f"{' ' * depth}a:\n" for depth in range(1, 40)), 17),
    ("longer than any", "a: " + "x" * 70_000, 1),
    ("more entries than any", "a: [" + "b," * 20_000 + "]\n", 1),
    ("quote without end", 'a: "' + "b" * 50_000, 1),
    ("tab for spaces", "a:\n\tb: c\n", 2),
    ("two colons", "a: b: c\n", 1),
    ("reserved sign", "a: @b\n", 1),
    ("half a list", "a: [b\nc: d\n", 2),
]


@pytest.mark.parametrize(("source", "line"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_a_hostile_document_is_refused_at_its_line(source: str, line: int) -> None:
    with pytest.raises(StrictYamlError) as caught:
        load(source)
    assert caught.value.line == line


@pytest.mark.parametrize("source", [case[1] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_it_is_refused_in_a_text_and_in_the_settings(source: str) -> None:
    with pytest.raises(SourceError):
        parse("policies/th/privacy.md", source)
    with pytest.raises(ConfigurationError, match=r"^mkdocs\.yml:[0-9]+: "):
        read_settings(source.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *(("no", "no"), ("2.10", "2.10"), ("1_000", "1_000"), ("0x1F", "0x1F"), ("12:30:45", "12:30:45"), ("~", "~")),
        *(("2027-01-01", "2027-01-01"), ("null", "null"), ("1e3", "1e3"), ("010", "010"), (".inf", ".inf"), ("=", "=")),
    ],
)
def test_every_value_is_the_text_that_was_written(written: str, value: str) -> None:
    root = load(f"a: {written}\n")
    assert root is not None
    assert root.plain() == {"a": value}


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ("summary: fee of 500 #1 of 2\n", "The words after # in “summary” would vanish"),
        ("urgent: court order # and a secret\n", "The words after # in “urgent” would vanish"),
        ('summary: "a\\u202eb"\n', "U+202E"),
        ('summary: "a\\u200bb"\n', "U+200B"),
        ('summary: "a\\Nb"\n', "U+0085"),
        ('withdrawn: "a\\_b"\n', "U+00A0"),
        ("acknowledged: [{section: a, changed: th-12345678, reason: typo} ]\nurgent: x #y\n", "“urgent” would vanish"),
        (
            "acknowledged:\n  - section: a\n    changed: th-12345678\n    reason: typo #2\n",
            "The words after # in “reason” would vanish",
        ),
        ("effective: 2570-01-01\n", "2027"),
        ("effective: 2570-13-41\n", "2027"),
    ],
)
def test_words_that_would_vanish_or_hide_are_refused(more: str, words: str) -> None:
    key = more.partition(":")[0]
    others = "".join(line for line in GOOD.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    with pytest.raises(SourceError) as caught:
        parse("policies/th/privacy.md", others + more)
    assert any(words in problem.message.en for problem in caught.value.problems)
    assert all(problem.message.th != problem.message.en for problem in caught.value.problems)


def test_a_comment_that_hides_nothing_is_welcome() -> None:
    parse("x.md", '# who: legal\nversion: "2.1"  # the next\neffective: 2027-01-01 # a Friday\nsummary: "all #1"\n')


def test_a_buddhist_year_is_named_with_its_common_year_in_thai_too() -> None:
    with pytest.raises(SourceError) as caught:
        parse("x.md", 'version: "2.1"\neffective: 2570-01-01\n')
    assert "พ.ศ. 2570" in caught.value.problems[0].message.th
    assert "ค.ศ. 2027" in caught.value.problems[0].message.th


def test_settings_from_another_file_are_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:1: INHERIT"):
        read_settings(f"INHERIT: ../other.yml\n{SETTINGS}".encode())


@pytest.mark.parametrize(
    ("source", "line", "column"),
    [
        ("\u2028a: 1\n", 1, 1),
        ("a: 1\u2028\n", 1, 5),
        ("\na: 1\u2028\n", 2, 5),
        ("a: 1\n\nb: xyz\u0085\nc: \u2029\n", 3, 7),
        ("a: 1\r\nb\rc", 2, 2),
        ("a: 1\nb: \x01\n", 2, 4),
        ("\x07", 1, 1),
        ("a: 1\nb: [\nc: *x\n", 3, 4),
        ("a: !t x\n", 1, 4),
        ("a: 1\nb:\n  - &c d\n", 3, 5),
    ],
)
def test_a_place_is_told_by_line_and_column(source: str, line: int, column: int) -> None:
    with pytest.raises(StrictYamlError) as caught:
        load(source)
    assert (caught.value.line, caught.value.column) == (line, column)


def test_every_value_remembers_its_line_and_whether_a_comment_follows() -> None:
    root = load("a: 1 # one\nb:\n  - x\n  - 'y' # no words are lost\nc:\n  d: {e: f}\ng: >-\n  # words\n  h\n")
    assert root is not None
    assert isinstance(root.value, dict)
    assert (root.line, {key: node.line for key, node in root.value.items()}) == (1, {"a": 1, "b": 2, "c": 5, "g": 7})
    assert {key: node.comment for key, node in root.value.items()} == {"a": True, "b": False, "c": False, "g": False}
    assert isinstance(root.value["b"].value, list)
    assert [(node.value, node.line, node.comment) for node in root.value["b"].value] == [
        ("x", 3, False),
        ("y", 4, False),
    ]
    assert root.plain() == {"a": "1", "b": ["x", "y"], "c": {"d": {"e": "f"}}, "g": "# words h"}
    assert load("") is None
    assert load("# only a comment\n") is None


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("a: " + "x" * (64 * 1024 - 3), None),
        ("a: " + "x" * (64 * 1024 - 2), "longer than 64 KiB"),
        ("a: " + "ก" * 22000, "longer than 64 KiB"),
        ("[" * 16 + "]" * 16, None),
        ("[" * 17 + "]" * 17, "nested more than 16 deep"),
        ("- x\n" * 9990, None),
        ("- x\n" * 10_001, "more than 10000 entries"),
        ("a: *b\n", "an alias (*) is not allowed"),
        ("a: &b c\n", "an anchor (&) is not allowed"),
        ("a: !b c\n", "a tag (!b) is not allowed"),
        ("%YAML 1.1\n---\na: b\n", "a directive (%) is not allowed"),
        ("<<: {a: b}\n", "a merge key (<<) is not allowed"),
        ("a: 1\na: 2\n", "the key 'a' stands here twice"),
        ("? [a]\n: b\n", "a key must be a word"),
        ('a: "\\ud800"\n', "not readable: an escape (\\) names no character"),
        ('a: "\\UFFFFFFFF"\n', "not readable: an escape (\\) names no character"),
        ("a: \x01\n", "the character U+0001 is not allowed"),
        ("a: \u2028\n", "the line end U+2028 is not allowed"),
        ("a: b\rc: d\n", "the line end U+000D is not allowed"),
    ],
)
def test_the_bounds_and_what_is_said_beyond_them(source: str, words: str | None) -> None:
    if words is None:
        assert load(source) is not None
        return
    with pytest.raises(StrictYamlError) as caught:
        load(source)
    assert str(caught.value) == words
