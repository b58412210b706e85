"""Words or signs of the source are nowhere on the page.

ไทย: ข้อความหรือเครื่องหมายที่เขียนไว้ไม่ปรากฏบนหน้าเว็บ

Why: the page is what binds. What the Markdown engine takes for its own (a line “[1]: fee”, two stars that should be
stars, a title inside a link, digits of another script at the start of a line) vanishes without a word. Source and page
are compared letter by letter, so that losses nobody thought of are found too.

PASS:
    th:
        ค่าธรรมเนียม (1) ตามตาราง
    en:
        The fee (1) as in the table.
FAIL:
    th:
        ค่าธรรมเนียมตามตาราง

        [1]: 500
    en:
        The fee as in the table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from promulgate.errors import Bilingual
from promulgate.model import Finding, Severity, Text
from promulgate.rules import footnotes, table_cells
from promulgate.rules.caching import once_per_text
from promulgate.rules.source import section_at, source_of
from promulgate.rules.subject import Rule, Subject
from promulgate.visibility import lost_words

_EMPHASIS = re.compile(r"<(em|strong)>(\s)|(\s)</(?:em|strong)>|(?<=\d)<(?:em|strong)>(\d)")
_QUOTE_SIGN = re.compile(r"[ \t]*>[ ]?(?=[=]?[ ]?[\d๐-๙])")
_SHOWN = 40
_WRITE_OTHERWISE = Bilingual(
    "เขียนข้อความนี้ด้วยวิธีอื่น เช่น ใส่เครื่องหมาย \\ หน้า [ * _ > หรือย้ายคำออกมาเป็นข้อความธรรมดา",
    "Write it another way: put a \\ before a [ * _ or > that is meant as itself, or make the words plain text.",
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding at each line that loses something, unless a more precise rule speaks of that line."""
    for text in subject.texts.values():
        spoken_of = {*table_cells.places(text), *footnotes.places(text)}
        for line, words in places(text):
            if line in spoken_of:
                continue
            yield RULE.finding(
                text,
                Bilingual(f"“{words}” ในบรรทัดนี้ไม่ปรากฏบนหน้าเว็บ", f"“{words}” on this line is nowhere on the page"),
                _WRITE_OTHERWISE,
                section=section_at(text, line).id,
                line=line,
                values=(words,),
            )


@once_per_text
def places(text: Text) -> tuple[tuple[int, str], ...]:
    """Lines that lose something, with what they lose."""
    found = {lost.line: lost.words[:_SHOWN] for lost in lost_words(text)}
    for line, sign in _signs(text):
        found.setdefault(line, sign)
    return tuple(sorted(found.items()))


def _signs(text: Text) -> Iterator[tuple[int, str]]:
    """Signs that were taken for markup although they hardly can be meant so: `price * 2 and fee * 3`, `> 30 days`."""
    lines = text.source_lines
    for section in text.sections:
        for block in section.blocks:
            if _EMPHASIS.search(block.html):
                span = range(block.line, min(block.end_line, len(lines)) + 1)
                starred = next((number for number in span if "*" in lines[number - 1]), None)
                if starred is not None:
                    yield starred, "*"
    before = ""
    for number, line in source_of(text).prose():
        if _QUOTE_SIGN.match(line) and before.strip() and not before.lstrip().startswith(">"):
            yield number, ">"
        before = line


RULE = Rule("words-lost", Severity.ERROR, check, __doc__ or "", guards_records=True)
