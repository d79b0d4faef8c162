"""The parts of a slide, each as PowerPoint's own objects: what is on it can be edited, nothing is a picture."""
