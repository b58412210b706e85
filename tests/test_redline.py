"""Every kind of change is found and named."""

from __future__ import annotations

import pytest

from promulgate.redline import change_kind, compare
from promulgate.redline.alignment import Work, align, heaviest_increasing, longest_increasing
from promulgate.redline.model import BlockChange, BlockChangeKind, PieceKind, Redline, RowChange, SectionChange
from promulgate.redline.plain import compare_files, text_from_plain_markdown
from promulgate.redline.word_difference import compare_words
from tests.redline_texts import text

LONG = "ท่านมีสิทธิถอนความยินยอมเมื่อใดก็ได้ โดยแจ้งให้บริษัททราบตามช่องทางที่ระบุไว้"


def redline(old: str, new: str) -> Redline:
    return compare(text(f"# ก\n\n{old}\n"), text(f"# ก\n\n{new}\n", "2.0"))


def section(whole: Redline, identifier: str) -> SectionChange:
    found = whole.section(identifier)
    assert found is not None
    return found


def kinds(whole: Redline) -> list[str]:
    """The kinds of all changes of blocks, in order, unchanged ones left out."""
    changes = (change for part in whole.sections for change in part.changes)
    return [change.kind.value for change in changes if change.kind is not BlockChangeKind.UNCHANGED]


def words(change: BlockChange) -> str:
    signs = {PieceKind.INSERT: "{+%s+}", PieceKind.DELETE: "[-%s-]"}
    return "".join(signs.get(piece.kind, "%s") % piece.text for piece in change.pieces)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("ข้อความเดิม", "ข้อความเดิม\n\nย่อหน้าใหม่", ["added"]),
        ("ข้อความเดิม\n\nย่อหน้าเก่า", "ข้อความเดิม", ["removed"]),
        ("เก็บไว้ 30 วัน", "เก็บไว้ 60 วัน", ["changed"]),
        (f"ก\n\n{LONG}\n\nข\n\nค", f"ก\n\nข\n\nค\n\n{LONG}", ["moved-away", "moved-here"]),
        (f"ก\n\n{LONG}", f"{LONG}\n\nก\n\nข\n\nค", ["moved-here", "moved-away", "added", "added"]),
        ("we keep it. we sell it not.", "we keep it.\n\nwe sell it not.", ["split"]),
        ("we keep it.\n\nwe sell it not.", "we keep it. we sell it not.", ["merged"]),
        ("ข้อ 1. ก\n\nข้อ 2. ข", "ข้อ 2. ก\n\nข้อ 3. ข", ["renumbered", "renumbered"]),
        ("30 วันเป็นขั้นต่ำ", "60 วันเป็นขั้นต่ำ", ["changed"]),
        ("มาตรา 24 กำหนดไว้", "มาตรา 26 กำหนดไว้", ["changed"]),
        ("[ก](https://a.example)", "[ก](https://b.example)", ["link-target"]),
        ("ข้อความ ![ตรา](a.png)", "ข้อความ ![ตรา](b.png)", ["picture"]),
        (
            "ก[^1]\n\nข\n\n[^1]: ค",
            "ก\n\nข[^1]\n\n[^1]: ค",
            ["note-reference", "note-reference"],
        ),
        ("ข้อความนี้ยาวพอ", "- ข้อความนี้ยาวพอ", ["reshaped"]),
        ("บริษัท **ก** จำกัด", "บริษัท ก จำกัด", ["formatting"]),
        ("คำว่า “ก”", 'คำว่า "ก"', ["formatting"]),
        ("เก็บไว้ 30 วัน", "เก็บไว้ 30  วัน", []),
        ("ภายใน30วัน", "ภายใน 30 วัน", ["formatting"]),
        ("จัดทํา", "จัดทำ", ["encoding"]),
        ("| ก | ข |\n|---|---|\n| ค | 100 บาท |", "| ก | ข |\n|---|---|\n| ค | 120 บาท |", ["changed"]),
        ("| ก |\n|---|\n| ค |", "| ก |\n|---|\n| ค |\n| ง |", ["added"]),
        ("| ก |\n|---|\n| ค |\n| ง |", "| ก |\n|---|\n| ง |", ["removed"]),
        ("```\na\nb\n```", "```\na\nc\n```", ["changed"]),
        ("คำ\n:   ความหมายเดิม", "คำ\n:   ความหมายใหม่", ["changed"]),
        ("เดิม\nบรรทัดสอง", "เดิม บรรทัดสอง", []),
    ],
)
def test_kind_of_a_block_change(old: str, new: str, expected: list[str]) -> None:
    assert kinds(redline(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "identifier", "expected"),
    [
        ("## ก {#a}\n\nข", "## ก {#a}\n\nข", "a", "unchanged"),
        ("## ก {#a}\n\nข", "## ก {#a}\n\nค", "a", "changed"),
        ("ข", "ข\n\n## ก {#a}\n\nค", "a", "added"),
        ("ข\n\n## ก {#a}\n\nค", "ข", "a", "removed"),
        ("## ก {#a}\n\nข", "## คำ {#a}\n\nข", "a", "renamed"),
        ("## 1. ก {#a}\n\nข", "## 2. ก {#a}\n\nข", "a", "renumbered"),
        ("## ก {#a}\n\nข", "### ก {#a}\n\nข", "a", "re-levelled"),
        ("## ก {#a}\n\nข\n\n## ค {#b}\n\n" + LONG, "## ค {#b}\n\n" + LONG + "\n\n## ก {#a}\n\nข", "a", "moved"),
        ("## ก {#a}\n\nข\n\n## ค {#b}\n\n" + LONG, "## ค {#b}\n\n" + LONG + "\n\n## ก {#a}\n\nข", "b", "unchanged"),
        ("## ก {#a}\n\n**ข**", "## ก {#a}\n\nข", "a", "formatting"),
        ("## จัดทํา {#a}\n\nข", "## จัดทำ {#a}\n\nข", "a", "encoding"),
    ],
)
def test_word_for_what_became_of_a_section(old: str, new: str, identifier: str, expected: str) -> None:
    assert change_kind(section(redline(old, new), identifier)) == expected


