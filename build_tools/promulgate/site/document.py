"""From a page to a whole HTML document, or to the pieces the theme puts together."""

from __future__ import annotations

import json
from dataclasses import dataclass

from markupsafe import Markup

from promulgate.site import addresses
from promulgate.site.look import MAIN_SCRIPT, Look
from promulgate.site.model import Page
from promulgate.site.rendering import render
from promulgate.site.site import Site

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""Nothing from any other host, no inline script or style. `_headers` adds what only a header can say."""


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """A link to the page in another language."""

    language: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Pieces:
    """The parts of a document around its body."""

    language: str
    direction: str
    head: Markup
    styles: Markup
    header: Markup
    contents: Markup
    footer: Markup
    scripts: Markup
    wide: bool


def document(site: Site, page: Page, look: Look) -> bytes:
    """The whole HTML document of a page."""
    parts = pieces(site, page, look)
    html = render("document.html", page.address, site.words(page.language), root=page.root, page=page, parts=parts)
    return html.encode()


def pieces(site: Site, page: Page, look: Look) -> Pieces:
    """The pieces of a document around the body of `page`."""
    words = site.words(page.language)
    values = {
        "page": page,
        "site": site,
        "site_name": site.name(page.language),
        "notice": site.settings.site_notice.get(page.language, ""),
        "home": addresses.home(page.language),
        "history": addresses.history(page.language),
        "search": addresses.search(page.language),
        "verification": addresses.verification(page.language),
        "feed": addresses.feed(page.language),
        "languages": _languages(site, page),
        "look": look,
        "scripts": tuple(look.script(name) for name in (MAIN_SCRIPT, *page.scripts)),
        "policy_of_content": CONTENT_SECURITY_POLICY,
        "absolute": site.settings.site_url,
        "structured": _json(page.structured),
    }
    head, styles, header, contents, footer, scripts = (
        render(f"{name}.html", page.address, words, root=page.root, **values)
        for name in ("head", "styles", "header", "contents", "footer", "scripts")
    )
    return Pieces(page.language, words.plain("direction"), head, styles, header, contents, footer, scripts, page.wide)


def _languages(site: Site, page: Page) -> tuple[LanguageLink, ...]:
    return tuple(
        LanguageLink(language, site.words(language).plain("language_name"), page.translations[language])
        for language in site.languages
        if language in page.translations
    )


def _json(value: object) -> Markup:
    """JSON that can stand in a script element: no `<` can end it."""
    if not value:
        return Markup("")
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))  # noqa: S704 - escaped
