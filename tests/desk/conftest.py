from __future__ import annotations

import os

# No screen is needed for what has no widgets.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
