"""Our ES modules, joined to one script when the server starts."""
