"""The planner: tools, changes, checks, suggestions, comparison and costs."""
