"""Which record texts give, and which files recording writes, keeps and passes over; without git or files."""

from __future__ import annotations

from datetime import datetime

import pytest

from promulgate.canonical import fingerprint, section_forms
from promulgate.errors import SourceError
from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.recording import (
    measured_against,
    prepare_record,
    records_to_write,
    rewritten_folders,
    superfluous_files,
    without_spoilt_folders,
)
from promulgate.records import RecordedSection, RecordFolder, read_record, sha256
from promulgate.settings import Settings
from promulgate.tree import Irregular, Tree
from tests.recorded import BODIES, CHANGED, FIRST, SECOND, SETTINGS, files, folder, texts, working
from tests.support import source, text

ENGLISH = Settings(languages=("en", "th"), prevailing="en")
NOW = datetime.fromisoformat("2026-11-22T12:00:00+07:00")
OTHER = {language: body.replace("{#b}", "{#c}") for language, body in BODIES.items()}
WITHDRAWN = folder("1.5", "2022-01-01", "withdrawn: a mistake", before=(FIRST,))


class TestTheRecordOfTexts:
    """`prepare_record`."""

    def test_says_what_the_texts_say(self) -> None:
        given = texts("1.0", "2019-09-30", "imported: found in a drawer", "urgent: a court order", "ends: true")
        record = prepare_record(given, (), (), SETTINGS).record
        assert (record.policy, record.version, record.prevailing) == ("privacy", "1.0", "th")
        assert record.effective == datetime.fromisoformat("2019-09-30T00:00:00+07:00")
        assert (record.material, record.imported, record.urgent, record.withdrawn, record.ends) == (
            *(False, True, True, False, True),
        )
        assert (record.previous, record.amends, record.acknowledged) == ("", "", ())
        withdrawn = prepare_record(texts("1.5", "2022-01-01", "withdrawn: a mistake"), (), (), SETTINGS).record
        assert (withdrawn.withdrawn, withdrawn.imported, withdrawn.urgent, withdrawn.ends) == (
            True,
            False,
            False,
            False,
        )
        assert {language: (text.sha256, text.visible_sha256) for language, text in record.languages.items()} == {
            language: (sha256(text.source), sha256(text.visible.encode())) for language, text in given.items()
        }

    def test_is_written_beside_its_texts_and_changelogs(self) -> None:
        assert read_record("record.yml", SECOND.source) == SECOND.record
        assert {language: text.source for language, text in texts("2.0", "2027-06-01", bodies=CHANGED).items()} == (
            SECOND.texts
        )
        assert "30" in SECOND.changes["th"].decode()
        assert "60" in SECOND.changes["th"].decode()
        assert SECOND.changes["en"].decode().startswith("# ")
        assert "from 1 June 2027" in SECOND.changes["en"].decode()

    def test_tells_how_each_section_changed_in_each_language(self) -> None:
        assert SECOND.record.previous == "1.0"
        assert SECOND.record.sections == (
            RecordedSection("_preamble", {"th": "unchanged", "en": "unchanged"}),
            RecordedSection("a", {"th": "changed", "en": "changed"}),
            RecordedSection("b", {"th": "unchanged", "en": "unchanged"}),
        )
        both = folder("2.0", "2027-06-01", bodies={**BODIES, "en": OTHER["en"]}, before=(FIRST,))
        changes = {section.id: dict(section.changes) for section in both.record.sections}
        assert changes["b"]["th"] == "unchanged"
        assert "th" not in changes["c"]
        assert set(changes) == {"_preamble", "a", "b", "c"}

    def test_names_the_version_that_binds_before_it(self) -> None:
        earlier = (FIRST, WITHDRAWN, SECOND)
        assert prepare_record(texts("2.1", "2027-06-02"), earlier, (), SETTINGS).record.previous == "2.0"
        assert prepare_record(texts("2.1", "2027-06-01"), earlier, (), SETTINGS).record.previous == "1.0"
        assert prepare_record(texts("1.6", "2023-01-01"), earlier, (), SETTINGS).record.previous == "1.0"
        assert prepare_record(texts("0.9", "2019-09-30"), earlier, (), SETTINGS).record.previous == ""
        same_day = (FIRST, folder("1.10", "2019-09-30"), folder("1.9", "2019-09-30"))
        assert prepare_record(texts("2.0", "2023-01-01"), same_day, (), SETTINGS).record.previous == "1.10"

    def test_a_day_begins_where_the_site_is(self) -> None:
        at_noon = folder("1.0", "2023-01-01T12:00")
        assert prepare_record(texts("2.0", "2023-01-01T12:01"), (at_noon,), (), SETTINGS).record.previous == "1.0"
        assert prepare_record(texts("2.0", "2023-01-01"), (at_noon,), (), SETTINGS).record.previous == ""

    def test_the_prevailing_text_leads(self) -> None:
        english = prepare_record(texts("1.0", "2019-09-30"), (), (), ENGLISH).record
        assert english.prevailing == "en"
        only = {"en": text("en", BODIES["en"], version="1.0", effective="2019-09-30")}
        assert prepare_record(only, (FIRST,), (FIRST,), SETTINGS).record.prevailing == "en"

    def test_stays_as_it_is_on_the_base_whatever_stands_in_the_head(self) -> None:
        given = texts("2.0", "2027-06-01", bodies=CHANGED)
        stale = RecordFolder(SECOND.record, SECOND.source, SECOND.texts, {"th": b"old words", "en": b"old words"})
        forged = RecordFolder(SECOND.record, SECOND.source + b"\n", SECOND.texts, SECOND.changes)
        assert prepare_record(given, (FIRST, stale), (FIRST, SECOND), SETTINGS) == stale
        assert prepare_record(given, (FIRST, forged), (FIRST, SECOND), SETTINGS) == SECOND
        assert prepare_record(given, (FIRST,), (FIRST, stale), SETTINGS) == stale

    def test_writes_its_changelogs_again_when_asked_or_when_one_is_missing(self) -> None:
        given = texts("2.0", "2027-06-01", bodies=CHANGED)
        stale = RecordFolder(SECOND.record, SECOND.source, SECOND.texts, {"th": b"old words", "en": b"old words"})
        partial = RecordFolder(SECOND.record, SECOND.source, SECOND.texts, {"th": b"old words"})
        assert prepare_record(given, (FIRST, stale), (FIRST, stale), SETTINGS, rerender=True) == SECOND
        assert prepare_record(given, (FIRST, partial), (FIRST, partial), SETTINGS) == SECOND

    def test_amends_the_record_of_the_same_version(self) -> None:
        amended = prepare_record(texts("2.0", "2027-06-01"), (FIRST, SECOND), (FIRST, SECOND), SETTINGS).record
        assert (amended.amends, amended.previous) == (SECOND.sha256, "1.0")
        moved = prepare_record(texts("2.0", "2027-06-01", bodies=CHANGED), (SECOND,), (FIRST, SECOND), SETTINGS).record
        assert (moved.amends, moved.previous) == (SECOND.sha256, "")

    def test_keeps_the_decision_that_a_change_needs_no_translation(self) -> None:
        one_sided = {**BODIES, "en": BODIES["en"].replace("We keep", "The company keeps")}
        changed = fingerprint("en", section_forms(text("en", one_sided["en"]))["a"])
        lines = (f"acknowledged:\n  - section: a\n    changed: {changed}\n    reason: only the style",)
        given = texts("2.0", "2027-06-01", bodies=one_sided)
        given["th"] = text("th", BODIES["th"], *lines, version="2.0", effective="2027-06-01")
        (kept,) = prepare_record(given, (FIRST,), (FIRST,), SETTINGS).record.acknowledged
        assert (kept.section, kept.language, kept.changed, kept.reason) == ("a", "th", changed, "only the style")
        assert prepare_record(given, (FIRST,), (), SETTINGS).record.acknowledged == ()

    def test_reads_sealed_texts_as_it_is_told(self) -> None:
        asked: list[str] = []

        def read(policy: str, language: str, path: str, words: bytes) -> Text:
            asked.append(path)
            return read_text(policy, language, path, words)

        prepare_record(texts("3.0", "2028-06-01"), (FIRST, SECOND), (FIRST, SECOND), SETTINGS, read=read)
        assert asked == [f"changelog/privacy/2.0/{language}.md" for _ in range(2) for language in ("th", "en")]
        asked.clear()
        again = texts("2.0", "2027-06-01", bodies=CHANGED)
        prepare_record(again, (FIRST,), (FIRST, SECOND), SETTINGS, rerender=True, read=read)
        assert asked == [f"changelog/privacy/1.0/{language}.md" for language in ("th", "en")]


