"""One open meeting without widgets: undo, autosave, jobs off the UI thread, documents made."""
