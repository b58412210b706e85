"""Which versions of a tree are judged, against what and by which settings; without git or files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime

import pytest

from promulgate.bounds import TAKES_TOO_LONG
from promulgate.checking import Judgement, Verdict, default_severities, effective_settings, judge_tree
from promulgate.errors import Bilingual, ConfigurationError, LimitError, UsageError
from promulgate.markdown import read_text
from promulgate.model import Finding, Place, Severity, Text
from promulgate.recording import prepare_record
from promulgate.rules.registry import Guard
from promulgate.rules.subject import Subject
from promulgate.settings import Settings, read_settings
from promulgate.tree import Tree
from tests.recorded import BODIES, CHANGED, FIRST, SECOND, SETTINGS, files, texts, working
from tests.support import SETTINGS as MKDOCS
from tests.support import source

NOW = datetime.fromisoformat("2026-11-22T12:00:00+07:00")
RECORDED = files(FIRST)
REVISED = working("2.0", "2027-06-01", bodies=CHANGED)


def mkdocs(**lines: str) -> bytes:
    """A settings file with other values in some lines, or further lines."""
    words = MKDOCS
    for key, value in lines.items():
        known = next((line for line in words.splitlines() if line.startswith(f"      {key}: ")), None)
        line = f"      {key}: {value}"
        words = words.replace(known, line) if known else f"{words}{line}\n"
    return words.encode()


def tree(*parts: dict[str, bytes], settings: bytes = mkdocs()) -> Tree:
    return Tree({"mkdocs.yml": settings, **{path: words for part in parts for path, words in part.items()}})


@dataclass
class Judges:
    """Stands where the rules do, and remembers what it was asked to judge."""

    subjects: list[Subject] = field(default_factory=list)

    def __call__(self, subjects: Sequence[Subject], _guard: Guard) -> list[tuple[Finding, ...]]:
        self.subjects += subjects
        return [() for _ in subjects]

    @property
    def paths(self) -> list[list[str]]:
        return [[text.path for text in subject.texts.values()] for subject in self.subjects]


def judged(head: Tree, base: Tree | None, now: datetime = NOW) -> Judges:
    judges = Judges()
    judge_tree(head, base, now, judge_versions=judges)
    return judges


def found(judgement: Judgement) -> list[tuple[str, str, str, int]]:
    return [(each.rule, each.policy, each.place.path, each.place.line) for each in judgement.findings]


def paths(folder: str) -> list[str]:
    return [f"{folder}/th.md", f"{folder}/en.md"]


PRIVACY = ["policies/th/privacy.md", "policies/en/privacy.md"]


class TestSettings:
    """A change can tighten what it is judged by at once, and relax it only when it is merged."""

    def test_are_its_own_without_a_base(self) -> None:
        own = mkdocs(notice_days="7", rules="{length-ratio: error}")
        for base in (None, Tree({})):
            assert effective_settings(Tree({"mkdocs.yml": own}), base) == read_settings(own)

    def test_of_the_base_prevail(self) -> None:
        own = mkdocs(languages="[en, de]", prevailing="en", time_zone="Europe/Berlin", notice_days="7")
        settings = effective_settings(tree(settings=own), tree())
        assert (settings.languages, settings.prevailing, settings.notice_days) == (("en", "de", "th"), "th", 30)
        assert settings.time_zone.key == "Asia/Bangkok"
        assert effective_settings(tree(settings=mkdocs(notice_days="60")), tree()).notice_days == 60
        assert effective_settings(tree(settings=mkdocs(site_name="{th: ก, en: A}")), tree()).site_name["en"] == "A"

    @pytest.mark.parametrize(
        ("before", "own", "severity"),
        [
            ("{}", "{length-ratio: error}", Severity.ERROR),
            ("{}", "{length-ratio: off}", None),
            ("{length-ratio: error}", "{}", Severity.ERROR),
            ("{length-ratio: error}", "{length-ratio: off}", Severity.ERROR),
            ("{length-ratio: off}", "{length-ratio: off}", Severity.OFF),
            ("{length-ratio: off}", "{}", None),
            ("{backdating: error}", "{}", None),
        ],
    )
    def test_of_a_rule_are_the_stricter_ones(self, before: str, own: str, severity: Severity | None) -> None:
        settings = effective_settings(tree(settings=mkdocs(rules=own)), tree(settings=mkdocs(rules=before)))
        assert settings.severities == ({} if severity is None else {"length-ratio": severity})

    def test_that_cannot_be_used_on_the_base_may_be_mended_and_relax_nothing(self) -> None:
        own = mkdocs(notice_days="7", rules="{length-ratio: off, backdating: error}", languages="[en, th]")
        settings = effective_settings(tree(settings=own), tree(settings=b"nonsense"))
        assert (settings.notice_days, settings.severities) == (Settings().notice_days, {})
        assert (settings.languages, settings.prevailing) == (("en", "th"), "th")

    def test_of_no_rule_there_is_are_refused(self) -> None:
        with pytest.raises(ConfigurationError, match=r"^mkdocs\.yml: rules: there is no rule 'a-rule'$"):
            effective_settings(tree(settings=mkdocs(rules="{lenght-ratio: off, a-rule: off}")), None)

    def test_may_name_rules_on_versions_and_on_policies(self) -> None:
        assert default_severities()["length-ratio"] is Severity.WARNING
        assert default_severities()["backdating"] is Severity.ERROR


class TestWhatIsJudged:
    """Versions that are not on the base, each once."""

    def test_a_first_version(self) -> None:
        head = tree(working("1.0", "2027-01-01"))
        for base in (None, tree()):
            (subject,) = judged(head, base).subjects
            assert [text.path for text in subject.texts.values()] == PRIVACY
            assert (subject.policy, subject.missing, subject.before, subject.now) == ("privacy", (), {}, NOW)
            assert subject.settings == effective_settings(head, base)
        stricter = tree(settings=mkdocs(notice_days="60"))
        assert [subject.settings.notice_days for subject in judged(head, stricter).subjects] == [60]

    def test_a_new_version_against_the_one_before(self) -> None:
        judges = judged(tree(RECORDED, REVISED), tree(RECORDED))
        assert judges.paths == [PRIVACY]
        assert [text.path for text in judges.subjects[0].before.values()] == paths("changelog/privacy/1.0")

    def test_what_the_base_has_is_not_judged_again(self) -> None:
        head = tree(RECORDED, files(SECOND), REVISED)
        assert judged(head, head).paths == []
        assert judged(head, tree(RECORDED)).paths == [PRIVACY]

    def test_a_text_that_may_not_change_is_left_to_the_rules_on_records(self) -> None:
        edited = tree(RECORDED, working("1.0", "2019-09-30", bodies=CHANGED))
        assert judged(edited, tree(RECORDED)).paths == []
        assert ("record-fixed", "privacy", PRIVACY[0], 12) in found(judge_tree(edited, tree(RECORDED), NOW))

    def test_an_announced_version_is_judged_when_its_words_change(self) -> None:
        base = tree(RECORDED, files(SECOND), REVISED)
        head = tree(RECORDED, files(SECOND), working("2.0", "2027-06-01"))
        judges = judged(head, base)
        assert judges.paths == [PRIVACY]
        assert [text.path for text in judges.subjects[0].before.values()] == paths("changelog/privacy/2.0")

    def test_one_file_of_a_new_version_saved_before_the_other(self) -> None:
        torn = {PRIVACY[0]: working("1.0", "2019-09-30")[PRIVACY[0]], PRIVACY[1]: REVISED[PRIVACY[1]]}
        assert judged(tree(RECORDED, torn), tree(RECORDED)).paths == [PRIVACY]

    def test_a_version_that_lacks_a_language(self) -> None:
        (subject,) = judged(tree(RECORDED, {PRIVACY[1]: REVISED[PRIVACY[1]]}), tree(RECORDED)).subjects
        assert (list(subject.texts), subject.missing) == (["en"], ("th",))
        judgement = judge_tree(tree(RECORDED, {PRIVACY[1]: REVISED[PRIVACY[1]]}), tree(RECORDED), NOW)
        assert ("language-missing", "privacy", PRIVACY[0], 1) in found(judgement)
        assert "record-missing" not in [finding.rule for finding in judgement.findings]

    def test_a_record_beside_the_working_text(self) -> None:
        fix = prepare_record(texts("1.0.1", "2026-12-24"), (FIRST, SECOND), (FIRST, SECOND), SETTINGS)
        base = tree(RECORDED, files(SECOND), REVISED)
        judges = judged(tree(RECORDED, files(SECOND, fix), REVISED), base)
        assert judges.paths == [paths("changelog/privacy/1.0.1")]
        assert (judges.subjects[0].policy, judges.subjects[0].missing) == ("privacy", ())
        assert [text.path for text in judges.subjects[0].before.values()] == paths("changelog/privacy/1.0")

    def test_a_record_must_be_what_its_texts_give(self) -> None:
        forged = files(SECOND) | {
            "changelog/privacy/2.0/record.yml": SECOND.source.replace(b"material: false", b"material: true")
        }
        head = tree(RECORDED, forged, working("3.0", "2028-06-01"))
        rules = {(finding.rule, finding.place.path) for finding in judge_tree(head, tree(RECORDED), NOW).findings}
        assert ("record-missing", "changelog/privacy/2.0/record.yml") in rules

    def test_a_folder_that_recording_writes_anew_may_be_spoilt(self) -> None:
        spoilt = {**files(SECOND), "changelog/privacy/2.0/th.md": b"<<<<<<<"}
        rules = [finding.rule for finding in judge_tree(tree(RECORDED, spoilt, REVISED), tree(RECORDED), NOW).findings]
        assert "record-damaged" not in rules
        assert "record-missing" in rules

    def test_a_spoilt_folder_of_a_version_that_may_not_change_is_damage(self) -> None:
        spoilt = {**RECORDED, "changelog/privacy/1.0/th.md": b"<<<<<<<"}
        head = tree(spoilt, working("1.0", "2019-09-30"), working("1.0", "2027-01-01", "cookies"))
        judgement = judge_tree(head, tree(RECORDED), NOW)
        assert ("record-damaged", "privacy", "changelog/privacy/1.0/th.md", 1) in found(judgement)
        assert ("record-damaged", "cookies") not in [each[:2] for each in found(judgement)]

    def test_a_withdrawn_version_needs_a_base_that_announced_it(self) -> None:
        more = "withdrawn: a mistake"
        withdrawn = {path: words.replace(b"---\n\n", f"{more}\n---\n\n".encode(), 1) for path, words in REVISED.items()}
        head = tree(RECORDED, withdrawn)
        assert "withdrawn" not in [finding.rule for finding in judge_tree(head, None, NOW).findings]
        assert ("withdrawn", "privacy") in [each[:2] for each in found(judge_tree(head, tree(RECORDED), NOW))]

    def test_the_policies_named(self) -> None:
        head = tree(REVISED, working("1.0", "2027-01-01", "cookies"))
        judgement = judge_tree(head, None, NOW, ["cookies"], judge_versions=Judges())
        assert (judgement.policies, judgement.texts, judgement.sections) == (1, 2, 6)
        assert judge_tree(head, None, NOW, judge_versions=Judges()).policies == 2

    def test_a_policy_that_is_gone(self) -> None:
        judgement = judge_tree(tree(), tree(RECORDED), NOW)
        assert judgement.policies == 1
        assert ("record-fixed", "privacy", "changelog/privacy/1.0/record.yml", 1) in found(judgement)

    def test_a_policy_nobody_knows(self) -> None:
        head = tree(REVISED, working("1.0", "2027-01-01", "cookies"))
        with pytest.raises(UsageError, match=r"^there is no policy 'privcy'; there are: cookies, privacy$"):
            judge_tree(head, head, NOW, ["cookies", "privcy", "other"])
        with pytest.raises(ConfigurationError, match=r"^no policies found"):
            judge_tree(tree(), tree(), NOW)


def test_the_glossary_of_the_base_holds_with_what_the_change_adds() -> None:
    before, own = b"- th: [x]\n  en: [data]\n", b"- th: [y]\n  en: [cookie]\n"
    base, head = tree({"policies/glossary.yml": before}), tree(REVISED, {"policies/glossary.yml": own})
    (alone,), (both,) = (judged(head, each).subjects for each in (None, base))
    assert [list(term["en"]) for term in alone.glossary] == [["cookie"]]
    assert [list(term["en"]) for term in both.glossary] == [["data"], ["cookie"]]


class TestWhatCannotBeRead:
    """One file that stops nothing but its own policy."""

    BROKEN = source("th", "1.0", "2570-01-01", body=BODIES["th"]).encode()

    def test_is_a_finding_at_its_place(self) -> None:
        head = tree({**REVISED, PRIVACY[0]: self.BROKEN}, working("1.0", "2027-01-01", "cookies"))
        judges = Judges()
        judgement = judge_tree(head, None, NOW, judge_versions=judges)
        assert judges.paths == [["policies/th/cookies.md", "policies/en/cookies.md"]]
        assert judgement.unread == (PRIVACY[0],)
        assert (judgement.policies, judgement.texts, judgement.sections) == (2, 2, 6)
        finding = next(finding for finding in judgement.findings if finding.rule == "front-matter")
        assert (finding.severity, finding.policy, finding.section) == (Severity.ERROR, "privacy", "")
        assert finding.place == Place("th", PRIVACY[0], 3, 1)
        assert finding.counterpart is None
        assert "2027" in finding.message.en + finding.hint.en

    def test_may_be_a_sealed_text(self) -> None:
        sealed = "changelog/privacy/2.0/en.md"

        def read(policy: str, language: str, path: str, words: bytes) -> Text:
            return read_text(policy, language, path, self.BROKEN if path == sealed else words)

        head = tree(RECORDED, files(SECOND), working("3.0", "2028-06-01"))
        judgement = judge_tree(head, tree(RECORDED), NOW, read=read, judge_versions=Judges())
        finding = next(finding for finding in judgement.findings if finding.rule == "front-matter")
        assert (finding.policy, finding.place.language, finding.place.path) == ("privacy", "en", sealed)
        assert judgement.unread == (sealed,)

    def test_is_named_with_all_others(self) -> None:
        head = tree(dict.fromkeys(PRIVACY, self.BROKEN), RECORDED)
        assert judge_tree(head, tree(), NOW).unread == tuple(PRIVACY)
        sealed = [f"changelog/privacy/2.0/{language}.md" for language in ("th", "en")]

        def read(policy: str, language: str, path: str, words: bytes) -> Text:
            return read_text(policy, language, path, self.BROKEN if path in (PRIVACY[1], sealed[0]) else words)

        head = tree(RECORDED, files(SECOND), working("3.0", "2028-06-01"))
        assert judge_tree(head, tree(RECORDED), NOW, read=read).unread == (PRIVACY[1], sealed[0])


def exhausted(*, after: int) -> Callable[[], object]:
    """A guard under which the work that comes after so many pieces takes too much."""
    begun = 0

    @contextmanager
    def guard() -> Iterator[None]:
        nonlocal begun
        begun += 1
        if begun == after + 1:
            raise LimitError("too much")
        yield

    return guard


def test_every_text_is_read_as_the_caller_says() -> None:
    asked: Counter[str] = Counter()

    def read(policy: str, language: str, path: str, words: bytes) -> Text:
        asked[path] += language == "th"
        return read_text(policy, language, path, words)

    judge_tree(tree(RECORDED, files(SECOND), REVISED), tree(RECORDED), NOW, read=read, judge_versions=Judges())
    assert asked["policies/th/privacy.md"] == 1
    assert asked["changelog/privacy/1.0/th.md"] == len(["judged against", "redline", "measured against"])
    asked.clear()
    head = tree(RECORDED, files(SECOND), working("3.0", "2028-06-01"))
    judge_tree(head, tree(RECORDED), NOW, read=read, judge_versions=Judges())
    assert asked["changelog/privacy/2.0/th.md"] == len(["the version before", "judged"])
    assert asked["changelog/privacy/1.0/th.md"] == 2 * len(["judged against", "measured against"]) + len(["redline"])


class TestWhatTakesTooMuch:
    """Reading, judging and recording each under the guard."""

    @pytest.mark.parametrize(
        ("after", "language", "path", "judged"),
        [
            (0, "th", PRIVACY[0], [paths("changelog/privacy/2.0")]),
            (1, "en", PRIVACY[1], [paths("changelog/privacy/2.0")]),
            (2, "th", PRIVACY[0], [PRIVACY, paths("changelog/privacy/2.0")]),
            (3, "th", "changelog/privacy/2.0/record.yml", [PRIVACY]),
            (4, "th", "changelog/privacy/2.0/th.md", [PRIVACY, paths("changelog/privacy/2.0")]),
        ],
    )
    def test_is_a_finding_that_names_the_file(
        self, after: int, language: str, path: str, judged: list[list[str]]
    ) -> None:
        head, judges = tree(RECORDED, files(SECOND), working("3.0", "2028-06-01")), Judges()
        guard: Guard = exhausted(after=after)  # type: ignore[assignment]
        judgement = judge_tree(head, tree(RECORDED), NOW, guard=guard, judge_versions=judges)
        finding = next(finding for finding in judgement.findings if finding.rule == "size")
        expected = Finding("size", Severity.ERROR, "privacy", "", Place(language, path, 1), *TAKES_TOO_LONG)
        assert (finding, judgement.unread) == (expected, (path,))
        assert judges.paths == judged

    def test_is_found_in_the_judging_too(self) -> None:
        guard: Guard = exhausted(after=3)  # type: ignore[assignment]
        judgement = judge_tree(tree(REVISED), None, NOW, guard=guard)
        assert ("size", "privacy", PRIVACY[0], 1) in found(judgement)
        assert judgement.unread == ()


def test_files_out_of_place_are_findings_whatever_policy_was_asked_for() -> None:
    odd = {"policies/th/notes.txt": b"", "changelog/privacy/1.0/de.md": b""}
    head = tree(RECORDED, odd, REVISED)
    judgement = judge_tree(head, tree(RECORDED), NOW, judge_versions=Judges())
    places = {finding.rule: finding for finding in judgement.findings}
    for rule, path in (("layout", "policies/th/notes.txt"), ("record-unlisted", "changelog/privacy/1.0/de.md")):
        finding = places[rule]
        assert (finding.severity, finding.policy, finding.section) == (Severity.ERROR, "", "")
        assert finding.place == Place("th", path, 1)
        assert all(words.th and words.en for words in (finding.message, finding.hint))
        assert finding.message != finding.hint


def test_corrections_are_judged_beside_those_of_the_base() -> None:
    path = "changelog/privacy/errata.yml"
    words = 'format: 1\nerrata:\n  - version: "{}"\n    date: 2026-11-01\n    th: ก\n    en: A\n'
    right, wrong = ({path: words.format(version).encode()} for version in ("1.0", "7.0"))
    recorded = {**RECORDED, **working("1.0", "2019-09-30")}
    assert judge_tree(tree(recorded, right), tree(recorded), NOW).passed
    (finding,) = judge_tree(tree(recorded, wrong), tree(recorded), NOW).findings
    assert (finding.rule, finding.policy, finding.place.language, finding.place.path) == (
        "errata",
        "privacy",
        "th",
        path,
    )
    (removed,) = judge_tree(tree(recorded), tree(recorded, right), NOW).findings
    assert (removed.rule, removed.place.path) == ("errata", path)


def test_the_work_may_be_done_elsewhere_in_any_order() -> None:
    head = tree(REVISED, working("1.0", "2027-01-01", "cookies"))
    asked: list[str] = []

    def backwards(work: Callable[[str], Verdict], policies: Sequence[str]) -> list[Verdict]:
        asked.extend(policies)
        return [work(policy) for policy in reversed(policies)][::-1]

    assert judge_tree(head, None, NOW, for_each=backwards) == judge_tree(head, None, NOW)
    assert asked == ["cookies", "privacy"]


def test_findings_stand_by_weight_and_place_each_once() -> None:
    place = Place("th", "b.md", 2, 3)
    one = Finding("b", Severity.ERROR, "privacy", "", place, Bilingual("ก", "A"), Bilingual("ข", "B"))
    others = [
        replace(one, severity=Severity.WARNING, place=Place("th", "a.md", 1, 1)),
        replace(one, place=Place("th", "c.md", 1, 1)),
        replace(one, place=Place("th", "b.md", 2, 4)),
        replace(one, place=Place("th", "b.md", 3, 1)),
        replace(one, rule="c"),
    ]
    in_order = [one, others[4], others[2], others[3], others[1], others[0]]

    def judge(subjects: Sequence[Subject], guard: Guard) -> list[tuple[Finding, ...]]:
        return [(*others, one, one) for _ in subjects]

    judgement = judge_tree(tree(REVISED), None, NOW, judge_versions=judge)
    assert [finding for finding in judgement.findings if "/" not in finding.place.path] == in_order
    assert not judgement.passed
    assert replace(judgement, findings=(others[0],)).passed
    assert judgement.without("b", "c", "record-missing").findings == ()
