"""Damaged copies of documents: the same seed gives the same damage."""

import io
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path

from docx import Document

EXAMPLES = Path(__file__).parents[2] / "src" / "groundfloor" / "examples"
_ODD = [
    "\x00",
    "\u202e",
    "\ufeff",
    "<",
    "&#0;",
    "&#x110000;",
    "((((",
    "9" * 400,
    "\ud7ff",
    "é",
    "日本語",
    "\u0301" * 50,
]


def list_originals() -> list[tuple[str, bytes]]:
    """Name and content of whole documents: a PDF, a DOCX, pages, texts, records."""
    files = [EXAMPLES / "resume.pdf", *sorted(path for path in (EXAMPLES / "postings").rglob("*") if path.is_file())]
    return [("resume.docx", _make_docx()), *((path.name, path.read_bytes()) for path in files)]


def iter_damaged(seed: int, count: int) -> Iterator[tuple[str, bytes]]:
    """Name and damaged content of as many documents as asked for."""
    chance = random.Random(seed)
    originals = list_originals()
    for number in range(count):
        name, content = originals[number % len(originals)]
        yield name, _damage(name, content, chance)


def _damage(name: str, content: bytes, chance: random.Random) -> bytes:
    if name.endswith(".docx") and chance.random() < 0.7:
        return _damage_inside(content, chance)
    for _ in range(chance.randint(1, 6)):
        content = chance.choice((_flip, _cut, _repeat, _swap, _insert))(content, chance)
    return content


def _flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 30)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + content[min(len(content), start + chance.randint(1, 2000)) :]


def _repeat(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    piece = content[start : start + chance.randint(1, 400)]
    return content[:start] + piece * chance.randint(2, 60) + content[start:]


def _swap(content: bytes, chance: random.Random) -> bytes:
    middle = chance.randrange(len(content) + 1)
    return content[middle:] + content[:middle]


def _insert(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + chance.choice(_ODD).encode("utf-8", "replace") * chance.randint(1, 5) + content[start:]


def _damage_inside(content: bytes, chance: random.Random) -> bytes:
    """Damages one part inside a zipped document and zips it again."""
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    victim = chance.choice(sorted(parts))
    parts[victim] = chance.choice((_flip, _cut, _repeat, _insert))(parts[victim], chance)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as whole:
        for name, part in parts.items():
            whole.writestr(name, part)
    return written.getvalue()


def _make_docx() -> bytes:
    document = Document()
    document.add_heading("Experience", 1)
    document.add_paragraph("Cashier, Corner Shop, 03/2019 - 05/2021")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "2021 - Present"
    table.cell(0, 1).text = "Team Leader, Call Centre North\nCoached twelve agents"
    document.add_paragraph("Languages: Spanish (fluent), JLPT N3")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()
