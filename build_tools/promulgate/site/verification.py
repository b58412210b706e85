"""How a reader checks that a text is the one that was published, with every SHA-256 and the number over all of them."""

from __future__ import annotations

from promulgate.site import addresses, listing
from promulgate.site.model import Page
from promulgate.site.rendering import render
from promulgate.site.site import Site

SCRIPT = "verify.js"


def verification_page(site: Site, language: str) -> Page:
    """The page about checking a document, in `language`."""
    address = addresses.verification(language)
    words = site.words(language)
    body = render(
        "verify.html",
        address,
        words,
        policies=[
            (site.title(policy, language), listing.rows(site, policy, language)) for policy in site.policies(language)
        ],
        archive_hash=site.archive.hash,
        api="api/policies.json",
        commit=site.archive.commit,
        host=(site.settings.site_url or "https://policies.example").rstrip("/"),
    )
    return Page(
        address=address,
        language=language,
        title=words.plain("verify"),
        body=body,
        description=words.plain("verify_lead"),
        translations={other: addresses.verification(other) for other in site.languages},
        equivalents=site.languages,
        scripts=(SCRIPT,),
    )
