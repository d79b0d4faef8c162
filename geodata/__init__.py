"""The subject: municipalities, climate networks, memberships and what follows from them.

Knows nothing of Dash, Plotly, colours or languages. Codes are text; geometry is
WGS 84 (EPSG:4326) in files and ETRS89 / UTM 33N (EPSG:25833, metres) in memory.
"""

from geodata.packages import require

require("geopandas", "frictionless", "rapidfuzz")
