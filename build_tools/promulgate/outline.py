"""What lists and links need of a text without its words: a thousand versions don't fit into memory at once."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from promulgate.model import Text

_TARGET = re.compile(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Outline:
    """A text without its words."""

    title: str
    summary: str
    sections: tuple[str, ...]
    """The ids of its sections, in order."""
    links: tuple[str, ...]
    """Where its links lead, as written, each once."""


def outline_of(text: Text) -> Outline:
    """The outline of a text."""
    pieces = [text.footnotes_html, *(piece for one in text.sections for piece in (one.title_html, one.html))]
    targets = (html.unescape(target) for piece in pieces for target in _TARGET.findall(piece))
    return Outline(
        text.title, text.metadata.summary, tuple(section.id for section in text.sections), tuple(dict.fromkeys(targets))
    )
