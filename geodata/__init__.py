"""The subject: municipalities, climate networks, memberships and what follows from them.

Knows nothing of Dash, Plotly, colours or languages. Codes are text; geometry is
WGS 84 (EPSG:4326) in files and the metric CRS of the descriptor in memory.
In a notebook ``geodata.joined(geodata.load("data"))`` is the whole join as a table.
"""

from geodata.packages import require

require("geopandas", "frictionless", "rapidfuzz")

# Below what says which package is missing, for they need all of them.
from geodata.folder.load import load  # noqa: E402
from geodata.frame import joined  # noqa: E402

__all__ = ["joined", "load"]
