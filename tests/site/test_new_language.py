"""A language is added by one file of strings: German, and Arabic, which is written from right to left.

The strings are the English ones in brackets, so that every word of a page that did not come from the file is seen.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser

from promulgate import strict_yaml
from promulgate.words_on_page import strings
from tests.site.chromium import served
from tests.support import BODIES, Repository, source

PACKAGE = Path(__file__).parent.parent.parent / "build_tools" / "promulgate"
LANGUAGES = ("en", "de", "ar")
GIVEN = {
    "de": {"language_name": "Deutsch", "language_de": "Deutsch", "direction": "ltr", "locale": "de_DE"},
    "ar": {"language_name": "العربية", "language_ar": "العربية", "direction": "rtl", "locale": "ar_AR"},
}
TEXTS = {
    "en": BODIES["en"],
    "de": """\
# Datenschutzerklärung

Das Unternehmen schützt Ihre personenbezogenen Daten.

## Erhebung {#collection}

Das Unternehmen bewahrt Daten 30 Tage auf.

- Name
- Anschrift

## Cookies {#cookies}

Die Website verwendet Cookies.
""",
    "ar": """\
# سياسة الخصوصية

تحمي الشركة بياناتك الشخصية.

## الجمع {#collection}

تحتفظ الشركة بالبيانات لمدة 30 يوما.

- الاسم
- العنوان

## ملفات الارتباط {#cookies}

يستخدم الموقع ملفات الارتباط.
""",
}
SETTINGS = """\
site_name: Policies
site_url: https://policies.example/
theme:
  name: material
  font: false
plugins:
  - promulgate:
      languages: [en, de, ar]
      prevailing: en
      notice_days: 0
"""
SUMMARY = "x"
PAGES = ("", "privacy/", "privacy/1.0/", "privacy/2.0/changes/", "privacy/history/", "history/", "search/", "verify/")


@pytest.fixture(scope="module")
def three_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in three languages, built by a program that was given two files of strings and nothing else."""
    folder = tmp_path_factory.mktemp("languages")
    program = shutil.copytree(PACKAGE, folder / "program" / "promulgate", ignore=shutil.ignore_patterns("__pycache__"))
    for language, given in GIVEN.items():
        words = {key: f"⟦{sentence}⟧" for key, sentence in strings("en").items()} | given
        lines = (f"{key}: {strict_yaml_quoted(sentence)}" for key, sentence in words.items())
        (program / "strings" / f"{language}.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    repository = Repository(folder / "repository")
    repository.write("mkdocs.yml", SETTINGS)
    for version, effective, days in (("1.0", "2020-01-01", "30"), ("2.0", "2022-06-01", "60")):
        for language in LANGUAGES:
            body = TEXTS[language].replace("30", days)
            head = source(language, version, effective, "imported: x", body=body, summary=SUMMARY)
            repository.write(f"policies/{language}/privacy.md", head)
        run(repository, program.parent, "record")
        repository.commit(version)
    run(repository, program.parent, "build")
    return repository.root / "site"


def strict_yaml_quoted(sentence: str) -> str:
    quoted = '"' + sentence.replace("\\", "\\\\").replace('"', '\\"') + '"'
    root = strict_yaml.load(f"a: {quoted}\n")
    assert root is not None
    assert root.plain() == {"a": sentence}
    return quoted


def run(repository: Repository, program: Path, command: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(program)}
    for name in ("CI", "GITHUB_BASE_REF", "GITHUB_EVENT_NAME"):
        environment.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-m", "promulgate", command],
        cwd=repository.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def read(site: Path, path: str) -> lxml.html.HtmlElement:
    return lxml.html.fromstring((site / path / "index.html").read_bytes())


def words_of_its_own(page: lxml.html.HtmlElement) -> set[str]:
    """Words a page says that are neither from the strings nor a text's."""
    dates_and_texts = "//time | //option | //*[@class='text'] | //*[contains(@class, 'redline-words')]"
    for left_out in page.xpath(f"//script | //code | {dates_and_texts}"):
        left_out.drop_tree()
    said = " ".join(page.itertext())
    said += " ".join(page.xpath("//@aria-label | //@title | //meta[@name='description']/@content"))
    while (shorter := re.sub("⟦[^⟦⟧]*⟧", " ", said)) != said:
        said = shorter
    return set(re.findall(r"[^\W\d_]{2,}", said))


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
def test_every_word_of_a_page_is_from_the_strings(three_languages: Path, path: str) -> None:
    page = read(three_languages, f"de/{path}")
    assert page.get("lang") == "de"
    assert page.xpath("//meta[@property='og:locale']/@content") == ["de_DE"]
    known = set(re.findall(r"[^\W\d_]{2,}", " ".join(TEXTS.values())))
    names = {"English", "Deutsch", "العربية", "SHA", "Windows", "macOS", "Linux", "https", "policies", "example", "de"}
    addresses = {"privacy", "changes", "history", "search", "verify"}
    assert words_of_its_own(page) - known - names - addresses == set()


@pytest.mark.slow
def test_dates_are_as_the_language_writes_them(three_languages: Path) -> None:
    german = (three_languages / "de/privacy/index.html").read_text(encoding="utf-8")
    assert ">1. Juni 2022</time>" in german
    months = read(three_languages, "de/history/").xpath("//option/text()")
    assert months[:3] == ["Januar", "Februar", "März"]
    arabic = read(three_languages, "ar/privacy/")
    assert "2022" in arabic.xpath("string(//time)")


@pytest.mark.slow
def test_the_languages_lead_to_each_other(three_languages: Path) -> None:
    page = read(three_languages, "de/privacy/1.0/")
    links = page.xpath("//header//a[@data-keep-place]")
    assert [(link.get("lang"), link.get("href")) for link in links] == [
        ("en", "../../../en/privacy/1.0/"),
        ("ar", "../../../ar/privacy/1.0/"),
    ]
    assert (three_languages / "en-ar/privacy/2.0/changes/index.html").is_file()


@pytest.mark.browser
@pytest.mark.parametrize("width", [360, 1280])
def test_a_page_from_right_to_left_fits_and_begins_at_the_right(
    browser: Browser, three_languages: Path, width: int
) -> None:
    with (
        served(three_languages) as address,
        browser.new_context(base_url=address, viewport={"width": width, "height": 800}) as context,
    ):
        page = context.new_page()
        for path in [f"ar/{path}" for path in PAGES] + ["en-ar/privacy/", "en-ar/privacy/2.0/changes/"]:
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        page.goto("ar/privacy/")
        assert page.evaluate("getComputedStyle(document.querySelector('h1')).direction") == "rtl"
        name = page.locator(".masthead__name").bounding_box()
        links = page.locator(".masthead__links").bounding_box()
        assert name is not None
        assert links is not None
        assert name["x"] > links["x"]
