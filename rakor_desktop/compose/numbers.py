"""Official numbers of letters: the one given, or the office's pattern with blanks where nobody knows yet.

Order of the pieces as offices write them: jenis or klasifikasi / urut / bulan Romawi / KKA / tahun / satker, as in
``B/ND-01/I/LOG.3.16./2024/Baglog``; drafts leave the sequence blank: ``B/   /IV/OPS.1.2.3./2022`` (sumber: nomor pada
surat yang terbit; keyakinan tinggi untuk urutannya, sedang untuk jarak kosongnya).
"""

from __future__ import annotations

import datetime as dt
import re

from rakor_desktop.bahasa.numerals import roman
from rakor_desktop.domain.meeting import Meeting
from rakor_desktop.domain.office import Office

BLANK = "\N{NO-BREAK SPACE}" * 6
"""Room for a figure that is written in by hand."""
KINDS = {"undangan": "Und", "laporan-hasil": "Lap", "notula": "Not", "petikan-arahan": "Not", "tindak-lanjut": "Not"}
"""What {jenis} stands for (mengikuti kebiasaan; keyakinan sedang)."""

SRIKANDI_NUMBER, SRIKANDI_DATE, SRIKANDI_SIGN = "${nomor_naskah}", "${tanggal_naskah}", "${ttd_pengirim}"
"""Fields that SRIKANDI fills in (keyakinan tinggi untuk nomor dan tanggal, sedang untuk tanda tangan; belum
diverifikasi)."""

_PLACE = re.compile(r"\{(\w*)\}")


def number_or_draft(meeting: Meeting, office: Office, document: str, day: dt.date | None = None) -> str:
    """The document's number; without one the office's pattern filled as far as it is known; empty without a pattern.

    ``day`` is the day of the document itself. While it is not known the month stays blank, and so does the year of a
    meeting near the turn of a year.
    """
    given = meeting.numbers.get(document, "")
    if not given and office.switches.srikandi:
        return SRIKANDI_NUMBER
    if given or not office.number_pattern.strip():
        return given
    return draft_number(office.number_pattern, document, meeting, day)


def draft_number(pattern: str, document: str, meeting: Meeting, day: dt.date | None) -> str:
    """A pattern such as ``B/{urut}/{bulan}/{kka}/{tahun}/{satker}`` with what is known put in.

    A pattern that begins with the code of ordinary papers (``B/``) takes the meeting's own code. Places that the
    program does not know stay blank like the others.
    """
    if pattern.startswith("B/"):
        pattern = "{klasifikasi}" + pattern[1:]
    held = day or meeting.held.date
    sure_year = held is not None and (day is not None or 1 < held.month < 12)
    known = {
        "klasifikasi": meeting.classification,
        "jenis": KINDS.get(document, ""),
        "bulan": roman(day.month) if day else "",
        "tahun": str(held.year) if held and sure_year else "",
    }
    return _PLACE.sub(lambda found: known.get(found[1].casefold(), "") or BLANK, pattern)