def test_another_title_of_the_policy_is_a_change_of_its_beginning() -> None:
    whole = compare(text("# เดิม\n\nก\n"), text("# ใหม่\n\nก\n"))
    assert change_kind(section(whole, "_preamble")) == "renamed"
    assert "".join(piece.old for piece in whole.title) == "เดิม"


def test_subsections_that_came_along_did_not_move() -> None:
    old = f"## ก {{#a}}\n\nก\n\n### ข {{#b}}\n\nข\n\n## ค {{#c}}\n\n{LONG}"
    new = f"## ค {{#c}}\n\n{LONG}\n\n## ก {{#a}}\n\nก\n\n### ข {{#b}}\n\nข"
    whole = redline(old, new)
    assert [change_kind(part) for part in whole.sections] == ["unchanged", "unchanged", "moved", "unchanged"]


def test_a_section_inserted_above_a_subsection_does_not_move_it() -> None:
    whole = redline("## ก {#a}\n\n### ข {#b}\n\nข", "## ก {#a}\n\n## ใหม่ {#n}\n\n### ข {#b}\n\nข")
    assert change_kind(section(whole, "b")) == "unchanged"


def test_a_clause_that_moved_to_another_section_says_where_from() -> None:
    old = f"## ก {{#a}}\n\nก\n\n{LONG}\n\n## ข {{#b}}\n\nข"
    new = f"## ก {{#a}}\n\nก\n\n## ข {{#b}}\n\nข\n\n{LONG}"
    whole = redline(old, new)
    away, here = section(whole, "a").changes[1], section(whole, "b").changes[1]
    assert (away.kind, away.other_section, away.other_anchor) == (BlockChangeKind.MOVED_AWAY, "b", "b.2")
    assert (here.kind, here.other_section, here.other_anchor) == (BlockChangeKind.MOVED_HERE, "a", "a.2")


def test_words_changed_in_a_moved_clause_are_shown() -> None:
    old = f"## ก {{#a}}\n\n{LONG} ภายใน 30 วัน\n\n## ข {{#b}}\n\nข"
    new = f"## ก {{#a}}\n\n## ข {{#b}}\n\nข\n\n{LONG} ภายใน 60 วัน"
    whole = redline(old, new)
    here = section(whole, "b").changes[1]
    assert isinstance(here, BlockChange)
    assert here.kind is BlockChangeKind.MOVED_HERE
    assert words(here) == f"{LONG} ภายใน [-30-]{{+60+}} วัน"


def test_an_item_inserted_in_a_numbered_list_renumbers_the_rest_once() -> None:
    whole = redline("1. ก\n2. ข\n3. ค", "1. ใหม่\n2. ก\n3. ข\n4. ค")
    [numbers] = section(whole, "_preamble").renumbered
    assert (numbers.old, numbers.new) == (("1.", "2.", "3."), ("2.", "3.", "4."))
    assert kinds(whole) == ["added"]


def test_a_price_in_the_first_cell_is_no_clause_number() -> None:
    whole = redline("| a |\n|---|\n| 100 บาท |", "| a |\n|---|\n| 120 บาท |")
    assert kinds(whole) in (["changed"], ["removed", "added"])


def test_an_added_column_leaves_the_other_cells_unchanged() -> None:
    old = "| a | b |\n|---|---|\n| one | five years |\n| two | ninety days |"
    new = "| a | n | b |\n|---|---|---|\n| one | x | five years |\n| two | y | ninety days |"
    for row in section(redline(old, new), "_preamble").changes:
        assert isinstance(row, RowChange)
        assert [cell.kind.value for cell in row.cells] == ["unchanged", "added", "unchanged"]


