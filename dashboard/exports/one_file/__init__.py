"""The map as one file that works without a server."""
