"""`promulgate serve`."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("serve")
def command() -> int:
    """Show the site with drafts on this machine, built again on every change. Stop with Ctrl-C."""
    from promulgate.gitstore import open_store
    from promulgate.plugin import serve_site
    from promulgate.publication import refuse_unsafe_settings
    from promulgate.settings import SETTINGS_FILE

    root = open_store(Path.cwd()).root
    refuse_unsafe_settings(root)
    serve_site(root / SETTINGS_FILE)
    return 0
