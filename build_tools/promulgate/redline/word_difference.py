"""The words of one block against the words of another, told as a person would tell it.

A comparison that keeps every word both sides happen to share is confetti. Here words that stand alone between two
edits go into one replacement, and an edit that could stand in several places stands where a sentence or a word begins.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from promulgate.canonical import normalise
from promulgate.redline.alignment import Work, align
from promulgate.redline.model import Piece, PieceKind
from promulgate.words import tokens

_SHORTEST_KEPT = 4
"""Equal signs between two edits that are fewer than this are told as part of the edit."""
_CLOSE = 16
"""Edits with fewer equal letters than this between them stand close together."""
_CONFETTI = 0.5
"""Three or more close edits become one if there is less than this many equal letters for each edited one."""
_LEAST_SHARED = 0.2
"""Blocks that share less than this part of their letters are told as one replacement."""
_LEAST_WORDS_TO_GIVE_UP = 2000
_MOST_STEPS = 200
_SENTENCE_END = re.compile(r"[.!?;:]['\"”’)]?\s+$|\n$")


@dataclass(slots=True)
class _Same:
    pieces: list[Piece] = field(default_factory=list)

    @property
    def old(self) -> str:
        return "".join(piece.old for piece in self.pieces)

    @property
    def new(self) -> str:
        return "".join(piece.new for piece in self.pieces)


@dataclass(slots=True)
class _Edit:
    old: str = ""
    new: str = ""

    @property
    def size(self) -> int:
        return max(_letters(self.old), _letters(self.new))

    @property
    def words(self) -> int:
        return max(_words(self.old), _words(self.new))

    @property
    def is_replacement(self) -> bool:
        return bool(self.old.strip() and self.new.strip())


@dataclass(frozen=True, slots=True)
class Difference:
    """The pieces of two runs of words. `too_different` if they were not compared word by word."""

    pieces: tuple[Piece, ...]
    too_different: bool = False


def compare_words(old: str, new: str, work: Work) -> Difference:
    """Compare two runs of words. The old sides of the pieces join to `old`, the new sides to `new`."""
    if old == new:
        return Difference(tuple(_join([Piece(PieceKind.EQUAL, new)])))
    return _compare(old, new, tokens(old), tokens(new), work)


def compare_lines(old: str, new: str, work: Work) -> Difference:
    """Compare two blocks of code line by line: white space means something there."""
    return _compare(old, new, old.splitlines(keepends=True), new.splitlines(keepends=True), work, lines=True)


def whole(old: str, new: str) -> tuple[Piece, ...]:
    """One replacement of everything, or an addition or removal if one side is empty."""
    return tuple(_join([Piece(PieceKind.DELETE, old), Piece(PieceKind.INSERT, new)]))


def _compare(
    old: str, new: str, first: Sequence[str], second: Sequence[str], work: Work, *, lines: bool = False
) -> Difference:
    # Spaces are no words: pairing them would tie together what has nothing in common.
    here = [(place, key) for place, token in enumerate(first) if (key := token if lines else _key(token))]
    there = [(place, key) for place, token in enumerate(second) if (key := token if lines else _key(token))]
    pairs = align([key for _, key in here], [key for _, key in there], work)
    hunks = _hunks(first, second, [(here[i][0], there[j][0]) for i, j in pairs])
    if not lines:
        shared = sum(_letters(hunk.new) for hunk in hunks if isinstance(hunk, _Same))
        longest = max(_letters(old), _letters(new))
        if shared < _LEAST_SHARED * longest:
            too_different = max(len(here), len(there)) >= _LEAST_WORDS_TO_GIVE_UP
            return Difference(whole(old, new), too_different)
        hunks = _slid(_closed(_without_confetti(_without_crumbs(hunks))))
    return Difference(tuple(_join(_pieces(hunks))))


@functools.lru_cache(maxsize=65536)
def _key(token: str) -> str:
    """What makes two words the same word; empty for spaces and invisible characters."""
    return normalise(token)


def _hunks(first: Sequence[str], second: Sequence[str], pairs: Iterable[tuple[int, int]]) -> list[_Same | _Edit]:
    """What is the same and what was edited, in turn."""
    pieces: list[Piece] = []
    old = new = 0
    for place, other in [*pairs, (len(first), len(second))]:
        pieces += _gap("".join(first[old:place]), "".join(second[new:other]))
        if place < len(first):
            pieces.append(_same(first[place], second[other]))
        old, new = place + 1, other + 1
    hunks: list[_Same | _Edit] = []
    for piece in _join(pieces):
        edited = piece.kind in (PieceKind.DELETE, PieceKind.INSERT)
        if not hunks or isinstance(hunks[-1], _Edit) is not edited:
            hunks.append(_Edit() if edited else _Same())
        last = hunks[-1]
        if isinstance(last, _Edit):
            last.old, last.new = last.old + piece.old, last.new + piece.new
        else:
            last.pieces.append(piece)
    return hunks


def _gap(old: str, new: str) -> Iterator[Piece]:
    """What stands between two pairs of words: edited words, and spaces on either side that both texts have."""
    if normalise(old) == normalise(new) and old.count("\n") == new.count("\n"):
        yield _same(old, new)
        return
    if old.strip() and new.strip():
        words, others = old.strip(), new.strip()
        start, other_start = old.index(words), new.index(others)
        lead, other_lead = old[:start], new[:other_start]
        tail, other_tail = old[start + len(words) :], new[other_start + len(others) :]
    else:
        lead = other_lead = _common_space(old, new)
        words, others = old[len(lead) :], new[len(lead) :]
        tail = other_tail = _common_space(words[::-1], others[::-1])[::-1]
        words, others = words[: len(words) - len(tail)], others[: len(others) - len(tail)]
    yield _same(lead, other_lead)
    yield Piece(PieceKind.DELETE, words)
    yield Piece(PieceKind.INSERT, others)
    yield _same(tail, other_tail)


def _common_space(old: str, new: str) -> str:
    length = 0
    while length < min(len(old), len(new)) and old[length] == new[length] and old[length].isspace():
        length += 1
    return old[:length]


def _same(old: str, new: str) -> Piece:
    return Piece(PieceKind.EQUAL, new) if old == new else Piece(PieceKind.RESPELLED, new, old)


def _letters(words: str) -> int:
    return len(words) - sum(map(str.isspace, words))


def _words(text: str) -> int:
    return sum(not token.isspace() for token in tokens(text))


def _without_crumbs(hunks: list[_Same | _Edit]) -> list[_Same | _Edit]:
    """Take into one replacement what is the same only by chance between two: a sign, or fewer words than either has.

    One pass from the left: an edit that grew is looked at against the next one, so the work is linear.
    """
    kept: list[_Same | _Edit] = []
    for hunk in hunks:
        grown = hunk
        while isinstance(grown, _Edit) and len(kept) >= 2:
            before, same = kept[-2:]
            if not (isinstance(before, _Edit) and isinstance(same, _Same) and _is_crumb(before, same, grown)):
                break
            grown = _joined([before, same, grown])
            del kept[-2:]
        kept.append(grown)
    return kept


def _is_crumb(before: _Edit, same: _Same, after: _Edit) -> bool:
    if "\n" in same.new:
        return False
    if not any(map(str.isalnum, same.new)):
        return _letters(same.new) < _SHORTEST_KEPT
    # Next to a mere addition or removal the words really stayed.
    return before.is_replacement and after.is_replacement and _words(same.new) < min(before.words, after.words)


def _without_confetti(hunks: list[_Same | _Edit]) -> list[_Same | _Edit]:
    """Tell three or more edits that stand close together, with little the same between them, as one replacement."""
    kept: list[_Same | _Edit] = []
    place = 0
    while place < len(hunks):
        end = place + 1
        if isinstance(hunks[place], _Edit):
            while end + 1 < len(hunks) and _letters(hunks[end].new) < _CLOSE and "\n" not in hunks[end].new:
                end += 2
        run = hunks[place:end]
        edited = sum(hunk.size for hunk in run if isinstance(hunk, _Edit))
        shared = sum(_letters(hunk.new) for hunk in run if isinstance(hunk, _Same))
        if len(run) >= 5 and shared < _CONFETTI * edited:
            run = [_joined(run)]
        kept += run
        place = end
    return kept


def _joined(hunks: Sequence[_Same | _Edit]) -> _Edit:
    return _Edit("".join(hunk.old for hunk in hunks), "".join(hunk.new for hunk in hunks))


def _closed(hunks: list[_Same | _Edit]) -> list[_Same | _Edit]:
    """Where a replacement opens a bracket on both sides, take the closing one that follows into it."""
    for edit, after in pairwise(hunks):
        if isinstance(edit, _Edit) and isinstance(after, _Same):
            first = after.pieces[0]
            opened = edit.old.count("(") - edit.old.count(")") == edit.new.count("(") - edit.new.count(")") == 1
            if opened and first.kind is PieceKind.EQUAL and first.text.startswith(")"):
                edit.old, edit.new = edit.old + ")", edit.new + ")"
                _set_first(after, first.text[1:], replace=True)
    return [hunk for hunk in hunks if not isinstance(hunk, _Same) or hunk.pieces]


def _slid(hunks: list[_Same | _Edit]) -> list[_Same | _Edit]:
    """Put additions and removals that could as well begin some words earlier or later where they read best."""
    for place in range(1, len(hunks) - 1):
        before, edit, after = hunks[place - 1 : place + 2]
        one_way = isinstance(edit, _Edit) and bool(edit.old) != bool(edit.new)
        if one_way and isinstance(before, _Same) and isinstance(edit, _Edit) and isinstance(after, _Same):
            _slide(before, edit, after)
    return [hunk for hunk in hunks if not isinstance(hunk, _Same) or hunk.pieces]


def _slide(before: _Same, edit: _Edit, after: _Same) -> None:
    """Slide one edit over equal words on its left and right to the boundary that reads best."""
    left = list(tokens(before.pieces[-1].text)) if before.pieces[-1].kind is PieceKind.EQUAL else []
    right = list(tokens(after.pieces[0].text)) if after.pieces[0].kind is PieceKind.EQUAL else []
    middle = list(tokens(edit.old or edit.new))
    start, steps = len(left), 0
    line = left + middle + right
    while start > 0 and line[start - 1] == line[start + len(middle) - 1] and steps < _MOST_STEPS:
        start, steps = start - 1, steps + 1
    best, best_score = len(left), _boundary(line, len(left), len(middle))
    while start + len(middle) <= len(line):
        score = _boundary(line, start, len(middle))
        if score > best_score:
            best, best_score = start, score
        if start + len(middle) == len(line) or line[start] != line[start + len(middle)] or steps > 2 * _MOST_STEPS:
            break
        start, steps = start + 1, steps + 1
    if best == len(left):
        return
    words = "".join(line[best : best + len(middle)])
    edit.old, edit.new = (words, "") if edit.old else ("", words)
    _set_last(before, "".join(line[:best]), replace=bool(left))
    _set_first(after, "".join(line[best + len(middle) :]), replace=bool(right))


def _boundary(line: list[str], start: int, length: int) -> int:
    """How well an edit reads at this place: both its ends should be ends of sentences, or else of phrases or words."""
    return _ending(line, start, ".,;:") + _ending(line, start + length, ".,;:)")


def _ending(line: list[str], place: int, signs: str) -> int:
    tail = "".join(line[max(0, place - 3) : place])
    if not tail or _SENTENCE_END.search(tail):
        return 4
    if place == len(line) or line[place][0] in signs:
        return 3
    return 2 if tail[-1].isspace() else 0


def _set_last(same: _Same, words: str, *, replace: bool) -> None:
    same.pieces[-1 if replace else len(same.pieces) :] = [Piece(PieceKind.EQUAL, words)] if words else []


def _set_first(same: _Same, words: str, *, replace: bool) -> None:
    same.pieces[: 1 if replace else 0] = [Piece(PieceKind.EQUAL, words)] if words else []


def _pieces(hunks: Iterable[_Same | _Edit]) -> Iterator[Piece]:
    for hunk in hunks:
        if isinstance(hunk, _Same):
            yield from hunk.pieces
        else:
            yield Piece(PieceKind.DELETE, hunk.old)
            yield Piece(PieceKind.INSERT, hunk.new)


def _join(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces without empty ones and with neighbours of one kind made one."""
    waiting: Piece | None = None
    for piece in pieces:
        if not piece.text and not piece.before:
            continue
        if waiting and waiting.kind is piece.kind:
            waiting = Piece(piece.kind, waiting.text + piece.text, waiting.before + piece.before)
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting
