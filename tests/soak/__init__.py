"""Long runs that are no tests: many readers at once, many files, many requests that mean harm."""
