"""The page: one view model, painted as map, legend, table, sentence and files."""
