"""`promulgate check` on real repositories: what blocks a merge, and what does not."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.support import BODIES, Outcome, Repository, source

NOW = ("--as-of", "2026-11-22T12:00")


def rules(outcome: Outcome) -> list[tuple[str, str, int]]:
    """Rule, path and line of every error in the JSON a check printed."""
    return [
        (finding["rule"], finding["path"], finding["line"])
        for finding in json.loads(outcome.output)["findings"]
        if finding["severity"] == "error"
    ]


def check(repository: Repository, *more: str) -> list[tuple[str, str, int]]:
    outcome = repository.run("check", "--format", "json", *NOW, *more)
    found = rules(outcome)
    assert outcome.status == (1 if found else 0)
    return found


def test_a_published_policy_passes_in_words(published: Repository) -> None:
    outcome = published.run("check", *NOW)
    assert outcome.status == 0
    assert outcome.output == ("ผ่านการตรวจ (1 นโยบาย 2 ไฟล์ 6 หัวข้อ)\nCheck passed (1 policy, 2 texts, 6 sections)\n")


def test_no_policies_cannot_run(repository: Repository) -> None:
    repository.commit()
    outcome = repository.run("check")
    assert (outcome.status, "no policies found" in outcome.errors) == (2, True)


def test_an_unknown_policy_is_named(published: Repository) -> None:
    outcome = published.run("check", "privcy")
    assert (outcome.status, "'privcy'" in outcome.errors, "privacy" in outcome.errors) == (2, True, True)


def test_a_new_version_must_be_recorded(published: Repository) -> None:
    published.write_policy("1.1", "2027-03-01")
    assert check(published) == [("record-missing", "policies/th/privacy.md", 2)]
    published.run("record", *NOW)
    assert check(published) == []


@pytest.mark.parametrize(
    ("old", "new", "rule", "line"),
    [
        ('version: "1.1"', 'version: "1.2"', "metadata-agreement", 2),
        ("2027-03-01", "2027-03-02", "metadata-agreement", 3),
        ("material: false", "material: true", "metadata-agreement", 4),
        ("summary: The policy was revised.\n", "", "summary-missing", 1),
    ],
)
def test_both_languages_name_the_same_version_day_and_kind(
    published: Repository, old: str, new: str, rule: str, line: int
) -> None:
    published.write_policy("1.1", "2027-03-01")
    published.replace("policies/en/privacy.md", old, new)
    assert (rule, "policies/en/privacy.md", line) in check(published)


def test_a_file_that_cannot_be_read_is_a_finding_at_its_line(published: Repository) -> None:
    published.write_policy("1.1", "2570-03-01")
    found = check(published)
    assert ("front-matter", "policies/th/privacy.md", 3) in found
    assert "ปี ค.ศ." in published.run("check", *NOW).output


class TestTextInForce:
    """Published text never changes."""

    def test_one_letter_edited_and_not_committed(self, published: Repository) -> None:
        published.replace("policies/en/privacy.md", "30 days", "60 days")
        assert check(published) == [("record-fixed", "policies/en/privacy.md", 15)]

    def test_one_letter_edited_and_committed(self, published: Repository) -> None:
        published.replace("policies/en/privacy.md", "30 days", "60 days")
        published.commit()
        assert check(published) == [("record-fixed", "policies/en/privacy.md", 15)]

    def test_the_message_names_version_file_and_what_to_do(self, published: Repository) -> None:
        published.replace("policies/th/privacy.md", "30 วัน", "60 วัน")
        words = published.run("check", *NOW).output
        assert "policies/th/privacy.md:15: ต้องแก้ไข: ข้อความของฉบับ 1.0 ซึ่งมีผลใช้บังคับตั้งแต่วันที่ 30 กันยายน พ.ศ. 2562" in words
        assert "prepare a new version" in words
        assert "Actions → revise → Run workflow" in words

    def test_the_record_edited_by_hand(self, published: Repository) -> None:
        published.replace("changelog/privacy/1.0/en.md", "30 days", "60 days")
        assert check(published) == [("record-damaged", "changelog/privacy/1.0/en.md", 1)]

    def test_the_record_and_its_hash_edited_by_hand(self, published: Repository) -> None:
        path = "changelog/privacy/1.0/en.md"
        before = hashlib.sha256(published.read(path).encode()).hexdigest()
        published.replace(path, "30 days", "60 days")
        after = hashlib.sha256(published.read(path).encode()).hexdigest()
        published.replace("changelog/privacy/1.0/record.yml", before, after)
        assert ("record-fixed", "changelog/privacy/1.0/record.yml", 1) in check(published)

    def test_the_record_deleted(self, published: Repository) -> None:
        published.git("rm", "-r", "--quiet", "changelog/privacy/1.0")
        assert ("record-fixed", "changelog/privacy/1.0/record.yml", 1) in check(published)

    def test_the_day_moved(self, published: Repository) -> None:
        for language in BODIES:
            published.replace(f"policies/{language}/privacy.md", "2019-09-30", "2030-01-01")
        assert {rule for rule, _, _ in check(published)} == {"record-fixed"}

    def test_the_working_text_may_go_on_to_the_next_version(self, published: Repository) -> None:
        published.write_policy("1.1", "2027-03-01")
        published.run("record", *NOW)
        assert check(published) == []


class TestTime:
    """Order, notice and backdating."""

    def test_later_versions_bind_later(self, published: Repository) -> None:
        published.write_policy("1.2", "2027-03-01")
        assert published.run("record", *NOW).status == 0
        published.commit()
        published.write_policy("1.1", "2027-04-01")
        assert ("version-order", "policies/th/privacy.md", 3) in check(published)

    @pytest.mark.parametrize(
        ("effective", "found"),
        [
            ("2026-11-21", [("backdating", "policies/th/privacy.md", 3)]),
            ("2026-11-22", []),
            ("2026-11-22T11:59", [("backdating", "policies/th/privacy.md", 3)]),
            ("2026-11-22T12:01", []),
        ],
    )
    def test_no_version_binds_from_the_past(
        self, published: Repository, effective: str, found: list[tuple[str, str, int]]
    ) -> None:
        published.write_policy("1.1", effective)
        assert [finding for finding in check(published) if finding[0] != "record-missing"] == found

    def test_imported_versions_may_tell_of_the_past_while_there_is_nothing_else(self, published: Repository) -> None:
        published.write_policy("1.1", "2021-01-01", "imported: brought in later")
        assert published.run("record", *NOW).status == 0
        published.commit()
        published.write_policy("1.2", "2027-03-01")
        assert published.run("record", *NOW).status == 0
        published.commit()
        published.write_policy("1.3", "2027-04-01", "imported: brought in later")
        assert ("imported", "policies/th/privacy.md", 6) in check(published)

    @pytest.mark.parametrize(
        ("effective", "more", "blocked"),
        [
            ("2026-12-22", (), True),
            ("2026-12-23", (), False),
            ("2026-12-01", ("urgent: a court order",), False),
        ],
    )
    def test_a_material_change_needs_notice(
        self, published: Repository, effective: str, more: tuple[str, ...], blocked: bool
    ) -> None:
        published.write_policy("2.0", effective, *more)
        for language in BODIES:
            published.replace(f"policies/{language}/privacy.md", "material: false", "material: true")
        assert (("notice", "policies/th/privacy.md", 3) in check(published)) is blocked

    def test_what_was_judged_is_not_judged_again_when_the_clock_moves_on(self, published: Repository) -> None:
        published.write_policy("1.1", "2026-11-23")
        published.run("record", *NOW)
        published.commit()
        published.commit("Another change")
        assert rules(published.run("check", "--format", "json", "--as-of", "2030-01-01")) == []


class TestUpcoming:
    """An announced version can be amended, overtaken and withdrawn."""

    @pytest.fixture
    def announced(self, published: Repository) -> Repository:
        published.write_policy("1.1", "2027-01-01")
        assert published.run("record", *NOW).status == 0
        published.commit("Announce 1.1")
        return published

    def test_it_may_be_amended_until_the_day_before(self, announced: Repository) -> None:
        announced.replace("policies/th/privacy.md", "เว็บไซต์ใช้คุกกี้", "เว็บไซต์นี้ใช้คุกกี้")
        announced.replace("policies/en/privacy.md", "The website uses", "This website uses")
        assert announced.run("record", *NOW).status == 0
        assert check(announced) == []
        late = announced.run("check", "--format", "json", "--as-of", "2026-12-31T00:00")
        assert {rule for rule, _, _ in rules(late)} == {"record-fixed"}

    def test_the_amended_record_names_the_one_it_replaces(self, announced: Repository) -> None:
        before = hashlib.sha256((announced.root / "changelog/privacy/1.1/record.yml").read_bytes()).hexdigest()
        announced.replace("policies/th/privacy.md", "เว็บไซต์ใช้คุกกี้", "เว็บไซต์นี้ใช้คุกกี้")
        announced.replace("policies/en/privacy.md", "The website uses", "This website uses")
        announced.run("record", *NOW)
        assert f"amends: {before}\n" in announced.read("changelog/privacy/1.1/record.yml")

    def test_it_is_withdrawn_openly(self, announced: Repository) -> None:
        for language in BODIES:
            announced.replace(f"policies/{language}/privacy.md", "material: false", "withdrawn: not needed after all")
        assert announced.run("record", *NOW).status == 0
        assert check(announced) == []
        announced.commit()
        log = json.loads(announced.run("log", "--format", "json", "--as-of", "2027-02-01").output)
        assert [(item["version"], item["status"]) for item in log["policies"][0]["versions"]] == [
            ("1.0", "in-force"),
            ("1.1", "withdrawn"),
        ]

    def test_it_cannot_be_deleted(self, announced: Repository) -> None:
        announced.git("rm", "-r", "--quiet", "changelog/privacy/1.1")
        announced.git("checkout", "--quiet", "HEAD~1", "--", "policies")
        assert ("record-removed", "changelog/privacy/1.1/record.yml", 1) in check(announced)

    def test_a_number_that_was_withdrawn_is_not_used_again(self, announced: Repository) -> None:
        for language in BODIES:
            announced.replace(f"policies/{language}/privacy.md", "material: false", "withdrawn: not needed after all")
        announced.record_and_commit()
        announced.write_policy("1.1", "2027-06-01")
        assert {rule for rule, _, _ in check(announced)} == {"record-fixed"}
        assert announced.run("revise", "privacy").status == 0
        assert 'version: "1.2"' in announced.read("policies/th/privacy.md")

    def test_a_fix_that_must_bind_tomorrow_comes_between(self, announced: Repository) -> None:
        assert announced.run("revise", "privacy", "--from", "1.0", "--effective", "2026-11-23").status == 0
        for language, (old, new) in {"th": ("30 วัน", "20 วัน"), "en": ("30 days", "20 days")}.items():
            announced.replace(f"policies/{language}/privacy.md", old, new)
            announced.replace(f"policies/{language}/privacy.md", 'summary: ""', "summary: fewer days")
        assert 'version: "1.0.1"' in announced.read("policies/th/privacy.md")
        assert announced.run("record", *NOW).status == 0
        assert check(announced) == [("record-previous", "changelog/privacy/1.1/record.yml", 1)]
        assert "ฉบับ 1.1" in announced.run("check", *NOW).output

        assert announced.run("revise", "privacy", "--from", "1.1").status == 0
        for language, (old, new) in {"th": ("30 วัน", "20 วัน"), "en": ("30 days", "20 days")}.items():
            announced.replace(f"policies/{language}/privacy.md", old, new)
        assert announced.run("record", *NOW).status == 0
        assert 'previous: "1.0.1"' in announced.read("changelog/privacy/1.1/record.yml")
        assert check(announced) == []
        announced.commit("1.0.1 tomorrow, 1.1 amended")
        assert check(announced) == []

    def test_an_announced_version_is_confirmed_as_it_is(self, announced: Repository) -> None:
        announced.run("revise", "privacy", "--from", "1.0", "--effective", "2026-11-23")
        for language, (old, new) in {"th": ("30 วัน", "20 วัน"), "en": ("30 days", "20 days")}.items():
            announced.replace(f"policies/{language}/privacy.md", old, new)
            announced.replace(f"policies/{language}/privacy.md", 'summary: ""', "summary: fewer days")
        announced.run("record", *NOW)
        announced.run("revise", "privacy", "--from", "1.1")
        assert announced.run("record", *NOW).status == 0
        assert check(announced) == []


class TestHistory:
    """Content decides: the shape of the history changes no verdict."""

    def change(self, repository: Repository) -> None:
        repository.git("switch", "--quiet", "--create", "change")
        repository.write_policy("1.1", "2027-03-01")
        repository.commit("Words")
        assert repository.run("record", *NOW).status == 0
        repository.commit("Record")

    @pytest.mark.parametrize("way", ["merge", "squash", "rebase"])
    def test_the_verdict_is_the_same_after_any_kind_of_merge(self, published: Repository, way: str) -> None:
        self.change(published)
        assert check(published) == []
        published.git("switch", "--quiet", "main")
        published.commit("Something else")
        if way == "merge":
            published.git("merge", "--quiet", "--no-ff", "-m", "Merge", "change")
        elif way == "squash":
            published.git("merge", "--quiet", "--squash", "change")
            published.commit("Squashed")
        else:
            published.git("switch", "--quiet", "change")
            published.git("rebase", "--quiet", "main")
            published.git("switch", "--quiet", "main")
            published.git("merge", "--quiet", "--ff-only", "change")
        assert check(published) == []
        published.commit("A later change")
        assert check(published) == []

    def test_two_green_changes_that_together_diverge_are_caught_on_the_merge(self, published: Repository) -> None:
        published.git("switch", "--quiet", "--create", "one")
        published.write_policy("1.1", "2027-03-01")
        assert published.run("record", *NOW).status == 0
        published.commit()
        published.git("switch", "--quiet", "--create", "two", "main")
        published.write_policy("1.0.1", "2027-04-01")
        assert published.run("record", *NOW).status == 0
        published.commit()
        published.git("switch", "--quiet", "one")
        published.git("merge", "--quiet", "--strategy-option", "ours", "-m", "Both", "two")
        assert {rule for rule, _, _ in check(published)} >= {"version-order"}


def test_settings_can_be_tightened_at_once_but_relaxed_only_by_an_earlier_merge(published: Repository) -> None:
    published.replace("mkdocs.yml", "notice_days: 30", "notice_days: 1")
    published.write_policy("2.0", "2026-12-01")
    for language in BODIES:
        published.replace(f"policies/{language}/privacy.md", "material: false", "material: true")
    assert ("notice", "policies/th/privacy.md", 3) in check(published)
    published.git("checkout", "--quiet", "policies")
    published.commit("Shorter notice")
    published.write_policy("2.0", "2026-12-01")
    for language in BODIES:
        published.replace(f"policies/{language}/privacy.md", "material: false", "material: true")
    assert [rule for rule, _, _ in check(published)] == ["record-missing"]


def test_an_unknown_rule_in_the_settings_is_named(published: Repository) -> None:
    published.write("mkdocs.yml", published.read("mkdocs.yml") + "      rules:\n        number-valeu: off\n")
    outcome = published.run("check")
    assert (outcome.status, "number-valeu" in outcome.errors) == (2, True)


def test_a_missing_language_is_one_finding(published: Repository) -> None:
    published.write("policies/th/refunds.md", source("th", "1.0", "2027-03-01"))
    assert [rule for rule, _, _ in check(published)] == ["language-missing"]


GLOSSARY = """\
- th: ข้อมูลส่วนบุคคล
  en: personal data
