"""Words of an RTF file."""

from striprtf.striprtf import rtf_to_text

from groundfloor.errors import GroundfloorError
from groundfloor.model.document import LineLook


def read_rtf(data: bytes, where: str) -> tuple[str, tuple[LineLook, ...]]:
    """Reads the words of an RTF file; cells of a table row are parted by tabs.

    Raises:
        GroundfloorError: ``file-not-its-kind``.
    """
    try:
        text: str = rtf_to_text(  # type: ignore[no-untyped-call]
            data.decode("latin-1"), encoding="cp1252", errors="replace"
        )
    except (ValueError, IndexError, KeyError, LookupError) as error:
        raise GroundfloorError(
            "file-not-its-kind", f"{where} begins like RTF but is broken.", hint="Save it again as RTF or DOCX."
        ) from error
    return text.replace("|\n", "\n").replace("|", "\t"), ()
