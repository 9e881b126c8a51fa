"""LibreOffice as the one who sets the pages: headless, with a profile of its own."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import weakref
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from rakor_desktop.errors import PrintError
from rakor_desktop.printing import child
from rakor_desktop.printing.first_guess import beyond_first_guess

_NAMES: Final = ("soffice", "libreoffice")
_LINUX_PLACES: Final = ("/usr/bin", "/usr/local/bin", "/usr/lib/libreoffice/program", "/snap/bin")
_VERSION: Final = re.compile(r"(\d+\.\d+)(?:\.\d+)*")
_VERSION_SECONDS: Final = 10.0


class LibreOffice:
    """One LibreOffice installation. Its profile is ours alone, so that a LibreOffice the user has open neither
    swallows the work nor is disturbed by it; the profile's folder goes when this object goes.
    """

    def __init__(self, program: Path) -> None:
        self.program = program
        self._version = _version_beside(program)
        self._profile: Path | None = None
        self._drop: weakref.finalize[..., LibreOffice] | None = None

    @property
    def name(self) -> str:
        """``LibreOffice 7.4``; without the number as long as it is not known."""
        return f"LibreOffice {self._version}".rstrip()

    def convert(
        self, sources: Sequence[Path], folder: Path, *, seconds: float, cancelled: Callable[[], bool]
    ) -> None:
        """Make a PDF file in ``folder`` of each Word file, under the same name, in one run of the program.

        The Word files are changed: they are copies made for this.
        Raises :class:`PrintError`: ``hung``, ``cancelled``, ``no_start`` or ``no_pages``.
        """
        self._learn_version(cancelled)
        for source in sources:
            source.write_bytes(beyond_first_guess(source.read_bytes()))
        command = [
            *(str(self.program), f"-env:UserInstallation={self._own_profile().as_uri()}"),
            *("--headless", "--norestore", "--nologo", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
            *("--convert-to", "pdf:writer_pdf_Export", "--outdir", str(folder), *map(str, sources)),
        ]
        try:
            ended = child.run(command, seconds=seconds, cancelled=cancelled)
        except child.Overdue as error:
            self._forget_profile()  # ended in the midst of its work, it may have left it broken
            raise hung(self.name, seconds) from error
        except child.CalledOff as error:
            self._forget_profile()
            raise called_off() from error
        except OSError as error:
            raise no_start(self.name) from error
        missing = [source.name for source in sources if not (folder / f"{source.stem}.pdf").is_file()]
        if missing:
            self._forget_profile()
            raise PrintError(
                "no_pages",
                f"{self.name} tidak menghasilkan halaman dari dokumen ini. Buka dokumennya di Word untuk melihat "
                "apakah isinya utuh, lalu coba lagi.",
                files=missing,
                exit_code=ended.code,
                output=ended.output,
            )

    def _learn_version(self, cancelled: Callable[[], bool]) -> None:
        if self._version or sys.platform == "win32":  # there it opens a window instead of answering
            return
        command = [str(self.program), f"-env:UserInstallation={self._own_profile().as_uri()}", "--version"]
        try:
            ended = child.run(command, seconds=_VERSION_SECONDS, cancelled=cancelled)
        except (child.Interrupted, OSError):
            return  # the conversion that follows tells what is wrong
        found = _VERSION.search(ended.output)
        self._version = found.group(1) if found else ""

    def _own_profile(self) -> Path:
        if self._profile is None or not self._profile.is_dir():
            self._profile = Path(tempfile.mkdtemp(prefix="rakor-libreoffice-"))
            self._drop = weakref.finalize(self, shutil.rmtree, self._profile, ignore_errors=True)
        return self._profile

    def _forget_profile(self) -> None:
        if self._drop is not None:
            self._drop()
        self._profile = self._drop = None


def find_libreoffice(environ: Mapping[str, str] = os.environ) -> LibreOffice | None:
    """The LibreOffice on the search path, under Program Files, or where Linux puts it; the newest of several."""
    places = [Path(place) for place in environ.get("PATH", "").split(os.pathsep) if place]
    if sys.platform == "win32":
        places += _program_files(environ)
        names = tuple(f"{name}.exe" for name in _NAMES)
    else:
        places += [*map(Path, _LINUX_PLACES), *_newest_first(Path("/opt"))]
        names = _NAMES
    for place in places:
        for name in names:
            program = place / name
            if program.is_file() and os.access(program, os.X_OK):
                return LibreOffice(program)
    return None


def hung(name: str, seconds: float) -> PrintError:
    """The engine did not answer and was ended."""
    return PrintError(
        "hung",
        f"{name} tidak selesai menyusun halaman dalam {seconds:.0f} detik dan sudah dihentikan. Coba lagi; bila "
        "terulang, tutup program itu bila sedang terbuka, atau buat berkas Word lalu cetak dari sana.",
        engine=name,
        seconds=seconds,
    )


def called_off() -> PrintError:
    """The user called the work off."""
    return PrintError("cancelled", "Penyusunan halaman dibatalkan; tidak ada berkas yang berubah.")


def no_start(name: str) -> PrintError:
    """The program is there and cannot be started."""
    return PrintError(
        "no_start",
        f"{name} ada di komputer ini tetapi tidak dapat dijalankan. Buka program itu sekali dengan tangan untuk "
        "melihat sebabnya, lalu coba lagi.",
        engine=name,
    )


def _program_files(environ: Mapping[str, str]) -> list[Path]:
    roots = [environ.get(name, "") for name in ("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")]
    found: list[Path] = []
    for root in dict.fromkeys(filter(None, roots)):
        found += _newest_first(Path(root))
        found += _newest_first(Path(root) / "Programs")
    return found


def _newest_first(folder: Path) -> list[Path]:
    try:
        suites = sorted((s for s in folder.iterdir() if s.name.casefold().startswith("libreoffice")), reverse=True)
    except OSError:
        return []
    return [suite / "program" for suite in suites]


def _version_beside(program: Path) -> str:
    """The version that Windows installations write beside the program."""
    try:
        text = program.resolve().with_name("version.ini").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    found = re.search(r"(?m)^MsiProductVersion=(\d+\.\d+)", text)
    return found.group(1) if found else ""
