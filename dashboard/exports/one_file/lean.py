"""Scripts, style sheets and HTML without what only their readers need."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

OWN_FOLDER = Path(__file__).parent
COMMENT = re.compile(r"/\*.*\*/|//.*")
#: Ends that HTML understands by itself where the next begins or what is around them ends (WHATWG HTML, 13.1.2.4).
IMPLIED_END = re.compile(r"</(?:dd|dt|li|td|th|tr)>")
#: A value that needs no quotes (13.1.2.3); addresses keep theirs. Text has no quotes of its own: they are escaped.
PLAIN_VALUE = re.compile(r'="([\w.,%+#()-]+)"(?=[ >])')


@lru_cache
def lean(name: str) -> str:
    """A file beside this one without indents, empty lines and lines that are comments."""
    lines = (line.strip() for line in (OWN_FOLDER / name).read_text(encoding="utf-8").splitlines())
    return "\n".join(line for line in lines if line and not COMMENT.fullmatch(line))


def lean_html(text: str) -> str:
    """HTML that a parser reads the same, without quotes and ends that it does not need."""
    return PLAIN_VALUE.sub(r"=\1", IMPLIED_END.sub("", text))
