"""Words of a change as safe HTML, with the emphasis and links their block has.

Which words are shown follows from the pieces alone. The HTML of the block only lends its emphasis and links, and only
if its words are those of the block to the letter.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

import lxml.html
from lxml.html import HtmlElement as Element

from promulgate.model import Block, BlockKind
from promulgate.redline.model import BlockChange, Piece, PieceKind

_EMPHASIS = {"em", "strong", "code"}
_ABSOLUTE = re.compile(r"https?://|mailto:")
_OWN_LINK = 'href="#'

Styles = tuple[str, ...]
"""What a letter stands in, from outside: names of elements; of a link `a ` and its target."""
Letters = list[tuple[str, Styles]]


@dataclass(frozen=True, slots=True)
class HtmlWords:
    """Writes words as HTML. `section_address` gives the address of a section of this page by id, or nothing."""

    inserted: str
    """What a screen reader says before added words."""
    deleted: str
    section_address: Callable[[str], str]

    def change(self, change: BlockChange) -> str:
        """The words of a change: what is gone in `<del>`, what is new in `<ins>`."""
        if any(block.kind is BlockKind.CODE for block in (*change.old, *change.new)):
            return self.pieces(change.pieces)
        same = [block.html for block in change.old] == [block.html for block in change.new]
        if same and len(change.new) == 1 and all(piece.kind is PieceKind.EQUAL for piece in change.pieces):
            return self.block(change.new[0])
        return self._styled(change.pieces, _letters(change.old), _letters(change.new))

    def pieces(self, pieces: Sequence[Piece]) -> str:
        """The words of pieces without emphasis or links."""
        old = [(letter, ()) for piece in pieces for letter in piece.old]
        new = [(letter, ()) for piece in pieces for letter in piece.new]
        return self._styled(pieces, list(old), list(new))

    def block(self, block: Block) -> str:
        """The words of a block as they are."""
        # A block stands in the redlines of many versions, always with the same HTML, unless it links within its page.
        return self.written(_letters((block,))) if _OWN_LINK in block.html else _plainly(block.html, block.text)

    def _styled(self, pieces: Sequence[Piece], old: Letters, new: Letters) -> str:
        written = ""
        before = after = 0
        for piece in pieces:
            gone, come = old[before : before + len(piece.old)], new[after : after + len(piece.new)]
            before, after = before + len(piece.old), after + len(piece.new)
            if piece.kind is PieceKind.DELETE:
                dead = [(letter, tuple(style for style in styles if style in _EMPHASIS)) for letter, styles in gone]
                written += f"<del>{self._hidden(self.deleted)}{self.written(dead, breaks=' ')}</del>"
            elif piece.kind is PieceKind.INSERT:
                written += f"<ins>{self._hidden(self.inserted)}{self.written(come)}</ins>"
            else:
                written += self.written(come)
        return written

    def _hidden(self, words: str) -> str:
        return f'<span class="redline-hidden">[{escape(words)}] </span>'

    def written(self, letters: Letters, breaks: str = "<br>") -> str:
        """Letters as HTML. Between two blocks stands a sign; added ones break the line."""
        written = ""
        for styles, run in groupby(letters, key=lambda letter: letter[1]):
            words = escape("".join(letter for letter, _ in run), quote=False)
            words = words.replace("\n", f'<span class="redline-break">¶</span>{breaks}')
            for style in reversed(styles):
                words = self._in(style, words)
            written += words
        return written

    def _in(self, style: str, words: str) -> str:
        if style in _EMPHASIS:
            return f"<{style}>{words}</{style}>"
        target = style.removeprefix("a ")
        address = target if _ABSOLUTE.match(target) else ""
        if target.startswith("#"):
            address = self.section_address(target.removeprefix("#"))
        return f'<a href="{escape(address)}">{words}</a>' if address else words


@functools.lru_cache(maxsize=8192)
def _plainly(html: str, text: str) -> str:
    """The words of a block that has no links within its page."""
    return HtmlWords("", "", lambda _: "").written(_letters_of(html, text))


def _letters(blocks: Sequence[Block]) -> Letters:
    """The letters of one block, or of several with a line feed between them, with what they stand in."""
    letters: Letters = []
    for number, block in enumerate(blocks):
        if number:
            letters.append(("\n", ()))
        letters += _letters_of(block.html, block.text)
    return letters


def _letters_of(html: str, text: str) -> Letters:
    styled = _collapsed(_walk(lxml.html.fragment_fromstring(html or " ", create_parent="div"), ()))
    same = "".join(letter for letter, _ in styled) == text
    return styled if same else [(letter, ()) for letter in text]


def _walk(element: Element, styles: Styles) -> Iterator[tuple[str, Styles]]:
    """The letters below an element that are words of its block: no numbers of footnotes and no ways back."""
    if element.tag == "br":
        yield " ", styles
    yield from ((letter, styles) for letter in element.text or "")
    for child in element:
        inner = styles
        if child.tag in _EMPHASIS:
            inner = (*styles, child.tag)
        elif child.tag == "a" and child.get("href"):
            inner = (*styles, f"a {child.get('href')}")
        is_note = child.tag == "sup" and (child.get("id") or "").startswith("fnref")
        if not is_note and child.get("class") != "footnote-backref":
            yield from _walk(child, inner)
        yield from ((letter, styles) for letter in child.tail or "")


def _collapsed(letters: Iterator[tuple[str, Styles]]) -> Letters:
    """Letters with white space as the words of a block have it: single spaces, none at the ends."""
    kept: Letters = []
    for letter, styles in letters:
        character = " " if letter in "\t\n" else letter
        if character != " " or (kept and kept[-1][0] != " "):
            kept.append((character, styles))
    while kept and kept[-1][0] in " \u00a0":
        kept.pop()
    while kept and kept[0][0] in " \u00a0":
        kept.pop(0)
    return kept