def test_a_change_is_measured_against_the_same_version_or_the_one_before() -> None:
    base = (FIRST, SECOND)

    def paths(version: str, effective: str, settings: Settings = SETTINGS) -> list[str]:
        against = measured_against(texts(version, effective), base, settings)
        return [one.path for one in against.values()]

    assert paths("2.0", "2027-06-01") == ["changelog/privacy/2.0/th.md", "changelog/privacy/2.0/en.md"]
    assert paths("2.1", "2026-12-01") == ["changelog/privacy/1.0/th.md", "changelog/privacy/1.0/en.md"]
    assert paths("2.1", "2026-12-01", ENGLISH) == ["changelog/privacy/1.0/en.md", "changelog/privacy/1.0/th.md"]
    assert paths("0.9", "2018-01-01") == []
    english = {"en": texts("2.0", "2027-06-01")["en"]}
    assert measured_against(english, base, SETTINGS)["en"].source == SECOND.texts["en"]
    torn = {"en": texts("2.1", "2027-01-01")["en"], "th": texts("2.0", "2027-06-01")["th"]}
    assert measured_against(torn, base, SETTINGS)["th"].source == SECOND.texts["th"]


class TestFilesToWrite:
    """`records_to_write`, and what goes."""

    def test_the_working_texts_of_every_policy_or_of_those_named(self) -> None:
        head = Tree({**working("1.0", "2019-09-30"), **working("1.0", "2020-01-01", "cookies")})
        written = records_to_write(head, None, SETTINGS)
        assert {path: words for path, words in written.items() if "privacy" in path} == files(FIRST)
        assert {path.split("/")[1] for path in written} == {"privacy", "cookies"}
        assert {path.split("/")[1] for path in records_to_write(head, None, SETTINGS, ["cookies"])} == {"cookies"}

    def test_records_that_the_base_has_not(self) -> None:
        stale = {**files(FIRST, SECOND), "changelog/privacy/2.0/changes.th.md": b"old words"}
        head = Tree({**stale, **working("3.0", "2028-06-01")})
        base = Tree(files(FIRST))
        written = records_to_write(head, base, SETTINGS)
        assert {path.split("/")[2] for path in written} == {"2.0", "3.0"}
        assert written["changelog/privacy/2.0/changes.th.md"] == SECOND.changes["th"]
        assert b'previous: "2.0"' in written["changelog/privacy/3.0/record.yml"]

    def test_the_working_texts_rather_than_what_was_recorded_of_them_before(self) -> None:
        head = Tree({**files(FIRST, SECOND), **working("2.0", "2027-06-01")})
        written = records_to_write(head, Tree(files(FIRST)), SETTINGS)
        assert written["changelog/privacy/2.0/th.md"] == head.files["policies/th/privacy.md"]
        assert {path.split("/")[2] for path in written} == {"2.0"}

    def test_nothing_but_the_working_texts_when_the_base_has_all(self) -> None:
        stale = {**files(FIRST, SECOND), "changelog/privacy/1.0/changes.th.md": b"old words"}
        head = Tree({**stale, **working("2.0", "2027-06-01", bodies=CHANGED)})
        assert records_to_write(head, head, SETTINGS) == files(SECOND)
        again = records_to_write(head, head, SETTINGS, rerender=True)
        assert again == files(FIRST, SECOND)

    def test_a_policy_without_working_texts(self) -> None:
        head = Tree(files(FIRST))
        assert records_to_write(head, head, SETTINGS) == {}
        assert records_to_write(head, None, SETTINGS) == files(FIRST)

    def test_a_working_text_that_cannot_be_read_stops_it(self) -> None:
        with pytest.raises(SourceError):
            records_to_write(Tree({"policies/th/privacy.md": b"no lines at the top"}), None, SETTINGS)

    def test_what_else_stands_in_their_folders_goes(self) -> None:
        left = {"changelog/privacy/1.0/de.md": b"", "changelog/privacy/1.0/changes.de.md": b""}
        kept = {"changelog/privacy/errata.yml": b"", "changelog/privacy/2.0/de.md": b"", "README.md": b""}
        head = Tree({**files(FIRST), **left, **kept})
        assert set(superfluous_files(head, files(FIRST))) == set(left)


