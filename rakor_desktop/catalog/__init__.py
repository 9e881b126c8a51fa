"""Knowledge that lies in files: ``resources/`` and ``templates/``, read on first use and checked when
read.
"""

from rakor_desktop.catalog.catalog import Catalog
from rakor_desktop.catalog.name_words import NameWords
from rakor_desktop.catalog.operations import CodeName, Operation, OperationTable
from rakor_desktop.catalog.phrases import PhraseWords
from rakor_desktop.catalog.places import Place, PlaceTable
from rakor_desktop.catalog.posts import ActingPrefix, Post, PostMatch, PostTable
from rakor_desktop.catalog.precedence import Precedence, Step
from rakor_desktop.catalog.reader import DataFileError
from rakor_desktop.catalog.spelling import SpellingMode, SpellingRule
from rakor_desktop.catalog.templates import TemplateEntry
from rakor_desktop.errors import CatalogError

__all__ = [
    "ActingPrefix",
    "Catalog",
    "CatalogError",
    "CodeName",
    "DataFileError",
    "NameWords",
    "Operation",
    "OperationTable",
    "PhraseWords",
    "Place",
    "PlaceTable",
    "Post",
    "PostMatch",
    "PostTable",
    "Precedence",
    "SpellingMode",
    "SpellingRule",
    "Step",
    "TemplateEntry",
]
