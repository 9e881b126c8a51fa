"""Every hostile or faulty template is refused or located, in one Indonesian line, within the engine's own limits."""

from __future__ import annotations

import time

import pytest
from hostile_templates import CASES, SECONDS, told


def test_there_are_templates_of_all_kinds() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_template_is_refused_or_located_in_time(name: str) -> None:
    build, code = CASES[name]
    data = build()
    start = time.thread_time()
    faults = told(data)
    seconds = time.thread_time() - start
    assert code in [fault.code for fault in faults], [str(each) for each in faults[:3]]
    assert all(fault.place and fault.message and "\n" not in str(fault) for fault in faults)
    assert any(fault.remedy for fault in faults)
    assert seconds < 2 * SECONDS  # the benchmark holds the engine to the limit itself; here only gross slips count
