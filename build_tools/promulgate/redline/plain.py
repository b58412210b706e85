"""Two plain Markdown files instead of two versions: what `promulgate diff old.md new.md` compares."""

from __future__ import annotations

import contextlib
import re
from datetime import date
from functools import partial

from promulgate import front_matter
from promulgate.dates import LocalTime
from promulgate.errors import Bilingual, Problem, SourceError
from promulgate.markdown import read_text
from promulgate.markdown.blocks import read_page
from promulgate.markdown.dialect import render, sanitise
from promulgate.markdown.reader import decode
from promulgate.model import Metadata, Text
from promulgate.redline.compare import compare
from promulgate.redline.html import redline_html
from promulgate.redline.json import redline_json
from promulgate.redline.markdown import redline_markdown
from promulgate.redline.model import Redline
from promulgate.redline.terminal import redline_terminal

FORMATS = ("text", "markdown", "html", "json")
_NO_METADATA = Metadata("", LocalTime(date(1970, 1, 1)), material=False, summary="")
_TITLE = re.compile(r"<h1[ >]")
_HEADING = re.compile(r"(?:(?<=<)|(?<=</))h([1-5])(?=[ >])")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_TOO_DEEP = (
    Bilingual("ข้อความซ้อนกันลึกเกินไป", "lists or quotes are nested too deeply"),
    Bilingual("ลดชั้นของรายการหรือข้อความอ้าง", "Use fewer levels of lists or quotes."),
)


def text_from_plain_markdown(path: str, source: bytes, language: str) -> Text:
    """Read any Markdown file for comparing: a policy source as one, anything else as a body without front matter.

    Headings need no ids, and several first-level headings are sections. `path` is for messages. Raises SourceError if
    the file is not UTF-8 or too long. Blocks of a body without front matter have no lines of their own.
    """
    try:
        return read_text(_name(path), language, path, source)
    except SourceError:
        body = decode(path, source)
    with contextlib.suppress(SourceError):
        _, body, _ = front_matter.split(path, body)
    try:
        html = sanitise(render(_CONTROL.sub("\ufffd", body)))
        if len(_TITLE.findall(html)) > 1:
            html = _HEADING.sub(lambda match: f"h{int(match[1]) + 1}", html)
        page = read_page(html, 1)
    except RecursionError as error:
        raise SourceError(path, (Problem("size", 1, 1, *_TOO_DEEP),)) from error
    sections = tuple(page.sections)
    return Text(_name(path), language, path, source, _NO_METADATA, page.title, page.title_line, sections)


def rendered(redline: Redline, output: str, language: str, *, colour: bool = False) -> str:
    """The redline in one of FORMATS, in the words of `language`. `colour` is for `text` only."""
    views = {
        "text": partial(redline_terminal, redline, language, colour=colour),
        "markdown": partial(redline_markdown, redline, language),
        "html": partial(redline_html, redline, language),
        "json": partial(redline_json, redline),
    }
    return views[output]()


def compare_files(old: tuple[str, bytes], new: tuple[str, bytes], language: str) -> Redline:
    """The redline of two files, each given as its path and its bytes. Raises SourceError."""
    first, second = (text_from_plain_markdown(path, source, language) for path, source in (old, new))
    return compare(first, second)


def _name(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2].removesuffix(".md")
