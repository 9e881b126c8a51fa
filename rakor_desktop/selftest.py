"""The installed program tests itself: every sample through every template, verified."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.documents import DOCUMENTS, export_document, suffixes_of
from rakor_desktop.domain import codec
from rakor_desktop.errors import RakorError


def self_test(tell: Callable[[str], None], catalog: Catalog | None = None) -> int:
    """Export all samples in all documents, templates, papers and formats into a temporary folder.

    Tells one line for each; returns 0 when every one was made and is sound, else 1.
    """
    from rakor_desktop.word import inspect_docx

    catalog = catalog or Catalog.load()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for sample in catalog.sample_names():
            bundle = codec.decode(catalog.sample_bytes(sample))
            for document in DOCUMENTS:
                for template in catalog.templates_for(document):
                    for suffix in suffixes_of(document):
                        target = Path(folder) / f"{sample}-{document}-{template.name}{suffix}"
                        try:
                            export_document(bundle, document, target, catalog=catalog, template=template.name)
                            faults = inspect_docx(target.read_bytes()) if suffix == ".docx" else ()
                        except RakorError as error:
                            faults = (error.message,)
                        failed += bool(faults)
                        tell(f"{'GAGAL' if faults else 'baik '} {target.name} {'; '.join(faults)}".rstrip())
    tell("Semua dokumen baik." if not failed else f"{failed} dokumen gagal.")
    return 1 if failed else 0
