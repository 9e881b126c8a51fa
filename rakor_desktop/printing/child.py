"""Running a program of others within limits: a time, a way to call it off, and nothing of it left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import IO, Final

_WATCH: Final = 0.05
"""Seconds between two looks at a running program: a cancelled one ends within a blink."""
_LONGEST_OUTPUT: Final = 20_000
"""Characters of a program's output that are kept."""
_LAST_WAIT: Final = 5.0
"""Seconds that an ended program is given to leave."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended by itself: its exit code, and what it said on both outputs."""

    code: int
    output: str


class Interrupted(Exception):
    """The program was ended by us, with all that it had started; ``output`` is what it had said until then."""

    def __init__(self, output: str) -> None:
        super().__init__(output)
        self.output = output


class Overdue(Interrupted):
    """It did not end within its time."""


class CalledOff(Interrupted):
    """The user called it off."""


def run(
    command: Sequence[str],
    *,
    seconds: float,
    cancelled: Callable[[], bool],
    environ: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program without a window and wait for its end.

    Raises :class:`Overdue` after ``seconds``, :class:`CalledOff` when ``cancelled`` says so, and :class:`OSError`
    when the program cannot be started. In the first two cases its whole process tree has been ended.
    """
    # A file instead of a pipe: a grandchild that outlives the program would keep a pipe open, and us waiting.
    with tempfile.TemporaryFile() as said:
        process = _start(command, said, environ)
        end = monotonic() + seconds
        try:
            while True:
                try:
                    code = process.wait(_WATCH)
                    return Ended(code, _output(said))
                except subprocess.TimeoutExpired:
                    pass
                if cancelled():
                    raise CalledOff(_output(said))
                if monotonic() > end:
                    raise Overdue(_output(said))
        finally:
            if process.poll() is None:
                end_tree(process)


def end_tree(process: subprocess.Popen[bytes]) -> None:
    """End a program started by :func:`run` and everything that it started."""
    if sys.platform == "win32":
        _taskkill(["/PID", str(process.pid)])
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # it leads a group of its own
    try:
        process.wait(_LAST_WAIT)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(_LAST_WAIT)


def end_windows_program(pid: int, image: str) -> None:
    """End a Windows program by number, if the number still belongs to a program of that file name."""
    _taskkill(["/FI", f"PID eq {pid}", "/FI", f"IMAGENAME eq {image}"])


def _start(
    command: Sequence[str], said: IO[bytes], environ: Mapping[str, str] | None
) -> subprocess.Popen[bytes]:
    own = {**os.environ, **(environ or {})}
    if sys.platform == "win32":
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=own,
            creationflags=subprocess.CREATE_NO_WINDOW,
        )
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=said,
        stderr=subprocess.STDOUT,
        env=own,
        start_new_session=True,
    )


def _output(said: IO[bytes]) -> str:
    # The program shares the file's position: it is put back where the program writes on.
    here = said.seek(0, os.SEEK_CUR)
    said.seek(0)
    text = said.read(_LONGEST_OUTPUT).decode("utf-8", "replace")
    said.seek(here)
    return text


def _taskkill(choice: list[str]) -> None:
    if sys.platform == "win32":
        # When even this fails, process.kill() ends what is left.
        with suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(
                ["taskkill", "/F", "/T", *choice],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=_LAST_WAIT,
                check=False,
                creationflags=subprocess.CREATE_NO_WINDOW,
            )
