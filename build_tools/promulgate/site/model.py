"""What a site is made of, before anyone writes it down: pages for readers, and files for their programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of a page's table of contents: the fragment it leads to, its words as safe HTML, its depth from 1."""

    id: str
    title: Markup
    depth: int = 1


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site.

    `address` is relative to the root of the site and ends with a slash, or is empty for the start page. `body` is the
    safe HTML inside `<main>`, its links relative to `address`.
    """

    address: str
    language: str
    title: str
    body: Markup = field(repr=False)
    description: str = ""
    contents: tuple[Heading, ...] = field(default=(), repr=False)
    translations: Mapping[str, str] = field(default_factory=dict)
    """By language, its own included: the address of the same page, or of the nearest page that language has."""
    equivalents: tuple[str, ...] = ()
    """The languages whose translation is this very page, not only the nearest one: what search engines are told."""
    canonical: str = ""
    """The address search engines should list instead of this one; its own address when empty."""
    indexed: bool = True
    """False keeps the page out of search engines: texts that do not bind, and redlines."""
    metadata: Mapping[str, str] = field(default_factory=dict)
    """`<meta name>` to content."""
    structured: Mapping[str, object] = field(default_factory=dict)
    """The page as schema.org describes it (JSON-LD)."""
    scripts: tuple[str, ...] = ()
    """Names of assets, besides the one every page has."""
    printed: str = ""
    """The line at the foot of every printed page, its title when empty; the address is added to it."""
    printed_address: str = ""
    """The address on paper, where it must still lead to these words years later; its own address when empty."""
    wide: bool = False
    """Whether the page needs more room than a column of text."""
    root: str = ""
    """The path of the site on its host, only for a page that is shown at other addresses than its own."""
    modified: str = ""
    """The day search engines are told the page last changed, in ISO 8601; empty if the page has no such day."""


@dataclass(frozen=True, slots=True)
class Guide:
    """A page the operator wrote, as lists name it: its title and its address."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that is no page: a feed, a source text, an asset."""

    address: str
    content: bytes = field(repr=False)
