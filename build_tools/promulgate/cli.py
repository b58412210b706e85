"""The command line: knows the names of the commands and imports one only when it is used."""

from __future__ import annotations

import errno
import importlib
import os
import sys

import click

from promulgate import __version__
from promulgate.errors import PromulgateError

COMMANDS = {
    "check": "Check that all languages of every policy agree, and that records are up to date.",
    "record": "Write the record of each policy's version: sealed texts, data, changelog.",
    "fix": "Mend what has one right answer in the working texts: encoding, line ends, lists.",
    "revise": "Prepare a new version of a policy in every language.",
    "diff": "Show what changed between two versions, or two files.",
    "log": "List the versions of the policies and when each binds.",
    "build": "Build the site from the committed policies.",
    "verify": "Prove that every version is what was recorded, and is published as such.",
    "serve": "Show the site with drafts, rebuilt on every change.",
    "new": "Start a policy in every language, from a template.",
    "init": "Make a folder a repository of policies, with an example.",
}
"""In the order of the help, with the line the help shows."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Errors in the middle of a write, which name no file."""


class _LazyGroup(click.Group):
    """Lists the commands from COMMANDS, so that help and completion import none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the framework's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"promulgate.commands.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="promulgate")
def cli() -> None:
    """Publish policies from git: in every language, from the day each version binds.

    Exit status: 0 fine, 1 findings, 2 could not run.
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the command line and return its exit status. Errors of ours become one sentence on standard error."""
    try:
        status = cli.main(arguments, prog_name="promulgate", standalone_mode=False)
    except PromulgateError as error:
        click.echo(f"promulgate: {error}", err=True)
        return error.exit_status
    except OSError as error:
        # The machine's fault, not a bug: no right to write there, no such folder, a full disk.
        if error.filename is None and error.errno not in _FULL:
            raise
        place = f"{os.fsdecode(error.filename)}: " if error.filename is not None else ""
        click.echo(f"promulgate: {place}{error.strerror}", err=True)
        return 2
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("promulgate: stopped", err=True)
        return 2
    return status if isinstance(status, int) else 0


def main() -> None:
    """Entry point of the installed command."""
    os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        status = run()
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe went away: nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)
