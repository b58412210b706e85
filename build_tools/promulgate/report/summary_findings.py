"""Findings as one HTML table: HTML, because a policy's own words must not be taken for Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from promulgate.errors import Bilingual
from promulgate.model import Finding, Place
from promulgate.records import RECORD_FILE
from promulgate.report.links import Links

_LONGEST_LINE = 400
_HEAD = (
    "<table>\n<thead><tr><th>#</th><th>ที่พบ<br>Where</th><th>ข้อความ<br>Text</th>"
    "<th>สิ่งที่พบ<br>Finding</th><th>วิธีแก้ไข<br>How to fix</th></tr></thead>\n<tbody>"
)
_FOOT = "</tbody>\n</table>"


def findings_table(findings: Sequence[Finding], files: Mapping[str, bytes], links: Links, limit: int) -> str:
    """One row per finding: where, the lines on both sides, what was found, how to mend it. No line of it is empty.

    At most `limit` bytes; a last row says how many findings were left out.
    """
    rows: list[str] = []
    size = 0
    for number, finding in enumerate(findings, 1):
        row = _row(number, finding, files, links)
        size += len(row.encode()) + 1
        if size > limit:
            left = len(findings) - len(rows)
            rows.append(
                f'<tr><td colspan="5">อีก {left} รายการ ดูในไฟล์ที่แนบกับผลการตรวจ (Artifacts)<br>'
                f"{left} more: in the files attached to this check (Artifacts)</td></tr>"
            )
            break
        rows.append(row)
    return "\n".join([_HEAD, *rows, _FOOT])


def _row(number: int, finding: Finding, files: Mapping[str, bytes], links: Links) -> str:
    places = [finding.place] if finding.counterpart is None else [finding.place, finding.counterpart]
    cells = (
        str(number),
        "<br>".join(_where(place, files, links) for place in places),
        "<br>".join(filter(None, (_quoted(place, files) for place in places))),
        f"{_line(finding.message.th)}<br>{_line(finding.message.en)}<br><sub>{escape(finding.rule)}</sub>",
        "".join(_fix(finding.hint)),
    )
    return "<tr>" + "".join(f'<td valign="top">{cell}</td>' for cell in cells) + "</tr>"


def _where(place: Place, files: Mapping[str, bytes], links: Links) -> str:
    name = f"{escape(place.path)}:{place.line}"
    if place.path not in files:
        creator = links.to_new_file(place)
        return f'{name} (<a href="{escape(creator)}">สร้างไฟล์ · create</a>)' if creator else name
    line, editor = links.to_line(place), links.to_editor(place)
    shown = f'<a href="{escape(line)}">{name}</a>' if line else name
    return f'{shown} (<a href="{escape(editor)}">แก้ไข · edit</a>)' if editor else shown


def _quoted(place: Place, files: Mapping[str, bytes]) -> str:
    """The line itself; nothing for what is no text of people's: a file of a word processor, the data of a version."""
    if place.path.endswith(RECORD_FILE):
        return ""
    try:
        lines = files.get(place.path, b"").decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return ""
    words = lines[place.line - 1].strip() if 0 < place.line <= len(lines) else ""
    if not words.strip("-"):
        return ""
    shown = words if len(words) <= _LONGEST_LINE else f"{words[:_LONGEST_LINE]}…"
    return f"<b>{escape(place.language)}</b> <code>{escape(shown)}</code>"


def _fix(hint: Bilingual) -> Iterator[str]:
    """The advice in both languages, then the lines to paste: those that follow the first line of a hint."""
    thai, _, paste = hint.th.partition("\n")
    english, _, other = hint.en.partition("\n")
    yield f"{_line(thai)}<br>{_line(english)}"
    for lines in dict.fromkeys(filter(None, (paste, other))):
        yield f"<pre>{escape(lines).replace(chr(10), '&#10;')}</pre>"


def _line(words: str) -> str:
    return escape(" ".join(words.split()), quote=False)
