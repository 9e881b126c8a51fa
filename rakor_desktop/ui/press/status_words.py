"""How the status of a release is said: the chip, and the line of a version."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rakor_desktop.archive import ReleaseVersion
    from rakor_desktop.desk.releases import Standing

STATUS: Final = {"draft": "Konsep", "checked": "Diperiksa", "approved": "Disetujui"}
TONES: Final = {"draft": "frame", "checked": "discussion", "approved": "decision"}
"""The colour family of each status."""
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")


def moment(at: datetime | None) -> str:
    """``22 Nov 10.42``, in the computer's own time; empty for none."""
    if at is None:
        return ""
    local = at.astimezone()
    return f"{local.day} {_MONTHS[local.month - 1]} {local.hour:02}.{local.minute:02}"


def chip_text(standing: Standing) -> str:
    """``Konsep``, ``Diperiksa oleh Aiptu Lispono · 22 Nov 10.42``, ``Konsep · berubah sejak diperiksa``."""
    name = STATUS[standing.status]
    if standing.status == "draft":
        return f"{name} · berubah sejak diperiksa" if standing.changed_since else name
    signed = f"{name} oleh {standing.who}" if standing.who else name
    parts = [signed, moment(standing.at)]
    return " · ".join(part for part in parts if part)


def chip_told(standing: Standing) -> str:
    """The whole story behind the chip, for its tooltip and for a screen reader."""
    lines = [chip_text(standing)]
    if standing.status == "draft" and standing.changed_since:
        lines.append(f"Diperiksa oleh {standing.who}, {moment(standing.at)}; sesudah itu kata-katanya berubah.")
    if standing.status == "approved":
        lines.append("Kata-kata yang disetujui tetap sampai dibuka kembali.")
    if standing.status == "approved" and standing.changed_since:
        lines.append("Data rapat berubah sejak disetujui; siaran pers belum mengikutinya.")
    if standing.note:
        lines.append(f"Catatan: {standing.note}")
    return "\n".join(lines)


def version_line(version: ReleaseVersion) -> str:
    """``Disetujui · 22 Nov 10.42 · Aiptu Lispono``."""
    parts = (STATUS[version.status], moment(version.at), version.who)
    return " · ".join(part for part in parts if part)
