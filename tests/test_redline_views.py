"""Every view shows the same words, harms nobody, and reads well."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from promulgate.errors import SourceError
from promulgate.records import RecordedAcknowledgement
from promulgate.redline import compare
from promulgate.redline.alignment import Work
from promulgate.redline.html import bilingual_redline_html, redline_html
from promulgate.redline.html_words import HtmlWords
from promulgate.redline.json import redline_json
from promulgate.redline.markdown import redline_markdown
from promulgate.redline.markdown_words import escaped, marked, safe_start
from promulgate.redline.model import BlockChange, BlockChangeKind, Piece, PieceKind, Redline, RowChange
from promulgate.redline.plain import FORMATS, rendered
from promulgate.redline.terminal import redline_terminal
from promulgate.redline.word_difference import compare_words
from promulgate.words_on_page import strings
from tests.redline_texts import edited, phrase, policy, text, written
from tests.test_redline_golden import CASES, redline_of

SCHEMA = json.loads(
    (Path(__file__).parent.parent / "build_tools/promulgate/schemas/redline.schema.json").read_text(encoding="utf-8")
)
GITHUB = MarkdownIt("commonmark").enable(["strikethrough", "table"])
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]|\s")
EVIL = (
    '# <script>alert(1)</script>\n\n## "><img src=x onerror=alert(1)> {#a}\n\n'
    "[x](javascript:alert(1)) <b onclick=x> \x9b31m & | * _ `\n"
)


def all_redlines() -> list[Redline]:
    plain = text("# ก\n\nข\n")
    return [*map(redline_of, CASES), compare(None, plain), compare(plain, text(EVIL)), compare(text(EVIL), plain)]


def pieces_of(redline: Redline) -> Iterator[Piece]:
    """All pieces of all changes, in order."""
    for section in redline.sections:
        for change in section.changes:
            for part in change.cells if isinstance(change, RowChange) else (change,):
                yield from part.pieces


REDLINES = all_redlines()
NAMES = [*(case.stem for case in CASES), "first", "to-evil", "from-evil"]


def sides(html: str) -> tuple[str, str]:
    """The words of HTML with insertions left out, and with deletions left out; neither with hidden ones."""
    found = []
    for mark in ("ins", "del"):
        tree = lxml.html.fragment_fromstring(f"<div>{html}</div>")
        for element in [*tree.iter(mark), *tree.find_class("redline-hidden"), *tree.find_class("redline-break")]:
            element.drop_tree()
        found.append(tree.text_content())
    return found[0], found[1]


@pytest.mark.parametrize("redline", REDLINES, ids=NAMES)
def test_html_page_is_sound(redline: Redline) -> None:
    html = redline_html(redline, "th")
    tree = lxml.html.fragment_fromstring(html)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    inner = [address[1:] for address in tree.xpath("//a/@href") if address.startswith("#")]
    assert set(inner) <= set(ids)
    assert not tree.xpath("//script | //style | //img | //@style | //@onclick | //@onerror")
    assert not [address for address in tree.xpath("//a/@href") if address.startswith("javascript:")]
    assert all(name.startswith("redline") for names in tree.xpath("//@class") for name in names.split())
    assert not re.search(r"\{[a-z]+\}", tree.text_content())


@pytest.mark.parametrize("redline", REDLINES, ids=NAMES)
def test_every_word_of_both_texts_is_on_the_page(redline: Redline) -> None:
    tree = lxml.html.fragment_fromstring(redline_html(redline, "th"))
    for element in tree.find_class("redline-hidden"):
        element.drop_tree()
    shown = re.sub(r"\s|¶", "", tree.text_content())
    assert not [piece for piece in pieces_of(redline) if re.sub(r"\s", "", piece.text) not in shown]


def test_next_and_previous_lead_through_all_changes() -> None:
    for redline in REDLINES:
        tree = lxml.html.fragment_fromstring(redline_html(redline, "en"))
        changes = [name for name in tree.xpath("//@id") if re.fullmatch(r"redline-change-\d+", name)]
        assert changes == [f"redline-change-{number}" for number in range(1, len(changes) + 1)]
        steps = tree.xpath("//a[@class='redline-step']/@aria-label")
        assert steps.count("Next change") == steps.count("Previous change") == max(0, len(changes) - 1)


@given(st.lists(phrase | st.text(max_size=6), max_size=5), st.lists(phrase | st.text(max_size=6), max_size=5))
def test_html_of_a_change_holds_both_sides(old: list[str], new: list[str]) -> None:
    first, second = (CONTROL.sub(" ", " ".join(side)) for side in (old, new))
    pieces = compare_words(first, second, Work()).pieces
    change = BlockChange(BlockChangeKind.CHANGED, (), (), pieces)
    shown = sides(HtmlWords("added", "deleted", lambda _: "").pieces(change.pieces))
    # Spaces that differ are not marked: the page shows the new ones.

    assert ["".join(side.split()) for side in shown] == ["".join(first.split()), "".join(second.split())]


def test_links_and_emphasis_stay_in_words_that_did_not_change() -> None:
    old, new = "ดู **ข้อสำคัญ** ที่ [เว็บ](https://a.example) ก่อน 30 วัน", "ดู **ข้อสำคัญ** ที่ [เว็บ](https://a.example) ก่อน 60 วัน"
    html = redline_html(compare(text(f"# ก\n\n{old}\n"), text(f"# ก\n\n{new}\n")), "th")
    assert '<strong>ข้อสำคัญ</strong> ที่ <a href="https://a.example">เว็บ</a> ก่อน <del>' in html


def test_deletions_and_insertions_are_announced_in_words() -> None:
    html = redline_html(compare(text("# ก\n\nเก็บไว้ 30 วัน\n"), text("# ก\n\nเก็บไว้ 60 วัน\n")), "th")
    assert '<del><span class="redline-hidden">[ตัดออก] </span>30</del>' in html
    assert '<ins><span class="redline-hidden">[เพิ่ม] </span>60</ins>' in html


def test_unchanged_text_is_folded_with_its_neighbours_visible() -> None:
    old = "\n\n".join(f"ย่อหน้า {number}" for number in "กขคงจฉช")
    html = redline_html(compare(text(f"# ก\n\n{old}\n"), text(f"# ก\n\n{old}\n\nใหม่\n")), "th")
    folded, _, visible = html.partition("</details>")
    assert "ข้อความที่ไม่เปลี่ยนแปลง 6 ย่อหน้า" in folded
    assert "ย่อหน้า ช" in visible
    assert "ย่อหน้า ฉ" not in visible


def beside(th: str, en: str, acknowledged: tuple[RecordedAcknowledgement, ...] = ()) -> str:
    old = "# ก\n\n## ข {#b}\n\nเดิม\n\n## ค {#c}\n\nเดิม\n"
    redlines = {
        "th": compare(text(old), text(th)),
        "en": compare(text(old, language="en"), text(en, language="en")),
    }
    return bilingual_redline_html(redlines, "th", acknowledged)


ONE = "# ก\n\n## ข {#b}\n\nใหม่\n\n## ค {#c}\n\nเดิม\n"
NONE = "# ก\n\n## ข {#b}\n\nเดิม\n\n## ค {#c}\n\nเดิม\n"


def test_a_section_changed_in_one_language_only_stands_out_with_its_reason() -> None:
    reason = RecordedAcknowledgement("b", "en", "th-00000000", "แก้คำผิด <b>")
    html = beside(ONE, NONE, (reason,))
    assert "redline-row-one-sided" in html
    assert "แก้ไขเฉพาะภาษาไทย" in html
    assert "แก้คำผิด &lt;b&gt;" in html
    assert "ยังไม่มีการยืนยันว่าไม่ต้องแก้อีกภาษา" in beside(ONE, NONE)
    assert "redline-row-one-sided" not in beside(ONE, ONE)


def test_languages_stand_beside_each_other_in_one_row_per_section() -> None:
    tree = lxml.html.fragment_fromstring(beside(ONE, ONE))
    rows = tree.xpath("//*[contains(@class, 'redline-row')][@id]")
    assert [row.get("id") for row in rows] == ["_preamble", "b", "c"]
    assert [column.get("lang") for column in rows[1].find_class("redline-column")] == ["th", "en"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("redline", REDLINES, ids=NAMES)
def test_json_follows_its_schema_and_gives_both_texts_back(redline: Redline) -> None:
    data = json.loads(redline_json(redline))
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)
    changes = [change for section in data["sections"] for change in section["changes"]]
    shown = [piece for change in changes for part in change.get("cells", [change]) for piece in part["pieces"]]
    assert [[piece.kind, piece.text] for piece in pieces_of(redline)] == [piece[:2] for piece in shown]


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_every_view_can_show_every_redline(data: st.DataObject) -> None:
    sections = data.draw(policy())
    try:
        redline = compare(text(written(sections)), text(written(data.draw(edited(sections))), "2.0"))
    except SourceError:
        return
    for language in ("th", "en"):
        for output in FORMATS:
            assert rendered(redline, output, language, colour=True).endswith("\n")
    jsonschema.validate(json.loads(redline_json(redline)), SCHEMA, cls=jsonschema.Draft202012Validator)
    tree = lxml.html.fragment_fromstring(redline_html(redline, "th"))
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


@given(
    st.lists(phrase | st.text("กa ()*_~`[]<&|\\.!#1-“”$\n", max_size=6), max_size=5),
    st.lists(phrase | st.text("กa ()*_~`[]<&|\\.!#1-“”$", max_size=6), max_size=5),
)
def test_markdown_shows_exactly_the_words_struck_and_bold(old: list[str], new: list[str]) -> None:
    first, second = (" ".join(" ".join(side).split()) for side in (old, new))
    pieces = compare_words(first, second, Work()).pieces
    line = safe_start(marked(pieces))
    html = MarkdownIt("commonmark", {"html": True}).enable("strikethrough").render(f"x {line} x")
    tree = lxml.html.fragment_fromstring(html)
    for kind, tags in ((PieceKind.DELETE, ("s", "del")), (PieceKind.INSERT, ("strong", "b"))):
        wanted = "".join("".join(piece.text.split()) for piece in pieces if piece.kind is kind)
        got = "".join("".join(element.text_content().split()) for element in tree.iter(*tags))
        assert got == wanted
    shown = "".join(tree.text_content().split())
    assert shown == "x" + "".join("".join(piece.text.split()) for piece in pieces) + "x"


@given(st.text("กa ()*_~`[]<>&|\\.!#12-+=:“”$/@", max_size=20))
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    flat = " ".join(words.split())
    html = GITHUB.render(safe_start(escaped(flat)))
    assert " ".join(lxml.html.fragment_fromstring(f"<div>{html}</div>").text_content().split()) == flat
    assert re.sub(r"<[^>]*>", "", html).strip() == "" or re.fullmatch(r"<p>[^<]*</p>\s*", html)


def test_terminal_is_plain_without_colour_and_not_steered_by_a_text() -> None:
    redline = compare(text("# ก\n\nเก็บไว้ 30 วัน\n"), text("# ก\n\nเก็บไว้ \x9b31m60 วัน \u202eabc\n"))
    plain, coloured = redline_terminal(redline, "th"), redline_terminal(redline, "th", colour=True)
    assert "\x1b" not in plain
    assert "\u202e" not in plain
    assert "[-30-]" in plain
    assert "\x9b" not in coloured
    assert "\ufffd31m60" in plain
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b[" in coloured


def test_strings_of_redline_and_changelog_are_the_same_keys_in_both_languages() -> None:
    folder = Path(__file__).parent.parent / "build_tools/promulgate/strings"
    keys = [
        re.findall(r"^((?:redline|changes)_\w+):", (folder / f"{code}.yml").read_text(), re.MULTILINE)
        for code in ("th", "en")
    ]
    assert keys[0] == keys[1]
    assert {f"redline_block_{kind.value.replace('-', '_')}" for kind in BlockChangeKind} - {
        "redline_block_unchanged"
    } <= set(strings("th"))


def test_markdown_ends_with_one_line_feed() -> None:
    for redline in REDLINES:
        written_out = redline_markdown(redline, "th")
        assert written_out.endswith("\n")
        assert not written_out.endswith("\n\n")
