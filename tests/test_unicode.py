"""Every character that must not stand in a text is reported, wherever it stands."""

from __future__ import annotations

import itertools

import pytest

from promulgate.errata import read_errata
from promulgate.errors import ConfigurationError, SourceError
from promulgate.glossary import read_glossary
from promulgate.model import Severity
from promulgate.rules.registry import judge
from promulgate.settings import read_settings
from tests.subjects import HEADER_LINES, subject, text
from tests.support import SETTINGS

BANNED = {
    "direction": [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)],
    "invisible": [
        *(0x00AD, 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x180F), 0x200B, 0x200C, 0x200D),
        *(*range(0x2060, 0x2065), *range(0x206A, 0x2070), 0x3164, *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0),
        *(
            0x2800,
            0xFFFC,
            *range(0x13430, 0x13440),
            0x16FE4,
            *range(0x1BCA0, 0x1BCA4),
            0x1D159,
            *range(0x1D173, 0x1D17B),
        ),
        *(0xFFF9, 0xFFFA, 0xFFFB, 0xE0001, *range(0xE0020, 0xE0080), *range(0xE0100, 0xE0110)),
    ],
    "control": [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFFFE, 0xFFFF],
    "private": [0xE000, 0xE005, 0xE100, 0xE110, 0xF700, 0xF71A, 0xF8FF, 0xF0000, 0xFFFFD, 0x100000, 0x10FFFD],
    "lost": [0xFFFD],
}
POSITIONS = {
    "in a paragraph": "words{}words",
    "in a heading": "## He{}ading {{#id}}\n\nwords",
    "in a list": "- words{}words",
    "in a table": "| a{}b | c |\n|---|---|\n| d | e |",
    "in a footnote": "words[^1]\n\n[^1]: no{}te",
}
SPACES = [0x00A0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
THAI = {
    "decomposed SARA AM": "น\u0e4dา",
    "tone before decomposed SARA AM": "น้\u0e4dา",
    "tone inside decomposed SARA AM": "น\u0e4d้า",
    "tone after SARA AM": "นำ้",
    "two SARA E": "เเละ",
    "tone before its vowel": "ท่ี",
    "tone twice": "ท่่า",
    "vowel twice": "ทีี",
    "mark on a space": "ก ่",
    "mark on a Latin letter": "a่",
    "Lao letter": "กາ",
    "Cyrillic in a Latin word": "c\u043ekie",
    "Greek in a Latin word": "c\u03bfokie",
    "digits mixed": "1๒3",
    "full-width digits": "１２",
    "a letter in pieces": "cafe\u0301",
}


def reported(body: str) -> list[tuple[str, str, int]]:
    try:
        findings = judge(subject({"en": body}, languages=("en",)))
    except SourceError as error:
        return [(problem.rule, "error", problem.line - HEADER_LINES) for problem in error.problems]
    return [(one.rule, one.severity.word, one.place.line - HEADER_LINES) for one in findings]


@pytest.mark.parametrize("place", POSITIONS)
@pytest.mark.parametrize(
    "kind",
    [pytest.param(kind, marks=[] if len(points) < 12 else [pytest.mark.slow]) for kind, points in BANNED.items()],
)
def test_a_banned_character_is_an_error_in_every_place(kind: str, place: str) -> None:
    template = POSITIONS[place]
    missed = []
    for point in BANNED[kind]:
        body = template.format(chr(point)).replace("{{", "{").replace("}}", "}")
        line = body[: body.index(chr(point))].count("\n") + 1
        found = reported(body)
        if not any(
            rule in ("text-hygiene", "hygiene") and weight == "error" and at == line for rule, weight, at in found
        ):
            missed.append((f"U+{point:04X}", found))
    assert missed == []


@pytest.mark.parametrize(("words", "template"), list(itertools.product(THAI.values(), POSITIONS.values())))
def test_a_deceptive_spelling_is_reported_in_every_place(words: str, template: str) -> None:
    body = template.format(words)
    found = reported(body)
    assert any(rule in ("text-hygiene", "thai-marks", "sara-am") for rule, _, _ in found), found


@pytest.mark.parametrize("template", POSITIONS.values())
def test_a_space_that_is_none_is_a_warning(template: str) -> None:
    for point in SPACES:
        found = reported(template.format(chr(point)))
        assert any((rule, weight) == ("space-hidden", "warning") for rule, weight, _ in found), f"U+{point:04X}"


@pytest.mark.parametrize("kind", ["direction", "invisible"])
def test_what_nobody_sees_is_refused_in_settings_glossary_corrections_and_escaped_at_the_top(kind: str) -> None:
    for point in BANNED[kind]:
        words = f"wo{chr(point)}rds"
        with pytest.raises(ConfigurationError, match=f"U\\+{point:04X}"):
            read_settings(f"{SETTINGS}      site_notice:\n        th: {words}\n        en: words\n".encode())
        with pytest.raises(ConfigurationError, match=rf"glossary\.yml:2: .*U\+{point:04X}"):
            read_glossary(f"- th: ก\n  en: {words}\n".encode())
        with pytest.raises(SourceError, match=f"U\\+{point:04X}"):
            read_errata(
                "errata.yml", f"format: 1\nerrata:\n- {{version: '1.0', date: 2026-11-01, th: {words}}}\n".encode()
            )
        with pytest.raises(SourceError, match=f"U\\+{point:04X}"):
            text("en", "words", f'imported: "wo\\U{point:08x}rds"\n')


@pytest.mark.parametrize(
    "number", ["໓໐", "៣០", "3໐", "๓០", "๓໐", "３０", "٣٠", "۳۰", "३०", "၃၀", "𝟑𝟎", "3⁰", "③⓪", "3O", "3О", "Ⅲ0", "꯳꯰"]
)
def test_a_number_in_digits_that_look_like_others_never_passes_for_the_number(number: str) -> None:
    """Thirty days in Thai, and what looks like it or is read as it elsewhere, against thirty days in English."""
    bodies = {"th": f"บริษัทเก็บข้อมูลไว้ {number} วัน", "en": "The company keeps data for 30 days."}
    findings = judge(subject(bodies))
    assert [finding for finding in findings if finding.severity is Severity.ERROR], number
