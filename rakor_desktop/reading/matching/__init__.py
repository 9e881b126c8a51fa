"""Matching people against the people book."""
