"""Coverage-guided fuzzing of reading and judging a text (`make fuzz`): only our own errors, never a traceback.

`python -m tests.fuzz.fuzz_texts CORPUS -max_total_time=300 -timeout=10 -rss_limit_mb=1024`
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["promulgate", "markdown"]):
    from promulgate.errors import PromulgateError
    from promulgate.fixing import fix_source
    from promulgate.markdown import read_text
    from promulgate.rules.registry import judge
    from promulgate.rules.subject import Subject
    from promulgate.settings import Settings
    from promulgate.visibility import lost_words
    from tests.subjects import NOW, source

PATH = "policies/en/privacy.md"


def one(data: bytes) -> None:
    """Read, judge and mend one source: a whole file if it starts like one, else a body."""
    contents = data if data.startswith(b"---") else source("en", data.decode("utf-8", "replace"))
    with suppress(PromulgateError):
        text = read_text("privacy", "en", PATH, contents)
        lost_words(text)
        judge(Subject(policy="privacy", texts={"en": text}, settings=Settings(("en",), "en"), now=NOW))
    fixed, _ = fix_source("privacy", "en", PATH, contents)
    if fix_source("privacy", "en", PATH, fixed)[0] != fixed:
        raise AssertionError("fixing twice is not fixing once")


def seeds(folder: Path) -> None:
    """The losses and pathological inputs of the other tests, as a first corpus."""
    from tests.test_bounds import HOSTILE
    from tests.test_losses import LOST

    folder.mkdir(parents=True, exist_ok=True)
    for number, case in enumerate([*LOST, *HOSTILE]):
        (folder / f"seed-{number}").write_bytes(case[1].encode()[:4096])


if __name__ == "__main__":
    seeds(Path(sys.argv[1]))
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
