"""Any text -> findings: a draft of ours, or a release written elsewhere."""

from rakor_desktop.review.text.facts import TextFacts
from rakor_desktop.review.text.finding import Remedy, TextFinding
from rakor_desktop.review.text.mending import mended, tidied
from rakor_desktop.review.text.reviewer import Reviewer, review

__all__ = ["Remedy", "Reviewer", "TextFacts", "TextFinding", "mended", "review", "tidied"]
