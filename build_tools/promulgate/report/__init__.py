"""Every output format is a function of a judgement."""

from __future__ import annotations

import importlib
from collections.abc import Callable

from promulgate.checking import Judgement

FORMATS = ("text", "github", "json", "sarif", "junit")


def renderer(output_format: str) -> Callable[[Judgement], str]:
    """The function that writes a judgement in one of FORMATS."""
    render: Callable[[Judgement], str] = importlib.import_module(f"promulgate.report.{output_format}_report").render
    return render
