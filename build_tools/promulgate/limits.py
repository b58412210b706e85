"""Stops work on one text that takes more time or memory than any policy needs, so that the others are still judged.

The bounds on a source keep almost everything out that could take long; this is the net below them. It costs a few
system calls in the normal case. Time is that of the processor, so that a busy machine gives the same verdict as an idle
one. Where the platform has no such limits (Windows), or outside a program's first thread, there are none.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from promulgate.errors import LimitError

SECONDS = 10.0
MEBIBYTES = 1024
_AGAIN = 1.0
"""Seconds after which a stop is asked for again, should a library have swallowed the first."""


class _TooMuch(BaseException):
    """Not an Exception, so that nothing on the way catches it by habit."""


@contextmanager
def limited(seconds: float = SECONDS, mebibytes: int = MEBIBYTES) -> Iterator[None]:
    """Run the block for at most so many seconds of processor time and so much more memory. Raises LimitError."""
    try:
        import resource
        import signal
    except ImportError:
        yield
        return
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    in_use = _memory_in_use()
    limits = [limit for limit in (soft, hard, in_use + mebibytes * 2**20) if limit != resource.RLIM_INFINITY]
    working = True

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - the platform's signature
        if working:
            raise _TooMuch

    handler = signal.signal(signal.SIGVTALRM, stop)
    try:
        if in_use:
            resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        yield
    except (_TooMuch, MemoryError) as error:
        raise LimitError(f"more than {seconds:.0f} seconds or {mebibytes} MiB") from error
    finally:
        working = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.signal(signal.SIGVTALRM, handler)


def _memory_in_use() -> int:
    """Bytes of address space the process has taken; 0 where the platform does not say."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0
    sizes = [line.split()[1] for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmSize:")]
    return int(sizes[0]) * 1024 if sizes else 0
