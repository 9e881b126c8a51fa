"""The whole package of a meeting in one folder: minutes, attendance list, releases, report, draft mail, photos.

It is built in a folder of its own and put in its place at the end: a package is there whole or not at all, and what
lay there before is never touched.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from rakor_desktop.catalog import Catalog
from rakor_desktop.compose.press import final_draft, style_of
from rakor_desktop.compose.source import Source
from rakor_desktop.desk.documents import DOCUMENTS, PhotoSource, document_bytes, document_title, styles_of
from rakor_desktop.desk.file_names import meeting_folder, safe_name
from rakor_desktop.desk.press_out.release import mail_of, page_of
from rakor_desktop.desk.press_out.web_photos import PHOTO_FOLDER, OutgoingPhoto, outgoing_photos
from rakor_desktop.domain.meeting import Bundle, Meeting
from rakor_desktop.domain.release import ReleaseText
from rakor_desktop.errors import ExportError

RELEASE: Final = "siaran-pers"
MAIL: Final = "surel"
PHOTOS: Final = "foto"
PUBLIC: Final = (RELEASE, MAIL, PHOTOS)
"""What is for the public: left out of the package of a classified meeting until somebody has confirmed it."""

_USUAL: Final = ("notula", "daftar-hadir", "laporan-whatsapp")
_OWN: Final = tuple(sorted((name for name in DOCUMENTS if name != RELEASE), key=lambda name: name not in _USUAL))
_FORMS: Final[Mapping[str, tuple[str, ...]]] = {"laporan-whatsapp": (".txt",), RELEASE: (".docx", ".html", ".txt")}
_LONGEST: Final = 84
_MOST_NUMBERED: Final = 1000
_TEMPORARY: Final = ".~paket-"
_TRIES, _PAUSE = 25, 0.1


@dataclass(frozen=True)
class Order:
    """What goes into a package.

    ``wanted`` holds the keys of :func:`pieces_of`; ``templates`` the template chosen per document; ``approved`` the
    words of approved releases by style.
    """

    bundle: Bundle
    catalog: Catalog
    photos: PhotoSource
    wanted: tuple[str, ...]
    templates: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    approved: Mapping[str, ReleaseText] = field(default_factory=lambda: MappingProxyType({}))


class Piece(NamedTuple):
    """One thing that a package can hold: its key, its Indonesian title, the endings of its files."""

    key: str
    title: str
    endings: str

    @property
    def public(self) -> bool:
        """Whether it is made for the public."""
        return self.key.split("/", 1)[0] in PUBLIC


class Package(NamedTuple):
    """A package that was made: its folder, the files in it, and what had to be left out.

    ``lost`` counts public photos that were not to be found; ``empty`` says that there was no release to write, as
    nothing is known of the meeting that could stand in one.
    """

    folder: Path
    files: tuple[str, ...]
    lost: int = 0
    empty: bool = False


def pieces_of(catalog: Catalog) -> tuple[Piece, ...]:
    """All that can be in a package, in the order in which it is offered."""
    return (
        *(Piece(name, document_title(name), ", ".join(_forms(name))) for name in _OWN),
        *(
            Piece(f"{RELEASE}/{style.name}", style.title, ", ".join(_FORMS[RELEASE]))
            for style in styles_of(RELEASE, catalog)
        ),
        Piece(MAIL, "Draf surel siaran pers", ".eml"),
        Piece(PHOTOS, "Foto untuk umum", ".jpg"),
    )


def check_pieces(wanted: tuple[str, ...], catalog: Catalog) -> None:
    """Raises :class:`ExportError` for a key that names nothing, such as a style that is not there."""
    known = [piece.key for piece in pieces_of(catalog)]
    for key in wanted:
        if key not in known:
            styles = ", ".join(k.partition("/")[2] for k in known if k.startswith(f"{RELEASE}/"))
            raise ExportError(
                "package.unknown", f'Isi paket "{key}" tidak dikenal; gaya siaran yang ada: {styles}.', key=key
            )


def usual_pieces(bundle: Bundle, catalog: Catalog) -> tuple[str, ...]:
    """What goes into a package when nobody has chosen yet: with the release in the style of the meeting."""
    return (*_USUAL, f"{RELEASE}/{release_style(bundle, catalog)}", MAIL, PHOTOS)


def release_style(bundle: Bundle, catalog: Catalog) -> str:
    """The style in which the meeting's release is written."""
    return style_of(Source(bundle, catalog)).name


def package_folder(root: Path, meeting: Meeting) -> Path:
    """``<root>/2024-08-15 Rakor lintas sektoral (paket)``, numbered where that is there already."""
    plain = f"{meeting_folder(root, meeting).name} (paket"
    for number in range(1, _MOST_NUMBERED):
        folder = root / (f"{plain})" if number == 1 else f"{plain} {number})")
        if not folder.exists():
            return folder
    raise ExportError("package.full", f'Sudah terlalu banyak paket di "{root}": pindahkan yang lama.')


