"""State → one view: what everything is painted from."""
