"""Texts for the tests of the redline: made from Markdown bodies, and made up at random."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hypothesis import strategies as st

from promulgate.markdown import read_text
from promulgate.model import PREAMBLE, Section, Text
from promulgate.redline.restore import RestoredBlock, RestoredSection

HEADER = '---\nversion: "{version}"\neffective: 2027-01-01\nmaterial: true\nsummary: สรุป\n---\n\n'


def text(body: str, version: str = "1.0", language: str = "th") -> Text:
    """A text of the policy `privacy` with this body."""
    source = (HEADER.format(version=version) + body).encode()
    return read_text("privacy", language, "privacy.md", source)


def as_restored(whole: Text) -> tuple[RestoredSection, ...]:
    """What restoring a redline must give for a text."""

    def section(part: Section) -> RestoredSection:
        title = whole.title if part.id == PREAMBLE else part.title
        blocks = tuple(RestoredBlock(b.kind, b.containers, b.marker, b.text) for b in part.blocks)
        return RestoredSection(title, part.level, blocks)

    return tuple(section(part) for part in whole.sections)


PHRASES = (
    "ซีทรัสเก็บรักษาข้อมูลส่วนบุคคลของท่าน",
    "ภายใน 30 วันนับแต่วันที่ได้รับคำขอ",
    "ภายใน60วัน",
    "ตามข้อ 4.2 (ก) ของนโยบายนี้",
    "เว้นแต่ท่านจะให้ความยินยอม",
    "จะไม่เปิดเผยแก่บุคคลภายนอก",
    "นํ้าและน้ำ",
    "ชำระ 1,500 บาท",
    "The company keeps your data",
    "for thirty days; it does not sell it.",
    '“quoted” and "straight"',
    "see section 4.2(a) by 1 January 2027",
    "**ตัวหนา** กับ *ตัวเอน*",
    "[ติดต่อเรา](https://a.example/contact)",
    "[ติดต่อเรา](https://b.example/contact)",
    "dpo@siam.example",
    "a < b & c > d",
    "มาก มาก มาก มาก",
    "1.5 เท่า",
    "(ก)",
    "฿100",
    "~~x~~ `code` \\* $5 | z",
)

phrase = st.sampled_from(PHRASES)
sentence = st.lists(phrase, min_size=1, max_size=4).map(" ".join)


BLOCKS: dict[str, Callable[[list[str]], str]] = {
    "paragraph": lambda items: items[0],
    "bullets": lambda items: "\n".join(f"- {item}" for item in items),
    "numbers": lambda items: "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1)),
    "nested": lambda items: "\n".join([f"1. {items[0]}", *(f"    - {item}" for item in items)]),
    "table": lambda items: "\n".join(
        ["| ก | ข |", "|---|---|", *(f"| {item.replace('|', '')} | {items[0].replace('|', '')} |" for item in items)]
    ),
    "quotation": lambda items: f"> {items[0]}",
    "definition": lambda items: f"คำ\n:   {items[0]}",
    "code": lambda items: "\n".join(["```", *items, "```"]),
}


@st.composite
def block(draw: st.DrawFn) -> str:
    """A paragraph, list, table, quotation, definition or code, in Markdown. Half of them are paragraphs."""
    kind = draw(st.sampled_from([*BLOCKS, *["paragraph"] * len(BLOCKS)]))
    return BLOCKS[kind](draw(st.lists(sentence, min_size=1, max_size=4)))


@st.composite
def policy(draw: st.DrawFn) -> list[tuple[str, str, int, list[str]]]:
    """A policy as sections: id, title, level, blocks."""
    ids = draw(st.lists(st.sampled_from(["aa", "bb", "cc", "dd", "ee"]), unique=True, max_size=4))
    blocks = st.lists(block(), max_size=4)
    sections = [("", "นโยบาย", 1, draw(blocks))]
    sections += [(name, f"{draw(phrase)}", draw(st.sampled_from([2, 2, 3])), draw(blocks)) for name in ids]
    return sections


def written(sections: Sequence[tuple[str, str, int, list[str]]]) -> str:
    """The Markdown of a policy."""
    parts: list[str] = []
    for name, title, level, blocks in sections:
        parts.append(f"{'#' * level} {title}" + (f" {{#{name}}}" if name else ""))
        parts += blocks
    return "\n\n".join(parts) + "\n"


@st.composite
def edited(draw: st.DrawFn, sections: list[tuple[str, str, int, list[str]]]) -> list[tuple[str, str, int, list[str]]]:
    """The same policy after some edits a lawyer makes."""
    new = [(name, title, level, list(blocks)) for name, title, level, blocks in sections]
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, len(new) - 1))
        if place and draw(st.booleans()):
            _edit_section(draw, new, place)
        else:
            _edit_block(draw, new, new[place][3])
    return new


def _edit_section(draw: st.DrawFn, sections: list[tuple[str, str, int, list[str]]], place: int) -> None:
    name, title, level, blocks = sections[place]
    edit = draw(st.sampled_from(["drop", "rename", "level", "order"]))
    if edit == "drop":
        sections.pop(place)
    elif edit == "rename":
        sections[place] = (name, draw(phrase), level, blocks)
    elif edit == "level":
        sections[place] = (name, title, 5 - level, blocks)
    else:
        sections.insert(draw(st.integers(1, len(sections) - 1)), sections.pop(place))


def _edit_block(draw: st.DrawFn, sections: list[tuple[str, str, int, list[str]]], blocks: list[str]) -> None:
    edit = draw(st.sampled_from(["add", "drop", "words", "move", "split"]))
    if edit == "add" or not blocks:
        blocks.insert(draw(st.integers(0, len(blocks))), draw(block()))
        return
    number = draw(st.integers(0, len(blocks) - 1))
    if edit == "drop":
        blocks.pop(number)
    elif edit == "words":
        blocks[number] = blocks[number].replace(draw(phrase), draw(phrase))
    elif edit == "move":
        draw(st.sampled_from(sections))[3].append(blocks.pop(number))
    else:
        blocks[number] = blocks[number].replace(" ", "\n\n", 1)
