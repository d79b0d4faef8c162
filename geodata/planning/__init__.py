"""What if: scenarios, suggestions, checks of a plan, costs, import."""
