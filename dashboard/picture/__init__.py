"""The map drawn in Python."""
