"""Corrections of what was said about a version are added, never changed."""

from __future__ import annotations

from datetime import datetime

import pytest

from promulgate.errata import Erratum, read_errata
from promulgate.publication import load_archive_of_head
from promulgate.site import Site, archive_pages, front_pages
from tests.support import Repository

PATH = "changelog/privacy/errata.yml"
FIRST = 'format: 1\nerrata:\n  - version: "1.0"\n    date: 2026-11-01\n    th: ที่ถูกคือ ก\n    en: It is A.\n'
SECOND = '  - version: "1.0"\n    date: 2026-11-02\n    th: ที่ถูกคือ ข\n    en: It is B.\n'


@pytest.fixture
def corrected(published: Repository) -> Repository:
    published.write(PATH, FIRST)
    published.commit("A correction")
    return published


def test_a_correction_stands_beside_its_version(corrected: Repository) -> None:
    policy = load_archive_of_head(corrected.root).policies[0]
    [erratum] = policy.errata_of("1.0")
    assert (erratum.day.isoformat(), dict(erratum.words)) == ("2026-11-01", {"th": "ที่ถูกคือ ก", "en": "It is A."})
    assert policy.errata_of("2.0") == ()
    assert corrected.run("check").status == 0


def test_readers_see_it_on_the_page_of_the_version(corrected: Repository) -> None:
    site = Site(load_archive_of_head(corrected.root), datetime.fromisoformat("2026-11-22T12:00:00+07:00"))
    pages = {
        page.address: str(page.body)
        for page in [*front_pages(site), *(planned.make() for planned in archive_pages(site))]
    }
    for address in ("en/privacy/", "en/privacy/1.0/"):
        assert "Correction of" in pages[address]
        assert "It is A." in pages[address]
    assert "ที่ถูกคือ ก" in pages["th/privacy/1.0/"]


def test_another_correction_is_added_at_the_end(corrected: Repository) -> None:
    corrected.write(PATH, FIRST + SECOND)
    assert corrected.run("check").status == 0
    assert [type(one) for one in read_errata(PATH, corrected.read(PATH).encode())] == [Erratum, Erratum]


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("format: 1\nerrata: []\n", 1, "can't be changed, deleted or moved"),
        (FIRST.replace("It is A", "It is Z"), 3, "can't be changed, deleted or moved"),
        (FIRST.replace("2026-11-01", "2025-11-01"), 3, "can't be changed, deleted or moved"),
        (FIRST.replace("errata:\n", f"errata:\n{SECOND}"), 3, "can't be changed, deleted or moved"),
        (FIRST + SECOND.replace("1.0", "9.9"), 7, "there is no version 9.9"),
        (FIRST + SECOND.replace("    en: It is B.\n", ""), 7, "missing in: en"),
        (FIRST + SECOND.replace("2026-11-02", "2569-11-02"), 7, "needs version and date"),
        (FIRST + SECOND.replace("It is B.", "[B]"), 7, "plain words"),
        (FIRST + SECOND.replace("It is B.", "It is B #2"), 7, "plain words"),
        (FIRST + "  - &a x\n", 7, "an anchor"),
        ("errata: []\n", 1, "not a list of corrections"),
    ],
)
def test_a_published_correction_stays_and_a_new_one_is_whole(
    corrected: Repository, source: str, line: int, words: str
) -> None:
    corrected.write(PATH, source)
    outcome = corrected.run("check")
    assert outcome.status == 1
    assert f"{PATH}:{line}: " in outcome.output
    assert words in outcome.output


def test_the_file_as_a_whole_stays(corrected: Repository) -> None:
    (corrected.root / PATH).unlink()
    outcome = corrected.run("check")
    assert outcome.status == 1
    assert f"{PATH}:1: " in outcome.output
