"""Names of files that leave the program."""

from __future__ import annotations

import pytest

from rakor_desktop.desk.file_names import safe_name


@pytest.mark.parametrize("sign", ["\u202e", "\u202d", "\u200f", "\u2066", "\u2069"])
def test_a_sign_that_turns_the_direction_of_writing_stays_out_of_a_file_name(sign: str) -> None:
    assert safe_name(f"Rapat{sign}xcod.exe") == "Rapat xcod.exe"


def test_letters_of_every_script_stay_in_a_file_name() -> None:
    name = "Rapat Kyai Ma\u2019ruf \u2013 \u0645\u062d\u0645\u062f"
    assert safe_name(name) == name
