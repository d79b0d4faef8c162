"""Files of rows: CSV, Excel and JSON."""
