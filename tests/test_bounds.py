"""Sources larger or deeper than any policy: refused at their line before the engine sees them, and named."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from promulgate import bounds
from promulgate.errors import LimitError, SourceError
from promulgate.limits import limited
from tests.support import BODIES, Repository, source, text

LINES = "\n".join
HOSTILE = [
    ("brackets", "[" * 4000, 3, "brackets"),
    ("closed brackets", "[a](" * 4000, 3, "brackets"),
    ("brackets on many lines", LINES(["[a"] * 400), 303, "brackets"),
    ("brackets in many paragraphs", "[a] [b]\n\n" * 6000, 10003, "brackets"),
    ("pictures", "![" * 2000, 3, "brackets"),
    ("dashes", "- " * 500 + "x", 3, "list marks"),
    ("numbers", "1. " * 500 + "x", 3, "list marks"),
    ("nested dashes in many paragraphs", "- - - - - a\n\n" * 2500, 4003, "list marks"),
    ("quotes", ">" * 500 + "x", 3, "levels of quotation"),
    ("quotes with spaces", "> " * 500 + "x", 3, "levels of quotation"),
    ("headings", LINES(f"## h {{#h{number}}}\n" for number in range(16_000)), 2001, "headings"),
    ("a deep list", LINES(" " * 4 * depth + "- a" for depth in range(40)), 14, "spaces at the start"),
    ("tabs", "\t" * 40 + "a", 3, "spaces at the start"),
    ("a table of many rows", "| a | b |\n|---|---|\n" + "| c | d |\n" * 6000, 503, "lines without an empty line"),
    ("tables of many rows", ("| a | b |\n|---|---|\n" + "| c | d |\n" * 400 + "\n") * 20, 5015, "rows of tables"),
    ("a table of many columns", "|" + "a|" * 4000, 3, "bars"),
    ("a long line", "ก" * 120_000, 3, "characters on a line"),
    ("many lines", "a\n" * 400 + "\n" + "a\n\n" * 12_000, 20000, "lines"),
    ("footnotes", LINES(f"[^{number}]: n\n" for number in range(4000)), 2003, "footnotes"),
    ("rulers", LINES(["---"] * 4000), 103, "rulers"),
    ("underlines", LINES(["a", "---"] * 4000), 204, "rulers"),
    ("backticks", LINES("`" * width for width in range(1, 400)), 27, "backticks"),
    ("stars", "*a **b " * 4000, 3, "of the signs"),
    ("tags", "<a " * 4000, 3, "of the signs"),
    ("ampersands", "&#" * 4000, 3, "of the signs"),
]


@pytest.mark.parametrize(("body", "line", "words"), [case[1:] for case in HOSTILE], ids=[case[0] for case in HOSTILE])
def test_it_is_refused_at_the_line_where_it_becomes_too_much(body: str, line: int, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        text("en", f"# T\n\n{body}\n")
    found = [(problem.line - 7, problem.message.en) for problem in caught.value.problems]
    assert {problem.rule for problem in caught.value.problems} == {"size"}
    assert any(at == line and words in message for at, message in found), found


def test_both_languages_are_told_the_number() -> None:
    [problem] = bounds.exceeded("[" * 4000, 1)
    assert problem.message.th == "มีวงเล็บ [ ในหนึ่งย่อหน้า มากเกินไป (ได้ไม่เกิน 300)"
    assert problem.message.en == "Too many brackets ([) in one paragraph (at most 300)"


@pytest.mark.parametrize(
    "body",
    [
        *("-" * 80, "- - -", "* * * * *", "=" * 60, "_" * 70, "> ---", "---\n\n" * 90),
        "\n".join("    " * depth + f"- {depth}" for depth in range(8)),
        "> " * 4 + "words",
        "| a | b |\n|---|---|\n" + "| c | d |\n" * 300,
        "\n\n".join(f"See [clause {number}](#c{number}) and *this* & `that`[^{number}]." for number in range(250)),
        "\n\n".join("บริษัทเก็บข้อมูลส่วนบุคคลของท่านไว้เป็นเวลา 30 วัน " * 60 for _ in range(20)),
    ],
)
def test_what_a_policy_may_have_is_within_bounds(body: str) -> None:
    assert bounds.exceeded(body, 1) == ()


def test_a_hostile_file_is_named_and_the_other_policies_are_checked(published: Repository) -> None:
    hostile = source("th", "1.0", "2030-01-01", body=f"# T\n\n{'[' * 4000}\n")
    published.write("policies/th/cookies.md", hostile)
    published.write("policies/en/cookies.md", source("en", "1.0", "2030-01-01"))
    published.write("policies/th/privacy.md", source("th", "1.1", "2030-01-01"))
    published.write("policies/en/privacy.md", source("en", "1.1", "2030-01-01", body=BODIES["en"] + "\nNot in Thai.\n"))
    outcome = published.run("check")
    assert outcome.status == 1
    assert "policies/th/cookies.md:10: " in outcome.output
    assert "[size]" in outcome.output
    assert "[paragraph-count]" in outcome.output


def work_for_ever() -> None:
    while True:
        pass


def test_work_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(LimitError), limited(seconds=0.05):
        work_for_ever()


def test_a_pattern_that_backtracks_for_ever_is_stopped() -> None:
    with pytest.raises(LimitError), limited(seconds=0.05):
        re.fullmatch("(a|a)*b", "a" * 64)


def test_work_that_takes_too_much_memory_is_stopped() -> None:
    with pytest.raises(LimitError), limited(mebibytes=64):
        bytearray(128 * 2**20)
    bytearray(128 * 2**20)


def test_after_the_block_nothing_is_limited() -> None:
    with limited(seconds=0.05, mebibytes=64):
        pass
    spent = sum(number for number in range(3_000_000))
    assert spent
    assert bytearray(128 * 2**20)


# The stop may come while an object of an earlier test is cleared away, which swallows it; it is asked for again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_what_takes_too_long_is_named_and_the_other_policies_are_checked(
    published: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The net below the bounds: with no time at all, every text is named, and nothing is said to have passed."""
    monkeypatch.setattr("promulgate.limits.limited.__wrapped__.__defaults__", (0.000_001, 1024))
    for policy in ("privacy", "cookies"):
        for language in BODIES:
            body = BODIES[language] + "\n" + "\n\n".join(f"* {policy} {number}" for number in range(300)) + "\n"
            published.write(f"policies/{language}/{policy}.md", source(language, "1.1", "2030-01-01", body=body))
    outcome = published.run("check")
    assert outcome.status == 1
    for policy in ("privacy", "cookies"):
        assert f"policies/th/{policy}.md:1: " in outcome.output
    assert "takes more time or memory" in outcome.output