def test_link_that_came_with_words_that_stayed() -> None:
    [change] = section(redline("ดูหน้าติดต่อเรา", "ดู[หน้าติดต่อเรา](https://a.example)"), "_preamble").changes
    assert isinstance(change, BlockChange)
    assert change.kind is BlockChangeKind.LINK_TARGET
    assert [(link.old, link.new and link.new.target) for link in change.links] == [(None, "https://a.example")]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("บริษัทเปิดเผยข้อมูล", "บริษัทไม่เปิดเผยข้อมูล", "บริษัท{+ไม่+}เปิดเผยข้อมูล"),
        ("ภายใน30วัน", "ภายใน60วัน", "ภายใน[-30-]{+60+}วัน"),
        ("for thirty days.", "for sixty days.", "for [-thirty-]{+sixty+} days."),
        ("We ask. We answer.", "We ask. We listen. We answer.", "We ask. {+We listen. +}We answer."),
        ("kept abroad.", "kept abroad, under section 5.", "kept abroad{+, under section 5+}."),
        ("by SSL (old) now", "by TLS (new) now", "by [-SSL (old)-]{+TLS (new)+} now"),
        (
            "Write to A at a@a.example.",
            "Write to B at b@b.example.",
            "Write to [-A-]{+B+} at [-a@a.example-]{+b@b.example+}.",
        ),
    ],
)
def test_words_read_as_a_person_would_mark_them(old: str, new: str, expected: str) -> None:
    difference = compare_words(old, new, Work())
    assert words(BlockChange(BlockChangeKind.CHANGED, (), (), difference.pieces)) == expected


@pytest.mark.slow
def test_a_hostile_rewrite_is_told_as_one_replacement_within_its_allowance() -> None:
    work = Work()
    old = " ".join(f"w{number * 7919 % 9973}" for number in range(50_000))
    new = " ".join(f"x{number * 6007 % 9973}" for number in range(50_000))
    difference = compare_words(old, new, work)
    assert difference.too_different
    assert [piece.kind for piece in difference.pieces] == [PieceKind.DELETE, PieceKind.INSERT]
    assert work.left >= 0


def test_ten_thousand_identical_words_cost_no_more_than_allowed() -> None:
    work = Work(1_000_000)
    difference = compare_words("มาก " * 10_000 + "จบ", "น้อย " + "มาก " * 5_000 + "และ " + "มาก " * 4_000 + "จบ", work)
    assert "".join(piece.new for piece in difference.pieces).startswith("น้อย มาก")
    assert work.left >= 0


@pytest.mark.slow
def test_other_blocks_are_compared_although_one_is_too_different() -> None:
    hostile = " ".join(f"w{number}" for number in range(5_000)), " ".join(f"x{number}" for number in range(5_000))
    whole = redline(f"{LONG} 30 วัน\n\n{hostile[0]}\n\nจบ", f"{LONG} 60 วัน\n\n{hostile[1]}\n\nจบ")
    assert kinds(whole)[0] == "changed"
    first = section(whole, "_preamble").changes[0]
    assert isinstance(first, BlockChange)
    assert words(first) == f"{LONG} [-30-]{{+60+}} วัน"


def test_a_thousand_new_paragraphs_are_compared_within_the_allowance() -> None:
    old = "\n\n".join(f"ย่อหน้าที่ {number} ว่าด้วยเรื่อง {number * 31 % 997}" for number in range(300))
    new = "\n\n".join(f"วรรคที่ {number} เกี่ยวกับเรื่อง {number * 17 % 991}" for number in range(300))
    assert len(kinds(redline(old, new))) >= 300


def test_alignment_spends_no_more_than_it_is_given() -> None:
    work = Work(100_000)
    assert not align(list("ab" * 400), list("ba" * 400), work)
    assert work.left == 100_000
    assert align(list("ab" * 40), list("ba" * 40), work)
    assert 0 <= work.left < 100_000


def test_increasing_subsequences() -> None:
    assert longest_increasing([3, 1, 2, 5, 4]) in ({1, 2, 3}, {1, 2, 4})
    assert heaviest_increasing([2, 1], [1, 5]) == {1}
    assert heaviest_increasing([], []) == set()


PLAIN_OLD = "# Terms\n\nOne\n\n# Fees\n\nPay 100 baht within 30 days.\n\n# Contact\n\nWrite to us.\n"
PLAIN_NEW = PLAIN_OLD.replace("100 baht", "120 baht").replace("# Fees", "# New\n\nSomething else.\n\n# Fees")


def test_plain_files_without_ids_are_matched_by_their_titles() -> None:
    whole = compare_files(("old.md", PLAIN_OLD.encode()), ("new.md", PLAIN_NEW.encode()), "en")
    assert {part.name: change_kind(part) for part in whole.sections if part.name} == {
        "Terms": "unchanged",
        "New": "added",
        "Fees": "changed",
        "Contact": "unchanged",
    }
    assert not whole.first
    assert len({part.id for part in whole.sections}) == len(whole.sections)


def test_a_plain_file_with_front_matter_of_its_own_is_read_without_it() -> None:
    read = text_from_plain_markdown("a/b.md", b"---\ntitle: x\n---\n\n# Title\n\nwords\n", "en")
    assert (read.title, read.policy, [block.text for block in read.sections[0].blocks]) == ("Title", "b", ["words"])
