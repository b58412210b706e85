"""A table row has more or fewer cells than the table's header.

ไทย: จำนวนช่องในแถวไม่เท่ากับหัวตาราง ช่องที่เกินจะหายไปจากหน้าเว็บ

Why: the page shows as many cells as the header has. A cell too many vanishes with its words, a cell too few moves the
words that follow into the wrong column.

PASS:
    th:
        | ข้อมูล | ระยะเวลา |
        |---|---|
        | อีเมล | หนึ่งปี |
    en:
        | Data | Period |
        |---|---|
        | E-mail | one year |
FAIL:
    th:
        | ข้อมูล | ระยะเวลา |
        |---|---|
        | อีเมล | หนึ่งปี | หมายเหตุ |
    en:
        | Data | Period |
        |---|---|
        | E-mail | one year |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import BlockKind, Finding, Severity, Text
from promulgate.rules.caching import once_per_text
from promulgate.rules.source import section_at
from promulgate.rules.subject import Rule, Subject

_CODE_OR_ESCAPE = re.compile(r"\\.|(`+).*?\1")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each row whose number of cells is not that of the header."""
    for text in subject.texts.values():
        for line, written, shown in _rows(text):
            yield RULE.finding(
                text,
                Bilingual(
                    f"แถวของตารางมี {written} ช่อง แต่หัวตารางมี {shown} ช่อง",
                    f"The table row has {written} cells, but the header has {shown}",
                ),
                Bilingual(
                    "ใส่ช่องให้ครบเท่าหัวตาราง ช่องว่างเขียนเป็น | | หากต้องการเครื่องหมาย | ในข้อความ ให้เขียน \\|",
                    "Give the row as many cells as the header; an empty cell is written | |, a bar in the words \\|.",
                ),
                section=section_at(text, line).id,
                line=line,
                values=(str(written), str(shown)),
            )


@once_per_text
def places(text: Text) -> tuple[int, ...]:
    """Lines of such rows."""
    return tuple(line for line, _, _ in _rows(text))


@once_per_text
def _rows(text: Text) -> tuple[tuple[int, int, int], ...]:
    lines = text.source_lines
    found = {}
    for section in text.sections:
        columns: dict[tuple[int, int], int] = {}
        starts: dict[tuple[int, int], int] = {}
        for block in section.blocks:
            if block.kind is BlockKind.TABLE_CELL:
                row = (block.group, block.row)
                columns[row] = block.column + 1
                starts[row] = max(starts.get(row, 0), block.line)
        for row, line in starts.items():
            source = lines[line - 1] if line <= len(lines) else ""
            written = _cells(source)
            if "|" in source and written != columns[row]:
                found[line] = (line, written, columns[row])
    return tuple(found[line] for line in sorted(found))


def _cells(line: str) -> int:
    bare = _CODE_OR_ESCAPE.sub("x", line.strip().lstrip("> "))
    return bare.removeprefix("|").removesuffix("|").count("|") + 1


RULE = Rule("table-cells", Severity.ERROR, check, __doc__ or "")
