"""The overview: figures, legend, key, tools of the map, panel and sentences."""
