"""What travels to the browser: the scene, the places, what paints a state, answers of the search."""
