from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from rakor_desktop.catalog import Catalog
from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import Bundle
from rakor_desktop.paths import DATA_VARIABLE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Nothing that a developer keeps in the program's own folder may change what is tested.
os.environ[DATA_VARIABLE] = str(Path(tempfile.gettempdir()) / f"rakor-tests-{os.getpid()}")

# A run tells the same twice; to hunt for new cases set HYPOTHESIS_PROFILE=hunt.
settings.register_profile("steady", derandomize=True)
settings.register_profile("hunt", derandomize=False, max_examples=5000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

SAMPLES = ("belawan", "kutai-barat", "lahat", "lumajang", "pasaman-barat")
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    return Catalog.load()


@pytest.fixture(scope="session")
def facts() -> dict[str, Any]:
    return tomllib.loads((DATA / "fakta.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sample(catalog: Catalog) -> Callable[[str], Bundle]:
    return lambda name: codec.decode(catalog.sample_bytes(name))
