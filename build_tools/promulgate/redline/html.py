"""A redline as HTML: the body of a page that works with JavaScript off, on a phone, on paper and read aloud."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from promulgate.redline.bilingual_html import bilingual_redline_html
from promulgate.redline.html_sections import SectionWriter, legend
from promulgate.redline.model import Redline, SectionChange

__all__ = ["bilingual_redline_html", "redline_html"]


def redline_html(
    redline: Redline, language: str, *, level: int = 2, after_heading: Callable[[str], str] = lambda _: ""
) -> str:
    """The redline as a body fragment, in the words of `language`, with headings of `level`.

    `after_heading` gives the safe HTML that stands after the heading of a section that changed, by its id.

    A section has its own id, a change `redline-change-<number>`, the summary `redline-summary`.

    First a summary with counts and links to the sections that changed, then every section: unchanged text is folded,
    with the neighbours of each change visible.
    """
    writer = SectionWriter(redline, language, prefix="redline", level=level, after_heading=after_heading)
    sections = [writer.section(section) for section in redline.sections if section.changes or not section.unchanged]
    body = "\n".join([_summary(writer), *sections])
    return f'<div class="redline" lang="{escape(redline.language)}">\n{body}\n</div>\n'


def _summary(writer: SectionWriter) -> str:
    words, redline = writer.strings, writer.redline
    changed = list(redline.changed_sections)
    parts = [f'<h{writer.level} id="{writer.prefix}-summary">{escape(words["redline_heading"])}</h{writer.level}>']
    if redline.first:
        parts.append(f"<p>{escape(words['redline_first'])}</p>")
    elif not changed:
        parts.append(f"<p>{escape(words['redline_nothing'])}</p>")
    else:
        parts.append(f'<p class="redline-counts">{escape(writer.words.counts(redline))}</p>')
        parts.append(f'<p class="redline-legend">{legend(writer.language)}</p>')
    if changed and not redline.first:
        parts.append(f'<ol class="redline-contents">{"".join(_entry(writer, section) for section in changed)}</ol>')
    if writer.first_address() and not redline.first:
        first = escape(words["redline_first_change"])
        parts.append(f'<p class="redline-start"><a href="{writer.first_address()}">{first} ↓</a></p>')
    return (
        f'<nav class="redline-summary"{writer.aside} aria-labelledby="{writer.prefix}-summary">{"".join(parts)}</nav>'
    )


def _entry(writer: SectionWriter, section: SectionChange) -> str:
    link = f'<a href="{writer.address(section.id)}">{writer.name(section)}</a>'
    return f"<li>{link} {writer.kinds(section)}</li>"
