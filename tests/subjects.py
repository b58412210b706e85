"""Texts and subjects made from bodies, as tests and the examples in the rules write them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from promulgate.glossary import read_glossary
from promulgate.markdown import read_text
from promulgate.model import Finding, Severity, Text
from promulgate.rules.documentation import Example
from promulgate.rules.registry import judge
from promulgate.rules.subject import Subject
from promulgate.settings import Settings

NOW = datetime(2026, 11, 1, 12, 0, tzinfo=ZoneInfo("Asia/Bangkok"))
TITLES = {
    "th": "นโยบายความเป็นส่วนตัว",
    "en": "Privacy policy",
    "de": "Datenschutzerklärung",
    "fr": "Politique de confidentialité",
}
SUMMARIES = {"th": "ฉบับแรก", "en": "The first version.", "de": "Die erste Fassung.", "fr": "La première version."}
HEADER_LINES = 7
"""Lines that stand before the first line of a body."""


def source(language: str, body: str, extra: str = "") -> bytes:
    """A policy source with front matter and title around a body; `extra` is more front matter."""
    header = f'---\nversion: "1.0"\neffective: 2027-01-01\nsummary: {SUMMARIES.get(language, "x")}\n{extra}---\n'
    return f"{header}# {TITLES.get(language, language)}\n\n{body}\n".encode()


def text(language: str, body: str, extra: str = "") -> Text:
    """A text made from a body."""
    return read_text("privacy", language, f"policies/{language}/privacy.md", source(language, body, extra))


def subject(
    bodies: Mapping[str, str],
    *,
    extra: Mapping[str, str] | None = None,
    severities: Mapping[str, Severity] | None = None,
    glossary: str = "",
    before: Mapping[str, str] | None = None,
    languages: tuple[str, ...] | None = None,
) -> Subject:
    """What the rules judge, made from one body per language."""
    texts = {language: text(language, body, (extra or {}).get(language, "")) for language, body in bodies.items()}
    wanted = languages or tuple(dict.fromkeys([*bodies, *([] if "de" in bodies or "fr" in bodies else ["th", "en"])]))
    settings = Settings(languages=wanted, prevailing=wanted[0], severities=severities or {})
    return Subject(
        policy="privacy",
        texts=texts,
        settings=settings,
        now=NOW,
        missing=tuple(language for language in wanted if language not in texts),
        before={language: text(language, body) for language, body in (before or {}).items()},
        glossary=read_glossary(glossary.encode()) if glossary else (),
    )


def subject_of(example: Example) -> Subject:
    """What an example in a rule's docstring shows."""
    bodies = {name: body for name, body in example.parts.items() if name != "glossary" and not name.endswith(" before")}
    before = {name.removesuffix(" before"): body for name, body in example.parts.items() if name.endswith(" before")}
    return subject(bodies, glossary=example.parts.get("glossary", ""), before=before)


def found(findings: tuple[Finding, ...] | list[Finding]) -> list[tuple[str, str, str, int]]:
    """Findings as rule, severity, language and line of the body."""
    return [
        (finding.rule, finding.severity.word, finding.place.language, finding.place.line - HEADER_LINES)
        for finding in findings
    ]


def judged(bodies: Mapping[str, str], **more: object) -> list[tuple[str, str, str, int]]:
    """All findings on bodies, as `found` gives them."""
    return found(judge(subject(bodies, **more)))  # type: ignore[arg-type]
