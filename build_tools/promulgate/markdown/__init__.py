"""From the bytes of a policy source to a `Text`: one parse, by the engine that also renders what readers get."""

from promulgate.markdown.reader import read_text

__all__ = ["read_text"]
