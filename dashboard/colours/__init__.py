"""The palette, contrast, free colours, and patterns for paper."""
