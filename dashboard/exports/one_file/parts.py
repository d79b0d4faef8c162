"""What stands around the map in the one file: sentence, figures, legend, table, sources, as HTML."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from dashboard.exports.about import holding, ignored_text, resources
from dashboard.exports.one_file.fills import fill_class, swatch_html
from dashboard.exports.tables.municipalities import municipality_rows
from dashboard.view.described import (
    class_rows,
    class_title,
    dialogue_lines,
    network_text,
    population_text,
    quantiles_text,
    selection_text,
    unit,
)
from dashboard.view.measured import covered_text, heading_text, headline_ids, headline_text, number_text
from dashboard.view.sentence import scenario_name, summary
from dashboard.view.sorting import sorted_areas
from dashboard.view.state import CLIMATE, NONE, state_address
from dashboard.view.titled import licence_title, translated_title
from dashboard.view.view import AreaView, GroupView, MapView
from geodata.coverage import MUNICIPALITIES, Figures

#: Columns of the table; the last two hold numbers, which the style sheet sets to the right.
ONE_FILE_COLUMNS = ("name", "number", "number_2024", "network")


def heading_html(view: MapView) -> str:
    """The title, marked where it is a scenario, and the sentences that say what the map says."""
    first, *rest = summary(view)
    stamp = f'<span class="stamp">{_isolated(view, scenario_name(view))}</span> ' if view.is_scenario else ""
    texts = [f"<h1>{stamp}{escape(view.say('title'))}</h1>", f'<p class="claim">{_isolated(view, first)}</p>']
    texts += [f"<p>{escape(' '.join(rest))}</p>"] if rest else []
    texts += [f'<p class="notice">{escape(ignored_text(view))}</p>'] if view.ignored else []
    return "".join(texts)


def _isolated(view: MapView, text: str) -> str:
    """The text escaped; a scenario's title may be written from right to left, what follows it is not."""
    title = escape(view.state.title)
    return escape(text).replace(title, f"<bdi>{title}</bdi>", 1) if title else escape(text)


def figures_html(view: MapView) -> str:
    """Absolute numbers and shares of what is covered; unknown is said, never drawn as zero."""
    say, share = view.say, view.coverage.organised
    rows = []
    for id in (MUNICIPALITIES, *headline_ids(view)):
        part, whole, ratio = (
            covered_text(view, id, share.part.of(id)),
            covered_text(view, id, share.whole.of(id)),
            share.ratio(id),
        )
        of, label = escape(say("of_total", part=part, total=whole)), headline_text(view, id)
        bar = (
            f'<span class="bar" aria-hidden="true"><i style="width:{100 * ratio:.2f}%"></i></span>'
            if ratio is not None
            else ""
        )
        rows.append(
            f"<div><dt>{escape(label)} <small>{of}</small></dt><dd>{escape(say.percent(ratio))}{bar}</dd></div>"
        )
    return f"<h2>{escape(say('figures'))}</h2><dl>{''.join(rows)}</dl>"


def _cells(view: MapView, figures: Figures) -> list[str]:
    return [escape(number_text(view.say, view.measure(id), figures.of(id))) for id in headline_ids(view)]


def legend_html(view: MapView) -> str:
    """A row for each network and one for the unorganised; a script makes them buttons that let it stand out."""
    rows = "".join(f"<li{_toggle(group)}>{_group(view, group)}</li>" for group in view.groups)
    return (
        f'<h2>{escape(view.say("legend"))}</h2><ul class="legend">{rows}</ul>{_classes(view)}{_layer(view)}'
        f"{_selection(view)}"
    )


def _toggle(group: GroupView) -> str:
    gap = ' class="gap"' if group.id == NONE else ""
    return f'{gap} data-network-toggle="{escape(group.id)}"' + (" data-pressed" if group.pressed else "")


def _group(view: MapView, group: GroupView) -> str:
    lines = [f"<b>{escape(group.name)}</b>", escape(population_text(view, group.figures.population))]
    if group.id == NONE:
        lines += [f"{swatch_html(fill)} {escape(line)}" for fill, line in dialogue_lines(view)]
    words = "".join(f"<span>{line}</span>" for line in lines)
    count = group.figures.municipalities
    return (
        f"{swatch_html(f'{NONE}-dialogue' if group.id == NONE else group.id, group.initial)}"
        f'<span class="words">{words}</span>'
        f'<span class="count">{escape(view.say.integer(count))}<span class="unseen"> {escape(unit(view, count))}</span>'
        "</span>"
    )


def _classes(view: MapView) -> str:
    """The limits of the classes, where the map is coloured by a number."""
    if view.classes is None:
        return ""
    listed = "".join(f"<li>{swatch_html(fill)} {escape(text)}</li>" for fill, text, _ in class_rows(view))
    note = quantiles_text(view)
    return f'<h3>{escape(class_title(view))}</h3><ul class="key">{listed}</ul><p class="note">{escape(note)}</p>'


