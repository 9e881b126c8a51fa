"""Microsoft Word as the one who sets the pages, asked through COM by a PowerShell of its own.

Windows only. Word runs in a process that we end when it hangs; a Word that the user has open is never ended.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from rakor_desktop.errors import PrintError
from rakor_desktop.printing import child
from rakor_desktop.printing.libreoffice import called_off, hung, no_start

NAME: Final = "Microsoft Word"
_IMAGE: Final = "WINWORD.EXE"
_PID: Final = re.compile(r"(?m)^RAKOR-WORD (\d+)\s*$")
SOURCES: Final = "RAKOR_PRINT_SOURCES"
FOLDER: Final = "RAKOR_PRINT_FOLDER"
"""Environment variables that tell the script its files: no name ever becomes part of a command."""

SCRIPT: Final = r"""
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
$before = @(Get-Process -Name WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$word = New-Object -ComObject Word.Application
$mine = Get-CimInstance Win32_Process -Filter "Name='WINWORD.EXE'" |
    Where-Object { $before -notcontains $_.ProcessId -and $_.CommandLine -match '(?i)[-/](Embedding|Automation)' } |
    Sort-Object CreationDate | Select-Object -Last 1
if ($mine) { [Console]::Out.WriteLine('RAKOR-WORD ' + $mine.ProcessId); [Console]::Out.Flush() }
$code = 0
try {
    if ($mine) { $word.Visible = $false }
    $word.DisplayAlerts = 0
    $word.AutomationSecurity = 3
    foreach ($source in $env:RAKOR_PRINT_SOURCES.Split('|')) {
        $name = [IO.Path]::GetFileNameWithoutExtension($source)
        $target = Join-Path $env:RAKOR_PRINT_FOLDER ($name + '.pdf')
        $document = $word.Documents.Open($source, $false, $true, $false)
        try { $document.ExportAsFixedFormat($target, 17) } finally { $document.Close(0) }
    }
} catch {
    [Console]::Out.WriteLine($_.Exception.Message)
    $code = 3
} finally {
    if ($mine -and $word.Documents.Count -eq 0) { $word.Quit(0) }
    [void][Runtime.InteropServices.Marshal]::ReleaseComObject($word)
}
exit $code
"""
"""Word opens each file read-only, without macros and questions, and exports it (17: PDF). Only a Word that this
script has started is hidden and, when nobody has opened a document in it meanwhile, told to quit."""


class MicrosoftWord:
    """The Word of this computer, through ``powershell``."""

    def __init__(self, powershell: str) -> None:
        self._powershell = powershell

    @property
    def name(self) -> str:
        """``Microsoft Word``."""
        return NAME

    def convert(
        self, sources: Sequence[Path], folder: Path, *, seconds: float, cancelled: Callable[[], bool]
    ) -> None:
        """Make a PDF file in ``folder`` of each Word file, under the same name.

        Raises :class:`PrintError`: ``hung``, ``cancelled``, ``no_start`` or ``no_pages``.
        """
        command = [self._powershell, "-NoProfile", "-NonInteractive", "-Command", SCRIPT]
        environ = {SOURCES: "|".join(map(str, sources)), FOLDER: str(folder)}
        try:
            ended = child.run(command, seconds=seconds, cancelled=cancelled, environ=environ)
        except child.Interrupted as error:
            _end_word(error.output)
            raise hung(NAME, seconds) if isinstance(error, child.Overdue) else called_off() from error
        except OSError as error:
            raise no_start(NAME) from error
        if ended.code or any(not (folder / f"{source.stem}.pdf").is_file() for source in sources):
            _end_word(ended.output)
            raise PrintError(
                "no_pages",
                f"{NAME} tidak menghasilkan halaman dari dokumen ini. Buka Word sekali: tutup pertanyaan yang "
                "menunggu (aktivasi, pemulihan dokumen), lalu coba lagi.",
                exit_code=ended.code,
                output=ended.output,
            )


def find_word(environ: Mapping[str, str] = os.environ) -> MicrosoftWord | None:
    """Word when it is registered on this Windows computer and there is a PowerShell to ask it through."""
    if not _registered():
        return None
    usual = Path(environ.get("SystemRoot", r"C:\Windows")) / r"System32\WindowsPowerShell\v1.0\powershell.exe"
    found = str(usual) if usual.is_file() else shutil.which("powershell", path=environ.get("PATH"))
    return MicrosoftWord(found) if found else None


def _registered() -> bool:
    if sys.platform == "win32":
        import winreg

        try:
            winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, r"Word.Application\CLSID").Close()
        except OSError:
            return False
        return True
    return False


def _end_word(output: str) -> None:
    """End the Word that the script has started and told of: it is no child of the script, Windows starts it."""
    found = _PID.search(output)
    if found:
        child.end_windows_program(int(found.group(1)), _IMAGE)
