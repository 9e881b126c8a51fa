"""What leaves the house from the window: the package of a meeting, and the release on the clipboard."""