def _layer(view: MapView) -> str:
    """The statuses of the outline that is laid over the map."""
    if view.state.layer == CLIMATE:
        return ""
    say, network = view.say, view.atlas.register.networks[view.state.layer]
    statuses = dict.fromkeys(row.status for row in view.atlas.register.memberships if row.network == network.id)
    listed = "".join(
        f'<li><span class="stroke" data-status="{escape(status)}" aria-hidden="true"></span>'
        f" {escape(say(f'status_{status}'))}</li>"
        for status in statuses
    )
    note = escape(say("key_incomplete"))
    return f'<h3>{escape(say.of(network.names))}</h3><ul class="key">{listed}</ul><p class="note">{note}</p>'


def _selection(view: MapView) -> str:
    if view.selection is None:
        return ""
    return f"<p><b>{escape(view.say('selection'))}:</b> {escape(selection_text(view))}</p>"


def table_html(view: MapView) -> str:
    """What matches the filters, in the order of the page's table, with its totals."""
    say, areas = view.say, sorted_areas(view)
    totals = view.selection or view.coverage.organised.whole
    headings = [
        *(say(f"column_{name}") for name in ONE_FILE_COLUMNS),
        *(heading_text(view, id) for id in headline_ids(view)),
    ]
    heads = "".join(f"<th scope=col>{escape(one)}</th>" for one in headings)
    foot = "".join(f"<td>{one}</td>" for one in _cells(view, totals))
    return (
        f'<h2 id="table">{escape(say("table"))}</h2>'
        f'<div class="scroll" role="region" aria-labelledby="table" tabindex="0">'
        f"<table><caption>{escape(holding(view, municipality_rows(view)))}</caption>"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>{''.join(_row(view, area) for area in areas)}</tbody>\n"
        f"<tfoot><tr><th scope=row colspan={len(ONE_FILE_COLUMNS)}>{escape(say('total'))}</th>{foot}</tr></tfoot>"
        "</table></div>"
    )


def _row(view: MapView, area: AreaView) -> str:
    """A row; HTML closes its cells by itself."""
    say, chosen = view.say, area.number == view.state.municipality
    network = escape(network_text(view, area))
    if not area.networks and area.dialogue:
        network += f" <small>{escape(say('status_dialogue', region_name=view.names[area.dialogue]))}</small>"
    if area.is_changed:
        before = say.list(view.names[id] for id in area.before) or say("unorganised_short")
        network += f" <small>{escape(say('export_before'))}: {escape(before)}</small>"
    fill = fill_class(area.membership_fill)
    return (
        f'<tr data-municipality={area.number} data-network="{escape(area.network_key)}"'
        f"{' class=chosen' if chosen else ''}><th scope=row>{escape(area.place.name)}<td>{area.number}"
        f"<td>{escape(area.place.number_2024)}<td class={fill}>{network}"
        f"{''.join(f'<td>{one}' for one in _cells(view, area.figures))}\n"
    )


def sources_html(view: MapView, public_url: str | None) -> str:
    """Dates, notes, every source with its licence, and the address of the live state where the server knows it."""
    say = view.say
    dates = [say("export_dates", date=say.date(f"{view.year}-01-01"))]
    dates += [say.own("register_date")] if say.own("register_date") else []
    lines = [" ".join(dates), f"{say('rounding_note')} {say('data_counting')}"]
    lines += [say.own("credits")] if say.own("credits") else []
    body = "".join(f"<p>{escape(line)}</p>" for line in lines)
    if public_url:
        body += f"<p>{escape(say('export_address'))}: {_link(state_address(view.state, public_url))}</p>"
    return f"<h2>{escape(say('footer'))}</h2>{body}<ul>{''.join(_listed(view))}</ul>"


def _listed(view: MapView) -> Iterable[str]:
    """Each source once, with all that is taken from it."""
    found: dict[tuple[str, str | None, tuple[tuple[str, str | None], ...]], list[str]] = {}
    around = (one for one in view.atlas.register.files if one.name == "surroundings")
    for resource in (*resources(view.atlas), *around):
        licences = tuple((licence_title(view.atlas, view.say, one), one.path) for one in resource.licences)
        for source in resource.sources:
            title = translated_title(view.atlas, view.say, source.title)
            what = found.setdefault((title, source.path, licences), [])
            what.append(view.say(f"resource_{resource.name}"))
    for (title, path, licences), what in found.items():
        text = _link(path, title) if path else escape(title)
        terms = "; ".join(_link(path, name) if path else escape(name) for name, path in licences)
        yield f"<li><b>{escape(view.say.list(what))}:</b> {text}{f' ({terms})' if terms else ''}</li>"


def _link(address: str, text: str | None = None) -> str:
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{escape(text or address)}</a>'
