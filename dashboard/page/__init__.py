"""The page that is read: its parts, from a view to components."""
