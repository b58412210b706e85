"""The redline: what changed between two texts of one language, told in sections, blocks and words."""

from promulgate.redline.compare import compare
from promulgate.redline.model import Redline, SectionChange, change_kind
from promulgate.redline.restore import accept, reject

__all__ = ["Redline", "SectionChange", "accept", "change_kind", "compare", "reject"]
