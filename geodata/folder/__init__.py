"""A data folder: read, checked and loaded."""
