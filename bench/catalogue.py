"""The packed catalogue opens in milliseconds."""

import tempfile
from pathlib import Path

import msgspec
import yaml

from bench.tables import Row, Table, describe_input
from bench.timing import time_together
from groundfloor.catalogue.catalogue import Catalogue, build_catalogue, fingerprint, open_catalogue
from groundfloor.catalogue.loading import KNOWLEDGE


def run(repeats: int) -> list[Table]:
    """Times opening the packed catalogue against building it from its files, and against bare YAML parsing."""
    files = sorted(KNOWLEDGE.rglob("*.yaml"))
    open_catalogue()
    with tempfile.TemporaryDirectory() as folder:
        packed = Path(folder) / "catalogue.msgpack"
        packed.write_bytes(msgspec.msgpack.encode(open_catalogue()))
        taken = time_together(
            {
                "open": open_catalogue.__wrapped__,
                "fingerprint": lambda: fingerprint(KNOWLEDGE),
                "decode": lambda: msgspec.msgpack.decode(packed.read_bytes(), type=Catalogue),
                "read": packed.read_bytes,
            },
            repeats,
        )
    taken |= time_together(
        {"build": lambda: build_catalogue(KNOWLEDGE), "yaml": lambda: [_parse(path) for path in files]}, 1
    )
    return [
        Table(
            claim="The packed catalogue opens in milliseconds",
            rows=(
                Row("opened packed", taken["open"]),
                Row("of it: making sure that no file changed", taken["fingerprint"]),
                Row("of it: decoding", taken["decode"]),
                Row("built from its files, checked strictly", taken["build"]),
                Row("peer: PyYAML's fastest loader, nothing checked", taken["yaml"]),
                Row("limit: reading the packed file", taken["read"]),
            ),
            inputs=(describe_input("knowledge files", (path.read_bytes() for path in files)),),
        )
    ]


def _parse(path: Path) -> object:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
