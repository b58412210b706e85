"""Redlines: what a version changed, and the difference of any two versions."""

from __future__ import annotations

from markupsafe import Markup

from promulgate.archive import Policy, Version
from promulgate.model import PREAMBLE
from promulgate.site import addresses, listing
from promulgate.site.model import Heading, Page
from promulgate.site.redlines import redline
from promulgate.site.rendering import render
from promulgate.site.site import Site
from promulgate.site.standing import phases
from promulgate.site.words import shortened


def changes_page(site: Site, policy: Policy, previous: Version, version: Version, language: str) -> Page:
    """The redline of a version against the one before, which `Site.previous` gives."""
    return _redline_page(site, policy, previous, version, language, neighbours=True)


def comparison_page(site: Site, policy: Policy, old: Version, new: Version, language: str) -> Page:
    """The redline of two versions that both have a text in `language`."""
    return _redline_page(site, policy, old, new, language, neighbours=False)


def _redline_page(site: Site, policy: Policy, old: Version, new: Version, language: str, *, neighbours: bool) -> Page:
    words = site.words(language)

    def address_in(other: str) -> str:
        if neighbours:
            return addresses.changes(other, policy.id, new.name)
        return addresses.comparison(other, policy.id, old.name, new.name)

    address = address_in(language)
    text = new.outline(language)
    pages = {other: address_in(other) for other in site.languages if other in old.texts and other in new.texts}
    found = redline(site, old, new, language, pages)
    title = words.plain("title_changes", title=text.title, old=old.name, new=new.name)
    body = render(
        "changes.html",
        address,
        words,
        title=title,
        up=addresses.policy(language, policy.id),
        up_title=site.title(policy, language),
        old=old,
        new=new,
        old_address=addresses.version(language, policy.id, old.name),
        new_address=addresses.version(language, policy.id, new.name),
        old_phases=phases(site, policy, old, language),
        new_phases=phases(site, policy, new, language),
        old_interval=listing.interval(site, old, language),
        new_interval=listing.interval(site, new, language),
        summary=text.summary if neighbours else "",
        labels=listing.labels(site, new, language) if neighbours else (),
        beside=[
            (words.language_called(pair[0]), words.language_called(pair[1]), beside_address)
            for pair in site.pairs
            if neighbours and language in pair and _has_both(pair, old, new)
            for beside_address in [addresses.side_by_side(pair, policy.id, new.name, changes=True)]
        ],
        history=addresses.history(language, policy.id),
        redline=Markup(found.html),  # noqa: S704 - escaped by its own writer
    )
    return Page(
        address=address,
        language=language,
        title=title,
        body=body,
        description=shortened(text.summary),
        contents=tuple(
            Heading(identifier, words("redline_preamble") if identifier == PREAMBLE else Markup.escape(name))
            for identifier, name in found.changed
        ),
        translations={other: pages.get(other) or site.nearest(policy, other) for other in site.languages},
        indexed=False,
        printed=printed_line(site, old, new, language),
    )


def printed_line(site: Site, old: Version, new: Version, language: str) -> str:
    """What stands at the foot of every printed page of a redline, before its address."""
    return site.words(language).plain(
        "printed_changes",
        title=new.texts[language].title,
        old=old.name,
        new=new.name,
        old_sha256=old.record.languages[language].sha256,
        new_sha256=new.record.languages[language].sha256,
    )


def _has_both(pair: tuple[str, str], old: Version, new: Version) -> bool:
    return all(language in version.texts for language in pair for version in (old, new))
