"""Web pages, e-mails and plain text: one posting each, or the JSON-LD postings of a page."""

import email
import email.policy
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from groundfloor.model.findings import Finding
from groundfloor.sources.decoding import decode_text
from groundfloor.sources.posting_files.json_records import list_records, tell_fault

_LONGEST_TITLE_CHARACTERS = 150
_EMPLOYER_LINE = re.compile(r"([A-Z][\w&'. ]{1,60}?)(?: -|,) [A-Z][\w&'. ]{1,60}(?:, [\w ]+)?(?:\(.*\))?")
_NAME_LINE = re.compile(r"[A-Z0-9][\w&'’. -]{1,60}")
_PLACE_LINE = re.compile(r"(?:[A-Z][\w'’. -]{1,40}, ?[A-Z][\w'’. ]{1,40}(?:, ?[\w ]+)?|Remote(?:, ?[\w ]+)?)")
_LABELLED = re.compile(
    r"(?:(?P<employer>company|employer|organi[sz]ation)|(?P<location>location|place of work|job location))"
    r"(?: name)?\s*:\s*(?P<value>\S.{0,80})",
    re.I,
)
_LABELS_WITHIN_LINES = 8
_WORDS_OF_TERMS = re.compile(
    r"\b(?:full|part|time|permanent|temporary|contract|remote|shift|salary|pay|hours?|days?)\b", re.I
)


def iter_html(path: Path) -> Iterator[tuple[int, dict[str, Any]] | Finding]:
    """Yields the page's schema.org postings, or the page itself as one posting when it carries none."""
    text, findings = decode_text(path.read_bytes(), path.name)
    yield from findings
    yield from read_html(text, path.name)


def read_html(text: str, where: str) -> Iterator[tuple[int, dict[str, Any]] | Finding]:
    """The same for a page already in memory."""
    page = LexborHTMLParser(text)
    postings: list[dict[str, Any]] = []
    for script in page.css('script[type="application/ld+json"]'):
        try:
            content = json.loads(script.text(), strict=False)
        except (ValueError, RecursionError) as error:
            yield _broken_data(where, error)
            continue
        postings += [record for record in list_records(content) if _is_posting(record)]
    yield from enumerate(postings or [_page_record(page)], start=1)


def _is_posting(record: Any) -> bool:
    kinds = record.get("@type", "") if isinstance(record, dict) else ""
    return "JobPosting" in (kinds if isinstance(kinds, list) else [kinds])


def _page_record(page: LexborHTMLParser) -> dict[str, Any]:
    for node in page.css("script, style, noscript, template, nav, header nav, footer"):
        node.decompose()
    heading = page.css_first("h1") or page.css_first("title")
    title = heading.text(separator=" ").strip() if heading else ""
    if heading is not None:
        heading.decompose()
    main = page.css_first("main") or page.css_first("article") or page.body
    return {"title": " ".join(title.split()), "description": (main.inner_html or "").strip() if main else ""}


def _broken_data(where: str, error: ValueError | RecursionError) -> Finding:
    return Finding(
        code="record-broken",
        severity="warning",
        message=f"The page's JSON-LD cannot be read: {tell_fault(error)}.",
        where=where,
        hint="The visible text of the page is read instead where it holds no other posting data.",
    )


def iter_text(path: Path) -> Iterator[tuple[int, dict[str, Any]] | Finding]:
    """Yields the file as one posting; a short first line is its title."""
    text, findings = decode_text(path.read_bytes(), path.name)
    yield from findings
    yield 1, read_text(text)


def read_text(text: str) -> dict[str, Any]:
    r"""The same for a text already in memory.

    Under the title, "Name, Place" in one line or in two names the employer, and so do lines such as "Company: Name" and
    "Location: Place" near the top.

    Example:
        >>> read_text("Host wanted\nOld Mill Café, Bath\n\nGreet guests.")["employer"]
        'Old Mill Café, Bath'
        >>> read_text("Host wanted\nOld Mill Café\nBath, UK\n\nGreet guests.")["employer"]
        'Old Mill Café, Bath, UK'
    """
    first, _, rest = text.strip().partition("\n")
    if not rest or len(first) > _LONGEST_TITLE_CHARACTERS:
        return {"description": text.strip()}
    body = rest.strip()
    return {"title": first.strip(), "description": body, "employer": _employer_line(body), **_read_labels(body)}


def _employer_line(body: str) -> str:
    line, second, third = (part.strip() for part in (*body.split("\n", 3)[:3], "", "", "")[:3])
    if _WORDS_OF_TERMS.search(line):
        return ""
    if not second:
        return line if _EMPLOYER_LINE.fullmatch(line) else ""
    return f"{line}, {second}" if not third and _NAME_LINE.fullmatch(line) and _PLACE_LINE.fullmatch(second) else ""


def _read_labels(body: str) -> dict[str, str]:
    """What lines near the top say by name, such as "Location: Leeds"."""
    found = (_LABELLED.fullmatch(line.strip()) for line in body.split("\n")[:_LABELS_WITHIN_LINES])
    return {name: one["value"].strip() for one in found if one for name in ("employer", "location") if one[name]}


def iter_email(path: Path) -> Iterator[tuple[int, dict[str, Any]] | Finding]:
    """Yields an e-mail as one posting: the subject is its title, the plain or HTML body its text."""
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    body = message.get_body(preferencelist=("plain", "html"))
    content = body.get_content() if body is not None else ""
    yield 1, {"title": str(message["subject"] or ""), "description": content.strip()}
