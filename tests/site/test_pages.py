"""What a reader is told on each kind of page."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import lxml.html
import pytest

from promulgate import strict_yaml
from promulgate.words_on_page import strings
from tests.support import Repository


def page(site: Path, address: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / address / "index.html").read_bytes())


def words(element: lxml.html.HtmlElement) -> str:
    """All words a reader sees without a script: what is hidden is left out."""
    for hidden in element.xpath("//*[@hidden] | //script | //head"):
        hidden.drop_tree()
    return " ".join(element.text_content().replace("\xa0", " ").split())


def test_the_page_of_a_policy_stamps_what_binds_and_announces_what_comes(site: Path) -> None:
    thai = words(page(site, "th/privacy"))
    assert "มีผลใช้บังคับตั้งแต่วันที่ 1 มิถุนายน พ.ศ. 2565" in thai
    assert "ฉบับนี้ใช้บังคับถึงวันที่ 31 ธันวาคม พ.ศ. 2632" in thai
    assert "ฉบับ 2.1 จะมีผลใช้บังคับในวันที่ 1 มกราคม พ.ศ. 2633" in thai
    english = words(page(site, "en/privacy"))
    assert "Effective from 1 June 2022" in english
    assert "This version binds until 31 December 2089. From 1 January 2090, version 2.1 applies." in english
    assert "The Thai text prevails if the texts conflict." in english


@pytest.mark.parametrize(
    ("version", "sentence"),
    [
        ("1.0", "It was replaced by version 2.0 on 1 June 2022. Go to the version in force"),
        ("2.0.1", "This version was withdrawn before it took effect."),
        ("2.1", "Version 2.1 takes effect on 1 January 2090."),
    ],
)
def test_a_version_that_does_not_bind_says_so(site: Path, version: str, sentence: str) -> None:
    shown = page(site, f"en/privacy/{version}")
    assert shown.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]
    assert sentence in words(shown)


def test_the_version_in_force_names_the_policy_s_page_as_the_one_to_list(site: Path) -> None:
    canonical = page(site, "th/privacy/2.0").xpath("//link[@rel='canonical']/@href")
    assert canonical == ["https://policies.example/law/th/privacy/"]


def test_links_between_policies_lead_to_their_version_of_that_time(site: Path) -> None:
    def target(address: str) -> str:
        return str(page(site, address).xpath("//div[contains(@class,'text')]//p//a[not(@class)]/@href")[0])

    assert target("th/privacy") == "../cookies/#kinds"
    assert target("th/privacy/1.0") == "../../cookies/#kinds", "there were no cookies then"
    assert target("th/privacy/2.0") == "../../cookies/1.0/#kinds"
    assert target("th/privacy/2.1") == "../../cookies/2.0/#kinds"
    assert target("th/cookies/2.0") == "../../privacy/2.0/"


def test_every_paragraph_and_item_has_a_permanent_link_with_version_the_same_in_both_languages(site: Path) -> None:
    links = [page(site, f"{language}/privacy").xpath("//a[contains(@class,'cite')]/@href") for language in ("th", "en")]
    assert links[0] == links[1]
    assert {"2.0/#collection", "2.0/#collection.1", "2.0/#collection.3"} <= set(links[0])
    permanent = page(site, "th/privacy/2.0")
    assert {link.partition("#")[2] for link in links[0]} <= set(permanent.xpath("//@id"))


def test_no_word_of_a_text_is_lost_or_added(site: Path) -> None:
    text = page(site, "en/privacy").xpath("//div[contains(@class, 'text')]")[0]
    for link in text.xpath(".//a[contains(@class,'cite') or @class='elsewhere']"):
        link.drop_tree()
    assert " ".join(text.text_content().split()).startswith(
        "The company protects your personal data. Read the cookie policy and ไทย Collection The company keeps data for "
        "60 days.1 name nickname former name address Table data period basis remark name 30 days contract none Rights"
    )
    assert text.xpath(".//td[@class='align-right']")[0].text == "30 days"


def test_the_language_switch_keeps_page_and_version(site: Path) -> None:
    for address, other in {
        "th/privacy/1.0": "en/privacy/1.0/",
        "en/privacy/2.1/changes": "th/privacy/2.1/changes/",
    }.items():
        link = page(site, address).xpath("//a[@data-keep-place]/@href")[0]
        assert link == "../" * (address.count("/") + 1) + other


def test_side_by_side_holds_every_block_of_both_languages_in_one_row(site: Path) -> None:
    rows = page(site, "th-en/privacy").xpath("//div[contains(@class,'sides__row')]")
    pairs = [tuple(" ".join(side.text_content().split()) for side in row) for row in rows]
    assert ("การเก็บข้อมูล", "Collection") in pairs
    assert ("ที่อยู่", "address") in pairs
    assert all(len(pair) == 2 and all(pair) for pair in pairs)
    assert page(site, "th-en/privacy").xpath("//div[contains(@class,'sides')]//ol[@start='2']/li/text()")


def test_history_compares_every_two_versions_and_says_so(site: Path) -> None:
    shown = page(site, "en/privacy/history")
    links = [link for link in shown.xpath("//a/@href") if "compare" in link]
    assert len(links) == 6
    spans = shown.xpath("//*[@data-spans]/li/@data-name")
    assert spans == ["1.0", "2.0", "2.1"], "a withdrawn version never bound"
    assert "Any two versions can be compared." in words(shown)


def test_history_tells_which_versions_changed_a_section(site: Path) -> None:
    shown = page(site, "th/privacy/history")
    told = {
        str(title.text_content()): title.getnext().xpath(".//a/@href")
        for title in shown.xpath("//dl[@class='by-section']/dt")
    }
    assert told["การเก็บข้อมูล"] == ["../2.1/changes/#collection", "../2.0/changes/#collection"], "2.0.1 was withdrawn"
    assert told["สิทธิ"] == []
    assert page(site, "en/privacy/history").xpath("//h2[.='Changes by section']")


def test_metadata_for_programs(site: Path) -> None:
    head = page(site, "th/privacy/2.0")
    values = {meta.get("name"): meta.get("content") for meta in head.xpath("//meta[@name]")}
    assert values["policy-version"] == "2.0"
    assert values["policy-effective"] == "2022-06-01T00:00:00+07:00"
    assert values["policy-ends"] == "2090-01-01T00:00:00+07:00"
    assert '"version":"2.0"' in head.xpath("string(//script[@type='application/ld+json'])")


def test_a_page_for_another_day_says_so_and_does_not_follow_the_clock(archive: Repository, tmp_path: Path) -> None:
    assert archive.run("build", "--as-of", "2021-01-01", "--out", str(tmp_path / "then")).status == 0
    shown = page(tmp_path / "then", "th/privacy")
    assert shown.xpath("//*[@data-from or @data-until or @data-days-until]") == []
    told = words(shown)
    assert "เว็บไซต์นี้แสดงนโยบายตามที่เป็นอยู่ ณ วันที่ 1 มกราคม พ.ศ. 2564" in told
    assert "30 กันยายน พ.ศ. 2562" in told
    assert "30 วัน" in told


def test_drafts_are_shown_as_drafts_only_where_asked_for(archive: Repository, tmp_path: Path) -> None:
    before = archive.read("policies/en/privacy.md")
    archive.replace("policies/en/privacy.md", "90 days", "120 days")
    try:
        assert archive.run("build", "--drafts", "--out", str(tmp_path / "drafts")).status == 0
        assert archive.run("build", "--out", str(tmp_path / "plain")).status == 0
    finally:
        archive.write("policies/en/privacy.md", before)
    assert not (tmp_path / "plain/en/privacy/draft").exists()
    draft = words(page(tmp_path / "drafts", "en/privacy/draft"))
    assert "It is not published and binds no one." in draft
    assert "120 days" in draft
    assert "120" in words(page(tmp_path / "drafts", "en/privacy/draft/changes"))
    assert "privacy/draft/" in (tmp_path / "drafts/en/index.html").read_text(encoding="utf-8")


def test_a_guide_of_the_operator_s_own_has_the_frame_of_the_site(site: Path) -> None:
    shown = page(site, "en/guide")
    assert shown.get("lang") == "en"
    assert shown.xpath("//nav[@id='_contents']/ul//a/@href") == ["#for-readers"]
    assert shown.xpath("//a[@class='masthead__name']/@href") == ["../"]


def test_the_operator_s_own_pages_are_within_reach_of_every_page(site: Path) -> None:
    guides = page(site, "en").xpath("//section[@aria-labelledby='_guides']//a")
    assert [(link.text, link.get("href")) for link in guides] == [("Guide", "guide/"), ("Only here", "only-here/")]
    footer = page(site, "en/privacy/1.0").xpath("//footer//a[.='Guides and references']/@href")
    assert footer == ["../../#_guides"]


def test_the_language_switch_of_a_guide_leads_to_the_same_guide_or_else_home(site: Path) -> None:
    def switch(address: str) -> str:
        return str(page(site, address).xpath("//header//a[@data-keep-place]/@href")[0])

    assert switch("en/guide") == "../../th/guide/"
    assert switch("th/guide") == "../../en/guide/"
    assert switch("en/only-here") == "../../th/"


def test_both_languages_have_the_same_strings() -> None:
    folder = files("promulgate") / "strings"
    roots = [strict_yaml.load((folder / f"{each}.yml").read_text(encoding="utf-8")) for each in ("th", "en")]
    thai, english = (set(root.plain()) if root else set() for root in roots)
    assert thai == english
    assert thai
    assert "ฉบับที่ {" not in "".join(strings("th").values())