PACKAGE = Path(__file__).parent.parent / "build_tools"
A_LIBRARY_THAT_ENDS_THE_PROCESS = """
import os, sys
sys.path.insert(0, sys.argv[1])
import nh3
clean = nh3.clean
nh3.clean = lambda words, **more: os.abort() if "HOSTILE" in words else clean(words, **more)
from promulgate.cli import main
sys.argv = ["promulgate", "check", *sys.argv[3:]]
main()
"""
LITTLE_MEMORY = """
import sys
sys.path.insert(0, sys.argv[1])
from promulgate import limits
limits.limited.__wrapped__.__defaults__ = (60.0, int(sys.argv[2]))
from promulgate.cli import main
sys.argv = ["promulgate", "check", *sys.argv[3:]]
main()
"""


def check_in_a_process(repository: Repository, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", program, str(PACKAGE), *arguments],
        cwd=repository.root,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_library_that_ends_the_process_ends_the_work_on_one_text_only(published: Repository) -> None:
    """Memory that runs out in a library in another language is no Python error: the whole process is gone."""
    for language, body in BODIES.items():
        published.write(f"policies/{language}/cookies.md", source(language, "1.0", "2030-01-01", body=body))
        published.write(f"policies/{language}/privacy.md", source(language, "1.1", "2030-01-01", body=body))
    published.replace("policies/th/cookies.md", "บริษัทคุ้มครอง", "HOSTILE บริษัทคุ้มครอง")
    published.replace("policies/en/privacy.md", "for 30 days", "for 60 days")
    done = check_in_a_process(published, A_LIBRARY_THAT_ENDS_THE_PROCESS, "")
    assert done.returncode == 1, done.stderr
    assert "policies/th/cookies.md:1: " in done.stdout
    assert "takes more time or memory" in done.stdout
    assert "-value]" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("mebibytes", range(4, 30, 5))
def test_memory_that_runs_out_wherever_it_may_is_told_by_the_name_of_the_file(
    repository: Repository, mebibytes: int
) -> None:
    """With little memory, the libraries end in many ways: some raise an error, some end the process."""
    repository.replace(
        "mkdocs.yml", "languages: [th, en]\n      prevailing: th", "languages: [en]\n      prevailing: en"
    )
    large = "\n\n".join(["words *and* more [there](https://x.example/y)\n" * 100] * 90)
    repository.write("policies/en/a.md", source("en", "1.0", "2030-01-01", body=f"# Title\n\n{large}\n"))
    repository.write("policies/en/b.md", source("en", "1.0", "2030-01-01", body="# Title\n\n## No id\n\nWords.\n"))
    repository.commit()
    done = check_in_a_process(repository, LITTLE_MEMORY, str(mebibytes))
    assert done.returncode == 1, done.stderr
    assert "policies/en/a.md:1: " in done.stdout
    assert "policies/en/b.md:" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_error_of_ours_is_told_as_before(published: Repository) -> None:
    published.write("mkdocs.yml", "plugins: []\n")
    done = check_in_a_process(published, A_LIBRARY_THAT_ENDS_THE_PROCESS, "")
    assert done.returncode == 2
    assert done.stderr.startswith("promulgate: mkdocs.yml")
