"""Meeting + office -> finished text: view-models for templates, press drafts, outlines for the preview."""
