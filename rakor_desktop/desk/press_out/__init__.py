"""What leaves the house: the release as page, message and draft mail, its photos, and the whole package of a meeting.

Nothing here knows a widget; all of it may run off the UI thread.
"""
