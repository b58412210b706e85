"""Every output format against its own rules, with messages that try to break it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from promulgate.checking import Judgement
from promulgate.errors import Bilingual
from promulgate.model import Finding, Place, Severity
from promulgate.report import renderer
from promulgate.report.links import Links
from promulgate.report.summary_report import LIMIT, fitted
from promulgate.report.summary_report import render as render_summary
from promulgate.settings import Settings
from tests.support import BODIES, Repository

SCHEMAS = Path(__file__).parent / "schemas"
NOW = ("--as-of", "2026-11-22T12:00")
HOSTILE = "100% <b>&\"'|`]]> ::error::x\r\n::warning::y\u202e\u200b\x1b[31m\x00 ##[add-mask]z\u2028 ๓๐ วัน:,"


def finding(number: int = 1, severity: Severity = Severity.ERROR, rule: str = "number-value") -> Finding:
    return Finding(
        *(rule, severity, "privacy", "collection", Place("th", "policies/th/a, b:c%.md", number)),
        Bilingual(f"พบ {number} {HOSTILE}", f"found {number} {HOSTILE}"),
        Bilingual("แก้ดังนี้\nacknowledged:\n  - section: x", "Paste this\nacknowledged:\n  - section: x"),
        Place("en", "policies/en/a.md", number, 3),
    )


def judgement(*findings: Finding, draft: bool = False) -> Judgement:
    return Judgement(findings, 1, 2, 3, draft)


MANY = judgement(*(finding(number) for number in range(1, 21)), finding(21, Severity.WARNING))
SOME = (judgement(), judgement(finding()), MANY, judgement(finding(), draft=True))


@pytest.mark.parametrize("judged", SOME)
def test_sarif_keeps_to_its_schema(judged: Judgement) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))
    document = json.loads(renderer("sarif")(judged))
    jsonschema.Draft4Validator(schema).validate(document)
    results = document["runs"][0]["results"]
    assert [result["locations"][0]["physicalLocation"]["region"]["startLine"] for result in results] == [
        one.place.line for one in judged.findings
    ]
    for result in results:
        assert re.fullmatch(
            r"[A-Za-z0-9._~%/-]+", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        )


@pytest.mark.parametrize("judged", SOME)
def test_junit_keeps_to_its_schema(judged: Judgement) -> None:
    schema = etree.XMLSchema(etree.parse(str(SCHEMAS / "junit-10.xsd")))
    document = etree.fromstring(renderer("junit")(judged).encode())
    schema.assertValid(document)
    assert len(document.findall(".//failure")) == sum(one.severity is Severity.ERROR for one in judged.findings)


@pytest.mark.parametrize("judged", SOME)
def test_no_message_writes_a_workflow_command_of_its_own(judged: Judgement) -> None:
    lines = renderer("github")(judged).splitlines()
    commands = [line for line in lines if "::" in line or "##[" in line]
    assert all(
        re.match(r"::(error|warning|notice) (file=[^,:]*,line=\d+,col=\d+,)?title=[^,:]*::", line) for line in commands
    )
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\u2028\x00-\x09\x0b-\x1f]", "".join(lines))
    assert len(commands) <= 20


def test_percent_signs_and_line_ends_of_messages_are_escaped() -> None:
    line = renderer("github")(judgement(finding())).splitlines()[0]
    assert "file=policies/th/a%2C b%3Ac%25.md,line=1,col=1," in line
    assert "100%25 <b>" in line
    assert "x%0A::warning::y" in line


def noted(judged: Judgement, kind: str) -> list[str]:
    return [line for line in renderer("github")(judged).splitlines() if line.startswith(f"::{kind} ")]


def test_ten_annotations_of_a_kind_are_shown_whole() -> None:
    errors = noted(judgement(*(finding(number) for number in range(1, 6))), "error")
    assert len([line for line in errors if "file=" in line]) == len(errors) == 10


def test_the_tenth_annotation_says_how_many_findings_are_not_shown_and_where() -> None:
    errors = noted(MANY, "error")
    shown = [line for line in errors if "file=" in line]
    assert (len(errors), len(shown)) == (10, 9)  # four findings with both sides, the fifth with one, and the rest
    assert "ยังมีอีก 15 รายการ" in errors[-1]
    assert "15 more" in errors[-1]
    assert "policies/en/a.md (lines 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 …)" in errors[-1]
    assert "policies/th/a, b:c%25.md (บรรทัด 6, 7, 8" in errors[-1]


@pytest.mark.parametrize(
    ("kind", "severity", "draft"),
    [("error", Severity.ERROR, False), ("warning", Severity.WARNING, False), ("notice", Severity.ERROR, True)],
)
def test_no_kind_has_more_annotations_than_the_platform_shows(kind: str, severity: Severity, draft: bool) -> None:
    found = [finding(number, severity) for number in range(1, 12)]
    judged = judgement(*found, finding(12, rule="record-missing"), draft=draft)
    assert len(noted(judged, kind)) == 10
    assert len(noted(judgement(*(replace(one, counterpart=None) for one in found), draft=draft), kind)) == 10


def test_what_touches_published_text_comes_first() -> None:
    judged = judgement(finding(2), finding(3, rule="record-fixed"))
    lines = renderer("github")(judged).splitlines()[:4:2]
    assert [re.search(r"\[(.*?)\]", line)[1] for line in lines] == ["record-fixed", "number-value"]  # type: ignore[index]


def test_what_the_machine_mends_is_told_when_nothing_else_is_left_to_do() -> None:
    waiting = finding(1, rule="record-missing")
    assert "record-missing" not in renderer("github")(judgement(waiting, finding(2)))
    assert len(noted(judgement(waiting, finding(2, Severity.WARNING)), "notice")) == 2


def test_a_draft_is_not_complete_yet_and_does_not_pass() -> None:
    judged = judgement(finding(), finding(2, rule="record-fixed"), draft=True)
    lines = renderer("github")(judged).splitlines()
    assert [line.partition(" ")[0] for line in lines[:4]] == ["::error", "::error", "::notice", "::notice"]
    assert "ต้องแก้ไข 1 แห่ง ยังไม่ครบ 1 แห่ง" in lines[-2]
    assert not judged.passed
    assert "ยังไม่ครบ:" in renderer("text")(judged)


def test_a_check_that_can_not_run_says_so_in_the_pull_request(published: Repository, tmp_path: Path) -> None:
    published.write("policies/glossary.yml", "- th: *ก\n")
    outcome = published.run("check", "--format", "github", "--summary", str(tmp_path / "summary.md"))
    assert outcome.status == 2
    assert outcome.output.startswith(
        "::error file=policies/glossary.yml,line=1,title=ตรวจไม่ได้ · The check could not run::"
    )
    assert (
        (tmp_path / "summary.md")
        .read_text(encoding="utf-8")
        .startswith("# ตรวจไม่ได้ · The check could not run\n\npolicies/")
    )


class Tags(HTMLParser):
    """Collects the tags of HTML; GitHub's own list decides which of them it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.add(tag)


