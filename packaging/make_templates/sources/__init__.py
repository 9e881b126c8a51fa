"""The forms themselves, one file a form: what stands on the paper, in reading order."""
