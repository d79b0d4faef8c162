"""Components as HTML text: the writer, and the small blocks that everything is built from."""

from dashboard.markup.quick import make_quick

make_quick()
