"""The preview of `promulgate serve`: what the check finds stands beside the draft, and nowhere else."""

from __future__ import annotations

import os
import re
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.support import Repository

DAY = "2099-01-01"


def served(repository: Repository) -> None:
    """Build the site as the preview does, into site/."""
    config = load_config(str(repository.root / "mkdocs.yml"), site_dir=str(repository.root / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)


def draft(repository: Repository, language: str) -> str:
    return repository.read(f"site/{language}/privacy/draft/index.html").replace("\u00a0", " ")


def diverging(published: Repository) -> None:
    published.write_policy("1.1", DAY)
    published.replace("policies/th/privacy.md", "30 วัน", "60 วัน")


def test_findings_stand_beside_the_draft_in_both_languages(published: Repository) -> None:
    diverging(published)
    served(published)
    for language, title in (("th", "การเก็บข้อมูล"), ("en", "Collection")):
        page = draft(published, language)
        assert f'<a href="#collection">{title}</a>' in page
        assert "Periods of time differ in “Collection”" in page
        assert "ระยะเวลาไม่ตรงกันในหัวข้อ “การเก็บข้อมูล”" in page
        assert re.search(r'href="[^"]*draft/changes/"|href="changes/"', page)


def test_lines_to_paste_are_shown_as_they_are(published: Repository) -> None:
    published.write_policy("1.1", DAY)
    published.replace("policies/th/privacy.md", "ใช้คุกกี้", "ใช้คุกกี้ <b>")
    served(published)
    assert "<pre>acknowledged:\n  - section: cookies\n" in draft(published, "th")
    assert "<b>" not in draft(published, "th")


def test_a_draft_without_findings_says_so(published: Repository) -> None:
    published.write_policy("1.1", DAY)
    served(published)
    assert "nothing to mend" in draft(published, "en")


def test_no_other_site_shows_findings(published: Repository) -> None:
    diverging(published)
    assert published.run("build", "--drafts").status == 0
    assert "Periods of time differ" not in draft(published, "en")
    served(published)
    shown = [
        path for path in Path(published.root, "site").rglob("*.html") if 'class="findings"' in path.read_text("utf-8")
    ]
    assert {os.path.relpath(path, published.root / "site") for path in shown} == {
        f"{language}/privacy/draft/index.html" for language in ("th", "en")
    }
