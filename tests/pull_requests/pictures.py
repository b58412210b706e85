"""A pull request as it looks: the real words of a check, drawn in the manner of the platform.

`make screenshots` writes the pictures of the guide from plays of `plays.py`.
"""

from __future__ import annotations

import tempfile
from dataclasses import replace
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt

from tests.pull_requests.plays import perform
from tests.pull_requests.view import Annotation, View
from tests.site.chromium import chromium

FOLDER = Path(__file__).parent.parent.parent / "docs" / "images"
WIDTH = 900
_CHECKS = {True: '<b style="color:#1a7f37">✓</b>', False: '<b style="color:#d1242f">✗</b>'}

_STYLE = """
body { margin: 0; padding: 24px; background: #fff; color: #1f2328; width: 852px;
  font: 14px/1.5 "Segoe UI", "Noto Sans", "Noto Sans Thai", Helvetica, Arial, sans-serif }
h1, h2 { border-bottom: 1px solid #d1d9e0; padding-bottom: .3em; margin: 24px 0 16px; line-height: 1.25 }
h1 { font-size: 2em; margin-top: 0 } h2 { font-size: 1.5em } h3 { font-size: 1.25em } h4 { font-size: 1em }
table { border-collapse: collapse; display: block; overflow: auto; width: max-content; max-width: 100% }
table { margin: 0 0 16px } tbody tr:nth-child(2n) { background: #f6f8fa }
td, th { border: 1px solid #d1d9e0; padding: 6px 13px } th { font-weight: 600 }
code, pre { font: 85%/1.45 "Noto Sans Mono", "Noto Sans Thai", monospace; background: #818b981f; border-radius: 6px }
code { padding: .2em .4em } pre { padding: 12px; overflow: auto }
blockquote { margin: 0 0 16px; padding: 0 1em; color: #59636e; border-left: .25em solid #d1d9e0 }
a { color: #0969da } details { margin-bottom: 16px } sub { font-size: 75% }
.note { border: 1px solid #d1d9e0; border-left: 4px solid #d1242f; border-radius: 6px; white-space: pre-wrap }
.note { padding: 12px 16px; margin: 0 0 12px }
.note.warning { border-left-color: #bf8700 } .note.notice { border-left-color: #59636e }
.note small { display: block; color: #59636e } .note b { display: block; margin: 2px 0 6px }
.checks { border: 1px solid #d1d9e0; border-radius: 6px; padding: 8px 16px; margin: 0 0 16px }
"""


def page(body: str) -> str:
    """A whole HTML page around a body."""
    return f'<!doctype html><html lang="th"><meta charset="utf-8"><style>{_STYLE}</style><body>{body}</body></html>'


def summary_html(markdown: str) -> str:
    """The summary of a check as HTML: the platform's dialect is CommonMark with tables and struck words."""
    return str(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(markdown))


def notes_html(view: View) -> str:
    """The conclusions and the notes beside lines."""
    checks = "".join(f"<div>{_CHECKS[passed]} {escape(name)}</div>" for name, passed in view.conclusions.items())
    return f'<div class="checks">{checks}</div>' + "".join(_note(note) for note in view.annotations)


def _note(note: Annotation) -> str:
    kind = {"error": "failure"}.get(note.kind, note.kind)
    where = f"Check {kind} on line {note.line} in {note.path}" if note.path else f"Check {kind}"
    title = f"<b>{escape(note.title)}</b>" if note.title else ""
    return f'<div class="note {note.kind}"><small>{escape(where)}</small>{title}{escape(note.words)}</div>'


def _until(markdown: str, line: str, count: int = 1) -> str:
    """The page up to a line that begins so, the first or a later one."""
    return f"\n{line}".join(markdown.split(f"\n{line}")[:count])


def pages() -> dict[str, str]:
    """The HTML of each picture by its name."""
    views = {name: _play(name) for name in ("number_in_thai_only", "typo", "new_section")}
    number = views["number_in_thai_only"]
    note = replace(number, annotations=number.annotations[:1])
    return {
        "pull-request-finding": page(summary_html(_until(number.summary, "## สิ่งที่ควรทบทวน"))),
        "pull-request-note": page(notes_html(note)),
        "pull-request-passed": page(summary_html(_until(views["new_section"].summary, "<details open>", 2))),
        "pull-request-typo": page(summary_html(_until(views["typo"].summary, "## รอบันทึก"))),
    }


def _play(name: str) -> View:
    with tempfile.TemporaryDirectory() as folder:
        return perform(name, Path(folder))[1]


if __name__ == "__main__":
    with chromium() as browser:
        for name, html in pages().items():
            shown = browser.new_page(viewport={"width": WIDTH, "height": 100})
            shown.set_content(html, wait_until="load")
            shown.screenshot(path=FOLDER / f"{name}.png", full_page=True)
            shown.close()