def summary(judged: Judgement, files: dict[str, bytes] | None = None, **more: Any) -> str:
    return render_summary(judged, (), files or {}, settings=Settings(), now=datetime(2026, 11, 22, tzinfo=UTC), **more)


def test_the_summary_shows_both_sides_and_what_to_paste() -> None:
    one = finding()
    files = {one.place.path: "เก็บ <script> 60 วัน".encode(), "policies/en/a.md": b"keep | for thirty (30) days"}
    links = Links("https://forge.example/o/r/blob/abc", "https://forge.example/o/r/edit/b")
    page = summary(judgement(one), files, links=links)
    assert "<code>เก็บ &lt;script&gt; 60 วัน</code>" in page
    assert "<code>keep | for thirty (30) days</code>" in page
    assert "<pre>acknowledged:&#10;  - section: x</pre>" in page
    assert page.count("<pre>") == 1
    assert 'href="https://forge.example/o/r/edit/b/policies/en/a.md"' in page
    assert "?plain=1#L1" in page
    parser = Tags()
    parser.feed(page)
    assert parser.tags <= {"table", "thead", "tbody", "tr", "th", "td", "br", "code", "b", "sub", "pre", "a"}


def test_no_empty_line_ends_the_table_of_findings() -> None:
    page = summary(judgement(finding()))
    table = page[page.index("<table>") : page.index("</table>")]
    assert "\n\n" not in table
    assert "\r" not in table


def test_a_summary_that_would_be_too_long_says_where_it_is_cut() -> None:
    judged = judgement(*(finding(number) for number in range(1, 3000)))
    page = summary(judged)
    assert len(page.encode()) < LIMIT
    assert re.search(r"อีก \d+ รายการ", page)
    assert page.endswith("</tbody>\n</table>\n")


def test_only_a_check_that_passed_says_that_no_policy_text_changes() -> None:
    assert summary(judgement()).endswith("No policy text changes.\n")
    assert "No policy text changes" not in summary(judgement(finding(rule="front-matter")))


def test_parts_that_do_not_fit_leave_one_note() -> None:
    page = fitted(["a", "b" * 5000, "c" * 5000, "d"], 1000)
    assert len(page.encode()) <= 1000
    assert page.startswith("a\n\n> **ส่วนนี้ยาวเกินกว่าจะแสดง")
    assert page.count("too long for this page") == 1
    assert page.endswith("\n\nd\n")


def test_the_summary_tells_dates_sections_redline_and_what_readers_will_see(
    published: Repository, tmp_path: Path
) -> None:
    published.write_policy("1.1", "2027-03-01", "summary: เก็บนานขึ้น", "material: true")
    for language in BODIES:
        path = f"policies/{language}/privacy.md"
        lines = published.read(path).splitlines(keepends=True)
        del lines[3:5]  # the entries that stand there twice now
        published.write(path, "".join(lines))
    published.replace("policies/th/privacy.md", "30 วัน", "60 วัน")
    published.replace("policies/th/privacy.md", "## คุกกี้ {#cookies}", "## สิทธิ {#rights}\n\nท่านมีสิทธิ\n\n## คุกกี้ {#cookies}")
    file = tmp_path / "summary.md"
    outcome = published.run("check", *NOW, "--summary", str(file), "--reports", str(tmp_path / "reports"))
    page = file.read_text(encoding="utf-8")
    assert outcome.status == 1
    assert page.startswith("# ต้องแก้ไข · Must be fixed\n")
    assert ">มีผลใช้บังคับ · Effective</th><td>1 มีนาคม พ.ศ. 2570 · 1 March 2027</td>" in page
    assert "98 วัน · days (ต้องมีอย่างน้อย 30 วัน · 30 needed)" in page
    assert "จนถึงวันนั้นยังใช้ฉบับ 1.0" in page
    assert "| การเก็บข้อมูล | Collection | **แก้ไขเฉพาะภาษาไทย · Changed in Thai only** |" in page
    assert "| คุกกี้ | Cookies | ไม่มีการเปลี่ยนแปลง · No change |" in page
    assert "| สิทธิ | – | **แก้ไขเฉพาะภาษาไทย · Changed in Thai only** |" in page
    assert "~~30~~**60**" in page
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == [
        "check.json",
        "check.junit.xml",
        "check.sarif",
    ]
