"""Made-up templates, right, wrong and damaged: each is filled whole or refused in words.

``benchmarks/fuzz_templates.py`` looks for longer.
"""

from __future__ import annotations

from fuzzing import BITS, Choices, examine, examine_text, template, values
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from word_samples import Rapat

NUMBERS = st.lists(st.integers(0, 65_535), max_size=120)


def choices_of(numbers: list[int]) -> Choices:
    rest = iter(numbers)
    return Choices(lambda below: next(rest, 0) % below)


@settings(max_examples=300, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(NUMBERS)
def test_any_template_is_filled_whole_or_refused_in_words(numbers: list[int]) -> None:
    choices = choices_of(numbers)
    examine(template(choices), values(choices))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from([*BITS, "judul", "if ", "for h in hadirin", "endif", "endfor", "\n", "|upper"])))
def test_any_text_template_is_filled_or_refused_in_words(bits: list[str]) -> None:
    examine_text("".join(bits), Rapat("Rapat"))
