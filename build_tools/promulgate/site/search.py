"""The search of a language: one index over the sections of what binds, and the page that looks in it.

The index holds plain words, so that a match may begin anywhere in an unspaced run of Thai.
"""

from __future__ import annotations

import json

from promulgate.archive import Policy, Version
from promulgate.canonical import spelling
from promulgate.model import PREAMBLE, Section
from promulgate.one_language import Stub
from promulgate.site import addresses, stubs, text_html
from promulgate.site.model import File, Page
from promulgate.site.rendering import render
from promulgate.site.site import Site
from promulgate.site.words import Words

SCRIPT = "search.js"


def search_page(site: Site, language: str) -> Page:
    """The search page of a language; without JavaScript it lists the sections of every policy instead."""
    address = addresses.search(language)
    words = site.words(language)
    body = render(
        "search.html",
        address,
        words,
        indexes=[
            (other, words.language_called(other), addresses.search_index(other))
            for other in (language, *(other for other in site.languages if other != language))
        ],
        policies=[
            (
                version.texts[language].title,
                addresses.policy(language, policy.id),
                text_html.contents(stubs.shown_sections(version, language)),
            )
            for policy, version in _binding(site, language)
        ],
    )
    return Page(
        address=address,
        language=language,
        title=words.plain("search"),
        body=body,
        description=words.plain("search_in_policies"),
        translations={other: addresses.search(other) for other in site.languages},
        equivalents=site.languages,
        scripts=(SCRIPT,),
    )


def search_index(site: Site, language: str) -> File:
    """The sections of every binding text of a language: policy, title, words. Versions and redlines are not in it."""
    policies, sections = [], []
    for policy, version in _binding(site, language):
        text = version.texts[language]
        policies.append(
            {"title": text.title, "address": addresses.policy(language, policy.id), "version": version.name}
        )
        sections += [
            _entry(len(policies) - 1, each, text.title, site.words(language))
            for each in stubs.shown_sections(version, language)
        ]
    content = json.dumps({"policies": policies, "sections": sections}, ensure_ascii=False, separators=(",", ":"))
    return File(addresses.search_index(language), content.encode())


def _binding(site: Site, language: str) -> list[tuple[Policy, Version]]:
    found = [(policy, site.binding(policy)) for policy in site.policies(language)]
    return [(policy, version) for policy, version in found if version is not None and language in version.texts]


def _entry(policy: int, each: Section | Stub, title: str, words: Words) -> list[object]:
    """Policy, id, title, words, and the language of the title where it is another one."""
    if isinstance(each, Stub):
        names = " · ".join(words.language_called(language) for language in each.languages)
        only = words.plain("stub_only_in", languages=names)
        return [policy, each.section.id, each.section.title, only, each.languages[0]]
    return [policy, "" if each.id == PREAMBLE else each.id, each.title or title, _words(each)]


def _words(section: Section) -> str:
    return " ".join(spelling(" ".join(block.text.split())) for block in section.blocks)
