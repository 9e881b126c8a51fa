"""The people book's page: search, edit, merge, import and export."""
