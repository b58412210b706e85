"""How large and how deep a text may be: beyond any policy, and within what the Markdown engine reads in a second.

The engine's time grows with the square of some of these numbers; a hostile source of a few thousand characters would
keep it busy for minutes. So they are counted before the engine sees the source. A bound may be raised, never lowered:
recorded texts must stay readable for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from promulgate.errors import Bilingual, Problem

MAXIMUM_BYTES = 1024 * 1024
"""A thousand pages: more than any policy."""
RULE = "size"

_HEADING = re.compile(r"[ \t>]*#")
_FOOTNOTE = re.compile(r"[ \t>]*\[\^")
_QUOTES = re.compile(r"[ \t]*(?:>[ \t]*)*")
_MARKERS = re.compile(r"[ \t>]*(?:(?:[-+*:]|\d+\.)[ \t]+)*")
_MARKER = re.compile(r"(?:[-+*:]|\d+\.)[ \t]+")
_INDENT = re.compile(r"[ \t]*")


@dataclass(frozen=True, slots=True)
class Bound:
    """A number that must not be exceeded, with the words for it."""

    most: int
    th: str
    en: str


LINE = Bound(100_000, "อักขระในหนึ่งบรรทัด", "characters on a line")
QUOTES = Bound(8, "ชั้นของข้อความอ้าง (>)", "levels of quotation (>)")
MARKERS = Bound(8, "เครื่องหมายรายการต้นบรรทัด", "list marks at the start of a line")
INDENT = Bound(40, "ช่องว่างต้นบรรทัด", "spaces at the start of a line")
CELLS = Bound(50, "เครื่องหมาย | ในหนึ่งบรรทัด", "bars (|) on a line")
LINES = Bound(20_000, "บรรทัด", "lines")
PARAGRAPHS = Bound(10_000, "ย่อหน้า", "paragraphs")
HEADINGS = Bound(1_000, "หัวข้อ", "headings")
FOOTNOTES = Bound(1_000, "เชิงอรรถ", "lines of footnotes")
TABLE_LINES = Bound(5_000, "แถวของตาราง", "rows of tables")
PARAGRAPH_LINES = Bound(500, "บรรทัดติดกันโดยไม่เว้นบรรทัดว่าง", "lines without an empty line between them")
RULERS = Bound(100, "เส้นคั่นติดกันโดยไม่เว้นบรรทัดว่าง", "rulers (---) without an empty line between them")
BRACKETS = Bound(300, "วงเล็บ [ ในหนึ่งย่อหน้า", "brackets ([) in one paragraph")
BACKTICKS = Bound(300, "เครื่องหมาย ` ในหนึ่งย่อหน้า", "backticks (`) in one paragraph")
SIGNS = Bound(2_000, "เครื่องหมาย * _ < & \\ ในหนึ่งย่อหน้า", "of the signs * _ < & \\ in one paragraph")
ALL_BRACKETS = Bound(10_000, "วงเล็บ [", "brackets ([)")
ALL_BARS = Bound(20_000, "เครื่องหมาย |", "bars (|)")
ALL_MARKERS = Bound(10_000, "เครื่องหมายรายการ", "list marks")


def exceeded(body: str, first_line: int) -> tuple[Problem, ...]:
    """Every bound the body exceeds, at the first line that does; `first_line` is the line of the file it starts on."""
    found: dict[Bound, int] = {}
    totals = dict.fromkeys(
        (LINES, PARAGRAPHS, HEADINGS, FOOTNOTES, TABLE_LINES, ALL_BRACKETS, ALL_BARS, ALL_MARKERS), 0
    )
    paragraph = dict.fromkeys((PARAGRAPH_LINES, RULERS, BRACKETS, BACKTICKS, SIGNS), 0)
    for number, line in enumerate(body.split("\n"), first_line):
        blank = not line.strip()
        if blank:
            totals[PARAGRAPHS] += paragraph[PARAGRAPH_LINES] > 0
            paragraph = dict.fromkeys(paragraph, 0)
        for bound, count in _of_line(line):
            if count > bound.most:
                found.setdefault(bound, number)
            totals[ALL_MARKERS] += count if bound is MARKERS else 0
        counted = (
            *(
                (totals, LINES, 1),
                (totals, HEADINGS, _begins_a_section(line, after_words=paragraph[PARAGRAPH_LINES] > 0)),
            ),
            *((totals, FOOTNOTES, _FOOTNOTE.match(line) is not None), (totals, TABLE_LINES, line.count("|") > 1)),
            *((totals, ALL_BRACKETS, line.count("[")), (totals, PARAGRAPHS, 0)),
            *((totals, ALL_BARS, line.count("|")), (totals, ALL_MARKERS, 0)),
            *((paragraph, PARAGRAPH_LINES, not blank), (paragraph, RULERS, not blank and _is_ruler(line))),
            *((paragraph, BRACKETS, line.count("[")), (paragraph, BACKTICKS, line.count("`"))),
            (paragraph, SIGNS, sum(map(line.count, "*_<&\\"))),
        )
        for counts, bound, more in counted:
            counts[bound] += more
            if counts[bound] > bound.most:
                found.setdefault(bound, number)
    return tuple(_problem(bound, line) for bound, line in sorted(found.items(), key=lambda item: item[1]))


def _begins_a_section(line: str, *, after_words: bool) -> bool:
    """Whether a line is a heading, or makes one of the words above it by underlining them."""
    return _HEADING.match(line) is not None or (after_words and not line.strip(" \t>").strip("=-") and _is_ruler(line))


def _of_line(line: str) -> Iterator[tuple[Bound, int]]:
    yield LINE, len(line)
    start = line[: LINE.most]
    if start[:1] in " \t>-+*:0123456789":
        markers = _MARKERS.match(start)
        yield QUOTES, _matched(_QUOTES, start).count(">")
        yield MARKERS, len(_MARKER.findall(markers[0].lstrip(" \t>"))) if markers and not _is_ruler(start) else 0
        yield INDENT, len(_matched(_INDENT, start).expandtabs(4)) if start.strip() else 0
    yield CELLS, line.count("|")


def _matched(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.match(line)
    return match[0] if match is not None else ""


def _is_ruler(line: str) -> bool:
    """Whether the line is nothing but one ruling sign, which no list is."""
    signs = set(line.replace(">", "").split())
    return len(set("".join(signs))) == 1 and bool(set("".join(signs)) & set("-=*_"))


def _problem(bound: Bound, line: int) -> Problem:
    return Problem(
        RULE,
        line,
        1,
        Bilingual(f"มี{bound.th} มากเกินไป (ได้ไม่เกิน {bound.most:,})", f"Too many {bound.en} (at most {bound.most:,})"),
        Bilingual(
            "แบ่งข้อความให้สั้นลงหรือเป็นหลายนโยบาย และลบเครื่องหมายที่ซ้ำ ๆ กัน",
            "Divide the text, or the policy into several, and delete signs that stand there again and again.",
        ),
    )


TAKES_TOO_LONG = (
    Bilingual(
        "การอ่านหรือเปรียบเทียบไฟล์นี้ใช้เวลาหรือหน่วยความจำมากเกินไป ไฟล์นี้จึงยังไม่ได้ตรวจ",
        "Reading or comparing this file takes more time or memory than any policy needs: it was not checked",
    ),
    Bilingual(
        "ลบเครื่องหมายที่ซ้ำ ๆ กันจำนวนมาก หรือแบ่งข้อความเป็นหลายนโยบาย",
        "Delete signs that stand there again and again, or divide the text into several policies.",
    ),
)
