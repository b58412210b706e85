"""What search engines and servers read: the sitemap, `robots.txt`, `_headers`, and the page for what is not there."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from promulgate.site import addresses
from promulgate.site.document import CONTENT_SECURITY_POLICY
from promulgate.site.model import File, Page
from promulgate.site.rendering import render
from promulgate.site.site import Site

NOT_FOUND = "404.html"


def sitemap(site: Site, pages: Iterable[Page]) -> File:
    """The pages search engines should list, each with its translations; the start page is for everyone else."""
    listed = [page for page in pages if page.indexed and not page.canonical]
    content = render(
        "sitemap.xml",
        addresses.START,
        site.words(site.languages[0]),
        host=site.settings.site_url or "/",
        pages=listed,
    )
    return File("sitemap.xml", content.encode())


def robots(site: Site) -> File:
    """`robots.txt`: everything may be read; what should not be listed says so itself."""
    lines = ["User-agent: *", "Disallow:"]
    if site.settings.site_url:
        lines.append(f"Sitemap: {site.settings.site_url}sitemap.xml")
    return File("robots.txt", ("\n".join(lines) + "\n").encode())


def headers() -> File:
    """`_headers`, as several hosts of static sites read it: the security policy, and how long files may be kept."""
    sections = {
        "/*": (
            f"Content-Security-Policy: {CONTENT_SECURITY_POLICY}; frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Referrer-Policy: no-referrer",
            "Permissions-Policy: camera=(), geolocation=(), microphone=()",
            "Strict-Transport-Security: max-age=63072000",
            "Cache-Control: public, max-age=300",
        ),
        "/assets/*": ("! Cache-Control", "Cache-Control: public, max-age=31536000, immutable"),
        "/*.md": ("Content-Type: text/markdown; charset=utf-8",),
        "/*.ics": ("Content-Type: text/calendar; charset=utf-8",),
        "/api/*": ("Access-Control-Allow-Origin: *",),
    }
    lines = [line for path, values in sections.items() for line in (path, *(f"  {value}" for value in values))]
    return File("_headers", ("\n".join(lines) + "\n").encode())


def not_found_page(site: Site) -> Page:
    """The page for an address that leads nowhere, in every language. It may be shown at any depth."""
    first = site.languages[0]
    root = urlsplit(site.settings.site_url).path or "/"
    choices = [(language, site.words(language), addresses.home(language)) for language in site.languages]
    return Page(
        address=NOT_FOUND,
        language=first,
        title=" · ".join(site.words(language).plain("not_found") for language in site.languages),
        body=render("not_found.html", NOT_FOUND, site.words(first), root=root, choices=choices),
        translations={language: addresses.home(language) for language in site.languages},
        indexed=False,
        root=root,
    )
