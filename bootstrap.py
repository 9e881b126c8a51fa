"""Set everything up with the standard library alone, then start the program or run all tests.

    python3 bootstrap.py run      a virtual environment, the program, five sample meetings
    python3 bootstrap.py test     the same with the test tools, then every test, headless
    python3 bootstrap.py check    the same, then lint, types and import rules

Works on Windows and Linux with Python 3.11 or newer. On Linux it installs the system libraries that are
missing when it may (root and apt-get), and otherwise says in one line which ones are missing.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
VALIDATOR = ROOT / "packaging" / "validator"

QT_LIBRARIES = {
    "libglib2.0-0": "glib-2.0",
    "libgl1": "GL",
    "libegl1": "EGL",
    "libxkbcommon0": "xkbcommon",
    "libfreetype6": "freetype",
    "libfontconfig1": "fontconfig",
    "libdbus-1-3": "dbus-1",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor0": "xcb-cursor",
    "libxcb-icccm4": "xcb-icccm",
    "libxcb-image0": "xcb-image",
    "libxcb-keysyms1": "xcb-keysyms",
    "libxcb-render-util0": "xcb-render-util",
    "libxcb-render0": "xcb-render",
    "libxcb-shape0": "xcb-shape",
    "libxcb-util1": "xcb-util",
    "libxcb-xkb1": "xcb-xkb",
    "libxkbcommon-x11-0": "xkbcommon-x11",
}
DOCUMENT_TOOLS = {"libreoffice-writer": "soffice", "poppler-utils": "pdftoppm", "nodejs": "node", "npm": "npm"}
DOCUMENT_FONTS = ("fonts-liberation", "fonts-urw-base35")
OPTIONAL = {"nodejs", "npm"}  # only the Open XML validator needs them


def main(argv: list[str]) -> int:
    """Do what the first word says; the rest goes to the program or to pytest."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file also starts under an older Python, to say so
        return say(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    task, rest = (argv[0], argv[1:]) if argv else ("", [])
    if task == "run":
        return install_system(QT_LIBRARIES | WINDOW_LIBRARIES, {}) or install_python("") or run_program(rest)
    if task == "test":
        return prepare_tests() or run_tests(rest)
    if task == "check":
        return prepare_tests() or run_checks()
    print(__doc__)
    return 2


def prepare_tests() -> int:
    """Everything that the tests and checks need."""
    return install_system(QT_LIBRARIES, DOCUMENT_TOOLS) or install_python("dev") or install_validator()


def install_system(libraries: dict[str, str], tools: dict[str, str]) -> int:
    """Install missing Debian packages, or say in one line which are missing; nothing to do elsewhere."""
    if not sys.platform.startswith("linux"):
        return 0
    missing = [package for package, name in libraries.items() if not has_library(name)]
    missing += [package for package, name in tools.items() if shutil.which(name) is None]
    if "libreoffice-writer" in missing:
        missing += DOCUMENT_FONTS
    if not missing:
        return 0
    wanted = " ".join(missing)
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        if OPTIONAL.issuperset(missing):
            return 0
        return say(f"Missing system packages; install them once as root: apt-get install {wanted}")
    print(f"Installing system packages: {wanted}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing]
    if subprocess.call(command, env=quiet, stdout=subprocess.DEVNULL):
        return say(f"apt-get could not install: {wanted}")
    return 0


def has_library(name: str) -> bool:
    """Whether the loader finds the library; find_library needs tools that a small system lacks."""
    if ctypes.util.find_library(name):
        return True
    places = [Path(p) for p in ("/usr/lib", "/lib", "/usr/lib64", "/usr/local/lib")]
    patterns = (f"lib{name}.so*", f"*/lib{name}.so*")
    return any(next(place.glob(pattern), None) for place in places for pattern in patterns)


def install_python(extra: str) -> int:
    """Make the virtual environment and install the project into it, when something has changed since."""
    mark = VENV / f".installed{'-' + extra if extra else ''}"
    state = hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()
    if PYTHON.exists() and mark.exists() and mark.read_text() == state:
        return 0
    if not PYTHON.exists():
        print("Making the virtual environment .venv", flush=True)
        # Debian ships venv without ensurepip; the pip of this Python can install into the new one.
        if subprocess.call([sys.executable, "-m", "venv", "--without-pip", str(VENV)]):
            return say("The virtual environment could not be made; is this folder writable?")
    print("Installing the program and what it needs (a few minutes the first time)", flush=True)
    project = f"{ROOT}[{extra}]" if extra else str(ROOT)
    pip = [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "--quiet"]
    pip += ["--disable-pip-version-check", "--no-warn-script-location", "--editable", project]
    if subprocess.call(pip, env={**os.environ, "PIP_ROOT_USER_ACTION": "ignore"}):
        return say("pip could not install the dependencies, as told above (on Debian: apt-get install python3-pip).")
    mark.write_text(state)
    return 0


def install_validator() -> int:
    """Install the Open XML validator that the document tests use; without npm they say that it is missing."""
    npm = shutil.which("npm")
    if npm is None or (VALIDATOR / "node_modules").is_dir() or not (VALIDATOR / "package.json").is_file():
        return 0
    print("Installing the Open XML validator", flush=True)
    command = [npm, "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
    if subprocess.call(command, cwd=VALIDATOR):
        print("The validator could not be installed: its tests will be skipped.", flush=True)
    return 0


def run_program(rest: list[str]) -> int:
    """Start the window with the sample meetings."""
    return subprocess.call([str(PYTHON), "-m", "rakor_desktop", "--samples", *rest], cwd=ROOT)


def run_tests(rest: list[str]) -> int:
    """All tests, without a screen."""
    return subprocess.call([str(PYTHON), "-m", "pytest", *(rest or ["-q"])], cwd=ROOT, env=headless())


def run_checks() -> int:
    """Lint, strict types and import rules; every one runs, any fault counts."""
    tools = PYTHON.parent
    checks = (
        [str(PYTHON), "-m", "ruff", "check", "."],
        [str(PYTHON), "-m", "mypy"],
        [str(tools / ("lint-imports.exe" if WINDOWS else "lint-imports"))],
    )
    return max(subprocess.call(check, cwd=ROOT) for check in checks)


def headless() -> dict[str, str]:
    """The environment of a run without a screen that leaves no compiled files."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}


def say(line: str) -> int:
    """One line on standard error; the exit code of a failure."""
    print(line, file=sys.stderr)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
