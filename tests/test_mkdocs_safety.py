"""Settings that would make MkDocs run code, or read or write elsewhere: refused at their line before it loads them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from promulgate.errors import ConfigurationError
from promulgate.settings import read_settings
from tests.support import SETTINGS, Repository

PACKAGE = Path(__file__).parent.parent / "build_tools"
LAST = SETTINGS.count("\n")
HOSTILE = [
    ("hooks:\n  - hooks.py\n", 1, "hooks is not allowed"),
    ("hooks: [hooks.py]\n", 1, "hooks is not allowed"),
    ("\n\nhooks: []\n", 3, "hooks is not allowed"),
    ("INHERIT: ../other.yml\n", 1, "INHERIT is not allowed"),
    ("extra_templates: [page.html]\n", 1, "extra_templates is not allowed"),
    ("extra:\n  x: !!python/object/apply:os.system ['touch executed']\n", 2, "a tag"),
    ("extra:\n  x: !!python/name:os.system\n", 2, "a tag"),
    ("extra:\n  secret: !ENV HOME\n", 2, "a tag"),
    ("extra:\n  path: !relative $config_dir\n", 2, "a tag"),
    ("extra: &a\n  x: 1\n", 1, "an anchor"),
    ("markdown_extensions: [evil]\n", 1, "'evil' is not allowed"),
    ("markdown_extensions:\n  - toc\n  - pymdownx.snippets:\n      base_path: /etc\n", 3, "'pymdownx.snippets'"),
    ("markdown_extensions:\n  - pymdownx.b64\n", 2, "'pymdownx.b64'"),
    ("markdown_extensions:\n  evil:Extension: {}\n", 2, "'evil:Extension'"),
    ("markdown_extensions:\n  - markdown.extensions.evil\n", 2, "is not allowed"),
    ("markdown_extensions:\n  - [a, b]\n", 2, "is not allowed"),
    ("docs_dir: ..\n", 1, "a folder inside the repository"),
    ("docs_dir: /etc\n", 1, "a folder inside the repository"),
    ("docs_dir: docs/../../etc\n", 1, "a folder inside the repository"),
    ("docs_dir: .\n", 1, "a folder inside the repository"),
    ("docs_dir: './'\n", 1, "a folder inside the repository"),
    ("docs_dir: ''\n", 1, "a folder inside the repository"),
    ("docs_dir: [a]\n", 1, "a folder inside the repository"),
    ("docs_dir: ~/x\n", 1, "a folder inside the repository"),
    ("docs_dir: C:\\x\n", 1, "a folder inside the repository"),
    ("site_dir: /\n", 1, "a folder inside the repository"),
    ("site_dir: ..\\..\n", 1, "a folder inside the repository"),
    ("site_url: javascript:alert(1)\n", 1, "not the address of a website"),
    ("site_url: //policies.example/\n", 1, "not the address of a website"),
    ("site_url: https://user@policies.example/\n", 1, "not the address of a website"),
    ("repo_url: \"javascript://x/\\nalert(1)\"\n", 1, "not the address of a website"),
    ("repo_url: [a]\n", 1, "not the address of a website"),
    ("theme:\n  name: material\n  custom_dir: overrides\n", 3, "custom_dir is not allowed"),
    ("theme:\n  name: material\n  static_templates: [evil.html]\n", 3, "static_templates is not allowed"),
]  # fmt: skip


def without(key: str) -> str:
    """The ordinary settings without one entry."""
    kept, skipping = [], False
    for line in SETTINGS.splitlines(keepends=True):
        skipping = line.startswith(f"{key}:") or (skipping and line.startswith(" "))
        kept += [] if skipping else [line]
    return "".join(kept)


@pytest.mark.parametrize(("more", "line", "words"), HOSTILE)
def test_it_is_refused_at_its_line(more: str, line: int, words: str) -> None:
    ordinary = without(more.strip().partition(":")[0])
    with pytest.raises(ConfigurationError) as caught:
        read_settings((ordinary + more).encode())
    assert str(caught.value).startswith(f"mkdocs.yml:{ordinary.count(chr(10)) + line}: ")
    assert words in str(caught.value)


@pytest.mark.parametrize(
    "plugins", ["- promulgate\n  - macros\n", "- macros: {}\n  - promulgate:\n      prevailing: th\n"]
)
def test_a_plugin_that_is_not_known_is_refused_at_its_line(plugins: str) -> None:
    ordinary = without("plugins")
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:[0-9]+: plugins: 'macros' is not allowed"):
        read_settings(f"{ordinary}plugins:\n  {plugins}".encode())


@pytest.mark.parametrize(
    "more",
    [
        "markdown_extensions: [toc, markdown.extensions.tables, pymdownx.superfences]\n",
        "markdown_extensions:\n  - toc:\n      permalink: true\n",
        "repo_url: https://git.example/legal/policies\n",
        "extra_css: [extra.css]\nnav: [index.md]\nuse_directory_urls: true\nstrict: true\nextra: {generator: false}\n",
    ],
)
def test_what_an_operator_needs_is_allowed(more: str) -> None:
    assert read_settings((SETTINGS + more).encode()).languages == ("th", "en")


def test_a_theme_and_search_are_allowed() -> None:
    words = without("plugins") + "plugins: [search, promulgate]\n"
    assert read_settings(words.replace("name: material", "name: material\n  language: th").encode()).prevailing == "th"


@pytest.mark.parametrize("command", [("check",), ("build",), ("record",), ("fix",), ("log",)])
def test_every_command_refuses_it_before_anything_loads_it(published: Repository, command: tuple[str, ...]) -> None:
    published.write("hooks.py", "open('executed', 'w').close()\n")
    published.write("mkdocs.yml", SETTINGS + "hooks: [hooks.py]\n")
    published.commit("A hook")
    outcome = published.run(*command)
    assert outcome.status == 2
    assert f"mkdocs.yml:{LAST + 1}: hooks is not allowed" in outcome.errors
    assert not (published.root / "executed").exists()


def mkdocs(repository: Repository) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"],
        cwd=repository.root,
        env={**os.environ, "PYTHONPATH": str(PACKAGE), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_plain_mkdocs_refuses_it_too_and_runs_no_hook(published: Repository) -> None:
    published.write("hooks.py", "open('executed', 'w').close()\n")
    published.write("mkdocs.yml", SETTINGS + "hooks: [hooks.py]\n")
    published.commit("A hook")
    done = mkdocs(published)
    assert done.returncode != 0
    assert f"mkdocs.yml:{LAST + 1}: hooks is not allowed" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (published.root / "executed").exists()


def test_settings_on_the_base_that_can_t_be_used_can_be_mended(published: Repository) -> None:
    """Merged by force, or before the program refused them: the change that mends them is judged as any other."""
    good = published.read("mkdocs.yml")
    published.write("mkdocs.yml", good + "hooks: [hooks.py]\n")
    published.commit("By force")
    published.git("switch", "--quiet", "--create", "mend")
    published.write("mkdocs.yml", good.replace("notice_days: 30", "notice_days: 0\n      rules: {number-value: off}"))
    published.write_policy("1.1", "2030-01-01")
    published.replace("policies/th/privacy.md", "30", "31")
    published.commit("Mended")
    outcome = published.run("check")
    assert outcome.status == 1
    assert "-value]" in outcome.output


def test_a_page_of_the_operator_s_that_is_a_link_elsewhere_is_not_published(
    published: Repository, tmp_path: Path
) -> None:
    (tmp_path / "secret.md").write_text("# A secret of the machine\n", encoding="utf-8")
    (published.root / "docs/en/linked.md").symlink_to(tmp_path / "secret.md")
    published.commit("A link")
    outcome = published.run("build", "--as-of", "2026-11-22")
    assert outcome.status == 2
    assert "docs/en/linked.md" in outcome.errors
    assert not (published.root / "site").exists()
