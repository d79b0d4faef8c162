"""Files to take along: the current state of the page as CSV, Excel, GeoJSON, GeoPackage and JSON."""
