"""Nothing is lost: the old and the new text come back, block by block, from the pieces alone."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from promulgate.errors import SourceError
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.redline import accept, compare, reject
from promulgate.redline.alignment import Work
from promulgate.redline.word_difference import compare_lines, compare_words
from tests.redline_texts import as_restored, edited, phrase, policy, text, written

REPOSITORY = Path(__file__).parent.parent


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_rejecting_gives_the_old_text_and_accepting_the_new_one(data: st.DataObject) -> None:
    sections = data.draw(policy())
    try:
        old = text(written(sections))
        new = text(written(data.draw(edited(sections))), "2.0")
    except SourceError:
        return
    redline = compare(old, new)
    assert reject(redline) == as_restored(old)
    assert accept(redline) == as_restored(new)


@settings(max_examples=30, deadline=None)
@given(policy(), policy())
def test_texts_that_have_nothing_to_do_with_each_other(old: list, new: list) -> None:  # type: ignore[type-arg]
    first, second = text(written(old)), text(written(new), "2.0")
    redline = compare(first, second)
    assert reject(redline) == as_restored(first)
    assert accept(redline) == as_restored(second)


@given(st.lists(st.one_of(phrase, st.text(max_size=8))), st.lists(st.one_of(phrase, st.text(max_size=8))))
def test_the_sides_of_pieces_join_to_the_words_compared(old: list[str], new: list[str]) -> None:
    for compare_two in (compare_words, compare_lines):
        pieces = compare_two(" ".join(old), " ".join(new), Work()).pieces
        assert "".join(piece.old for piece in pieces) == " ".join(old)
        assert "".join(piece.new for piece in pieces) == " ".join(new)


@given(phrase, st.lists(phrase, min_size=2), st.data())
def test_equal_words_are_found_again_after_an_edit_in_the_middle(
    extra: str, words: list[str], data: st.DataObject
) -> None:
    assume(len(" ".join(words)) >= len(extra))  # where hardly anything stayed, all of it is told as one replacement
    place = data.draw(st.integers(0, len(words)))
    old, new = " ".join(words), " ".join([*words[:place], extra, *words[place:]])
    pieces = compare_words(old, new, Work()).pieces
    inserted = "".join(piece.text for piece in pieces if piece.kind == "insert")
    assert not [piece for piece in pieces if piece.kind == "delete"]
    assert sorted("".join(inserted.split())) == sorted("".join(extra.split()))


def test_a_first_version_is_all_new() -> None:
    only = text("# ก\n\nข\n\n## ค {#aa}\n\n- ง\n")
    redline = compare(None, only)
    assert redline.first
    assert reject(redline) == ()
    assert accept(redline) == as_restored(only)


def real_texts() -> dict[str, list[Text]]:
    """Every text the repository keeps, by policy and language."""
    found: dict[str, list[Text]] = {}
    for path in sorted((REPOSITORY / "changelog").glob("*/*/??.md")):
        key = f"{path.parent.parent.name}/{path.stem}"
        found.setdefault(key, []).append(read_text(path.parent.parent.name, path.stem, str(path), path.read_bytes()))
    return found


def test_every_pair_of_recorded_versions() -> None:
    for texts in real_texts().values():
        for old, new in product(texts, repeat=2):
            redline = compare(old, new)
            assert reject(redline) == as_restored(old)
            assert accept(redline) == as_restored(new)
            assert (old == new) <= all(section.unchanged for section in redline.sections)


@pytest.mark.parametrize("same", ["# ก\n\nข\n", "# A\n\n1. b\n2. c\n\n| d |\n|---|\n| e |\n\nf[^1]\n\n[^1]: g\n"])
def test_a_text_against_itself_has_no_change(same: str) -> None:
    assert not list(compare(text(same), text(same, "2.0")).changed_sections)