def make_package(
    order: Order,
    root: Path,
    *,
    progress: Callable[[float, str], None] = lambda _fraction, _text: None,
    check: Callable[[], None] = lambda: None,
) -> Package:
    """Make the package in a new folder under ``root``.

    ``check`` is called before every file and leaves by raising; then, as after any error, nothing new lies under
    ``root``. Raises :class:`ExportError` and :class:`~rakor_desktop.errors.PhotoError`.
    """
    check_pieces(order.wanted, order.catalog)
    if not order.wanted:
        raise ExportError("package.empty", "Paket belum berisi apa pun: centang paling sedikit satu dokumen.")
    building = root / f"{_TEMPORARY}{secrets.token_hex(6)}"
    names: list[str] = []
    try:
        building.mkdir(parents=True)
        work = _Work(order, progress, check)
        for name, data in work.files():
            _put(building / name, data)
            names.append(name)
        check()
        if not names:
            missing = "siaran persnya masih kosong" if work.empty else "tidak ada foto untuk umum"
            raise ExportError("package.empty", f"Paket belum berisi apa pun: {missing}.")
        progress(1.0, "Memindahkan paket")
        return Package(_placed(building, root, order.bundle.meeting), tuple(names), work.lost, work.empty)
    except OSError as error:
        reason = "tidak ada izin menulis" if isinstance(error, PermissionError) else "tidak dapat ditulisi"
        raise ExportError("package.folder", f'Folder "{root}" {reason}: pilih folder lain untuk paket.') from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


class _Work:
    """The files of one order, one after another."""

    def __init__(self, order: Order, progress: Callable[[float, str], None], check: Callable[[], None]) -> None:
        self._order = order
        self._progress = progress
        self._check = check
        self._styles = [key.split("/", 1)[1] for key in order.wanted if key.startswith(f"{RELEASE}/")]
        self._steps = 1 + sum(len(_forms(key)) for key in order.wanted)
        self._step = 0
        self._word: dict[str, bytes] = {}
        self._photos: tuple[OutgoingPhoto | None, ...] = ()
        self.empty = False

    @property
    def lost(self) -> int:
        """Public photos whose picture is not to be found."""
        return self._photos.count(None)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Relative names and contents, in the order in which they are made."""
        order = self._order
        self._begin("Foto")
        public = any(key.split("/", 1)[0] in PUBLIC for key in order.wanted)
        self._photos = outgoing_photos(order.bundle.meeting, order.photos, self._check) if public else ()
        for document in _OWN:
            for ending in _forms(document) if document in order.wanted else ():
                self._begin(document_title(document))
                yield self._name(document_title(document), ending), self._document(document, ending)
        released = bool(self._styles) or MAIL in order.wanted
        self.empty = released and not self._has_words()
        for style in self._styles if not self.empty else ():
            for ending in _FORMS[RELEASE]:
                self._begin(f"Siaran pers {style}")
                yield self._name(f"Siaran pers {style}", ending), self._release(style, ending)
        if MAIL in order.wanted and not self.empty:
            self._begin("Draf surel")
            yield self._name("Surel siaran pers", ".eml"), self._mail()
        for photo in self._photos if PHOTOS in order.wanted else ():
            if photo is not None:
                self._check()
                yield f"{PHOTO_FOLDER}/{photo.file_name}", photo.data

    def _has_words(self) -> bool:
        return bool(final_draft(self._source(release_style(self._order.bundle, self._order.catalog))).body)

    def _begin(self, text: str) -> None:
        self._check()
        self._progress(self._step / self._steps, text)
        self._step += 1

    def _name(self, title: str, ending: str) -> str:
        return f"{safe_name(f'{title} {self._order.bundle.meeting.title}'.strip(), _LONGEST)}{ending}"

    def _document(self, document: str, ending: str) -> bytes:
        order = self._order
        return document_bytes(
            order.bundle, document, ending, catalog=order.catalog, photos=order.photos,
            template=order.templates.get(document),
        )  # fmt: skip

    def _release(self, style: str, ending: str) -> bytes:
        order = self._order
        if ending == ".html":
            return page_of(self._source(style), self._photos, beside=PHOTOS in order.wanted)
        if ending == ".docx" and style in self._word:
            return self._word[style]
        made = document_bytes(
            order.bundle, RELEASE, ending, catalog=order.catalog, photos=self._photo,
            template=order.templates.get(RELEASE), style=style, fixed=order.approved.get(style),
        )  # fmt: skip
        if ending == ".docx":
            self._word[style] = made
        return made

    def _mail(self) -> bytes:
        order = self._order
        own = release_style(order.bundle, order.catalog)
        style = own if own in self._styles or not self._styles else self._styles[0]
        name = self._name(f"Siaran pers {style}", ".docx")
        return mail_of(self._source(style), self._release(style, ".docx"), name, self._photos)

    def _source(self, style: str) -> Source:
        order = self._order
        return Source(order.bundle, order.catalog, style=style, fixed=order.approved.get(style))

    def _photo(self, content_hash: str) -> bytes | None:
        """Into a release goes the photo as it leaves the house; the letterhead's emblem is no photo."""
        public = [photo for photo in self._order.bundle.meeting.photos if photo.public]
        found: OutgoingPhoto | None = next(
            (made for photo, made in zip(public, self._photos, strict=True) if photo.content_hash == content_hash), None
        )
        return found.data if found else self._order.photos(content_hash)


def _forms(key: str) -> tuple[str, ...]:
    return _FORMS.get(key.split("/", 1)[0], (".docx",))


def _put(target: Path, data: bytes) -> None:
    from rakor_desktop import word

    target.parent.mkdir(exist_ok=True)
    try:
        word.save(target, data)
    except word.SaveError as error:
        raise ExportError(error.code, str(error)) from error


def _placed(building: Path, root: Path, meeting: Meeting) -> Path:
    """The folder at its place. A scanner may hold a new file for a moment on Windows; so it is tried again."""
    for last in range(_TRIES):
        target = package_folder(root, meeting)
        try:
            os.rename(building, target)
        except OSError:
            if last == _TRIES - 1:
                raise
            time.sleep(_PAUSE)
        else:
            return target
    raise AssertionError("unreachable")
