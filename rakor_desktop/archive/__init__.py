"""Meetings, offices, people, photos and the log on disk: keep, find, back up, recover."""

from rakor_desktop.archive.archive import Archive
from rakor_desktop.archive.entries import Entry, LogEntry, Recovery, Stored
from rakor_desktop.archive.releases import Confirmation, ReleaseVersion

__all__ = ["Archive", "Confirmation", "Entry", "LogEntry", "Recovery", "ReleaseVersion", "Stored"]
