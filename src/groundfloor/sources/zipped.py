"""Documents that are zip archives: which kind, and never more unpacked than is sensible."""

import struct
import zipfile
import zlib
from io import BytesIO

from groundfloor.errors import GroundfloorError
from groundfloor.model.document import DocumentKind

UNPACKED_LIMIT_BYTES = 100_000_000
LINKEDIN_FILES = (
    "Profile.csv",
    "Positions.csv",
    "Education.csv",
    "Skills.csv",
    "Languages.csv",
    "Certifications.csv",
)
"""The only files of a LinkedIn export that are opened; a person's messages lie beside them."""
_ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def open_zipped(data: bytes, where: str) -> zipfile.ZipFile:
    """Opens an archive whose unpacked size is bounded.

    Raises:
        GroundfloorError: ``file-not-its-kind`` when it is broken, ``file-too-large`` when it would unpack too large.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, EOFError, ValueError, RuntimeError, OSError, struct.error) as error:
        raise broken(where) from error
    if sum(entry.file_size for entry in archive.infolist()) > UNPACKED_LIMIT_BYTES:
        raise GroundfloorError(
            "file-too-large", f"{where} would unpack to more than {UNPACKED_LIMIT_BYTES / 1e6:.0f} MB."
        )
    return archive


def zipped_kind(data: bytes, where: str) -> DocumentKind:
    """Whether an archive is DOCX, ODT or a LinkedIn export.

    Raises:
        GroundfloorError: ``format-unknown`` for any other archive, and as :func:`open_zipped`.
    """
    with open_zipped(data, where) as archive:
        names = set(archive.namelist())
        if "word/document.xml" in names:
            return "docx"
        if "content.xml" in names and "mimetype" in names and read_entry(archive, "mimetype", where) == _ODT_TYPE:
            return "odt"
        if any(name.rpartition("/")[2] in LINKEDIN_FILES for name in names):
            return "linkedin"
    raise GroundfloorError(
        "format-unknown", f"{where} is an archive, not a document.", hint="Give the document inside it."
    )


def read_entry(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    """The bytes of one entry, at most as many as it declares.

    Raises:
        GroundfloorError: ``file-not-its-kind`` when the entry is absent, broken or locked.
    """
    try:
        return archive.read(name)
    except (KeyError, zlib.error, zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError, OSError) as error:
        raise broken(where) from error


def broken(where: str) -> GroundfloorError:
    """The error for an archive that cannot be unpacked."""
    return GroundfloorError(
        "file-not-its-kind",
        f"{where} is named like a document but cannot be unpacked.",
        hint="Save or download it again.",
    )
