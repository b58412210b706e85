"""`promulgate init` and `promulgate new`: what a new user starts with passes its own gate and builds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from promulgate.starting import requirement
from tests.platform import PROJECT
from tests.support import SETTINGS, Repository, run_in


@pytest.fixture
def started(tmp_path: Path) -> Repository:
    """A repository as `init` makes it in an empty folder, committed."""
    folder = tmp_path / "company"
    assert run_in(tmp_path, "init", str(folder)).status == 0
    repository = Repository.__new__(Repository)
    repository.root = folder
    for arguments in (("init", "--quiet", "--initial-branch=main"), ("config", "user.name", "Legal")):
        repository.git(*arguments)
    repository.git("config", "user.email", "legal@policies.example")
    repository.commit("Policies")
    return repository


def test_a_new_repository_passes_its_own_check_and_is_recorded(started: Repository) -> None:
    checked = started.run("check")
    assert (checked.status, checked.output.splitlines()[-1]) == (0, "Check passed (1 policy, 2 texts, 6 sections)")
    recorded = started.run("record")
    assert (recorded.status, recorded.output) == (0, "")
    assert started.git("status", "--porcelain") == ""


def test_a_new_repository_builds(started: Repository) -> None:
    outcome = started.run("build")
    assert outcome.status == 0, outcome.errors
    assert "ขอเงินคืนได้ภายใน 30 วัน" in started.read("site/th/refunds/index.html")
    assert "within 30 days" in started.read("site/en/refunds/index.html")
    assert "do not bind anyone yet" in started.read("site/en/index.html")
    assert started.git("status", "--porcelain") == ""


def test_a_new_repository_has_what_the_platform_needs(started: Repository) -> None:
    names = {
        path.relative_to(started.root).as_posix() for path in (started.root / ".github").rglob("*") if path.is_file()
    }
    assert names == {
        ".github/CODEOWNERS",
        ".github/dependabot.yml",
        ".github/pull_request_template.md",
        *(f".github/workflows/{name}.yml" for name in ("check", "monitor", "publish", "record", "revise")),
    }
    assert "@INSTALL@" not in started.read(".github/workflows/check.yml")
    assert "promulgate==" in started.read("requirements.txt")


def test_what_the_workflows_install_can_be_named(tmp_path: Path) -> None:
    tool = "promulgate @ git+https://forge.example/promulgate@0123456"
    assert run_in(tmp_path, "init", "company", "--tool", tool).status == 0
    assert (tmp_path / "company" / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1] == tool


@pytest.mark.parametrize(
    ("direct_url", "installed"),
    [
        (None, "promulgate==1.2.3"),
        ('{"url": "file:///home/me/promulgate", "dir_info": {"editable": true}}', "promulgate==1.2.3"),
        (
            '{"url": "https://forge.example/promulgate", "vcs_info": {"vcs": "git", "commit_id": "0123abc"}}',
            "promulgate @ git+https://forge.example/promulgate@0123abc",
        ),
    ],
)
def test_what_was_installed_is_what_the_workflows_install(direct_url: str | None, installed: str) -> None:
    assert requirement("1.2.3", direct_url) == installed


def test_nothing_that_is_there_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("mine", encoding="utf-8")
    outcome = run_in(tmp_path, "init", ".")
    assert (outcome.status, "README.md" in outcome.errors) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["README.md"]


def test_a_new_policy_lacks_nothing_but_its_record(started: Repository) -> None:
    outcome = started.run("new", "returns", "--effective", "2099-01-01")
    assert outcome.status == 0
    assert outcome.output.split() == ["policies/en/returns.md", "policies/th/returns.md"]
    assert [line for line in started.run("check").output.splitlines() if "[" in line] == [
        "    Waiting to be recorded: Version 1.0 is not recorded yet  [record-missing]"
    ]
    assert started.run("record").status == 0
    assert started.run("check").status == 0


def test_a_new_policy_starts_in_every_language_of_the_site(started: Repository) -> None:
    started.write("mkdocs.yml", SETTINGS.replace("[th, en]", "[th, en, ja]"))
    assert started.run("new", "returns").output.split() == [
        *("policies/en/returns.md", "policies/ja/returns.md", "policies/th/returns.md")
    ]


@pytest.mark.parametrize(
    ("policy", "words"),
    [("Refunds", "small letters"), ("history", "address of a page"), ("refunds", "promulgate revise refunds")],
)
def test_an_id_that_can_not_be_used_is_refused(started: Repository, policy: str, words: str) -> None:
    outcome = started.run("new", policy)
    assert (outcome.status, words in outcome.errors) == (2, True)


def test_a_buddhist_year_is_named_with_its_common_year(started: Repository) -> None:
    assert "2027" in started.run("new", "returns", "--effective", "2570-01-01").errors


@pytest.mark.slow
def test_the_installed_package_needs_nothing_but_itself(tmp_path: Path) -> None:
    """Built as a wheel, unpacked elsewhere, run without this repository and without a network."""
    source = tmp_path / "source"  # a build in place would leave its files behind
    shutil.copytree(PROJECT / "build_tools", source / "build_tools", ignore=shutil.ignore_patterns("*.egg-info"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(PROJECT / name, source)
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "--wheel-dir", tmp_path / "wheel", source], check=True)
    (wheel,) = (tmp_path / "wheel").iterdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "package")
    others = [path for path in sys.path if path and not path.startswith(str(PROJECT))]
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith(("GITHUB_", "CI"))},
        "PYTHONPATH": os.pathsep.join([str(tmp_path / "package"), *others]),
        "PYTHAINLP_READ_ONLY": "1",
        "https_proxy": "http://127.0.0.1:9",
    }

    def promulgate(*arguments: str) -> None:
        program = [sys.executable, "-P", "-m", "promulgate", *arguments]
        subprocess.run(program, cwd=tmp_path / "company", env=environment, check=True)

    (tmp_path / "company").mkdir()
    promulgate("init", ".")
    for arguments in (
        ("init", "--quiet", "--initial-branch=main"),
        ("add", "--all"),
        ("commit", "--quiet", "-m", "Policies"),
    ):
        identity = ("-c", "user.name=Legal", "-c", "user.email=legal@policies.example")
        subprocess.run(["git", *identity, *arguments], cwd=tmp_path / "company", check=True)
    for command in ("check", "record", "build"):
        promulgate(command)
    assert (tmp_path / "company" / "site" / "th" / "refunds" / "index.html").is_file()
