"""Our redline against other ways to compare two texts, on the same inputs in the same run.

    .venv/bin/pip install -r requirements-benchmark.in
    .venv/bin/python benchmarks/redline.py

Texts are put together from the phrases of the golden cases, every paragraph another one. Then known edits are made at
places drawn from a fixed seed, so that for every letter it is known whether it was really edited.
Prints a Markdown table:

- time: of the comparison alone, the best of three runs, without reading files or writing a page
- precision: the share of the letters a tool marks as deleted or inserted that were really edited
- recall: the share of the really edited letters that it marks

Spaces are not counted, since some of the tools lose them. "Other words" means that what the tool shows, with its
deletions or its insertions left out, is not the text that went in.
"""

from __future__ import annotations

import difflib
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape, unescape
from pathlib import Path
from typing import TypeVar

import lxml.html
import lxml.html.diff

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "build_tools")]

from promulgate.redline import compare  # noqa: E402
from promulgate.redline.model import Redline, RowChange  # noqa: E402
from promulgate.redline.plain import text_from_plain_markdown  # noqa: E402
from promulgate.words import tokens  # noqa: E402

GOLDEN = ROOT / "tests" / "golden" / "redline"
SEED = 2562
_SLOW = 2
"""Seconds after which a tool is not tried on a larger text."""
T = TypeVar("T")
Script = list[tuple[str, str]]
"""What a tool says: runs of letters with `=`, `-` or `+`."""


@dataclass(slots=True)
class Edited:
    """Paragraphs after known edits, with the letters each edit took out and put in."""

    old: list[str]
    new: list[str] = field(default_factory=list)
    script: Script = field(default_factory=list)


def paragraphs(language: str, count: int) -> list[str]:
    """So many different paragraphs, put together from the phrases of the golden cases."""
    phrases: list[str] = []
    for case in sorted(GOLDEN.glob(f"*.{language}.md")):
        before = case.read_text(encoding="utf-8").partition("<!-- before -->")[2].partition("<!-- after -->")[0]
        lines = [line for line in before.split("\n") if line.strip() and not re.match(r"[#|\[>:\-0-9 ]", line)]
        plain = [re.sub(r"[*`\[\]|^_#]|\(https?:[^)]*\)", "", line) for line in lines]
        phrases += [part for line in plain for part in re.split(r"(?<=[.,;]) | (?=และ|เว้นแต่|โดย|นับแต่|ภายใน)", line)]
    chance = random.Random(SEED)  # noqa: S311 - the same text in every run
    return [" ".join(chance.sample(phrases, chance.randrange(3, 9))) for _ in range(count)]


def edited(old: list[str], edits: int, language: str) -> Edited:
    """Make so many edits: a word replaced, a negation put in, some words taken out, a sentence put in."""
    chance = random.Random(SEED)  # noqa: S311 - the same edits in every run
    result = Edited(old)
    places = set(chance.sample(range(len(old)), edits))
    for place, words in enumerate(old):
        if place not in places:
            result.new.append(words)
            result.script.append(("=", words))
            continue
        parts = list(tokens(words))
        spot = chance.choice([number for number, part in enumerate(parts) if part.strip() and number])
        before, after = "".join(parts[:spot]), "".join(parts[spot:])
        gone, come = change(chance, parts[spot], after, language)
        result.new.append(before + come + after[len(gone) :])
        result.script += [("=", before), ("-", gone), ("+", come), ("=", after[len(gone) :])]
    return result


def change(chance: random.Random, word: str, after: str, language: str) -> tuple[str, str]:
    """What one edit takes out at its place, and what it puts in."""
    thai = language == "th"
    kind = chance.choice(["replace", "negate", "remove", "add"])
    if kind == "replace":
        return word, f"{chance.randrange(1000, 9999)}" if word.isdigit() else "คณะกรรมการ" if thai else "committee"
    if kind == "negate":
        return "", "ไม่" if thai else "not "
    if kind == "remove":
        few = tokens(after)[:5]
        return "".join(few), ""
    return (
        "",
        "ทั้งนี้ ให้เป็นไปตามหลักเกณฑ์ที่คณะกรรมการประกาศกำหนด "
        if thai
        else "as the committee may from time to time prescribe, ",
    )


def letters(script: Script) -> tuple[list[bool], list[bool], str, str]:
    """Which letters of the old and of the new text are marked, and the texts, without spaces."""
    gone: list[bool] = []
    come: list[bool] = []
    old = new = ""
    for sign, words in script:
        bare = "".join(words.split())
        if sign != "+":
            gone += [sign == "-"] * len(bare)
            old += bare
        if sign != "-":
            come += [sign == "+"] * len(bare)
            new += bare
    return gone, come, old, new


def score(truth: Script, said: Script) -> tuple[float, float, bool]:
    """Precision, recall, and whether the tool kept every letter of both texts."""
    gone, come, old, new = letters(truth)
    said_gone, said_come, said_old, said_new = letters(said)
    if (old, new) != (said_old, said_new):
        return 0.0, 0.0, False
    pairs = [*zip(gone, said_gone, strict=True), *zip(come, said_come, strict=True)]
    both = sum(true and marked for true, marked in pairs)
    return both / max(1, sum(marked for _, marked in pairs)), both / max(1, sum(true for true, _ in pairs)), True


