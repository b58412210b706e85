"""`promulgate new`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click


@click.command("new")
@click.argument("policy")
@click.option("--effective", metavar="DATE", help="The day (or time) from which it binds. Default: tomorrow.")
def command(policy: str, effective: str | None) -> int:
    """Start POLICY in every language of the site, from a template."""
    from promulgate.commands.options import local_time, tomorrow
    from promulgate.gitstore import open_store
    from promulgate.settings import SETTINGS_FILE, read_settings
    from promulgate.starting import policy_files
    from promulgate.workspace import read_tree, write_files

    root = open_store(Path.cwd()).root
    tree = read_tree(root)
    settings = read_settings(tree.files.get(SETTINGS_FILE))
    day = local_time(effective) if effective else tomorrow(datetime.now(UTC), settings)
    for path in write_files(root, policy_files(policy, tree, settings, day)):
        click.echo(path)
    click.echo(
        "เขียนชื่อ ข้อความ และ summary ทุกภาษา แล้วสั่ง promulgate check และ promulgate record\n"
        "Write title, text and summary in every language, then run promulgate check and promulgate record.",
        err=True,
    )
    return 0
