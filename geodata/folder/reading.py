"""A data folder as it stands on disk: the descriptor, the tables and the layers, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from geodata.editions import Chain, Edition
from geodata.errors import Finding
from geodata.folder.codes import finding
from geodata.folder.descriptor import FILE, Descriptor, Resource, parse_descriptor
from geodata.folder.descriptor import LAYERS as LAYER_NAMES
from geodata.folder.descriptor import TABLES as TABLE_NAMES
from geodata.folder.editions import chain_of, editions_of
from geodata.folder.layer import Layer, parse_layer
from geodata.folder.normalise import normalise_layer, normalise_tables
from geodata.folder.settings import RegisterSettings, settings_of
from geodata.folder.table import Record, Table, parse_table

#: So many hexadecimal digits tell a revision from all others.
REVISION_DIGITS = 12


@dataclass(frozen=True)
class Folder:
    """What was read, by resource name; a file that could not be read is absent.

    ``revision``: a short hash of the bytes of all files that were read.
    """

    descriptor: Descriptor
    tables: Mapping[str, Table] = field(default_factory=dict)
    layers: Mapping[str, Layer] = field(default_factory=dict)
    revision: str = ""

    def table(self, name: str) -> Table:
        """The table of that name, without records when it could not be read."""
        return self.tables.get(name) or Table(f"{name}.csv", (), ())

    def layer(self, name: str) -> Layer:
        """The layer of that name, without features when it could not be read."""
        return self.layers.get(name) or Layer(f"{name}.geojson", ())

    @cached_property
    def settings(self) -> RegisterSettings:
        """What the descriptor says of the whole register, defaults in place of what it does not."""
        return settings_of(self.descriptor.register)

    @cached_property
    def editions(self) -> Mapping[str, Edition]:
        """The editions of numbers, from the oldest on."""
        return editions_of(self.tables)

    @cached_property
    def chain(self) -> Chain:
        """How the editions hang together."""
        return chain_of(self.tables, self.editions)

    @cached_property
    def same_numbers(self) -> Mapping[str, str]:
        """Number of any edition → number of the base edition, of those that mean exactly the same municipality."""
        base = self.settings.base
        if base not in self.editions:
            return {}
        others = {number for one in self.editions.values() for number in one.municipalities}
        return {
            number: same
            for number in others
            if (edition := self.chain.edition_of(number, base)) and (same := self.chain.is_same(edition, number, base))
        }

    @cached_property
    def municipalities(self) -> tuple[Record, ...]:
        """The municipalities of the base edition."""
        return tuple(one for one in self.table("municipalities") if one["edition"] == self.settings.base)

    @property
    def files(self) -> tuple[str, ...]:
        """The files in the order in which findings are told."""
        return (FILE, *(resource.path for resource in self.descriptor.resources))


def read_folder(path: Path) -> tuple[Folder, list[Finding]]:
    """The data folder at ``path``, and what is wrong with the form of its files."""
    nothing = Folder(Descriptor())
    if not path.is_dir():
        help = "Give the folder that holds datapackage.json."
        message = "The data folder does not exist or is a file."
        return nothing, [finding("missing_folder", path.name or str(path), message, help)]
    if not (path / FILE).exists():
        help = "Choose the folder that holds the tables, or put the file back from the last good copy."
        return nothing, [finding("missing_descriptor", FILE, "The folder has no datapackage.json.", help)]
    content, findings = _content(path, FILE)
    if content is None:
        return nothing, findings
    descriptor, findings = parse_descriptor(content)
    digest = sha256(content)
    tables: dict[str, Table] = {}
    layers: dict[str, Layer] = {}
    for resource in descriptor.resources:
        content, wrong = _content(path, resource.path) if _is_known(resource) else (None, [])
        findings += wrong
        if content is None:
            continue
        digest.update(f"\0{resource.path}\0{len(content)}\0".encode() + content)
        if resource.name in TABLE_NAMES:
            columns = [column.name for column in resource.fields]
            tables[resource.name], wrong = parse_table(content, resource.path, columns)
        else:
            layers[resource.name], wrong = parse_layer(content, resource.path)
        findings += wrong
    return replace(_normalised(descriptor, tables, layers), revision=digest.hexdigest()[:REVISION_DIGITS]), findings


def _is_known(resource: Resource) -> bool:
    return resource.name in (*TABLE_NAMES, *LAYER_NAMES)


def _content(folder: Path, path: str) -> tuple[bytes | None, list[Finding]]:
    """The bytes of one file inside the folder, or why there are none."""
    file = folder / path
    if not file.exists():
        help = "Put the file back, or correct its path in datapackage.json."
        return None, [finding("missing_file", path, "The file is not there.", help)]
    if not file.resolve().is_relative_to(folder.resolve()):
        message = f"The path “{path}” leads out of the data folder."
        return None, [finding("unsafe_path", FILE, message, "Put the file itself into the folder.", path=path)]
    try:
        return file.read_bytes(), []
    except OSError as problem:
        message = f"The file cannot be read ({problem.strerror})."
        return None, [finding("unreadable_file", path, message, "Close it in other programs; check who may read it.")]


def _normalised(descriptor: Descriptor, tables: Mapping[str, Table], layers: Mapping[str, Layer]) -> Folder:
    folder = Folder(descriptor, tables, layers)
    fields = {resource.name: resource.fields for resource in descriptor.resources}
    return Folder(
        descriptor,
        normalise_tables(tables, fields, folder.same_numbers),
        {name: normalise_layer(layer, folder.same_numbers) for name, layer in layers.items()},
    )
