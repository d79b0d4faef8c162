"""The page: one view model, painted as map, legend, table, sentence and files."""

from geodata.packages import require

require("dash", "waitress")
