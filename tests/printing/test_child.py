"""A program of others runs within limits, and nothing of it stays behind."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from rakor_desktop.printing import child

PYTHON = sys.executable


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def gone_soon(pid: int) -> bool:
    for _ in range(100):
        if not alive(pid):
            return True
        time.sleep(0.02)
    return False


def test_code_and_output_of_a_program_that_ends_are_told() -> None:
    command = [PYTHON, "-c", "import sys; print('halo'); print('aduh', file=sys.stderr); sys.exit(3)"]
    ended = child.run(command, seconds=20, cancelled=lambda: False)
    assert ended.code == 3
    assert sorted(ended.output.split()) == ["aduh", "halo"]


def test_a_program_that_is_not_there_cannot_be_started(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        child.run([str(tmp_path / "none")], seconds=5, cancelled=lambda: False)


@pytest.mark.skipif(sys.platform == "win32", reason="looks at processes the POSIX way")
def test_an_overdue_program_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    trace = tmp_path / "pids"
    text = (
        "import os, subprocess, sys, time; "
        "other = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(300)']); "
        f"open({str(trace)!r}, 'w').write(f'{{os.getpid()}} {{other.pid}}'); "
        "print('mulai', flush=True); time.sleep(300)"
    )
    with pytest.raises(child.Overdue) as caught:
        child.run([PYTHON, "-c", text], seconds=2, cancelled=lambda: False)
    assert caught.value.output.strip() == "mulai"
    pids = [int(pid) for pid in trace.read_text().split()]
    assert len(pids) == 2
    assert all(gone_soon(pid) for pid in pids)


def test_a_program_that_is_called_off_ends_at_once() -> None:
    asked: list[None] = []

    def cancelled() -> bool:
        asked.append(None)
        return len(asked) > 3

    with pytest.raises(child.CalledOff):
        child.run([PYTHON, "-c", "import time; time.sleep(300)"], seconds=200, cancelled=cancelled)


def test_a_program_that_outlives_its_own_child_is_not_waited_for_through_its_output() -> None:
    text = "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(3)'])"
    ended = child.run([PYTHON, "-c", text], seconds=60, cancelled=lambda: False)
    assert ended.code == 0


def test_values_for_the_program_reach_it_through_its_environment() -> None:
    command = [PYTHON, "-c", "import os; print(os.environ['RAKOR_UJI'])"]
    ended = child.run(command, seconds=20, cancelled=lambda: False, environ={"RAKOR_UJI": "a|b c"})
    assert ended.output.strip() == "a|b c"
