"""How large names are on the map, and how many of them must be seen."""

from __future__ import annotations

#: The view that the names of networks are placed for: the region's longer side on a desktop screen, and the type there.
REGION_PX = 740
NAME_PX = 12.5
#: To which part of its size a name may shrink before it is left out, and a network's, which is larger.
SMALLEST, SMALLEST_NETWORK = 0.8, 0.7
#: A network's name rather stands within its area at this part of its size than smaller, where that covers less.
NEARLY = 0.92
#: At most so many names are shown whether they fit on their areas or not; more would hide the map.
MOST_ALWAYS = 12
#: A name on a ground of its own needs so much more room than its letters.
ON_A_LABEL = 1.15
#: How long the line of a name may be that need not be shown, in sizes of its type: of a municipality, of a network.
REACH_EM, NETWORK_REACH_EM = 3.5, 5.0
