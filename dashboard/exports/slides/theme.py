"""The theme of the file: Arial, and the colours of the page and of the networks."""

from __future__ import annotations

from dashboard.exports.slides.markup import written
from dashboard.exports.slides.paint import NETWORK_ACCENTS, SlideColours

#: A typeface that everyone has.
TYPEFACE = "Arial"
#: The theme's colours that are the page's: name in the file → name on the page.
OF_THE_PAGE = {"dk1": "ink", "lt1": "paper", "dk2": "accent", "lt2": "sea"}
AFTER_NETWORKS = {"accent5": "gap-line", "accent6": "gap-ink", "hlink": "focus", "folHlink": "accent"}


def theme_xml(name: str, paint: SlideColours) -> bytes:
    """The theme (ECMA-376, part 1, 20.1.6.9): flat fills, thin lines, no effects."""
    colours = {id: paint.page[page].hex for id, page in OF_THE_PAGE.items()}
    networks = [ink.hex for ink in paint.networks.values()][:NETWORK_ACCENTS]
    networks += [paint.page["line-strong"].hex] * (NETWORK_ACCENTS - len(networks))
    colours |= {f"accent{place}": hex for place, hex in enumerate(networks, 1)}
    colours |= {id: paint.page[page].hex for id, page in AFTER_NETWORKS.items()}
    scheme = "".join(f'<a:{id}><a:srgbClr val="{hex[1:].upper()}"/></a:{id}>' for id, hex in colours.items())
    face = f'<a:latin typeface="{TYPEFACE}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(_line(points, fill) for points in (0.5, 1, 2))
    title = written(name)
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{title}"><a:themeElements>'
        f'<a:clrScheme name="{title}">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="{TYPEFACE}"><a:majorFont>{face}</a:majorFont><a:minorFont>{face}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="{title}"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()


def _line(points: float, fill: str) -> str:
    return f'<a:ln w="{round(points * 12700)}" cap="flat" cmpd="sng" algn="ctr">{fill}<a:prstDash val="solid"/></a:ln>'
