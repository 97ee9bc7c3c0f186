"""What commands print: JSON lines, tables within 80 columns, findings on the error stream, progress."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import fill
from types import TracebackType
from typing import Any, BinaryIO, TypeVar

import msgspec
import typer

from groundfloor.errors import CODES, EXIT_BAD_INPUT, EXIT_FINDINGS, GroundfloorError
from groundfloor.model.findings import Finding
from groundfloor.whole_files import keep_whole

WIDTH = 80
ItemT = TypeVar("ItemT")
_SHOWN_FINDINGS = 20
_ID_AT_MOST = 50


class Lines:
    """Writes records as JSON lines to a file or standard output.

    A file appears under its name only when it is whole.
    """

    def __init__(self, path: Path | None) -> None:
        self.count = 0
        self._path = path
        self._scratch = path.with_name(f".{path.name}.part") if path else None
        self._file: BinaryIO = open_output(self._scratch) if self._scratch else sys.stdout.buffer

    def __enter__(self) -> "Lines":
        return self

    def write(self, record: Any) -> None:
        """Writes one record."""
        self._file.write(msgspec.json.encode(record) + b"\n")
        self.count += 1

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self._file.flush()
        if self._scratch and self._path:
            self._file.close()
            if kind is None:
                self._scratch.replace(self._path)
            else:
                self._scratch.unlink()


def watch(items: Iterable[ItemT], unit: str, *, total: int | None = None) -> Iterator[ItemT]:
    """Passes items on, showing count and time on a terminal while they come; a bar where the total is known."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn, TimeElapsedColumn

    text = "{task.completed:,} " if total is None else "{task.completed:,} of {task.total:,} "
    columns: list[ProgressColumn] = [SpinnerColumn(), TextColumn(text + unit), TimeElapsedColumn()]
    if total is not None:
        columns.insert(1, BarColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total)


def open_output(path: Path) -> BinaryIO:
    """Opens a file to write.

    Raises:
        GroundfloorError: ``output-unwritable``.
    """
    try:
        return path.open("wb")
    except OSError as error:
        raise _unwritable(path.parent, error.strerror) from error


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file that appears under its name only when it is whole.

    Raises:
        GroundfloorError: ``output-unwritable``.
    """
    if not path.parent.is_dir():
        raise _unwritable(path, f"there is no folder {path.parent}")
    try:
        keep_whole(path, content)
    except OSError as error:
        raise _unwritable(path, error.strerror) from error


def _unwritable(path: Path, reason: str | None) -> GroundfloorError:
    message = f"{path} cannot be written: {reason}."
    return GroundfloorError("output-unwritable", message, hint="Name another place with --out.")


def print_json(value: Any) -> None:
    """Prints one value as indented JSON."""
    typer.echo(msgspec.json.format(msgspec.json.encode(value), indent=2).decode())


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> None:
    """Prints a table that fits 80 columns, cells folded where they must be.

    Ids stay whole, to be copied: where they leave no room for a table, each row is two lines instead.
    """
    rows = list(rows)
    at = heads.index("id") if "id" in heads else None
    if at is not None and any(len(row[at]) > _ID_AT_MOST for row in rows):
        _print_pairs(rows, at, title)
        return
    from rich import box
    from rich.console import Console
    from rich.table import Column, Table
    from rich.text import Text

    columns = (Column(head, overflow="fold", no_wrap=head == "id") for head in heads)
    table = Table(*columns, title=title or None, title_justify="left", box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(width=WIDTH if not sys.stdout.isatty() else None, highlight=False).print(table)


def _print_pairs(rows: Iterable[Sequence[str]], at: int, title: str) -> None:
    if title:
        typer.echo(f"{title}\n")
    for row in rows:
        typer.echo(row[at])
        print_filled(", ".join(cell for place, cell in enumerate(row) if place != at and cell), "  ")


def print_filled(text: str, indent: str = "") -> None:
    """Prints a sentence within 80 columns, its later lines two columns further in; nothing for an empty one.

    Ids and addresses are not broken at their hyphens, to be copied.
    """
    if text:
        rest = " " * len(indent) + "  "
        typer.echo(fill(text, WIDTH, initial_indent=indent, subsequent_indent=rest, break_on_hyphens=False))


def count(number: int, thing: str) -> str:
    """A number of things in words.

    Example:
        >>> count(1, "page"), count(1200, "page")
        ('1 page', '1,200 pages')
    """
    return f"{number:,} {thing}{'s' * (number != 1)}"


def print_findings(findings: Sequence[Finding]) -> None:
    """Names findings on the error stream, the worst first and at most twenty of them."""
    order = ("error", "warning", "note")
    shown = sorted(findings, key=lambda finding: order.index(finding.severity))
    for finding in shown[:_SHOWN_FINDINGS]:
        hint = f" {finding.hint}" if finding.hint else ""
        where = "" if finding.where in finding.message else f"{finding.where}: "
        typer.echo(f"{finding.severity}: {where}{finding.message}{hint} [{finding.code}]", err=True)
    if len(shown) > _SHOWN_FINDINGS:
        typer.echo(f"… and {len(shown) - _SHOWN_FINDINGS} more.", err=True)


def end_with_findings(findings: Sequence[Finding], *, done: int) -> None:
    """Names the findings and ends the command with the status they ask for.

    Args:
        findings: all that was found.
        done: how many records were done; when none was and something was wrong, the input was bad.
    """
    print_findings(findings)
    worst = max((CODES[finding.code].exit_status for finding in findings if finding.severity != "note"), default=0)
    if worst:
        raise typer.Exit(EXIT_FINDINGS if done else max(worst, EXIT_BAD_INPUT))
