"""How long the gate takes: `python -m benchmarks.gate`.

Texts are made from the corpus of the tests, end to end, so that they grow without repeating an id. Parsing is counted
apart: a text is parsed once, whoever asks.
"""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

from promulgate.markdown import read_text
from promulgate.model import Text
from promulgate.rules.registry import judge
from promulgate.rules.subject import Subject
from promulgate.settings import Settings
from tests.mutation.harness import CORPUS, NOW

FOLDERS = [CORPUS / name for name in ("terms-of-service", "employee-notice", "refund-policy", "loyalty-terms")]


def made(language: str, copies: int, name: str) -> Text:
    """A text of `copies` times the chosen texts of the corpus; `name` makes it one nobody has seen before."""
    parts = [_body(folder / f"{language}.md", copy) for copy in range(copies) for folder in FOLDERS]
    header = '---\nversion: "1.0"\neffective: 2027-01-01\nsummary: x\n---\n\n# Title\n\n'
    return read_text(name, language, f"policies/{language}/{name}.md", (header + "\n\n".join(parts)).encode())


def _body(path: Path, copy: int) -> str:
    body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1].split("\n# ", 1)[1].split("\n", 1)[1]
    body = re.sub(r"\{#", f"{{#{path.parent.name}-{copy}-", body)
    return re.sub(r"\[\^", f"[^{copy}-", re.sub(r"\d+\. (?=.* \{#)", "", body))


def subject(copies: int, name: str) -> Subject:
    """A policy of that size in Thai and English."""
    return Subject(name, {language: made(language, copies, name) for language in ("th", "en")}, Settings(), NOW)


def main() -> None:
    """Prints one line a measurement."""
    out = sys.stdout.write
    judge(subject(1, "warm"))
    for copies in (1, 2, 4, 8):
        start = time.perf_counter()
        policy = subject(copies, f"size-{copies}")
        read = time.perf_counter()
        judge(policy)
        end = time.perf_counter()
        words = len(policy.texts["en"].visible.split())
        out(f"{words:6} English words: read {1000 * (read - start):5.0f} ms, judged {1000 * (end - read):5.0f} ms\n")


if __name__ == "__main__":
    main()
