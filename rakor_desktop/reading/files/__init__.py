"""Files and clipboards taken in as plain text and tables."""
