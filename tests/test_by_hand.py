"""Whoever follows the page "ตรวจสอบความถูกต้องของเอกสาร" with standard tools sees what it promises."""

from __future__ import annotations

import contextlib
import hashlib
import html
import re
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.support import Repository

DOCUMENTATION = Path(__file__).parent.parent / "docs/en/integrity.md"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's signature
        """Say nothing."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Repository, str]]:
    """A repository whose site of three versions is served on this machine, and its address."""
    published = Repository(tmp_path_factory.mktemp("served") / "policies")
    published.write_policy("1.0", "2019-09-30", "imported: brought in later")
    published.record_and_commit()
    published.write_policy("2.0", "2022-06-01", "imported: brought in later")
    published.record_and_commit()
    published.write_policy("3.0", "2040-01-01")
    published.record_and_commit()
    outcome = published.run("build", "--as-of", "2026-11-22")
    assert outcome.status == 0, outcome.errors
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(published.root / "site"))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield published, f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def commands(page: str, heading: str) -> str:
    """The commands below a heading of a page of the site."""
    match = re.search(rf'<h2 id="{heading}">.*?<pre><code>(.*?)</code></pre>', page, re.DOTALL)
    assert match is not None
    return html.unescape(match[1])


def follow(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    folder.mkdir(exist_ok=True)
    return subprocess.run(["bash", "-euc", script], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("language", ["th", "en"])
def test_everything_at_once(served: tuple[Repository, str], tmp_path: Path, language: str) -> None:
    repository, address = served
    page = (repository.root / f"site/{language}/verify/index.html").read_text(encoding="utf-8")
    script = commands(page, "_everything").replace("https://policies.example", address)
    done = follow(script, tmp_path / "reader")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert [line.rpartition(" ")[2] for line in lines[:9]] == ["OK"] * 9
    computed, archive = lines[9].partition(" ")[0], lines[10].split('"')[3]
    assert computed == archive
    assert f"<code>{archive}</code>" in page


def test_a_forged_text_and_a_forged_record_are_seen(served: tuple[Repository, str], tmp_path: Path) -> None:
    repository, address = served
    page = (repository.root / "site/en/verify/index.html").read_text(encoding="utf-8")
    script = commands(page, "_everything").replace("https://policies.example", address)
    names = ("th/privacy/2.0.md", "api/privacy/1.0.yml")
    before = {name: (repository.root / "site" / name).read_bytes() for name in names}
    for name, contents in before.items():
        (repository.root / "site" / name).write_bytes(contents + b"forged")
    done = follow(script, tmp_path / "reader")
    for name, contents in before.items():
        (repository.root / "site" / name).write_bytes(contents)
    assert done.returncode != 0
    failed = {line.partition(":")[0] for line in done.stdout.splitlines() if line.endswith("FAILED")}
    assert failed == set(before)


def test_a_single_file(served: tuple[Repository, str], tmp_path: Path) -> None:
    repository, address = served
    page = (repository.root / "site/th/verify/index.html").read_text(encoding="utf-8")
    script = commands(page, "_by-hand").splitlines()[0]
    with contextlib.chdir(tmp_path):
        subprocess.run(["curl", "-fsS", "-O", f"{address}/th/privacy/2.0.md"], check=True)
    done = follow(script, tmp_path)
    assert done.stdout.partition(" ")[0] in page


def test_the_record_names_the_texts_it_was_made_for(served: tuple[Repository, str]) -> None:
    """From the one number to every letter: archive number, record, text."""
    repository, _ = served
    for record in (repository.root / "site/api/privacy").glob("*.yml"):
        words = record.read_text(encoding="utf-8")
        for language in ("th", "en"):
            sealed = (repository.root / f"site/{language}/privacy/{record.stem}.md").read_bytes()
            assert f"    sha256: {hashlib.sha256(sealed).hexdigest()}\n" in words


def test_the_commands_of_the_documentation_work_in_a_clone(served: tuple[Repository, str], tmp_path: Path) -> None:
    repository, address = served
    script = re.search(r"```sh\n(.*?)```", DOCUMENTATION.read_text(encoding="utf-8"), re.DOTALL)
    assert script is not None
    subprocess.run(["git", "clone", "--quiet", str(repository.root), str(tmp_path / "clone")], check=True)
    done = follow(script[1].replace("https://policies.example", address), tmp_path / "clone")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert "FAILED" not in done.stdout
    assert lines[-1] == "the same number"