class TestFoldersWrittenAnew:
    """`rewritten_folders` and `without_spoilt_folders`."""

    SPOILT = "changelog/privacy/2.0/th.md"
    HEAD = Tree(
        {**files(FIRST, SECOND), SPOILT: b"<<<<<<<", **working("2.0", "2027-06-01")}, {"README.md": Irregular.LINK}
    )

    def test_those_of_readable_texts_that_name_one_version(self) -> None:
        torn = working("1.0", "2020-01-01", "cookies") | {
            "policies/en/cookies.md": source("en", "1.1", "2020-01-01").encode()
        }
        broken = {"policies/th/about.md": b"no lines at the top"}
        head = Tree({**broken, **torn, **working("2.0", "2027-06-01"), **working("1.0", "2020-01-01", "terms")})
        assert rewritten_folders(head, SETTINGS) == (("privacy", "2.0"), ("terms", "1.0"))

    def test_a_damaged_one_is_as_if_it_were_not_there(self) -> None:
        head = without_spoilt_folders(self.HEAD, Tree(files(FIRST)), SETTINGS, NOW)
        assert set(head.files) == {*files(FIRST), *working("2.0", "2027-06-01")}
        assert head.irregular == self.HEAD.irregular
        assert without_spoilt_folders(self.HEAD, None, SETTINGS, NOW) == head
        assert without_spoilt_folders(self.HEAD, Tree(files(FIRST, SECOND)), SETTINGS, NOW) == head

    def test_damage_to_what_is_fixed_stays(self) -> None:
        base = Tree(files(FIRST, SECOND))
        later = datetime.fromisoformat("2027-05-31T00:00:00+07:00")
        assert without_spoilt_folders(self.HEAD, base, SETTINGS, later) is self.HEAD

    def test_damage_to_what_the_working_texts_do_not_give_stays(self) -> None:
        head = Tree({**files(FIRST, SECOND), self.SPOILT: b"<<<<<<<", **working("3.0", "2028-06-01")})
        assert without_spoilt_folders(head, None, SETTINGS, NOW) is head
        whole = Tree({**files(FIRST, SECOND), **working("2.0", "2027-06-01")})
        assert without_spoilt_folders(whole, None, SETTINGS, NOW) is whole
