"""`promulgate verify`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from promulgate.commands.options import lang_option, said
from promulgate.errors import Bilingual, ConfigurationError, RecordError, SourceError, UsageError

if TYPE_CHECKING:
    from promulgate.archive import Archive
    from promulgate.settings import Settings
    from promulgate.tree import Tree
    from promulgate.verification import Statement


@click.command("verify")
@click.option("--site", metavar="DIR", help="Compare a published copy of the site with the records, too.")
@click.option(
    "--previous", metavar="FILE", help="The api/policies.json published last: nothing fixed may have changed."
)
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@lang_option()
def command(site: str | None, previous: str | None, output_format: str, lang: str | None) -> int:
    """Prove that each version's bytes, words, dates and order are what was recorded.

    Reads the newest commit and the history of its branch; exit status 1 if anything does not hold.
    """
    from promulgate.gitstore import open_store
    from promulgate.settings import SETTINGS_FILE, read_settings
    from promulgate.verification import (
        API,
        read_published,
        verify_history,
        verify_previous,
        verify_records,
        verify_site,
    )
    from promulgate.workspace import read_folder

    store = open_store(Path.cwd())
    commit = store.head()
    tree = store.tree(commit)
    settings = read_settings(tree.files.get(SETTINGS_FILE))
    published = _read(previous) if previous is not None else None
    statements = [*verify_records(tree, settings), *verify_history(store.record_states(commit))]
    before = read_published(published)
    archive = _archive(tree, settings, commit, compared=site is not None or before is not None)
    if archive is not None and site is not None:
        statements += verify_site(archive, read_folder(Path(site), (API, "*/*/*.md", "api/*/*.yml")))
    if archive is not None and before is not None:
        statements += verify_previous(archive, before, datetime.now(UTC))
    _print(statements, archive, output_format, lang)
    return 0 if all(statement.holds for statement in statements) else 1


def _archive(tree: Tree, settings: Settings, commit: str, *, compared: bool) -> Archive | None:
    """The archive; None if a record can't be read, as stated already; an empty one to compare, if all are gone."""
    from promulgate.archive import Archive
    from promulgate.archive_reader import read_archive

    try:
        return read_archive(tree, settings, commit=commit)
    except (RecordError, SourceError):
        return None
    except ConfigurationError:
        if not compared:
            raise
        return Archive(settings, (), commit)


def _read(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise UsageError(f"--previous {name}: {error.strerror}") from error


def _print(statements: list[Statement], archive: Archive | None, output_format: str, lang: str | None) -> None:
    verified = all(statement.holds for statement in statements)
    if output_format == "json":
        document = {
            "verified": verified,
            "archive": archive.hash if archive is not None else None,
            "commit": archive.commit if archive is not None else None,
            "statements": [
                {
                    "holds": statement.holds,
                    "policy": statement.policy,
                    "version": statement.version,
                    "path": statement.path,
                    "message": {"th": statement.message.th, "en": statement.message.en},
                }
                for statement in statements
            ],
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return
    for statement in sorted(statements, key=lambda one: one.holds):
        name = f"{statement.policy} {statement.version}".strip()
        mark = "✓" if statement.holds else "✗"
        place = f"{name} ({statement.path})" if name else statement.path
        words = "\n    ".join(said(statement.message, lang).splitlines())
        click.echo(f"{mark} {place}: {words}")
    failed = sum(not statement.holds for statement in statements)
    if verified and archive is not None:
        proven = Bilingual(
            f"ทุกฉบับตรงตามที่บันทึกไว้ รหัสรวม {archive.hash}",
            f"Every version is as it was recorded. Archive: {archive.hash}",
        )
        click.echo(said(proven, lang))
    else:
        unproven = Bilingual(f"มี {failed} ข้อที่พิสูจน์ไม่ได้", f"{failed} of these statements do not hold.")
        click.echo(said(unproven, lang))
