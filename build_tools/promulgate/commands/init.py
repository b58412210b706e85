"""`promulgate init`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from promulgate import __version__
from promulgate.errors import UsageError


@click.command("init")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--tool",
    metavar="REQUIREMENT",
    help="What the workflows install, as pip understands it. Default: this version, from where it was installed.",
)
def command(folder: Path, tool: str | None) -> int:
    """Make DIR a repository of policies: settings, workflows, and an example in two languages that is recorded."""
    from promulgate.commands.options import today
    from promulgate.recording import records_to_write
    from promulgate.settings import read_settings
    from promulgate.starting import repository_files, repository_settings, requirement
    from promulgate.tree import Tree
    from promulgate.workspace import existing_files, write_files

    settings = read_settings(repository_settings())
    files = repository_files(today(datetime.now(UTC), settings), tool or requirement(__version__, _direct_url()))
    files |= records_to_write(Tree(files), None, settings)
    root = folder.absolute()
    there = existing_files(root, files)
    if there:
        raise UsageError(f"{folder} has files of these names already: {', '.join(there)}. Name an empty folder.")
    for path in write_files(root, files):
        click.echo(path)
    click.echo(
        f"ต่อไป · Next: cd {folder} && git init --initial-branch=main && git add --all && git commit -m 'Policies'\n"
        "แล้วอ่าน README.md · then read README.md",
        err=True,
    )
    return 0


def _direct_url() -> str | None:
    """What pip noted about where this program came from; None if it noted nothing, or did not install it."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return distribution("promulgate").read_text("direct_url.json")
    except PackageNotFoundError:
        return None
