"""What a page shows for a section that only other languages have: its title, where it is to be read, and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from promulgate.archive import Policy, Version
from promulgate.model import Section
from promulgate.one_language import Stub, with_stubs
from promulgate.site import addresses
from promulgate.site.rendering import render
from promulgate.site.text_html import FittedSection, Fitting, fitted_section, stub_title
from promulgate.site.words import Words

Shown = Sequence[Section | Stub]
Where = Callable[[str], str]
"""The address of the same text in another language."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A language that has the section: its code, what the page's language calls it, where the text is."""

    language: str
    name: str
    address: str


def shown_sections(version: Version, language: str) -> tuple[Section | Stub, ...]:
    """The sections of a version in a language, with stubs where only others have one."""
    return with_stubs(version.texts, language, version.record.prevailing)


def fitted_sections(
    shown: Shown, words: Words, origin: str, where: Where, fitting: Fitting
) -> tuple[FittedSection, ...]:
    """The sections fitted to the page at `origin`, stubs in `words` among them."""
    return tuple(
        fitted_stub(each, words, origin, where, fitting) if isinstance(each, Stub) else fitted_section(each, fitting)
        for each in shown
    )


def fitted_stub(stub: Stub, words: Words, origin: str, where: Where, fitting: Fitting) -> FittedSection:
    """A stub, in the place of the section it stands for."""
    elsewhere = [Elsewhere(each, words.language_called(each), where(each)) for each in stub.languages]
    html = render("stub.html", origin, words, stub=stub, elsewhere=elsewhere, suffix=fitting.id_suffix)
    return FittedSection(stub.section.id + fitting.id_suffix, stub.section.level, stub_title(stub), html)


def text_addresses(policy: Policy, version: Version, *, dated: bool) -> Where:
    """Where the text of a version is in each language: at its permanent address, or at that of what binds now."""
    if dated:
        return lambda language: addresses.version(language, policy.id, version.name)
    return lambda language: addresses.policy(language, policy.id)
