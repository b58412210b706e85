"""`promulgate revise`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from promulgate.errors import UsageError


@click.command("revise")
@click.argument("policy")
@click.option("--from", "source", metavar="VERSION", help="Start from the words of this version. Default: the newest.")
@click.option("--effective", metavar="DATE", help="The day (or time) from which it binds, like 2027-01-01.")
@click.option("--material", is_flag=True, help="The change is one in substance: it needs notice.")
def command(policy: str, source: str | None, effective: str | None, material: bool) -> int:
    """Prepare a new version of POLICY in every language: its number, its day, and the words to start from."""
    from promulgate.archive_reader import working_texts
    from promulgate.dates import format_date, parse_local_time
    from promulgate.gitstore import open_store
    from promulgate.revising import plan_revision, revised_source
    from promulgate.settings import SETTINGS_FILE, read_settings
    from promulgate.tree import POLICIES
    from promulgate.workspace import read_tree, write_files

    root = open_store(Path.cwd()).root
    tree = read_tree(root)
    settings = read_settings(tree.files.get(SETTINGS_FILE))
    if policy not in tree.policies():
        raise UsageError(f"there is no policy {policy!r}; there are: {', '.join(tree.policies()) or 'none'}")
    try:
        day = parse_local_time(effective) if effective else None
    except ValueError as error:
        raise UsageError(f"--effective: {error}") from error
    folders = tree.folders().get(policy, ())
    working = working_texts(tree, policy, settings)
    version = next(iter(working.values())).metadata.version if working else ""
    revision = plan_revision(
        *(policy, folders, version, settings, datetime.now(UTC)), source=source, effective=day, material=material
    )
    files = {}
    for language, sealed in revision.source.texts.items():
        own = working.get(language)
        same = own is not None and source is None and not revision.reopened
        path = f"{POLICIES}/{language}/{policy}.md"
        files[path] = revised_source(path, own.source if own is not None and same else sealed, revision)
    for path in write_files(root, files):
        click.echo(path)
    instant = revision.effective.instant(settings.time_zone)
    click.echo(
        f"ฉบับ {revision.version} มีผลใช้บังคับวันที่ {format_date(instant, 'th', settings.time_zone)}: "
        f"แก้ข้อความและเขียน summary ทุกภาษา แล้วสั่ง promulgate record\n"
        f"Version {revision.version}, effective {format_date(instant, 'en', settings.time_zone)}: edit the words, "
        f"write the summary in every language, then run promulgate record",
        err=True,
    )
    return 0
