"""Mends what has only one right answer in a working text, and nothing else.

The encoding (a byte-order mark, UTF-16), line ends, letters stored in pieces, lists indented by two or three spaces, a
list without the empty line before it. No word is ever added, removed or moved: but for white space and the way letters
are stored, the text stays as it was. Fixing twice is fixing once.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from promulgate.errors import Bilingual, SourceError
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.rules import list_glued, list_indent

_TONE = "[\u0e48-\u0e4b]"
_ITEM = re.compile(r"([ \t]*)(?:[-+*]|\d+\.)[ \t]+\S")
_STARTS_A_LIST = re.compile(r"[ \t]*(?:[-+*]|1\.)[ \t]+\S")
_ROUNDS = 20


@dataclass(frozen=True, slots=True)
class Fix:
    """One thing that was mended, at a 1-based line of the text as it is now."""

    line: int
    message: Bilingual


def fix_source(policy: str, language: str, path: str, source: bytes) -> tuple[bytes, tuple[Fix, ...]]:
    """The source with everything mended that has one right answer, and what was done; the same bytes if nothing has."""
    words, fixes = _decoded(source)
    if words is None:
        return source, ()
    for mend in (_line_ends, _spelling):
        words, more = mend(words)
        fixes += more
    for _ in range(_ROUNDS):  # an empty line before a list can show that it was not nested either
        before = words
        for mend_text in (_indentation, _empty_lines):
            text = _read(policy, language, path, words)
            mended, more = mend_text(text, words) if text is not None else (words, ())
            if mended != words and _without_space(mended) == _without_space(words):
                words, fixes = mended, fixes + more
        if words == before:
            break
    return (words.encode(), fixes) if fixes else (source, ())


def _decoded(source: bytes) -> tuple[str | None, tuple[Fix, ...]]:
    fix = Fix(1, Bilingual("บันทึกเป็น UTF-8 แบบไม่มี BOM", "saved as UTF-8 without a byte-order mark"))
    try:
        if source.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return source.decode("utf-16"), (fix,)
        if source.startswith(codecs.BOM_UTF8):
            return source.decode("utf-8-sig"), (fix,)
        return source.decode("utf-8"), ()
    except UnicodeDecodeError:
        return None, ()


def _line_ends(words: str) -> tuple[str, tuple[Fix, ...]]:
    if "\r" not in words:
        return words, ()
    line = words.replace("\r\n", "\r").partition("\r")[0].count("\n") + 1
    fix = Fix(line, Bilingual("เปลี่ยนการขึ้นบรรทัดเป็นแบบเดียวกันทั้งไฟล์", "made all line ends the same"))
    return words.replace("\r\n", "\n").replace("\r", "\n"), (fix,)


def _spelling(words: str) -> tuple[str, tuple[Fix, ...]]:
    """Letters that are stored in pieces, as one; they look the same."""
    lines, fixes = words.split("\n"), []
    for number, line in enumerate(lines):
        mended = unicodedata.normalize("NFC", line)
        mended = re.sub(f"\u0e4d({_TONE}?)\u0e32", "\\1\u0e33", mended)
        mended = re.sub(f"({_TONE})\u0e4d\u0e32", "\\1\u0e33", mended).replace("\u0e40\u0e40", "\u0e41")
        if mended != line:
            lines[number] = mended
            fixes.append(Fix(number + 1, Bilingual("เก็บอักษรที่แยกเป็นส่วนให้เป็นตัวเดียว", "stored letters in pieces as one")))
    return "\n".join(lines), tuple(fixes)


def _read(policy: str, language: str, path: str, words: str) -> Text | None:
    try:
        return read_text(policy, language, path, words.encode())
    except SourceError:
        return None


def _indentation(text: Text, words: str) -> tuple[str, tuple[Fix, ...]]:
    """Lists nested by two or three spaces, by four: the whole list, so that no level changes its place."""
    lines = words.split("\n")
    for place in list_indent.places(text):
        first, last = _list_around(lines, place - 1)
        indents = [len(line) - len(line.lstrip(" ")) for line in lines[first:last] if line.strip()]
        unit = min((indent for indent in indents if indent), default=0)
        if unit not in (2, 3) or any(indent % unit for indent in indents) or "\t" in "".join(lines[first:last]):
            continue
        for number in range(first, last):
            if lines[number].strip():
                indent = len(lines[number]) - len(lines[number].lstrip(" "))
                lines[number] = " " * (indent // unit * 4) + lines[number].lstrip(" ")
        fix = Fix(first + 1, Bilingual("เยื้องข้อย่อยชั้นในเป็นสี่ช่อง", "indented nested list items by four spaces"))
        return "\n".join(lines), (fix,)
    return words, ()


def _list_around(lines: list[str], place: int) -> tuple[int, int]:
    """The lines of the list `place` stands in: items, and what is indented, with the empty lines between them."""

    def belongs(line: str) -> bool:
        return not line.strip() or line.startswith(" ") or _ITEM.match(line) is not None

    first, last = place, place + 1
    while first > 0 and belongs(lines[first - 1]):
        first -= 1
    while last < len(lines) and belongs(lines[last]):
        last += 1
    return first, last


def _empty_lines(text: Text, words: str) -> tuple[str, tuple[Fix, ...]]:
    """The empty line before a list that is glued to a paragraph; a number other than 1 may be meant as a number."""
    lines = words.split("\n")
    for place in list_glued.places(text):
        line, before = lines[place - 1], lines[place - 2]
        if _STARTS_A_LIST.match(line) and before.strip() and not _ITEM.match(before) and not before.startswith(">"):
            lines.insert(place - 1, "")
            fix = Fix(place + 1, Bilingual("เว้นบรรทัดว่างก่อนรายการ", "left an empty line before the list"))
            return "\n".join(lines), (fix,)
    return words, ()


def _without_space(words: str) -> str:
    return "".join(words.split())
