"""Stops work on one text that takes more time or memory than any policy needs, so that the others are still judged.

The bounds on a source keep almost everything out that could take long; this is the net below them. It costs a few
system calls in the normal case. Time is that of the processor, so that a busy machine gives the same verdict as an idle
one. Where the platform has no such limits (Windows), or outside a program's first thread, there are none.

A library in another language may end the whole process when memory runs out (nh3 does), or when it runs out of stack.
So the work is done in a child process, which costs a few milliseconds. Only when that child came to no good end is the
work done again, each text tried out in a child of its own before it is read here.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import FrameType
from typing import TypeVar

from promulgate.errors import LimitError

Result = TypeVar("Result")
Guard = Callable[[], AbstractContextManager[None]]

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


def surviving(work: Callable[[Guard, int], Result]) -> Result:
    """What `work` gives; it is told the guard to put around each text, and how many processes it may use.

    Whatever its texts make the libraries do, this process goes on. Raises what `work` raises.
    """
    if not can_be_copied():
        return work(limited, os.cpu_count() or 1)
    done = _in_a_child(lambda: work(limited, os.cpu_count() or 1))
    return work(_tried_out, 1) if done is None else done[0]


def _in_a_child(work: Callable[[], Result]) -> tuple[Result] | None:
    """What `work` gives in a child process; None when it raised an error or the child was ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        failed = True
        try:
            os.close(reader)
            with os.fdopen(writer, "wb") as stream:
                pickle.dump(work(), stream)
            failed = False
        finally:
            os._exit(failed)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        answer = stream.read()
    return (pickle.loads(answer),) if os.waitpid(child, 0)[1] == 0 else None  # noqa: S301 - from our own child


@contextmanager
def _tried_out() -> Iterator[None]:
    """`limited`, after a child process has run the block and lived. Raises LimitError when it did not."""
    child = os.fork()
    if not child:
        try:
            with limited():
                yield
        finally:
            os._exit(0)
    if os.WIFSIGNALED(os.waitpid(child, 0)[1]):
        raise LimitError("a library ended the process")
    with limited():
        yield


def can_be_copied() -> bool:
    """Whether a child process can be a true copy of this one: other threads are not copied."""
    return hasattr(os, "fork") and _of_this_process("Threads") == 1


def _memory_in_use() -> int:
    """Bytes of address space the process has taken; 0 where the platform does not say."""
    return _of_this_process("VmSize") * 1024


def _of_this_process(name: str) -> int:
    """A number the kernel tells of this process; 0 where it tells none."""
    status = Path("/proc/self/status")
    lines = status.read_text(encoding="ascii").splitlines() if status.is_file() else []
    return next((int(line.split()[1]) for line in lines if line.startswith(f"{name}:")), 0)
