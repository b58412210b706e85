"""`promulgate log`."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from promulgate.commands.options import as_of_option, instant
from promulgate.errors import UsageError

if TYPE_CHECKING:
    from promulgate.archive import Archive, Policy, Version


_WIDTH_WITHOUT_TERMINAL = 120


@click.command("log")
@as_of_option()
@click.option("--format", "output_format", type=click.Choice(["text", "json"]), default="text", help="Default: text.")
@click.option(
    "--published", metavar="FILE", type=click.File("rb"), help="Only ask whether this api/policies.json is stale."
)
@click.argument("policy", required=False)
def command(as_of: str | None, output_format: str, published: IO[bytes] | None, policy: str | None) -> int:
    """List the versions of the policies (or of POLICY) and when each binds, from the committed records."""
    from promulgate.publication import load_archive_of_head

    archive = load_archive_of_head(Path.cwd())
    now = instant(as_of, archive.settings)
    if published is not None:
        return _compare(published.read(), archive, now)
    wanted = [found for found in archive.policies if policy in (None, found.id)]
    if not wanted:
        raise UsageError(f"there is no policy {policy!r}; there are: {', '.join(one.id for one in archive.policies)}")
    if output_format == "json":
        document = {"as_of": _written(now, archive), "policies": [_policy(found, archive, now) for found in wanted]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        _print_table(wanted, archive, now)
    return 0


def _compare(published: bytes, archive: Archive, now: datetime) -> int:
    from promulgate.staleness import stale

    try:
        document = json.loads(published)
    except ValueError as error:
        raise UsageError("the published file is not JSON") from error
    behind = list(stale(document, archive, now))
    for sentence in behind:
        click.echo(sentence)
    if not behind:
        click.echo("เว็บไซต์เป็นปัจจุบัน\nThe site is up to date.")
    return 1 if behind else 0


def _policy(policy: Policy, archive: Archive, now: datetime) -> dict[str, Any]:
    versions = [_version(version, archive, now) for version in policy.versions]
    return {"policy": policy.id, "versions": versions}


def _version(version: Version, archive: Archive, now: datetime) -> dict[str, Any]:
    return {
        "version": version.name,
        "status": version.status(now).value,
        "effective": _written(version.effective, archive),
        "until": _written(version.ends, archive) if version.ends else None,
        "superseded_by": version.superseded_by or None,
        "material": version.record.material,
        "announced": _written(version.announced, archive) if version.announced else None,
        "languages": {
            language: {"title": version.texts[language].title, "sha256": text.sha256}
            for language, text in version.record.languages.items()
        },
    }


def _written(moment: datetime, archive: Archive) -> str:
    from promulgate.dates import format_instant

    return format_instant(moment, archive.settings.time_zone)


def _print_table(policies: list[Policy], archive: Archive, now: datetime) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    from promulgate.dates import format_date
    from promulgate.words_on_page import strings

    language = archive.settings.prevailing
    zone = archive.settings.time_zone
    terminal = Console(highlight=False)
    console = terminal if terminal.is_terminal else Console(highlight=False, width=_WIDTH_WITHOUT_TERMINAL)
    for policy in policies:
        newest = policy.versions[-1].texts
        titles = " / ".join(newest[code].title for code in archive.settings.languages if code in newest)
        table = Table(title=f"{policy.id}: {titles}", title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
        for heading in ("version", "status", "from", "until", "material", "announced"):
            table.add_column(heading, no_wrap=True)
        for version in reversed(policy.versions):
            status = version.status(now)
            words = strings(language)[f"status_{status.value.replace('-', '_')}"]
            announced = format_date(version.announced, "en", zone).partition(",")[0] if version.announced else "–"
            table.add_row(
                version.name,
                f"{status.value} ({words})" if language != "en" else status.value,
                format_date(version.effective, "en", zone),
                format_date(version.ends, "en", zone) if version.ends else "–",
                "yes" if version.record.material else "no",
                announced,
            )
        console.print(table)
