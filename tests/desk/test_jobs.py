from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rakor_desktop.desk.jobs import Jobs, JobToken
from rakor_desktop.errors import ExportError, RakorError


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    running = Jobs()
    yield running
    running.close()


class Ends:
    """What became of a job, and on which thread it was told."""

    def __init__(self) -> None:
        self.done: list[Any] = []
        self.failed: list[RakorError] = []
        self.threads: set[str] = set()

    def on_done(self, value: Any) -> None:
        self.done.append(value)
        self.threads.add(threading.current_thread().name)

    def on_failed(self, error: RakorError) -> None:
        self.failed.append(error)
        self.threads.add(threading.current_thread().name)


def test_a_job_works_off_the_ui_thread_and_lands_on_it(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()
    with qtbot.waitSignals([jobs.started, jobs.finished]):
        jobs.run("Membuat notula", lambda token: threading.current_thread().name, ends.on_done, ends.on_failed)
        assert jobs.busy
    assert ends.done[0].startswith("rakor-job")
    assert ends.threads == {"MainThread"}
    assert not jobs.busy


def test_a_known_error_goes_to_failed(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()

    def work(token: JobToken) -> None:
        raise ExportError("locked", "Berkas sedang dibuka di Word.")

    with qtbot.waitSignal(jobs.finished):
        jobs.run("Membuat notula", work, ends.on_done, ends.on_failed)
    assert ([error.code for error in ends.failed], ends.done) == (["locked"], [])


def test_a_mistake_of_the_program_comes_with_its_traceback(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()
    with qtbot.waitSignal(jobs.bug) as bug:
        jobs.run("Membuat notula", lambda token: 1 // 0, ends.on_done, ends.on_failed)
    assert bug.args is not None
    assert "ZeroDivisionError" in bug.args[0]
    assert "test_jobs.py" in bug.args[0]
    assert (ends.done, ends.failed) == ([], [])
    with qtbot.waitSignal(jobs.finished):
        jobs.run("Lagi", lambda token: "sehat", ends.on_done, ends.on_failed)
    assert ends.done == ["sehat"]


def test_progress_is_told_but_not_more_often_than_anybody_can_see(jobs: Jobs, qtbot: QtBot) -> None:
    told: list[tuple[int, float, str]] = []
    jobs.progressed.connect(lambda *report: told.append(report))

    def work(token: JobToken) -> None:
        for step in range(10_001):
            token.progress(step / 10_000, f"baris {step}")

    with qtbot.waitSignal(jobs.finished):
        number = jobs.run("Membuat daftar", work, lambda _: None, lambda _: None)
    assert told[-1] == (number, 1.0, "baris 10000")
    assert len(told) < 100


def test_a_job_that_is_called_off_stops_and_reports_no_result(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()
    began = threading.Event()

    def work(token: JobToken) -> str:
        began.set()
        while True:
            token.check()

    number = jobs.run("Membuat notula", work, ends.on_done, ends.on_failed)
    qtbot.waitUntil(began.is_set)
    with qtbot.waitSignal(jobs.finished):
        jobs.cancel(number)
    assert (ends.done, ends.failed) == ([], [])


def test_a_result_that_comes_after_cancelling_is_thrown_away(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()
    go = threading.Event()
    number = jobs.run("Membuat notula", lambda token: go.wait(10), ends.on_done, ends.on_failed)
    jobs.cancel(number)
    jobs.cancel(999)
    with qtbot.waitSignal(jobs.finished):
        go.set()
    assert ends.done == []


def test_jobs_run_one_after_another_in_their_order(jobs: Jobs, qtbot: QtBot) -> None:
    ends = Ends()
    for number in range(5):
        jobs.run("Membuat", lambda token, number=number: number, ends.on_done, ends.on_failed)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert ends.done == [0, 1, 2, 3, 4]


def test_closing_calls_everything_off(qtbot: QtBot) -> None:
    jobs = Jobs()
    ends = Ends()

    def work(token: JobToken) -> None:
        while not token.cancelled:
            pass

    jobs.run("Panjang", work, ends.on_done, ends.on_failed)
    jobs.run("Menunggu", work, ends.on_done, ends.on_failed)
    jobs.close()
    qtbot.wait(20)
    assert (ends.done, ends.failed, jobs.busy) == ([], [], False)
