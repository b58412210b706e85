"""A site on a server of this machine, and a real Chromium to read it in: for tests and for pictures."""

from __future__ import annotations

import functools
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.site.host_rules import Rule, headers_for, rules_of


class _Host(SimpleHTTPRequestHandler):
    """Answers as a host of static sites does: with the headers the site's `_headers` asks for."""

    rules: tuple[Rule, ...] = ()
    site_path = "/"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass

    def end_headers(self) -> None:
        path = "/" + self.path.partition("?")[0].removeprefix(self.site_path)
        for name, value in headers_for(self.rules, path).items():
            self.send_header(name, value)
        super().end_headers()


@contextmanager
def served(site: Path, path: str = "") -> Iterator[str]:
    """The address of the folder `site` on a server of this machine, below `path` (`law/`)."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / (path.rstrip("/") or "site")).symlink_to(site, target_is_directory=True)
        shown = root if path else site
        rules = rules_of((site / "_headers").read_text(encoding="utf-8"))
        host = type("Host", (_Host,), {"rules": rules, "site_path": f"/{path}"})
        server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(host, directory=str(shown)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/{path}"
        finally:
            server.shutdown()
            server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine: the one `CHROMIUM` names, else the one that is found by name."""
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    assert program, "this needs Chromium (Debian: apt-get install chromium)"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield opened
        opened.close()
