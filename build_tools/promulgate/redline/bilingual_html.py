"""The redlines of all languages of a version beside each other: one row per section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import quote

from promulgate.model import PREAMBLE
from promulgate.one_language import merged_order
from promulgate.records import RecordedAcknowledgement
from promulgate.redline.html_sections import SectionWriter, legend
from promulgate.redline.model import Redline, SectionChange
from promulgate.redline.telling import is_quiet
from promulgate.words_on_page import strings


def bilingual_redline_html(
    redlines: Mapping[str, Redline],
    language: str,
    acknowledged: Sequence[RecordedAcknowledgement] = (),
    *,
    level: int = 2,
    text_address: str = "",
) -> str:
    """The redlines as a body fragment in the words of `language`: what changed in one language beside the others.

    `redlines` are by language, in the order of the columns. A section that changed in some languages only stands out,
    with the acknowledgement that says why, if there is one. A section that changed in none is named only, with a link
    to it on the page at `text_address`, which shows the whole text of all languages.
    """
    page = _Page(redlines, language, acknowledged, level, text_address)
    order = merged_order([[section.id for section in redline.sections] for redline in redlines.values()])
    rows = [page.row(identifier) for identifier in order]
    changed = [identifier for identifier in order if page.is_changed(identifier)]
    body = "\n".join([page.summary(changed), *rows])
    return f'<div class="redline redline-bilingual" lang="{escape(language)}">\n{body}\n</div>\n'


class _Page:
    def __init__(
        self,
        redlines: Mapping[str, Redline],
        language: str,
        acknowledged: Sequence[RecordedAcknowledgement],
        level: int,
        text_address: str,
    ) -> None:
        self.text_address = text_address
        self.redlines = redlines
        self.acknowledged = acknowledged
        self.language = language
        self.words = strings(language)
        self.level = level
        self.writers = {
            code: SectionWriter(
                redline, language, prefix=f"redline-{code}", level=level + 1, sections=f"redline-{code}-"
            )
            for code, redline in redlines.items()
        }

    def sections(self, identifier: str) -> dict[str, SectionChange | None]:
        return {code: redline.section(identifier) for code, redline in self.redlines.items()}

    def is_changed(self, identifier: str) -> bool:
        return any(section and not is_quiet(section) for section in self.sections(identifier).values())

    def changed_languages(self, identifier: str) -> list[str]:
        return [code for code, section in self.sections(identifier).items() if section and not is_quiet(section)]

    def name(self, identifier: str) -> str:
        """The title of the section in the first language that has it, escaped."""
        found = (self.writers[code].name(section) for code, section in self.sections(identifier).items() if section)
        return next(found, escape(identifier))

    def language_name(self, code: str) -> str:
        return self.words.get(f"redline_language_{code}", code)

    def one_sided(self, identifier: str) -> str:
        """What stands out where not all languages changed: in which one, and why that is right."""
        changed = self.changed_languages(identifier)
        if not changed or len(changed) == len(self.redlines):
            return ""
        names = ", ".join(self.language_name(code) for code in changed)
        only = escape(self.words["redline_one_language"].format(languages=names))
        reasons = [
            self.words["redline_acknowledged"].format(reason=item.reason)
            for item in self.acknowledged
            if item.section == identifier and item.language not in changed
        ]
        told = "; ".join(reasons) or self.words["redline_not_acknowledged"]
        kind = "acknowledged" if reasons else "not-acknowledged"
        label = f'<strong class="redline-kind redline-kind-one-sided">{only}</strong>'
        return f'<p class="redline-one-sided redline-{kind}">{label} {escape(told)}</p>'

    def summary(self, changed: Sequence[str]) -> str:
        heading = f'<h{self.level} id="redline-summary">{escape(self.words["redline_heading"])}</h{self.level}>'
        if not changed:
            return f'<nav class="redline-summary">{heading}<p>{escape(self.words["redline_nothing"])}</p></nav>'
        counts = "".join(
            f'<p class="redline-counts"><b>{escape(self.language_name(code))}</b> '
            f"{escape(writer.words.counts(writer.redline))}</p>"
            for code, writer in self.writers.items()
        )
        entries = "".join(
            f'<li><a href="#{quote(identifier)}">{self.name(identifier)}</a> {self.entry(identifier)}</li>'
            for identifier in changed
        )
        return (
            f'<nav class="redline-summary" aria-labelledby="redline-summary">{heading}{counts}'
            f'<p class="redline-legend">{legend(self.language)}</p><ol class="redline-contents">{entries}</ol></nav>'
        )

    def entry(self, identifier: str) -> str:
        """The kinds of change of the first changed language; and that it is the only one, if so."""
        changed = self.changed_languages(identifier)
        section = self.sections(identifier)[changed[0]]
        kinds = self.writers[changed[0]].kinds(section) if section else ""
        if len(changed) == len(self.redlines):
            return kinds
        names = ", ".join(self.language_name(code) for code in changed)
        only = escape(self.words["redline_one_language"].format(languages=names))
        return f'{kinds} <span class="redline-kind redline-kind-one-sided">{only}</span>'

    def row(self, identifier: str) -> str:
        attributes = f'id="{escape(identifier)}"'
        if not self.is_changed(identifier):
            link = f'<a href="{escape(self.text_address)}#{quote(identifier)}">{self.name(identifier)}</a>'
            named = self.name(identifier) if identifier == PREAMBLE else link
            label = f'<span class="redline-kind">{escape(self.words["redline_unchanged"])}</span>'
            return f'<p class="redline-row redline-same-section" {attributes}>{named} {label}</p>'
        columns = "".join(self.column(code, section) for code, section in self.sections(identifier).items())
        note = self.one_sided(identifier)
        kind = " redline-row-one-sided" if note else ""
        heading = f'<h{self.level} class="redline-row-heading redline-hidden">{self.name(identifier)}</h{self.level}>'
        columns = f'<div class="redline-columns">{columns}</div>'
        return f'<section class="redline-row{kind}" {attributes}>{heading}{note}{columns}</section>'

    def column(self, code: str, section: SectionChange | None) -> str:
        name = f'<p class="redline-language" lang="{escape(self.language)}">{escape(self.language_name(code))}</p>'
        if section is None:
            missing = self.words["redline_not_in_language"].format(language=self.language_name(code))
            body = f'<p class="redline-note" lang="{escape(self.language)}">{escape(missing)}</p>'
        else:
            body = self.writers[code].section(section)
        return f'<div class="redline-column" lang="{escape(code)}">{name}{body}</div>'