def ours(old: list[str], new: list[str]) -> Callable[[], Redline]:
    """Our comparison, with both texts read before."""
    first, second = (text_from_plain_markdown("a.md", "\n\n".join(side).encode(), "th") for side in (old, new))
    return lambda: compare(first, second)


def our_script(redline: Redline) -> Iterator[tuple[str, str]]:
    """What our redline says."""
    signs = {"equal": "=", "respelled": "=", "delete": "-", "insert": "+"}
    for section in redline.sections:
        for change_of in section.changes:
            for part in change_of.cells if isinstance(change_of, RowChange) else (change_of,):
                if part.kind == "moved-here":
                    yield "+", "".join(piece.new for piece in part.pieces)
                else:
                    yield from ((signs[piece.kind], piece.text) for piece in part.pieces)


def flat_difflib(old: list[str], new: list[str]) -> Script:
    """Difflib on the words of the whole text, with our words, so that Thai has words at all."""
    first, second = tokens("\n".join(old)), tokens("\n".join(new))
    script: Script = []
    for kind, i, j, k, n in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if kind == "equal":
            script.append(("=", "".join(first[i:j])))
        else:
            script += [("-", "".join(first[i:j])), ("+", "".join(second[k:n]))]
    return script


def git_word_diff(old: list[str], new: list[str]) -> Script:
    """`git diff --word-diff` as it comes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, side in (("old", old), ("new", new)):
            Path(folder, name).write_text("\n".join(side) + "\n", encoding="utf-8")
        options = ["--no-index", "--word-diff=porcelain", "--unified=1000000", "--no-color"]
        command = ["git", "diff", *options, "old", "new"]
        shown = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout  # noqa: S603
    lines = shown.split("\n")
    start = next((place for place, line in enumerate(lines) if line.startswith("@@")), len(lines))
    signs = {" ": "=", "-": "-", "+": "+"}
    return [(signs[line[0]], line[1:]) for line in lines[start + 1 :] if line[:1] in signs]


def pypi_redlines(old: list[str], new: list[str]) -> Script:
    """The package `redlines`, from the marks it writes."""
    from redlines import Redlines  # type: ignore[import-not-found, unused-ignore]

    written = Redlines("\n\n".join(old), "\n\n".join(new), markdown_style="none").output_markdown
    tree = lxml.html.fragment_fromstring(written, create_parent="div")
    return [(sign, words.replace("¶", " ")) for sign, words in _html_script(tree, "=")]


def lxml_html_diff(old: list[str], new: list[str]) -> Script:
    """`lxml.html.diff.htmldiff` on paragraphs of HTML."""
    first, second = ("".join(f"<p>{escape(line)}</p>" for line in side) for side in (old, new))
    tree = lxml.html.fragment_fromstring(lxml.html.diff.htmldiff(first, second), create_parent="div")
    return list(_html_script(tree, "="))


def _html_script(element: lxml.html.HtmlElement, sign: str) -> Iterator[tuple[str, str]]:
    inner = {"ins": "+", "del": "-"}.get(str(element.tag), sign)
    yield inner, unescape(element.text or "")
    for child in element:
        yield from _html_script(child, inner)
        yield inner, unescape(child.tail or "")


def timed(run: Callable[[], T]) -> tuple[float, T]:
    """The shortest time in seconds of three runs, of one if that takes long, and the result."""
    start = time.perf_counter()
    result = run()
    best = time.perf_counter() - start
    for _ in range(2 if best < 1 else 0):
        start = time.perf_counter()
        run()
        best = min(best, time.perf_counter() - start)
    return best, result


OTHERS: dict[str, Callable[[list[str], list[str]], Script]] = {
    "difflib, flat words": flat_difflib,
    "`git diff --word-diff`": git_word_diff,
    "`redlines`": pypi_redlines,
    "`lxml.html.diff`": lxml_html_diff,
}


def rows(language: str, count: int, edits: int, slow: set[str]) -> Iterator[str]:
    """The lines of the table for one text. A tool that took long before is in `slow`."""
    known = edited(paragraphs(language, count), edits, language)
    size = sum(map(len, known.old))
    text = f"{language}, {count} paragraphs, {size:,} characters, {edits} edits"
    seconds, redline = timed(ours(known.old, known.new))
    yield _row((text, "**promulgate**"), seconds, score(known.script, list(our_script(redline))))
    for name, tool in OTHERS.items():
        if name in slow:
            yield f"| | {name} | took over {_SLOW} s before | – | – |"
            continue
        seconds, script = timed(partial(tool, known.old, known.new))
        if seconds > _SLOW:
            slow.add(name)
        yield _row(("", name), seconds, score(known.script, script))


def _row(names: tuple[str, str], seconds: float, scored: tuple[float, float, bool]) -> str:
    precision, recall, kept = scored
    shares = f"{precision:.0%} | {recall:.0%}" if kept else "other words | –"
    return f"| {names[0]} | {names[1]} | {seconds * 1000:,.0f} ms | {shares} |"


def main() -> None:
    """Print the table, line by line."""
    sys.stdout.write("| text | tool | time | precision | recall |\n|---|---|---:|---:|---:|\n")
    for language in ("th", "en"):
        slow: set[str] = set()
        for count, edits in ((40, 10), (200, 40), (1000, 100)):
            for line in rows(language, count, edits, slow):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()
