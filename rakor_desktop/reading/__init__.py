"""Reading: pasted or dropped text, tables and articles become proposals of people and groups."""
