"""Working texts that are not recorded, for the eyes of those who prepare them: in previews and with `--drafts` only."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from promulgate.archive import Policy, Version
from promulgate.model import PREAMBLE, Finding, Severity, Text
from promulgate.one_language import with_stubs
from promulgate.redline import compare
from promulgate.redline.html import redline_html
from promulgate.site import addresses, stubs, text_html
from promulgate.site.links import Links
from promulgate.site.model import Page
from promulgate.site.rendering import render
from promulgate.site.site import Site


def draft_page(site: Site, policy: Policy, language: str) -> Page:
    """The page of a draft, marked as one."""
    text = policy.drafts[language]
    address = addresses.version(language, policy.id, addresses.DRAFT)
    words = site.words(language)
    fitting = text_html.Fitting(Links(site, policy, language, address).resolve, table_label=words.plain("table"))
    shown = with_stubs(policy.drafts, language, site.settings.prevailing)
    followed = before(site, policy, language)
    body = render(
        "draft.html",
        address,
        words,
        text=text,
        name=text.metadata.version,
        sections=stubs.fitted_sections(shown, words, address, _address_of(policy), fitting),
        footnotes=text_html.fitted(text.footnotes_html, fitting),
        address_of_policy=addresses.policy(language, policy.id) if site.versions(policy, language) else "",
        changes=addresses.changes(language, policy.id, addresses.DRAFT) if followed else "",
        before=followed.name if followed else "",
        findings=_findings(site, policy, language),
    )
    return Page(
        address=address,
        language=language,
        title=words.plain("title_draft", title=text.title),
        body=body,
        contents=text_html.contents(shown),
        translations={
            other: addresses.version(other, policy.id, addresses.DRAFT)
            if other in policy.drafts
            else site.nearest(policy, other)
            for other in site.languages
        },
        indexed=False,
    )


def _address_of(policy: Policy) -> stubs.Where:
    return lambda language: addresses.version(language, policy.id, addresses.DRAFT)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A finding as the page of a draft shows it: what to read in the language of the page, then in the other ones."""

    must: bool
    section: str
    title: str
    messages: tuple[str, ...]
    hint: str
    paste: str


def _findings(site: Site, policy: Policy, language: str) -> tuple[_Shown, ...] | None:
    """What the check finds in a policy; None where it is not to be shown."""
    if site.findings is None:
        return None
    text = policy.drafts[language]
    found = [finding for finding in site.findings if finding.policy == policy.id]
    return tuple(_shown(finding, text, language) for finding in found)


def _shown(finding: Finding, text: Text, language: str) -> _Shown:
    section = text.section(finding.section) if finding.section not in ("", PREAMBLE) else None
    messages = (finding.message.in_language(language), finding.message.th, finding.message.en)
    hint, _, paste = finding.hint.in_language(language).partition("\n")
    return _Shown(
        must=finding.severity is Severity.ERROR,
        section=section.id if section else "",
        title=section.title if section else "",
        messages=tuple(dict.fromkeys(messages)),
        hint=hint,
        paste=paste,
    )


def draft_changes_page(site: Site, policy: Policy, followed: Version, language: str) -> Page:
    """The redline of a draft against the version it follows."""
    text = policy.drafts[language]
    address = addresses.changes(language, policy.id, addresses.DRAFT)
    words = site.words(language)
    redline = compare(followed.texts[language], text)
    title = words.plain(
        "title_draft",
        title=words.plain("title_changes", title=text.title, old=followed.name, new=text.metadata.version),
    )
    body = render(
        "draft_changes.html",
        address,
        words,
        title=title,
        up=addresses.version(language, policy.id, addresses.DRAFT),
        up_title=text.title,
        redline=Markup(redline_html(redline, language)),  # noqa: S704 - escaped by its own writer
    )
    return Page(
        address=address,
        language=language,
        title=title,
        body=body,
        translations={other: site.nearest(policy, other) for other in site.languages},
        indexed=False,
    )


def before(site: Site, policy: Policy, language: str) -> Version | None:
    """The version a draft follows: the last that binds before it would; None if it would be the first."""
    effective = policy.drafts[language].metadata.effective.instant(site.settings.time_zone)
    earlier = [
        version
        for version in policy.versions
        if language in version.texts and not version.record.withdrawn and version.effective < effective
    ]
    return earlier[-1] if earlier else None
