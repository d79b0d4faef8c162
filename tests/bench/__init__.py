"""What the page costs, beside the same map made the usual ways. Run: make bench."""
