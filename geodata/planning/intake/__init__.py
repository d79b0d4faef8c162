"""A file that a planner brings: read within limits, recognised by content, reported on, never applied here."""
