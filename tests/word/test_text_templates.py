"""Plain text templates: the same language, the same strictness."""

from __future__ import annotations

from pathlib import Path

import pytest
from word_samples import Orang, Rapat

from rakor_desktop.word import TemplateError, TextTemplate

REPORT = """*{{ judul|upper }}*

{% for h in hadirin %}
{{ loop.index }}. {{ h.pangkat }} {{ h.nama }}
  {% if not h.hadir %}
   (berhalangan)
  {% endif %}
{% endfor %}
{# tidak tercetak #}
Dumai, {% if catatan %}{{ catatan }}{% else %}-{% endif %}

"""


def test_lines_that_hold_only_a_statement_leave_no_empty_line(tmp_path: Path) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text("\ufeff" + REPORT.replace("\n", "\r\n"), encoding="utf-8", newline="")
    template = TextTemplate.open(path)
    assert template.check(Rapat) == ()
    values = Rapat("Rapat <A> & B", (Orang("AKP", "A"), Orang("Iptu", "B\x0bC", hadir=False)))
    expected = "*RAPAT <A> & B*\n\n1. AKP A\n2. Iptu B\nC\n   (berhalangan)\nDumai, -\n"
    assert template.render(values) == expected


def test_mappings_fill_text_templates_too() -> None:
    assert TextTemplate.from_text("{{ a.b }} {_{").render({"a": {"b": 3}}) == "3 {{"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{{ b", "Baris 2: "),
        ("a\n\n{% if b %}x", "Baris 3: "),
        ("a\n{{ b|zzz }}\n", "Baris 2: "),
        ("a\nb }}", "Baris 2: "),
    ],
)
def test_faults_are_told_with_their_line(text: str, line: str) -> None:
    with pytest.raises(TemplateError) as caught:
        TextTemplate.from_text(text)
    assert str(caught.value.faults[0]).startswith(line)


def test_a_name_unknown_to_the_values_or_the_types_is_told_with_its_line() -> None:
    template = TextTemplate.from_text("a\n{{ jdul }}")
    assert str(template.check(Rapat)[0]) == 'Baris 2: isian "jdul" tidak dikenal; maksud Anda "judul"?'
    with pytest.raises(TemplateError, match="Baris 2"):
        template.render(Rapat("x"))


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TemplateError, match="UTF-8"):
        TextTemplate.open(path)
