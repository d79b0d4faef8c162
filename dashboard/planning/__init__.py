"""What follows from a scenario, for page and files."""
