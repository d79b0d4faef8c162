"""Tests of the package geodata."""
