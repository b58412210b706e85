"""Reads a policy source: bytes in, `Text` out, or every reason why not."""

from __future__ import annotations

import functools
import re

from promulgate import bounds, front_matter
from promulgate.bounds import MAXIMUM_BYTES
from promulgate.errors import Bilingual, Problem, SourceError
from promulgate.markdown.blocks import Page, read_page
from promulgate.markdown.dialect import render, sanitise
from promulgate.markdown.line_marks import render_with_marks
from promulgate.model import Text

_INK = range(0xE100, 0xE120)
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ue100-\ue11f\ufffe\uffff]")
"""The marks' own characters, and control characters no page can show."""
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)
"""What git and the web editor write around the two versions of words that were changed twice."""
_CACHED_TEXTS = 512


def decode(path: str, source: bytes) -> str:
    """The characters of a source, with line feeds only as line ends. Raises SourceError where it is not UTF-8."""
    if len(source) > MAXIMUM_BYTES:
        raise SourceError(path, (_problem("size", 1, 1, *_TOO_LONG),))
    try:
        characters = source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise SourceError(path, (_problem("encoding", line, column, *_NOT_UTF_8),)) from error
    if characters.startswith("\ufeff"):
        raise SourceError(path, (_problem("encoding", 1, 1, *_BYTE_ORDER_MARK),))
    unreadable = _UNREADABLE.search(characters)
    if unreadable is not None:
        line = characters.count("\n", 0, unreadable.start()) + 1
        column = unreadable.start() - characters.rfind("\n", 0, unreadable.start())
        why = _PRIVATE_USE if ord(unreadable[0]) in _INK else _CONTROL
        raise SourceError(path, (_problem("hygiene", line, column, *why),))
    return characters.replace("\r\n", "\n").replace("\r", "\n")


@functools.lru_cache(maxsize=_CACHED_TEXTS)
def read_text(policy: str, language: str, path: str, source: bytes) -> Text:
    """Read one text of a policy.

    `path` is only for messages. The result depends on nothing but the arguments. Raises SourceError with every
    problem that keeps the source from being read; what can be read but must not be published is for the rules.
    """
    characters = decode(path, source)
    _refuse_conflicts(path, characters)
    header, body, first_line = front_matter.split(path, characters)
    metadata = front_matter.parse(path, header)
    problems = bounds.exceeded(body, first_line)
    if problems:
        raise SourceError(path, problems)
    try:
        marked = render_with_marks(body, first_line, render)
        page = read_page(sanitise(marked), first_line)
    except RecursionError as error:
        raise SourceError(path, (_problem("size", first_line, 1, *_TOO_DEEP),)) from error
    if page.titles != 1:
        line = page.title_line or first_line
        raise SourceError(path, (_problem("title", line, 1, *(_NO_TITLE if page.titles == 0 else _TWO_TITLES)),))
    return Text(
        policy=policy,
        language=language,
        path=path,
        source=source,
        metadata=metadata,
        title=page.title,
        title_line=page.title_line,
        sections=tuple(page.sections),
        footnotes_html=page.footnotes_html,
        visible=_visible(page),
    )


def _refuse_conflicts(path: str, characters: str) -> None:
    found = _CONFLICT.search(characters)
    if found is not None:
        raise SourceError(path, (_problem("conflict", characters.count("\n", 0, found.start()) + 1, 1, *_UNRESOLVED),))


def _visible(page: Page) -> str:
    """Every word the page shows, in reading order, a heading or block a line, numbers of lists and notes before it."""
    lines = [page.title]
    for section in page.sections:
        if section.title:
            lines.append(section.title)
        for block in section.blocks:
            number = f"{block.marker} " if block.marker not in ("", "-") else ""
            lines.append(number + block.text)
    return "\n".join(lines) + "\n"


def _problem(rule: str, line: int, column: int, message: Bilingual, hint: Bilingual) -> Problem:
    return Problem(rule, line, column, message, hint)


_NOT_UTF_8 = (
    Bilingual(
        "ไฟล์นี้ไม่ได้บันทึกเป็น UTF-8 จึงอ่านอักษรตรงนี้ไม่ได้", "The file is not saved as UTF-8; this character can't be read"
    ),
    Bilingual("บันทึกไฟล์ใหม่โดยเลือกรหัสอักขระ UTF-8", "Save the file again with the encoding UTF-8."),
)
_BYTE_ORDER_MARK = (
    Bilingual("ต้นไฟล์มีอักขระที่มองไม่เห็น (U+FEFF)", "The file starts with an invisible character (U+FEFF)"),
    Bilingual("บันทึกไฟล์ใหม่เป็น UTF-8 แบบไม่มี BOM", "Save the file again as UTF-8 without BOM."),
)
_PRIVATE_USE = (
    Bilingual(
        "มีอักขระที่แต่ละเครื่องแสดงไม่เหมือนกัน (private use)",
        "A private-use character stands here; every device shows it differently",
    ),
    Bilingual("ลบอักขระนี้แล้วพิมพ์ใหม่", "Delete the character and type the words again."),
)
_CONTROL = (
    Bilingual("มีอักขระควบคุมที่มองไม่เห็น", "An invisible control character stands here"),
    Bilingual("ลบอักขระนี้แล้วพิมพ์คำนั้นใหม่", "Delete the character and type the word again."),
)
_UNRESOLVED = (
    Bilingual(
        "ยังเลือกข้อความไม่เสร็จ: มีเครื่องหมายของข้อความที่แก้ชนกันเหลืออยู่",
        "A conflict is not resolved: its markers are still there",
    ),
    Bilingual(
        "เลือกข้อความที่ต้องการ จากชุดเหนือบรรทัด ======= หรือชุดใต้บรรทัดนั้น หรือรวมทั้งสองชุด "
        "แล้วลบบรรทัดที่ขึ้นต้นด้วย <<<<<<< ======= และ >>>>>>> ให้หมดทั้งไฟล์",
        "Keep the words above the line =======, or those below it, or both made into one; then delete every line that "
        "begins with <<<<<<<, ======= or >>>>>>>.",
    ),
)
_TOO_LONG = (
    Bilingual("ไฟล์ใหญ่เกิน 1 MiB", "The file is larger than 1 MiB"),
    Bilingual("แบ่งเป็นหลายนโยบาย", "Divide it into several policies."),
)
_TOO_DEEP = (
    Bilingual("ข้อความซ้อนกันลึกเกินไป", "Lists or quotes are nested too deeply"),
    Bilingual("ลดชั้นของรายการหรือข้อความอ้าง", "Use fewer levels of lists or quotes."),
)
_NO_TITLE = (
    Bilingual("ไม่มีชื่อนโยบาย", "The title of the policy is missing"),
    Bilingual("เขียนชื่อนโยบายหนึ่งบรรทัด ขึ้นต้นด้วย “# ”", "Write the title on one line that starts with “# ”."),
)
_TWO_TITLES = (
    Bilingual("มีชื่อนโยบายมากกว่าหนึ่งชื่อ", "There is more than one title"),
    Bilingual(
        "ให้มีบรรทัดที่ขึ้นต้นด้วย “# ” เพียงบรรทัดเดียว หัวข้ออื่นใช้ ## หรือ ###",
        "Keep one line that starts with “# ”; other headings start with ## or ###.",
    ),
)
