"""The release and the report on the clipboard, in the form that the place they go to takes best."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rakor_desktop.errors import RakorError
from rakor_desktop.ui.message_bar import MessageBar
from rakor_desktop.ui.parts import Parts
from rakor_desktop.ui.toast import Toast


class Copying(QObject):
    """Copies what the meeting on the desk tells others."""

    def __init__(self, parts: Parts, toast: Toast, bar: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._toast = toast
        self._bar = bar

    def for_portal(self) -> None:
        """The release as rich text without styles, for a portal's editor, and as plain text beside it."""
        from rakor_desktop.compose.source import Source
        from rakor_desktop.desk.press_out.release import portal_text

        parts = self._parts
        if self._may_go_out():
            text = portal_text(Source(parts.desk.bundle, parts.catalog), parts.releases.draft)
            data = QMimeData()
            data.setHtml(text.html)
            data.setText(text.text)
            QGuiApplication.clipboard().setMimeData(data)
            self._toast.say("Siaran pers tersalin untuk portal: tempel di penyunting beritanya")

    def for_whatsapp(self) -> None:
        """The release as a WhatsApp message with a bold headline."""
        from rakor_desktop.compose.source import Source
        from rakor_desktop.desk.press_out.release import message_of

        parts = self._parts
        if self._may_go_out():
            text = message_of(Source(parts.desk.bundle, parts.catalog), parts.releases.draft)
            QGuiApplication.clipboard().setText(text)
            self._toast.say("Siaran pers tersalin untuk WhatsApp")

    def report(self) -> None:
        """The chief's report, the very text that an export would write."""
        from rakor_desktop.desk.documents import document_bytes

        parts = self._parts
        try:
            data = document_bytes(parts.desk.bundle, "laporan-whatsapp", ".txt", catalog=parts.catalog)
        except RakorError as error:
            self._bar.say(error.message)
            return
        QGuiApplication.clipboard().setText(data.decode("utf-8").strip())
        self._toast.say("Laporan tersalin untuk WhatsApp")

    def _may_go_out(self) -> bool:
        from rakor_desktop.desk.documents import check_may_go_out

        confirmation = self._parts.releases.confirmation
        try:
            check_may_go_out(self._parts.desk.meeting, "siaran-pers", confirmation.who if confirmation else "")
        except RakorError as error:
            self._bar.say(f"{error.message} Pastikan dahulu di halaman Siaran pers.")
            return False
        draft = self._parts.releases.draft
        if not draft.headline and not any(paragraph.text for paragraph in draft.paragraphs):
            self._bar.say("Siaran persnya masih kosong; tidak ada yang disalin. Pilih dahulu apa yang boleh dirilis.")
            return False
        return True
