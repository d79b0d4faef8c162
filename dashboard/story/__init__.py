"""The presentation, told once for page and slides."""
