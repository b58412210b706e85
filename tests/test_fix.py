"""`promulgate fix` mends what has one right answer, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from promulgate.errors import SourceError
from promulgate.fixing import fix_source
from promulgate.markdown import read_text
from tests.subjects import judged, source, text
from tests.support import Repository
from tests.test_markdown import MARKDOWN

PATH = "policies/th/privacy.md"


def fixed(contents: bytes) -> bytes:
    return fix_source("privacy", "th", PATH, contents)[0]


def body_of(contents: bytes) -> str:
    return contents.decode().partition("---\n# ")[2].partition("\n\n")[2].rstrip("\n")


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("a\n- b\n- c", "a\n\n- b\n- c"),
        ("a\n1. b\n2. c", "a\n\n1. b\n2. c"),
        ("- a\n  - b\n    - c\n  - d\n- e", "- a\n    - b\n        - c\n    - d\n- e"),
        ("- a\n   - b\n\nc", "- a\n    - b\n\nc"),
        ("น\u0e4d้า น\u0e4dา น้\u0e4dา เเละ", "น้ำ นำ น้ำ และ"),
        ("cafe\u0301", "caf\u00e9"),
    ],
)
def test_it_is_mended(broken: str, mended: str) -> None:
    assert body_of(fixed(source("th", broken))) == mended


@pytest.mark.parametrize(
    "body",
    [
        "not before\n30. September",
        "1. a\n2. b\n4. c",
        "- a\n  - b\n     - c",
        "> a\n> - b",
        "```\na\n- b\n```",
        "a\u200bb",
        "2026. The company",
        "| a | b |\n|---|---|\n| c | d | e |",
        "1) a\n2) b",
    ],
)
def test_what_has_more_than_one_right_answer_is_left_alone(body: str) -> None:
    assert fixed(source("th", body)) == source("th", body)


@pytest.mark.parametrize(
    "change",
    [
        lambda contents: b"\xef\xbb\xbf" + contents,
        lambda contents: contents.decode().encode("utf-16"),
        lambda contents: contents.replace(b"\n", b"\r\n"),
        lambda contents: contents.replace(b"\n", b"\r"),
    ],
)
def test_encoding_and_line_ends_are_mended(change: object) -> None:
    whole = source("th", "น้ำ\n\n- ก\n- ข")
    assert callable(change)
    assert fixed(change(whole)) == whole


def test_a_nested_list_is_nested_as_it_was_meant() -> None:
    broken = "- a\n  - b\n    - c\n  - d\n- e"
    mended = body_of(fixed(source("th", broken)))
    depths = [(block.text, block.depth) for block in text("th", mended).sections[0].blocks]
    assert depths == [("a", 1), ("b", 2), ("c", 3), ("d", 2), ("e", 1)]
    assert not [finding for finding in judged({"th": mended, "en": mended}) if finding[0].startswith("list")]


@settings(max_examples=80, deadline=None)
@example("[^1]: n\n- a\n  - b", "\n")
@given(MARKDOWN, st.sampled_from(["\n", "\r\n"]))
def test_fixing_twice_is_fixing_once_and_no_word_is_touched(body: str, end: str) -> None:
    contents = source("th", body).replace(b"\n", end.encode())
    once = fixed(contents)
    assert fixed(once) == once
    assert "".join(once.decode().split()) == "".join(fixed(contents).decode().split())
    try:
        before, after = (read_text("privacy", "th", PATH, one) for one in (contents, once))
    except SourceError:
        return
    assert before.metadata == after.metadata


def test_the_command_says_what_it_did_and_leaves_fixed_versions_alone(published: Repository) -> None:
    glued = published.read("policies/th/privacy.md").replace("\n\n- ชื่อ", "\n- ชื่อ").replace("\n", "\r\n")
    published.write("policies/th/privacy.md", glued)
    untouched = published.run("fix")
    assert (untouched.status, untouched.output) == (0, "")
    assert (published.root / "policies/th/privacy.md").read_bytes() == glued.encode()
    published.write("policies/th/privacy.md", glued.replace('"1.0"', '"1.1"'))
    outcome = published.run("fix")
    assert outcome.status == 0
    assert outcome.output.splitlines() == [
        "policies/th/privacy.md:1: เปลี่ยนการขึ้นบรรทัดเป็นแบบเดียวกันทั้งไฟล์ / made all line ends the same",
        "policies/th/privacy.md:17: เว้นบรรทัดว่างก่อนรายการ / left an empty line before the list",
    ]
    assert "\r" not in (published.root / "policies/th/privacy.md").read_bytes().decode()
    assert published.run("fix").output == ""


def test_settings_that_run_code_are_refused_before_anything_loads_them(published: Repository) -> None:
    """What lies on disk is what MkDocs would load, whatever was committed."""
    settings = published.read("mkdocs.yml")
    published.write("mkdocs.yml", settings + "extra:\n  x: !!python/object/apply:os.system ['touch executed']\n")
    outcome = published.run("build")
    assert outcome.status == 2
    assert "a tag" in outcome.errors
    assert not (published.root / "executed").exists()
