"""Meeting -> findings: what is missing, what contradicts itself, what must not go out."""

from rakor_desktop.review.check import check
from rakor_desktop.review.finding import Finding, Severity

__all__ = ["Finding", "Severity", "check"]
