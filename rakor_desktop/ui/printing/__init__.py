"""The print preview: the pages as they will leave the printer, and the way to it."""
