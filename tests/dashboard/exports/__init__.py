"""Files to take along, each opened by another program than the one that wrote it."""
