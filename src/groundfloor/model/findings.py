"""Findings: what is to be said about somebody's material. They are data, gathered and shown, never raised."""

from typing import Literal

from groundfloor.errors import CODES, GroundfloorError
from groundfloor.model.facts import Record

Severity = Literal["note", "warning", "error"]


class Finding(Record, frozen=True, kw_only=True, omit_defaults=True):
    """One remark on a document or record.

    Attributes:
        code: a key of :data:`groundfloor.errors.CODES`.
        severity: ``error`` when the thing could not be used, ``warning`` when part of it could not, else ``note``.
        message: one sentence: what, and what follows.
        where: file, line, record or field, as the person would look it up.
        hint: what to do about it, or empty.
    """

    code: str
    severity: Severity
    message: str
    where: str
    hint: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"finding code {self.code!r} is not in the table of codes")


def finding_of(error: GroundfloorError, where: str) -> Finding:
    """An error about one of many things, as a finding, so that the others can go on.

    Example:
        >>> finding_of(GroundfloorError("file-empty", "cv.pdf is empty."), "cv.pdf").severity
        'error'
    """
    return Finding(code=error.code, severity="error", message=error.message, where=where, hint=error.hint)
