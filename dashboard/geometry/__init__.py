"""The shapes that are drawn, and where their names lie."""
