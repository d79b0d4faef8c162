"""Where municipalities lie: neighbours, sea, the walk over the map, names in areas."""
