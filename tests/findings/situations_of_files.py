"""Situations about files: in the wrong place, corrections, files that can't be read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from promulgate.bounds import (
    ALL_BARS,
    ALL_MARKERS,
    BACKTICKS,
    BRACKETS,
    CELLS,
    FOOTNOTES,
    HEADINGS,
    INDENT,
    LINE,
    MARKERS,
    PARAGRAPH_LINES,
    PARAGRAPHS,
    QUOTES,
    RULERS,
    SIGNS,
    TABLE_LINES,
)
from promulgate.errors import LimitError
from promulgate.tree import Irregular, Tree
from tests.findings.trees import EN, IN_FORCE, RECORDS, UPCOMING, Situation, changed, published, working

ERRATA = f"{RECORDS}/errata.yml"
CORRECTION = """\
format: 1
errata:
  - version: "1.0"
    date: 2026-10-01
    th: ที่ถูกคือ 30 วัน
    en: It is 30 days.
"""
ANOTHER = '  - version: "{}"\n    date: 2026-10-02\n    th: ที่ถูกคือ 31 วัน\n'


def of_layout() -> Iterator[Situation]:
    """Files that stand where nothing reads them."""
    base = published(IN_FORCE)

    def also(title: str, path: str, rule: str = "layout") -> Situation:
        return Situation(rule, title, changed(base, {path: b"x\n"}), base)

    def irregular(title: str, kind: Irregular) -> Situation:
        return Situation("layout", title, Tree(base.files, {"policies/th/terms.md": kind}), base)

    yield also("ไฟล์ Word · A file of a word processor", "policies/th/privacy.docx")
    yield also("ไฟล์ที่ไม่มีผู้ใดอ่าน · A file nobody reads", "policies/th/notes.txt")
    yield also("ภาษาที่เว็บไซต์ไม่มี · A language the site does not have", "policies/de/privacy.md")
    yield also("ชื่อที่ใช้เป็นที่อยู่ไม่ได้ · A name that can't be an address", "policies/th/Cookies policy.md")
    yield also("ชื่อที่อ่านไม่ได้ · A name that can't be read", "policies/th/cook\u200bies.txt")
    yield also("ไฟล์แปลกปลอมในโฟลเดอร์ของฉบับ · A foreign file among the versions", f"{RECORDS}/notes.txt")
    yield also("ชื่อที่ต่างกันเพียงตัวพิมพ์ · Names that differ only in case", "policies/TH/privacy.md")
    yield irregular("ลิงก์แทนไฟล์ · A link in the place of a file", Irregular.LINK)
    yield irregular("ที่เก็บเอกสารอื่นแทนไฟล์ · Another repository in the place of a file", Irregular.SUBMODULE)
    yield irregular("สิ่งที่ไม่ใช่ไฟล์ธรรมดา · Something that is no ordinary file", Irregular.SPECIAL)
    title = "ไฟล์เกินในโฟลเดอร์ของฉบับ · One file too many in a version's folder"
    yield also(title, f"{RECORDS}/1.0/de.md", "record-unlisted")


def of_errata() -> Iterator[Situation]:
    """Corrections that can't be read, or that were changed."""
    base = changed(published(IN_FORCE), {ERRATA: CORRECTION.encode()})

    def corrections(title: str, words: str) -> Situation:
        return Situation("errata", title, changed(base, {ERRATA: words.encode("utf-8", "surrogateescape")}), base)

    def otherwise(title: str, old: str, new: str) -> Situation:
        assert old in CORRECTION
        return corrections(title, CORRECTION.replace(old, new))

    yield otherwise("แก้คำแก้ไขที่เผยแพร่แล้ว · A published correction was changed", "30 days", "60 days")
    yield corrections("ลบคำแก้ไขที่เผยแพร่แล้ว · A published correction was deleted", "format: 1\nerrata: []\n")
    other = f"{CORRECTION}{ANOTHER.format('9.9')}    en: It is 31 days.\n"
    yield corrections("ฉบับที่ไม่มี · A version that does not exist", other)
    yield corrections("ขาดภาษาหนึ่ง · A language is missing", CORRECTION + ANOTHER.format("1.0"))
    yield otherwise("อ่านไม่ได้ · It can't be read", "errata:\n", "errata: [\n")
    yield otherwise("ไม่ใช่ UTF-8 · Not saved as UTF-8", "It is", "It\udce9 is")
    yield otherwise("รูปแบบไม่ถูกต้อง · No list of corrections", "format: 1", "format: 2")
    yield otherwise("ไม่มีวันที่ · Without a day", "    date: 2026-10-01\n", "")
    yield otherwise("ไม่ใช่ข้อความธรรมดา · No plain words", "It is 30 days.", "[It is 30 days.]")
    yield otherwise("อักขระที่มองไม่เห็น · An invisible character", "30 days", "30\u200b days")


_BEYOND_EVERY_BOUND = (
    *("x" * (LINE.most + 1), "", "> " * (QUOTES.most + 1), "", "- " * (MARKERS.most + 1) + "x", ""),
    *(" " * (INDENT.most + 1) + "x", "", "|" * (CELLS.most + 1), ""),
    *("[" * (BRACKETS.most + 1), "", "`" * (BACKTICKS.most + 1), "", "*" * (SIGNS.most + 1), ""),
    *("---",) * (RULERS.most + 1),
    *("x",) * PARAGRAPH_LINES.most,
    *("", "x") * PARAGRAPHS.most,
    *("", "## x") * HEADINGS.most,
    *("[^1]: x",) * (FOOTNOTES.most + 1),
    *("||" + "[[",) * (TABLE_LINES.most + 1),
    *("|" * CELLS.most,) * (ALL_BARS.most // CELLS.most),
    *("- x",) * ALL_MARKERS.most,
)
"""Lines that exceed each bound once."""


@contextmanager
def _no_time() -> Iterator[None]:
    if EN:
        raise LimitError
    yield


def of_broken_files() -> Iterator[Situation]:
    """Texts that can't be read."""
    base = published(IN_FORCE)
    new = changed(base, {**working(*UPCOMING)})
    english = new.files[EN]

    def instead(rule: str, title: str, words: bytes) -> Situation:
        return Situation(rule, title, changed(new, {EN: words}), base)

    yield instead("encoding", "ไม่ใช่ UTF-8 · Not saved as UTF-8", english.replace(b"uses", b"us\xe9s"))
    title = "ต้นไฟล์มีอักขระที่มองไม่เห็น · An invisible character at the start"
    yield instead("encoding", title, b"\xef\xbb\xbf" + english)
    title = "อักขระที่แต่ละเครื่องแสดงไม่เหมือนกัน · A private-use character"
    yield instead("hygiene", title, english + "\ue100\n".encode())
    yield instead("hygiene", "อักขระควบคุม · A control character", english + b"x\x00y\n")
    yield instead("size", "ไฟล์ใหญ่เกินไป · A file that is too large", english + b"x " * 600_000)
    yield instead("size", "เครื่องหมายซ้อนกันลึกเกินไป · Quotation marks nested too deeply", english + b"> " * 40 + b"x\n")
    title = "เกินทุกขีดจำกัด · Beyond every bound"
    yield instead("size", title, english + "\n".join(_BEYOND_EVERY_BOUND).encode())
    yield Situation("size", "ใช้เวลามากเกินไป · It takes too long", new, base, guard=_no_time)
