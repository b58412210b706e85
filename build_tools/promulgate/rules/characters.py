"""Characters that are not what they look like, for the rules about how a source is typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from promulgate.errors import Bilingual
from promulgate.invisible import DIRECTION, INVISIBLE
from promulgate.model import Finding, Text
from promulgate.rules.scripts import letters, script_of
from promulgate.rules.source import section_at
from promulgate.rules.subject import Rule

SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
TONE = "[\u0e48-\u0e4b]"
_DIRECTION_OF_ONE_SIGN = "\u061c\u200e\u200f"
_JOINERS = "\u200c\u200d"
_WITH_JOINERS = (
    *("Arabic", "Devanagari", "Bengali", "Gurmukhi", "Gujarati", "Tamil", "Telugu", "Kannada", "Malayalam", "Sinhala"),
)
_FULL_WIDTH = re.compile("[０-９Ａ-Ｚａ-ｚ]")


@dataclass(frozen=True, slots=True)
class Trap:
    """A pattern of characters that must not stand in a source, what to call it, and what to do.

    Where `mendable`, nobody needs to find the character: the line without such characters is given to paste.
    """

    pattern: re.Pattern[str]
    name: Bilingual
    hint: Bilingual
    mendable: bool = False


def is_usual(language: str, line: str, place: int) -> bool:
    """Whether a trap's character is part of ordinary spelling in `language` where it stands in `line`.

    Arabic and Hebrew have marks that keep signs between numbers in their order, Persian and the scripts of India signs
    that part or join letters, East Asia letters and digits of full width.
    """
    script, character = script_of(language), line[place]
    if character in _DIRECTION_OF_ONE_SIGN:
        return script in ("Arabic", "Hebrew")
    if character in _JOINERS:
        around = line[max(0, place - 1) : place] + line[place + 1 : place + 2]
        return script in _WITH_JOINERS and letters(around, script) > 0
    return script == "East Asian" and _FULL_WIDTH.match(character) is not None


def mended(line: str, language: str) -> str:
    """The line without the characters nobody sees, with ordinary spaces, and every SARA AM as one character."""
    seen = re.sub(
        f"[{DIRECTION}{INVISIBLE}]", lambda match: match[0] if is_usual(language, line, match.start()) else "", line
    )
    spaced = re.sub(f"[{SPACES}]", " ", seen)
    return re.sub(f"\u0e4d({TONE}?)\u0e32|({TONE})\u0e4d\u0e32", "\\1\\2\u0e33", spaced)


def trapped(rule: Rule, text: Text, traps: Sequence[Trap]) -> Iterator[Finding]:
    """One finding for each line and trap, at the first place of it, with the code points found there.

    Of two traps at one place the first speaks.
    """
    for number, line in enumerate(text.source_lines, 1):
        if line.isascii() and line.isprintable():
            continue
        told: set[int] = set()
        for trap in traps:
            found = (match for match in trap.pattern.finditer(line) if not told & set(range(*match.span())))
            match = next((match for match in found if not is_usual(text.language, line, match.start())), None)
            if match is not None:
                told |= set(range(*match.span()))
                yield _finding(rule, text, number, match, trap)


def _hint(trap: Trap, line: str, language: str) -> Bilingual:
    if not trap.mendable:
        return trap.hint
    line = mended(line, language)
    return Bilingual(
        f"{trap.hint.th} หรือวางบรรทัดนี้แทนทั้งบรรทัด:\n{line}",
        f"{trap.hint.en} Or put this line in the place of the whole line:\n{line}",
    )


def _finding(rule: Rule, text: Text, line: int, match: re.Match[str], trap: Trap) -> Finding:
    points = " ".join(f"U+{ord(character):04X}" for character in match[0])
    name = unicodedata.name(match[0], "") if len(match[0]) == 1 else ""
    named = f"{points} {name}" if name else points
    return rule.finding(
        text,
        Bilingual(
            f"{trap.name.th} ({points}) ที่ตำแหน่ง {match.start() + 1}",
            f"{trap.name.en} ({named}) at column {match.start() + 1}",
        ),
        _hint(trap, match.string, text.language),
        section=section_at(text, line).id,
        line=line,
        column=match.start() + 1,
        values=(points,),
    )
