"""Figures that a steward brings, read as their publishers give them, held against the register, written nowhere."""
