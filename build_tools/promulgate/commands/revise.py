"""`promulgate revise`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from promulgate.commands.options import as_of_option, instant, local_time
from promulgate.errors import UsageError

if TYPE_CHECKING:
    from promulgate.revising import Revision
    from promulgate.settings import Settings


@click.command("revise")
@click.argument("policy")
@click.option("--from", "source", metavar="VERSION", help="Start from the words of this version. Default: the newest.")
@click.option("--effective", metavar="DATE", help="The day (or time) from which it binds, like 2027-01-01.")
@click.option("--material", is_flag=True, help="The change is one in substance: it needs notice.")
@as_of_option()
@click.option(
    "--letter", type=click.Path(dir_okay=False, path_type=Path), help="Write a pull request's title and words here."
)
@click.option("--branch", default="", help="The branch the letter's links lead to.")
def command(  # noqa: PLR0917 - one parameter per option
    policy: str,
    source: str | None,
    effective: str | None,
    material: bool,
    as_of: str | None,
    letter: Path | None,
    branch: str,
) -> int:
    """Prepare a new version of POLICY in every language: its number, its day, and the words to start from."""
    from promulgate.archive_reader import working_texts
    from promulgate.dates import format_date
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
    day = local_time(effective) if effective else None
    folders = tree.folders().get(policy, ())
    working = working_texts(tree, policy, settings)
    version = next(iter(working.values())).metadata.version if working else ""
    revision = plan_revision(
        *(policy, folders, version, settings, instant(as_of, settings)), source=source, effective=day, material=material
    )
    files = {}
    for language, sealed in revision.source.texts.items():
        own = working.get(language)
        same = own is not None and source is None and not revision.reopened
        path = f"{POLICIES}/{language}/{policy}.md"
        files[path] = revised_source(path, own.source if own is not None and same else sealed, revision)
    for path in write_files(root, files):
        click.echo(path)
    bound = revision.effective.instant(settings.time_zone)
    click.echo(
        f"ฉบับ {revision.version} มีผลใช้บังคับวันที่ {format_date(bound, 'th', settings.time_zone)}: "
        f"แก้ข้อความและเขียน summary ทุกภาษา แล้วสั่ง promulgate record\n"
        f"Version {revision.version}, effective {format_date(bound, 'en', settings.time_zone)}: edit the words, "
        f"write the summary in every language, then run promulgate record",
        err=True,
    )
    if letter is not None:
        _write_letter(letter, {path: files[path] for path in sorted(files)}, revision, settings, branch)
    return 0


def _write_letter(file: Path, files: Mapping[str, bytes], revision: Revision, settings: Settings, branch: str) -> None:
    from promulgate.commands.platform import editor
    from promulgate.dates import format_date
    from promulgate.errors import Bilingual
    from promulgate.markdown import read_text
    from promulgate.report.letter import letter
    from promulgate.workspace import write_files

    folders = {path.split("/")[1]: path for path in files}
    paths = {language: folders[language] for language in settings.languages if language in folders}
    titles = {
        language: read_text(revision.source.record.policy, language, path, files[path]).title
        for language, path in paths.items()
    }
    instant = revision.effective.instant(settings.time_zone)
    day = Bilingual(*(format_date(instant, language, settings.time_zone) for language in ("th", "en")))
    links = editor(os.environ, branch)
    words = letter(titles, revision.version, day, paths, material=revision.material, links=links)
    write_files(file.absolute().parent, {file.name: words.encode()})
