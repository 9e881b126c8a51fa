"""The Indonesian language as this program needs it: dates, clock, numerals, lists, sentences, attribution.

This room knows no meeting and uses the standard library only.
"""
