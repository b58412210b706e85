"""Defects in references, in dates that trade places, and in the currency and scale of sums."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from promulgate.dates import ENGLISH_MONTHS, THAI_MONTHS
from tests.mutation.mutant import Change, Pair, operator, replace_each
from tests.mutation.number_operators import both_known, replace_words

_THAI_LETTERS = "กขคงจฉช"


@operator("references")
def other_clause_number(pair: Pair) -> Iterator[Change]:
    """The second number of a clause: 4.2 for 4.3."""
    pattern = r"(?:(?<=ข้อ )|(?<=[Cc]lause )|(?<=[Cc]lauses )|(?<=มาตรา )|(?<=[Ss]ection ))(\d+[./])(\d+)"
    yield from replace_each(pair, pattern, lambda match: f"{match[1]}{int(match[2]) + 1}")


@operator("references")
def other_letter(pair: Pair) -> Iterator[Change]:
    pattern = r"(?<=\d)( ?)\(([กขคงa-d])\)"
    yield from replace_each(pair, pattern, lambda match: f"{match[1]}({_next_letter(match[2])})")


def _next_letter(letter: str) -> str:
    return _THAI_LETTERS[_THAI_LETTERS.index(letter) + 1] if letter in _THAI_LETTERS else chr(ord(letter) + 1)


@operator("references")
def other_paragraph(pair: Pair) -> Iterator[Change]:
    yield from replace_words(
        pair,
        {
            "th": {"วรรคหนึ่ง": "วรรคสอง", "วรรคสอง": "วรรคสาม", "วรรคสาม": "วรรคสี่"},
            "en": {
                "paragraph one": "paragraph two",
                "paragraph two": "paragraph three",
                "paragraph three": "paragraph four",
            },
        },
    )


@operator("references")
def other_annex(pair: Pair) -> Iterator[Change]:
    words = r"ภาคผนวก|บัญชีแนบท้าย|เอกสารแนบท้าย|สิ่งที่ส่งมาด้วย|Annex|Schedule|Appendix|Attachment|Enclosure|Exhibit"
    pattern = rf"(?<!\w)({words}) ([กขคA-D](?![\w.])|\d(?!\d))"

    def another(match: re.Match[str]) -> str:
        label = match[2]
        return f"{match[1]} {int(label) + 1 if label.isdigit() else _next_letter(label)}"

    yield from replace_each(pair, pattern, another)


@operator("references")
def other_chapter(pair: Pair) -> Iterator[Change]:
    words = ("หมวด ", "เล่ม ", "ตอนที่ ", "[Cc]hapter ", "[Aa]rticle ", "[Cc]lauses ", "Vol. ", "Part ")
    pattern = "|".join(f"(?<={word})" for word in words)
    yield from replace_each(pair, rf"(?:{pattern})\d+", lambda match: str(int(match[0]) + 1))


@operator("references")
def other_heading_number(pair: Pair) -> Iterator[Change]:
    for section in pair.text.sections[1:]:
        lines = pair.text.source_lines
        line = lines[section.line - 1]
        changed = re.sub(r"\d+(?=[ .])", lambda match: str(int(match[0]) + 1), line, count=1)
        if changed != line:
            lines[section.line - 1] = changed
            other = pair.other.section(section.id)
            yield lines, (section.line, section.line), () if other is None else (other.line,)


_SHORT_MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]
_THAI_DATE = (
    rf"\d{{1,2}} (?:{'|'.join((*THAI_MONTHS, *map(re.escape, _SHORT_MONTHS)))})(?: (?:พ\.ศ\. )?\d{{2,4}}(?!\w))?"
)
_ENGLISH_MONTH = "|".join(ENGLISH_MONTHS)
_ENGLISH_DATE = rf"\d{{1,2}} (?:{_ENGLISH_MONTH})(?: \d{{4}})?|(?:{_ENGLISH_MONTH}) \d{{1,2}}, \d{{4}}"


@operator("dates")
def swap_dates(pair: Pair) -> Iterator[Change]:
    """Two dates of one section that trade places."""
    if not both_known(pair):
        return
    pattern = re.compile(_THAI_DATE if pair.text.language == "th" else _ENGLISH_DATE)
    for section in pair.text.sections:
        found = []
        for number in sorted({n for block in section.blocks for n in range(block.line, block.end_line + 1)}):
            found += [(number, match) for match in pattern.finditer(pair.text.source_lines[number - 1])]
        for (line, one), (next_line, two) in pairwise(found):
            if one[0] == two[0]:
                continue
            lines = pair.text.source_lines
            lines[next_line - 1] = _replaced(lines[next_line - 1], two, one[0])
            lines[line - 1] = _replaced(lines[line - 1], one, two[0])
            yield lines, (line, next_line), ()


def _replaced(line: str, match: re.Match[str], new: str) -> str:
    return line[: match.start()] + new + line[match.end() :]


@operator("dates")
def other_short_month(pair: Pair) -> Iterator[Change]:
    pattern = "|".join(rf"(?<=\d ){re.escape(month)}" for month in _SHORT_MONTHS)
    if pair.text.language == "th":
        yield from replace_each(pair, pattern, lambda m: _SHORT_MONTHS[(_SHORT_MONTHS.index(m[0]) + 1) % 12])


@operator("dates")
def swap_day_and_month_range(pair: Pair) -> Iterator[Change]:
    """The two ends of `9 to 22 April`."""
    pattern = r"(?<![\d.])(\d{1,2})( to | ถึง | ถึงวันที่ |–)(\d{1,2})(?= [^\W\d]{3,})"
    yield from replace_each(pair, pattern, lambda match: f"{match[3]}{match[2]}{match[1]}")


@operator("sums")
def other_currency_word(pair: Pair) -> Iterator[Change]:
    yield from replace_words(
        pair,
        {"th": {"บาท": "ยูโร", "ดอลลาร์สหรัฐ": "บาท"}, "en": {"baht": "euros", "Baht": "Euro", "USD": "THB"}},
    )


@operator("sums")
def other_scale(pair: Pair) -> Iterator[Change]:
    # Not in the name of Lanna, ล้านนา.
    yield from replace_words(
        pair,
        {"th": {"ล้าน": "แสน", "หมื่น": "พัน", "แสน": "หมื่น"}, "en": {"million": "billion", "thousand": "million"}},
        after="(?!ล้านนา)",
    )


@operator("sums")
def other_satang(pair: Pair) -> Iterator[Change]:
    pattern = r"(?<=\d\.)\d\d(?= (?:บาท|[Bb]aht|\|))|(?:(?<=THB )|(?<=Baht )|(?<=฿))[\d,]*\.\d\d"
    yield from replace_each(pair, pattern, lambda match: match[0][:-2] + ("05" if match[0][-2:] != "05" else "50"))
