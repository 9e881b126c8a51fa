"""Commands of the minutes become clauses of reported speech."""

from __future__ import annotations

import pytest

from rakor_desktop.bahasa.imperatives import active, as_clause, forbids, is_command


@pytest.mark.parametrize(
    ("command", "clause"),
    [
        ("tingkatkan", "meningkatkan"), ("pastikan", "memastikan"), ("siapkan", "menyiapkan"),
        ("kirimkan", "mengirimkan"),
        ("laksanakan", "melaksanakan"), ("hindari", "menghindari"), ("utamakan", "mengutamakan"), ("buat", "membuat"),
        ("jaga", "menjaga"), ("cek", "mengecek"), ("perkuat", "memperkuat"), ("perhatikan", "memperhatikan"),
        ("periksa", "memeriksa"), ("stabilkan", "menstabilkan"), ("klarifikasikan", "mengklarifikasikan"),
        ("terapkan", "menerapkan"), ("waspadai", "mewaspadai"), ("fokuskan", "memfokuskan"), ("catat", "mencatat"),
    ],
)  # fmt: skip
def test_the_prefix_melts_with_the_first_sound(command: str, clause: str) -> None:
    assert active(command) == clause
    assert is_command(f"{command} semua pos")


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        ("Jangan ada pungli di pos", "tidak ada pungli di pos"),
        ("jangan lengah dan jangan meninggalkan pos", "tidak lengah dan tidak meninggalkan pos"),
        ("tolong jaga kekompakan serta tingkatkan patroli", "menjaga kekompakan serta meningkatkan patroli"),
        ("Segera laksanakan apel", "segera melaksanakan apel"),
        ("jangan sampai terlambat", "tidak sampai terlambat"),
    ],
)
def test_whole_orders_are_turned(typed: str, clause: str) -> None:
    assert is_command(typed)
    assert as_clause(typed) == clause


@pytest.mark.parametrize(
    "text",
    [
        "masukan warga dicatat", "tindakan tegas diambil", "gerakan bersama", "polisi hadir", "kondisi aman", "segera",
        "Kami siap", "merupakan agenda tahunan", "", "bukan hal baru", "kebijakan pusat", "pertunjukan rakyat",
    ],
)  # fmt: skip
def test_other_words_are_no_commands(text: str) -> None:
    assert not is_command(text)


def test_what_forbids_is_told_apart() -> None:
    assert forbids("Jangan lengah")
    assert forbids("tolong jangan parkir di sini")
    assert not forbids("tingkatkan patroli")
