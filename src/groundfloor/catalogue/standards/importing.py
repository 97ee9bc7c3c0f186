"""From a folder or file of published tables to one standard with its header."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from groundfloor.catalogue.standards import esco, onet, other_tables
from groundfloor.catalogue.standards.packed import digest_content
from groundfloor.catalogue.standards.records import ImportedTable, Standard, StandardHeader
from groundfloor.catalogue.standards.registry import (
    PUBLICATIONS,
    SUFFIXES,
    TABLES,
    Table,
    find_table,
    find_version,
)
from groundfloor.catalogue.standards.tables import digest_of, read_rows
from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding

Tables = Mapping[str, list[dict[str, str]]]

_BUILDERS: dict[str, Callable[[Tables], Standard]] = {
    "onet": onet.build,
    "esco": esco.build,
    "esco-onet": other_tables.build_crosswalk,
    "oews": other_tables.build_wages,
}
_LABELS = "skill labels"
_NOT_STATED = "not stated"


class Imported(NamedTuple):
    """A standard as it was read, ready to be packed."""

    header: StandardHeader
    content: Standard


def import_standards(path: Path, version: str | None = None) -> tuple[list[Imported], list[Finding]]:
    """Reads every known table of a folder, or one file, into the standards they belong to.

    Args:
        path: a folder (its own files, not those of folders inside it) or a file.
        version: the version to note; None takes it from the names of files or folder where all agree on one.

    Returns:
        The standards in order of id, and notes on what is left out.

    Raises:
        GroundfloorError: ``file-missing``; ``file-unreadable``; ``table-unknown`` when no file is a known table;
            ``table-broken`` and the errors of :func:`read_rows` for a file that is named like a table and is none.
    """
    if not path.exists():
        raise GroundfloorError("file-missing", f"There is no file or folder {path}.")
    try:
        return import_files(sorted(path.iterdir()) if path.is_dir() else [path], version, of=path)
    except OSError as error:
        message = f"{error.filename or path} cannot be opened ({error.strerror})."
        raise GroundfloorError("file-unreadable", message) from error


def import_files(
    files: Sequence[Path], version: str | None = None, *, of: Path | None = None
) -> tuple[list[Imported], list[Finding]]:
    """Reads some files; arguments, result and errors as for :func:`import_standards`.

    Folders among them are not looked into; those that hold a known table are named.
    """
    known = {file: found for file in files if file.is_file() and (found := find_table(file))}
    folders = [one.name for one in files if one.is_dir() and any(map(find_table, one.iterdir()))]
    left_out = [file.name for file in files if file.suffix.lower() in SUFFIXES and file not in known]
    if not known:
        raise _no_table(of or next(iter(files), Path()), folders)
    notes = [*_tell_left_out(left_out), *_tell_folders(folders)]
    groups: dict[str, list[tuple[Path, Table]]] = {}
    for file, (table, language) in known.items():
        groups.setdefault(_id_of(table, language), []).append((file, table))
    return [_import(standard_id, group, version) for standard_id, group in sorted(groups.items())], notes


def _no_table(where: Path, folders: Sequence[str]) -> GroundfloorError:
    kind = "holds no table" if where.is_dir() else "is no table"
    names = sorted({name for table in TABLES for name in table.files})
    hint = f"Name a folder inside it: {', '.join(folders)}." if folders else f"Known tables: {', '.join(names)}."
    return GroundfloorError("table-unknown", f"{where} {kind} of a known standard.", hint=hint)


def _id_of(table: Table, language: str) -> str:
    return f"esco-{language or 'en'}" if table.standard == "esco" else table.standard


def _tell_left_out(names: Sequence[str]) -> Iterator[Finding]:
    if names:
        files = "1 file is no table that is" if len(names) == 1 else f"{len(names)} files are no tables that are"
        message = f"{files} imported, so left out: {', '.join(names)}."
        yield Finding(code="table-unknown", severity="note", message=message, where=names[0])


def _tell_folders(names: Sequence[str]) -> Iterator[Finding]:
    if names:
        message = f"Folders inside are not looked into; these hold tables: {', '.join(names)}."
        hint = "Install each by its own name."
        yield Finding(code="table-unknown", severity="note", message=message, where=names[0], hint=hint)


def _import(standard_id: str, files: Sequence[tuple[Path, Table]], version: str | None) -> Imported:
    tables: dict[str, list[dict[str, str]]] = {}
    notes: list[ImportedTable] = []
    for file, table in files:
        rows = esco.read_labels(file, standard_id[-2:]) if table.name == _LABELS else read_rows(file, table)
        tables.setdefault(table.name, []).extend(rows)
        notes.append(ImportedTable(table=table.name, file=file.name, rows=len(rows), digest=digest_of(file)))
    content = _BUILDERS[_family(standard_id)](tables)
    if content == Standard():
        raise GroundfloorError("table-broken", f"The tables of {standard_id} hold no occupation, skill or crossing.")
    named = {find_version(file) for file, _ in files}
    version = version or (named.pop() if len(named) == 1 else None) or _NOT_STATED
    return Imported(_header(standard_id, version, notes, content), content)


def _family(standard_id: str) -> str:
    return standard_id if standard_id in PUBLICATIONS else "esco"


def _header(standard_id: str, version: str, notes: list[ImportedTable], content: Standard) -> StandardHeader:
    publication = PUBLICATIONS[_family(standard_id)]
    return StandardHeader(
        id=standard_id,
        title=publication.title,
        version=version,
        licence=publication.licence,
        credit=publication.credit.format(version="" if version == _NOT_STATED else f" {version}"),
        tables=tuple(notes),
        occupations=len(content.occupations),
        skills=len(content.skills),
        crossings=len(content.crossings),
        digest=digest_content(msgspec.msgpack.encode(content)),
    )
