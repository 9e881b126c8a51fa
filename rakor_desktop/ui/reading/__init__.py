"""The review of a reading: the source with what was read in it, the rows to confirm, and the way into the meeting."""
