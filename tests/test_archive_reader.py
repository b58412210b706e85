"""From the files of a tree to the archive: which policies, versions, moments, drafts and corrections it has."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from promulgate.archive_reader import Sealed, is_recorded, read_archive, read_versions, sealed_texts, working_texts
from promulgate.errata import Erratum
from promulgate.errors import ConfigurationError, SourceError
from promulgate.outline import outline_of
from promulgate.recording import files_of, prepare_record
from promulgate.records import RecordFolder
from promulgate.settings import Settings
from promulgate.tree import Tree
from tests.support import source, text

SETTINGS = Settings()
MOMENT = datetime.fromisoformat("2026-11-22T12:00:00+07:00")
LATER = datetime.fromisoformat("2026-11-23T12:00:00+07:00")


def folder(version: str, effective: str, before: tuple[RecordFolder, ...] = ()) -> RecordFolder:
    texts = {language: text(language, "", version=version, effective=effective) for language in ("th", "en")}
    return prepare_record(texts, before, (), SETTINGS)


FIRST = folder("1.0", "2019-09-30")
SECOND = folder("2.0", "2022-06-01", (FIRST,))
RECORDED = {path: words for one in (FIRST, SECOND) for path, words in files_of(one).items()}
WORKING = {
    f"policies/{language}/{policy}.md": source(language, version, effective).encode()
    for policy, version, effective in (("privacy", "2.0", "2022-06-01"), ("cookies", "1.0", "2030-01-01"))
    for language in ("en", "th")
}


def test_without_policies_or_records_there_is_nothing_to_publish() -> None:
    with pytest.raises(ConfigurationError, match=r"^no policies found: put them at policies/<language>/<policy>\.md"):
        read_archive(Tree({}), SETTINGS)
    with pytest.raises(ConfigurationError, match=r"^no version of any policy is recorded yet: run promulgate record"):
        read_archive(Tree(WORKING), SETTINGS)


def test_a_policy_without_a_record_is_not_in_the_archive() -> None:
    archive = read_archive(Tree({**RECORDED, **WORKING}), SETTINGS)
    assert [(policy.id, dict(policy.drafts)) for policy in archive.policies] == [("privacy", {})]
    assert (archive.commit, archive.settings, archive.policies[0].errata) == ("", SETTINGS, ())
    assert read_archive(Tree(RECORDED), SETTINGS, commit="abc").commit == "abc"


def test_versions_stand_in_order_of_effect_with_their_texts_and_moments() -> None:
    announced = {("privacy", "2.0"): MOMENT, ("cookies", "2.0"): LATER, ("cookies", "1.0"): LATER}
    [policy] = read_archive(Tree(RECORDED), SETTINGS, announced=announced).policies
    assert [(one.name, one.announced, list(one.texts)) for one in policy.versions] == [
        ("1.0", None, ["th", "en"]),
        ("2.0", MOMENT, ["th", "en"]),
    ]
    english = policy.versions[1].texts["en"]
    assert (english.policy, english.language, english.path) == ("privacy", "en", "changelog/privacy/2.0/en.md")
    assert english.source == SECOND.texts["en"]


def test_working_texts_are_drafts_unless_they_are_recorded() -> None:
    tree = Tree({**RECORDED, **WORKING})
    archive = read_archive(tree, SETTINGS, drafts=tree)
    assert [(policy.id, list(policy.drafts), len(policy.versions)) for policy in archive.policies] == [
        ("cookies", ["th", "en"], 0),
        ("privacy", [], 2),
    ]
    draft = archive.policies[0].drafts["th"]
    assert (draft.policy, draft.path) == ("cookies", "policies/th/cookies.md")


def test_corrections_come_with_their_policy_and_a_mistake_names_the_file() -> None:
    path = "changelog/privacy/errata.yml"
    words = 'format: 1\nerrata:\n  - version: "1.0"\n    date: 2026-11-01\n    th: ก\n    en: A\n'
    [policy] = read_archive(Tree({**RECORDED, path: words.encode()}), SETTINGS).policies
    assert policy.errata == (Erratum("1.0", date(2026, 11, 1), {"th": "ก", "en": "A"}),)
    with pytest.raises(SourceError) as caught:
        read_archive(Tree({**RECORDED, path: b"-"}), SETTINGS)
    assert caught.value.path == path


def test_texts_and_outlines_may_be_given() -> None:
    """As they are when pages of old versions are kept: no text is read for them."""
    outlines = {one.record.version: {"th": outline_of(sealed_texts(one, SETTINGS)["th"])} for one in (FIRST, SECOND)}
    asked = []

    def sealed(one: RecordFolder, settings: Settings) -> Sealed:
        asked.append((one.record.version, settings))
        return {}, outlines[one.record.version]

    archive = read_archive(Tree(RECORDED), SETTINGS, announced={("privacy", "1.0"): MOMENT}, sealed=sealed)
    [policy] = archive.policies
    assert asked == [("1.0", SETTINGS), ("2.0", SETTINGS)]
    assert [(dict(one.texts), one.outlines, one.announced) for one in policy.versions] == [
        ({}, outlines["1.0"], MOMENT),
        ({}, outlines["2.0"], None),
    ]
    assert [one.name for one in read_versions("privacy", (SECOND, FIRST), SETTINGS)] == ["1.0", "2.0"]


def test_languages_stand_in_the_order_of_the_site_and_those_it_gave_up_last() -> None:
    english = Settings(languages=("en",), prevailing="en")
    assert list(sealed_texts(FIRST, english)) == ["en", "th"]
    assert list(working_texts(Tree(WORKING), "privacy", SETTINGS)) == ["th", "en"]
    assert list(working_texts(Tree(WORKING), "privacy", english)) == ["en"]
    assert working_texts(Tree(WORKING), "terms", SETTINGS) == {}


def test_only_the_very_bytes_are_recorded() -> None:
    sources = dict(FIRST.texts)
    assert is_recorded(sources, (SECOND, FIRST))
    assert not is_recorded(sources, (SECOND,))
    assert not is_recorded({**sources, "en": sources["en"] + b"\n"}, (FIRST,))
    assert not is_recorded({"th": sources["th"]}, (FIRST,))