- th: คุกกี้
  en: cookie
"""


def test_the_glossary_of_the_main_branch_judges_and_a_change_may_add_to_it(published: Repository) -> None:
    published.write("policies/glossary.yml", GLOSSARY)
    published.commit("Glossary")
    published.write_policy("1.1", "2027-03-01")
    published.replace("policies/en/privacy.md", "your personal data", "your cookies")
    published.replace("policies/th/privacy.md", "คุ้มครองข้อมูลส่วนบุคคลของท่าน", "คุ้มครองข้อมูลส่วนบุคคลทั้งหมดของท่าน")
    assert ("glossary-term", 10) in {(rule, line) for rule, _, line in check(published)}
    published.write("policies/glossary.yml", "")
    assert "glossary-term" in {rule for rule, _, _ in check(published)}
    published.write(
        "policies/glossary.yml", GLOSSARY.replace("en: personal data", "en: [personal data, private words]")
    )
    published.replace("policies/en/privacy.md", "your cookies", "your private words")
    assert "glossary-term" not in {rule for rule, _, _ in check(published)}


def test_a_glossary_that_cannot_be_read_is_named_with_its_line(published: Repository) -> None:
    published.write("policies/glossary.yml", "- th: ก\n")
    outcome = published.run("check")
    assert (outcome.status, "policies/glossary.yml:1:" in outcome.errors) == (2, True)


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_new_version_in_one_language_while_the_other_names_the_one_in_force(
    published: Repository, language: str
) -> None:
    """The web editor saves one file at a time, so this is what every change looks like half way."""
    published.write(f"policies/{language}/privacy.md", source(language, "1.1", "2027-03-01"))
    assert ("metadata-agreement", "policies/en/privacy.md", 2) in check(published)
