"""What can go wrong, by name: one table of codes and one base exception.

Every code stands for one kind of trouble and says which exit status a command ends with and which HTTP status a
server answers with. *Findings* about somebody's material use the same codes (see :mod:`groundfloor.model.findings`).
"""

from typing import NamedTuple

EXIT_DONE, EXIT_FINDINGS, EXIT_USAGE, EXIT_BAD_INPUT, EXIT_NOT_AVAILABLE = range(5)


class Code(NamedTuple):
    """One kind of trouble: its meaning, exit status and HTTP status."""

    meaning: str
    exit_status: int
    http_status: int


CODES: dict[str, Code] = {
    # documents
    "file-missing": Code("no such file", EXIT_BAD_INPUT, 404),
    "file-unreadable": Code("the file cannot be opened", EXIT_BAD_INPUT, 403),
    "file-empty": Code("the file holds nothing", EXIT_BAD_INPUT, 422),
    "file-too-large": Code("the file is larger than the limit", EXIT_BAD_INPUT, 413),
    "file-not-its-kind": Code("the content is not what the file's name says", EXIT_BAD_INPUT, 422),
    "format-unknown": Code("no reader for this kind of file", EXIT_BAD_INPUT, 415),
    "pdf-encrypted": Code("the PDF asks for a password", EXIT_BAD_INPUT, 422),
    "pdf-without-text": Code("the PDF holds pictures of text, not text", EXIT_BAD_INPUT, 422),
    "text-broken-encoding": Code("some bytes are not text in the expected encoding", EXIT_FINDINGS, 200),
    "text-hidden": Code("words that nobody can see were left out", EXIT_FINDINGS, 200),
    "text-padded": Code("words repeated over and over were left out", EXIT_FINDINGS, 200),
    "record-broken": Code("one record of the file cannot be read", EXIT_FINDINGS, 200),
    "record-empty": Code("one record holds no text", EXIT_FINDINGS, 200),
    "language-not-english": Code("the text is not in English", EXIT_FINDINGS, 200),
    "dates-missing": Code("jobs without dates", EXIT_FINDINGS, 200),
    "jobs-missing": Code("no job was found", EXIT_FINDINGS, 200),
    "place-unknown": Code("no country, region or advertisement has a place of this name", EXIT_FINDINGS, 200),
    "posting-repeated": Code("the same advertisement again", EXIT_DONE, 200),
    # knowledge
    "knowledge-broken": Code("the catalogue does not pass its checks", EXIT_BAD_INPUT, 500),
    "role-unknown": Code("no such role", EXIT_BAD_INPUT, 404),
    "role-unclear": Code("a name that may mean several roles", EXIT_BAD_INPUT, 409),
    "entry-unknown": Code("no such catalogue entry", EXIT_BAD_INPUT, 404),
    "kind-unknown": Code("no such kind of catalogue entry", EXIT_USAGE, 404),
    # standards
    "table-unknown": Code("no importer for this table", EXIT_BAD_INPUT, 415),
    "table-broken": Code("a table lacks its headings or its rows", EXIT_BAD_INPUT, 422),
    "standard-unknown": Code("no such standard is installed", EXIT_BAD_INPUT, 404),
    "address-unreachable": Code("an address does not give its file", EXIT_NOT_AVAILABLE, 502),
    "standard-broken": Code("an installed standard is damaged", EXIT_BAD_INPUT, 500),
    # running
    "usage": Code("the request is incomplete or contradicts itself", EXIT_USAGE, 400),
    "store-unavailable": Code("the store cannot be opened", EXIT_NOT_AVAILABLE, 503),
    "store-busy": Code("the store is in use", EXIT_NOT_AVAILABLE, 503),
    "output-unwritable": Code("the result cannot be written there", EXIT_NOT_AVAILABLE, 500),
    "feature-missing": Code("an optional part is not installed", EXIT_NOT_AVAILABLE, 501),
    "data-missing": Code("the evaluation data is not there", EXIT_NOT_AVAILABLE, 404),
    "unexpected": Code("a fault of the program", EXIT_NOT_AVAILABLE, 500),
}


class GroundfloorError(Exception):
    """A request that cannot be done, with the reason and the way out.

    Args:
        code: a key of :data:`CODES`.
        message: what is wrong and where, in one sentence.
        hint: what to do about it, or an empty string.
        can_retry: whether the same request may go through later.

    Example:
        >>> error = GroundfloorError("role-unknown", "There is no role 'x'.", hint="See `catalogue list roles`.")
        >>> error.exit_status
        3
    """

    def __init__(self, code: str, message: str, *, hint: str = "", can_retry: bool = False) -> None:
        super().__init__(message)
        self.code, self.message, self.hint, self.can_retry = code, message, hint, can_retry
        self.exit_status = CODES[code].exit_status
        self.http_status = CODES[code].http_status
