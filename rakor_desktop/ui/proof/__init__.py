"""Findings of running text: marks in a text, one at a time in a bar, and the window "Periksa naskah"."""
