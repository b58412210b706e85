"""The start page, and the home page of each language: which policies there are, what binds, what is coming."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from promulgate.archive import Policy, Version
from promulgate.site import addresses, listing
from promulgate.site.model import Page
from promulgate.site.rendering import render
from promulgate.site.site import Site
from promulgate.site.standing import Phase, days_left, during, phases
from promulgate.site.words import Words

_FOR_EVERYONE_ELSE = "x-default"
"""What search engines call the page for readers of no particular language."""


@dataclass(frozen=True, slots=True)
class Card:
    """A policy in the list of policies."""

    title: str
    address: str
    version: Version | None
    phases: tuple[Phase, ...]
    stamp: Markup
    coming: Version | None
    coming_sentence: Markup
    coming_address: str
    coming_attributes: Markup
    history: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A language on the start page, in its own words."""

    language: str
    words: Words
    site_name: str
    notice: str
    home: str
    cards: tuple[Card, ...]


def home_page(site: Site, language: str) -> Page:
    """The home page of a language."""
    address = addresses.home(language)
    words = site.words(language)
    body = render(
        "home.html",
        address,
        words,
        site_name=site.name(language),
        cards=cards(site, language),
        search=addresses.search(language),
        history=addresses.history(language),
        feed=addresses.feed(language),
        verification=addresses.verification(language),
        guides=site.guides.get(language, ()),
        drafts=[
            (policy.drafts[language].title, addresses.version(language, policy.id, addresses.DRAFT))
            for policy in site.archive.policies
            if language in policy.drafts
        ],
    )
    return Page(
        address=address,
        language=language,
        title=site.name(language),
        body=body,
        description=words.plain("home_description"),
        translations=_homes(site),
        equivalents=(*site.languages, _FOR_EVERYONE_ELSE),
    )


def start_page(site: Site) -> Page:
    """The page at the root: every language in its own words, none preferred by a redirect."""
    first = site.languages[0]
    choices = tuple(
        Choice(
            language,
            site.words(language),
            site.name(language),
            site.settings.site_notice.get(language, ""),
            addresses.home(language),
            cards(site, language),
        )
        for language in site.languages
    )
    body = render("start.html", addresses.START, site.words(first), choices=choices)
    return Page(
        address=addresses.START,
        language=first,
        title=" · ".join(dict.fromkeys(choice.site_name for choice in choices)),
        body=body,
        wide=True,
        description=site.words(first).plain("home_description"),
        translations=_homes(site),
        equivalents=(*site.languages, _FOR_EVERYONE_ELSE),
    )


def _homes(site: Site) -> dict[str, str]:
    """The home of each language, and the start page for everyone else."""
    return {language: addresses.home(language) for language in site.languages} | {_FOR_EVERYONE_ELSE: addresses.START}


def cards(site: Site, language: str) -> tuple[Card, ...]:
    """The policies of a language."""
    return tuple(_card(site, policy, language) for policy in site.policies(language))


def _card(site: Site, policy: Policy, language: str) -> Card:
    words = site.words(language)
    version = site.binding(policy)
    coming = listing.upcoming(site, policy, language)
    coming_address, sentence = "", Markup("")
    if coming is not None:
        has_changes = site.previous(policy, coming, language) is not None
        address = addresses.changes if has_changes else addresses.version
        coming_address = address(language, policy.id, coming.name)
        sentence = Markup("{} {}").format(
            words("takes_effect", version=coming.name, date=words.time(coming.effective)),
            days_left(site, coming.effective, language),
        )
    return Card(
        title=site.title(policy, language),
        address=addresses.policy(language, policy.id),
        version=version,
        phases=phases(site, policy, version, language) if version else (),
        stamp=words("from_date", date=words.time(version.effective)) if version else Markup(""),
        coming=coming,
        coming_sentence=sentence,
        coming_address=coming_address,
        coming_attributes=during(site, None, coming.effective) if coming else Markup(""),
        history=addresses.history(language, policy.id),
    )
