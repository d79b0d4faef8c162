"""Components as HTML text: the writer, and the small blocks that everything is built from."""
