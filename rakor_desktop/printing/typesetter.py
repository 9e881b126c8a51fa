"""Which program sets the pages, and the pages that it set, kept as long as they are likely to be asked for."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, Protocol

from rakor_desktop.errors import PrintError

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT_SECONDS: Final = 60.0
"""A program that has not set a document within this time hangs."""
_MANY_SECONDS: Final = 3.0
"""What each further document of one run may take beyond that."""
_KEPT_BYTES: Final = 32_000_000
"""PDF files kept in memory; a notula has some 60 kB, one with 40 photos some 10 MB."""
_PREFIX: Final = "rakor-cetak-"
_STALE_SECONDS: Final = 86_400.0


class Engine(Protocol):
    """A program that sets the pages of Word documents."""

    @property
    def name(self) -> str:
        """What the user reads: ``LibreOffice 7.4``."""

    def convert(
        self, sources: Sequence[Path], folder: Path, *, seconds: float, cancelled: Callable[[], bool]
    ) -> None:
        """Make ``<stem>.pdf`` in ``folder`` of each Word file. Raises :class:`PrintError`; nothing keeps running."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """The pages of a document.

    ``pdf`` is the file, ``engine`` the name of the program that set it; ``remark`` is a sentence for the user when
    it is not the one that should have done it.
    """

    pdf: bytes
    engine: str
    remark: str = ""


def find_engines() -> tuple[Engine, ...]:
    """The programs on this computer that can set pages, the one that comes closest to Word first."""
    from rakor_desktop.printing.libreoffice import find_libreoffice
    from rakor_desktop.printing.msword import find_word

    return tuple(engine for engine in (find_word(), find_libreoffice()) if engine is not None)


class Typesetter:
    """Sets pages through the first engine that can, and keeps what it made by the document's content.

    Safe to use from several threads; ``find`` is asked once, off the UI thread when it may be slow.
    """

    def __init__(
        self, find: Callable[[], Sequence[Engine]] = find_engines, *, seconds: float = LIMIT_SECONDS
    ) -> None:
        self._find = find
        self._seconds = seconds
        self._engines: tuple[Engine, ...] | None = None
        self._kept: OrderedDict[str, Typeset] = OrderedDict()
        self._lock = Lock()
        self._one_at_a_time = Lock()

    @property
    def engines(self) -> tuple[Engine, ...]:
        """The engines of this computer, best first."""
        with self._lock:
            if self._engines is None:
                self._engines = tuple(self._find())
            return self._engines

    @property
    def available(self) -> bool:
        """Whether pages can be set at all."""
        return bool(self.engines)

    def look_again(self) -> None:
        """Forget which engines there were: the user may have installed one."""
        with self._lock:
            self._engines = None

    def typeset(self, docx: bytes, cancelled: Callable[[], bool] = lambda: False) -> Typeset:
        """Set the pages of one Word document; what was set before comes from memory.

        When the best engine fails the next one is asked. Raises :class:`PrintError`: ``no_engine``, ``cancelled``,
        ``hung``, ``no_start``, ``no_pages``.
        """
        key = sha256(docx).hexdigest()
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
                return known
        made = self._made({"dokumen": docx}, cancelled)
        typeset = Typeset(made.files["dokumen"], made.engine, made.remark)
        if not typeset.remark:  # what another engine had to do is done anew: the best one may be well again
            self._keep(key, typeset)
        return typeset

    def typeset_many(
        self, documents: Mapping[str, bytes], cancelled: Callable[[], bool] = lambda: False
    ) -> dict[str, Typeset]:
        """Set many documents in one run of the engine, which is much faster than one by one.

        Keys are short names fit for file names. Raises :class:`PrintError` as :meth:`typeset` does.
        """
        if not documents:
            return {}
        made = self._made(documents, cancelled)
        return {name: Typeset(made.files[name], made.engine, made.remark) for name in documents}

    def _made(self, documents: Mapping[str, bytes], cancelled: Callable[[], bool]) -> _Made:
        engines = self.engines
        if not engines:
            raise no_engine()
        seconds = self._seconds + _MANY_SECONDS * (len(documents) - 1)
        failures: list[PrintError] = []
        with self._one_at_a_time:
            for engine in engines:
                try:
                    files = _converted(engine, documents, seconds, cancelled)
                except PrintError as error:
                    if error.code == "cancelled":
                        raise
                    failures.append(error)
                    continue
                remark = f"{failures[0].message} Halaman ini disusun oleh {engine.name}." if failures else ""
                return _Made(files, engine.name, remark)
        raise failures[0]

    def _keep(self, key: str, typeset: Typeset) -> None:
        with self._lock:
            self._kept[key] = typeset
            while len(self._kept) > 1 and sum(len(t.pdf) for t in self._kept.values()) > _KEPT_BYTES:
                self._kept.popitem(last=False)


@dataclass(frozen=True, slots=True)
class _Made:
    files: dict[str, bytes]
    engine: str
    remark: str


def no_engine() -> PrintError:
    """There is neither Word nor LibreOffice."""
    return PrintError(
        "no_engine",
        "Halaman cetak dan PDF disusun oleh Microsoft Word atau LibreOffice, dan keduanya tidak ditemukan di komputer "
        "ini. Pasang LibreOffice (gratis) lalu coba lagi, atau buat berkas Word dan cetak di komputer lain.",
    )


def _converted(
    engine: Engine, documents: Mapping[str, bytes], seconds: float, cancelled: Callable[[], bool]
) -> dict[str, bytes]:
    with _workshop() as folder:
        sources = []
        for name, data in documents.items():
            source = folder / f"{name}.docx"
            source.write_bytes(data)
            sources.append(source)
        made = folder / "pdf"
        made.mkdir()
        engine.convert(sources, made, seconds=seconds, cancelled=cancelled)
        files = {name: (made / f"{name}.pdf").read_bytes() for name in documents}
    for data in files.values():
        if not data.startswith(b"%PDF-"):
            raise PrintError(
                "no_pages", f"{engine.name} menulis berkas yang bukan PDF. Coba lagi, atau buat berkas Word."
            )
    return files


@contextmanager
def _workshop() -> Iterator[Path]:
    """A folder that only this user can read and that is gone afterwards, with what a killed program left of others."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    except OSError as error:
        raise _no_room(error) from error
    try:
        yield folder
    except OSError as error:
        raise _no_room(error) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        _sweep(folder.parent)


def _no_room(error: OSError) -> PrintError:
    return PrintError(
        "no_room",
        f'Folder sementara "{tempfile.gettempdir()}" tidak dapat ditulisi ({error.strerror}). '
        "Kosongkan sebagian disk, lalu coba lagi.",
    )


def _sweep(parent: Path) -> None:
    """Remove folders that a power cut left behind."""
    for left in parent.glob(f"{_PREFIX}*"):
        try:
            old = time.time() - left.stat().st_mtime > _STALE_SECONDS
        except OSError:
            continue
        if old:
            shutil.rmtree(left, ignore_errors=True)
