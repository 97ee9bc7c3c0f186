"""Bytes to text, with a finding where bytes are not what they should be."""

import codecs

from groundfloor.model.findings import Finding

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def is_binary(head: bytes) -> bool:
    r"""Whether a file that begins so holds no text: zero bytes, and no mark of an encoding that writes them.

    Example:
        >>> is_binary(b"Cashier\0\1"), is_binary(b"Cashier, evenings")
        (True, False)
    """
    return b"\0" in head and not head.startswith(tuple(mark for mark, _ in _BYTE_ORDER_MARKS))


def decode_text(content: bytes, where: str) -> tuple[str, tuple[Finding, ...]]:
    r"""Decodes a file's bytes, UTF-8 unless a byte-order mark says otherwise.

    Text without any valid UTF-8 sequence beyond ASCII is read as Windows-1252, as old spreadsheets write it. Elsewhere
    a broken byte becomes U+FFFD and everything else is kept.

    Args:
        content: the bytes.
        where: the file, named in the finding.

    Example:
        >>> text, findings = decode_text(b"Caf\xe9 till", "ad.txt")
        >>> text, findings[0].code
        ('Café till', 'text-broken-encoding')
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace"), ()
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return _decode_broken(content, error, where)


def _decode_broken(content: bytes, error: UnicodeDecodeError, where: str) -> tuple[str, tuple[Finding, ...]]:
    replaced = content.decode("utf-8", errors="replace")
    is_legacy = all(character == "\ufffd" or character < "\x80" for character in replaced)
    text = content.decode("cp1252", errors="replace") if is_legacy else replaced
    taken_as = "Windows-1252" if is_legacy else "UTF-8 with the broken bytes marked"
    finding = Finding(
        code="text-broken-encoding",
        severity="warning",
        message=f"Byte {error.start + 1} is not UTF-8; the text was read as {taken_as}.",
        where=where,
        hint="Save the file as UTF-8 if letters look wrong.",
    )
    return text, (finding,)
