"""`promulgate fix` mends what has one right answer, and nothing else."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from promulgate.errors import SourceError
from promulgate.fixing import fix_source
from promulgate.markdown import read_text
from promulgate.rules import list_glued, list_indent
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


def spelt(line: str) -> str:
    """A line with its letters stored as one, as fixing spells them."""
    line = unicodedata.normalize("NFC", line)
    line = re.sub("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32", "\\1\\2\u0e33", line)
    return line.replace("\u0e40\u0e40", "\u0e41")


def letters(words: str) -> list[str]:
    return sorted(letter for letter in words if letter.isalpha())


PIECES = st.sampled_from(
    [
        *("น\u0e4d้า", "cafe\u0301", "เเละ", "- a\n  - b\n    - c", "a\n- b\n- c", "a\n1. b", "- a\n   - b"),
        *("> a\n> - b", "1) a", "a\n30. b"),
    ]
)


@settings(max_examples=150, deadline=None)
@example("[^1]: n\n- a\n  - b", "\n", "")
@given(
    st.one_of(MARKDOWN, st.lists(st.one_of(MARKDOWN, PIECES), max_size=4).map("\n\n".join)),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "utf-8-sig", "utf-16"]),
)
def test_fixing_changes_white_space_and_spelling_and_nothing_else_and_is_the_same_done_twice(
    body: str, end: str, encoding: str
) -> None:
    whole = source("th", body).decode().replace("\r", "")
    contents = whole.replace("\n", end).encode(encoding or "utf-8")
    once = fixed(contents)
    assert fixed(once) == once
    # The same lines in the same order, but for empty ones and the space at their beginning.
    before = [spelt(line).lstrip() for line in whole.split("\n") if line.strip()]
    assert [line.lstrip() for line in once.decode().split("\n") if line.strip()] == before
    try:
        texts = [read_text("privacy", "th", PATH, one) for one in (spelt(whole).encode(), once)]
    except SourceError:
        return
    assert texts[0].metadata == texts[1].metadata
    assert letters(texts[0].visible) == letters(texts[1].visible)  # in any order: a footnote moves to the end


@settings(max_examples=100, deadline=None)
@given(MARKDOWN)
def test_a_text_without_a_defect_that_can_be_mended_stays_as_it_is_byte_for_byte(body: str) -> None:
    contents = source("th", body)
    try:
        read = read_text("privacy", "th", PATH, contents)
    except SourceError:
        return
    if b"\r" in contents or spelt(contents.decode()) != contents.decode():
        return
    if not list_indent.places(read) and not list_glued.places(read):
        assert fixed(contents) == contents


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
