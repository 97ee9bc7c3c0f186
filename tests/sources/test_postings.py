"""Postings come in from every kind of file; broken ones are named and the good ones done."""

import gzip
import json
from pathlib import Path

import pyarrow
import pytest
from pyarrow import parquet

from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Coded, Pay
from groundfloor.model.findings import Finding
from groundfloor.model.posting import Posting
from groundfloor.sources.postings import iter_postings

AD = {"title": "Cashier", "description": "Serve customers at the till."}
JSON_LD = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Guest Service Agent",
    "identifier": {"@type": "PropertyValue", "name": "Hotel Linde", "value": "GSA-7"},
    "datePosted": "2026-10-02T08:00:00Z",
    "hiringOrganization": {"@type": "Organization", "name": "Hotel Linde"},
    "jobLocation": {"address": {"addressLocality": "Graz", "addressCountry": "AT"}},
    "jobLocationType": "TELECOMMUTE",
    "employmentType": ["FULL_TIME", "TEMPORARY"],
    "baseSalary": {"currency": "EUR", "value": {"minValue": 2000, "maxValue": "2,200", "unitText": "MONTH"}},
    "description": "<p>Welcome guests.</p>",
    "responsibilities": "Answer the telephone.",
    "qualifications": "German B2.",
}


def read(*paths: Path) -> tuple[list[Posting], list[Finding]]:
    items = list(iter_postings(paths))
    return [item for item in items if isinstance(item, Posting)], [item for item in items if isinstance(item, Finding)]


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_json_lines_are_read_one_posting_a_line(tmp_path: Path) -> None:
    lines = [json.dumps({**AD, "id": "a"}), "", json.dumps(AD)]
    postings, findings = read(write(tmp_path / "ads.jsonl", "\n".join(lines)))
    assert [posting.id for posting in postings] == ["a", "ads-3"]
    assert findings == []


def test_a_broken_line_is_named_and_the_good_ones_done(tmp_path: Path) -> None:
    postings, findings = read(write(tmp_path / "ads.jsonl", json.dumps(AD) + '\n{"title": \n[1]\n' + json.dumps(AD)))
    assert len(postings) == 2
    assert [(finding.code, finding.where) for finding in findings] == [
        ("record-broken", "ads.jsonl line 2"),
        ("record-broken", "ads.jsonl line 3"),
    ]


def test_a_line_nested_without_end_is_named_and_the_good_ones_done(tmp_path: Path) -> None:
    hostile = ["[" * 100_000, '{"title": ' + "9" * 5000 + "}"]
    postings, findings = read(write(tmp_path / "ads.jsonl", "\n".join([*hostile, json.dumps(AD)])))
    assert len(postings) == 1
    assert [finding.message for finding in findings] == [
        "This record was left out: it holds a number too long, or parts nested too deeply, to be read."
    ] * 2


def test_the_text_is_the_given_fields_in_order_exactly_as_written(tmp_path: Path) -> None:
    record = {"benefits": " Lunch\u00a0", "title": "Cashier ", "requirements": "", "description": "Till\n"}
    postings, _ = read(write(tmp_path / "ads.jsonl", json.dumps(record)))
    assert postings[0].text == "Cashier \n\nTill\n\n\n Lunch\u00a0"
    assert postings[0].raw == record


def test_a_single_posting_takes_the_files_name_as_id(tmp_path: Path) -> None:
    postings, _ = read(write(tmp_path / "corner shop.txt", "Cashier wanted\n\nServe customers."))
    assert [(posting.id, posting.title) for posting in postings] == [("corner shop", "Cashier wanted")]


@pytest.mark.parametrize(
    ("line", "employer", "reason"),
    [
        ("Bright Street Dental, Auckland", "Bright Street Dental, Auckland", "name and place"),
        ("Swiftwheel Logistics - Rotterdam, Netherlands", "Swiftwheel Logistics - Rotterdam, Netherlands", "a dash"),
        ("Full time, Permanent", "", "terms are no employer"),
        ("We are a small team, and we care.", "", "a sentence is no employer"),
        ("Harper & Lyle\nLeeds, UK", "Harper & Lyle, Leeds, UK", "name and place in two lines"),
        ("Old Mill\nRemote, US", "Old Mill, Remote, US", "from home is a place too"),
        ("Full time\nLeeds, UK", "", "terms are no employer above a place either"),
        ("Serve our guests\nwith care, always", "", "two lines of a sentence are no employer"),
    ],
)
def test_a_line_of_name_and_place_under_the_title_is_the_employer(
    tmp_path: Path, line: str, employer: str, reason: str
) -> None:
    (posting,), _ = read(write(tmp_path / "ad.txt", f"Host wanted\n{line}\n\nGreet guests."))
    assert posting.employer == employer, reason
    assert posting.text == f"Host wanted\n\n{line}\n\nGreet guests."


def test_lines_that_say_company_and_location_are_taken_at_their_word(tmp_path: Path) -> None:
    (posting,), _ = read(
        write(tmp_path / "ad.txt", "Agent\nCompany: Sun Call\nLocation: Cebu, Philippines\n\nHandle calls.")
    )
    assert (posting.employer, posting.location) == ("Sun Call", "Cebu, Philippines")


def test_an_id_met_again_is_kept_apart(tmp_path: Path) -> None:
    postings, _ = read(write(tmp_path / "ads.jsonl", "\n".join([json.dumps({**AD, "id": "a"})] * 3)))
    assert [posting.id for posting in postings] == ["a", "a~2", "a~3"]


@pytest.mark.parametrize(
    "wrap", [lambda ad: ad, lambda ad: [ad], lambda ad: {"@graph": [ad]}, lambda ad: {"jobs": [ad]}]
)
def test_json_documents_hold_one_or_many_postings(tmp_path: Path, wrap: object) -> None:
    postings, findings = read(write(tmp_path / "ad.json", json.dumps(wrap(JSON_LD))))  # type: ignore[operator]
    assert findings == []
    assert postings[0].id == "GSA-7"


def test_a_schema_org_posting_keeps_its_structured_facts(tmp_path: Path) -> None:
    page = f'<html><script type="application/ld+json">{json.dumps(JSON_LD)}</script><p>Apply now</p></html>'
    (posting,), findings = read(write(tmp_path / "page.html", page))
    assert findings == []
    assert (posting.employer, posting.location, posting.country) == ("Hotel Linde", "Graz, AT", "AT")
    assert posting.posted_on == "2026-10-02"
    assert posting.description == "<p>Welcome guests.</p>\n\nAnswer the telephone."
    assert posting.requirements == "German B2."
    assert [fact.value for fact in posting.stated] == [
        Pay(min=2000, max=2200, currency="EUR", period="month"),
        Coded(code="full_time"),
        Coded(code="temporary"),
        Coded(code="remote"),
    ]


@pytest.mark.parametrize(
    ("salary", "reason"),
    [
        ("20 an hour", "pay as loose text is left to the reader of the text"),
        ({"currency": "USD", "value": 20}, "no period"),
        ({"currency": "USD", "value": {"unitText": "HOUR"}}, "no amount"),
        ({"currency": "USD", "value": {"value": "a lot", "unitText": "HOUR"}}, "no number"),
    ],
)
def test_half_stated_pay_is_not_guessed(tmp_path: Path, salary: object, reason: str) -> None:
    (posting,), _ = read(write(tmp_path / "ad.json", json.dumps({**JSON_LD, "baseSalary": salary})))
    assert not [fact for fact in posting.stated if fact.kind == "pay"], reason


def test_json_ld_with_raw_line_breaks_is_mended(tmp_path: Path) -> None:
    page = '<script type="application/ld+json">{"@type": "JobPosting", "title": "Host", "description": "A\nB"}</script>'
    (posting,), findings = read(write(tmp_path / "page.html", page))
    assert (posting.description, findings) == ("A\nB", [])


def test_a_page_with_broken_data_falls_back_to_its_text(tmp_path: Path) -> None:
    page = '<script type="application/ld+json">{"@type": </script><main><h1>Host</h1><p>Greet guests.</p></main>'
    (posting,), findings = read(write(tmp_path / "page.html", page))
    assert (posting.title, posting.description) == ("Host", "<p>Greet guests.</p>")
    assert [finding.code for finding in findings] == ["record-broken"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_are_read_whatever_the_delimiter(tmp_path: Path, delimiter: str) -> None:
    rows = [["Job Title", "Company", "Job Description"], ["Cashier", "Corner Shop", '"Serve\ncustomers"']]
    table = "\r\n".join(delimiter.join(row) for row in rows)
    (posting,), findings = read(write(tmp_path / "ads.csv", table))
    assert (posting.title, posting.employer, posting.description) == ("Cashier", "Corner Shop", "Serve\ncustomers")
    assert findings == []


def test_a_row_with_too_many_cells_is_named_and_still_read(tmp_path: Path) -> None:
    postings, findings = read(write(tmp_path / "ads.csv", "title,description\nCashier,Serve, smile\nHost,Greet\n"))
    assert [posting.title for posting in postings] == ["Cashier", "Host"]
    assert [(finding.code, finding.where) for finding in findings] == [("record-broken", "ads.csv line 2")]


def test_parquet_rows_are_postings(tmp_path: Path) -> None:
    parquet.write_table(pyarrow.Table.from_pylist([{**AD, "id": "p1"}, {**AD, "id": "p2"}]), tmp_path / "ads.parquet")
    postings, findings = read(tmp_path / "ads.parquet")
    assert [posting.id for posting in postings] == ["p1", "p2"]
    assert findings == []


def test_an_email_is_a_posting(tmp_path: Path) -> None:
    mail = "From: jobs@example.org\nSubject: Host wanted\nContent-Type: text/plain; charset=utf-8\n\nGreet guests.\n"
    (posting,), _ = read(write(tmp_path / "mail.eml", mail))
    assert (posting.title, posting.description) == ("Host wanted", "Greet guests.")


def test_compressed_lines_are_read(tmp_path: Path) -> None:
    postings, _ = read(write(tmp_path / "ads.jsonl.gz", gzip.compress(json.dumps(AD).encode())))
    assert [posting.title for posting in postings] == ["Cashier"]


def test_a_folder_is_read_in_order_of_name_and_other_files_left_alone(tmp_path: Path) -> None:
    write(tmp_path / "b.txt", "Host\nGreet guests.")
    write(tmp_path / "a.json", json.dumps(AD))
    write(tmp_path / "photo.png", b"\x89PNG")
    postings, findings = read(tmp_path)
    assert [posting.id for posting in postings] == ["a", "b"]
    assert findings == []


BROKEN_FILES = [
    ("empty.txt", b"", "file-empty"),
    ("blank.txt", b" \n\t\n", "record-empty"),
    ("none.jsonl", b'{"salary": 3}', "record-empty"),
    ("half.json", b'{"title": "Cash', "record-broken"),
    ("fake.parquet", b"not a table at all", "file-not-its-kind"),
    ("latin.txt", b"Caf\xe9 host\nGreet guests at the caf\xe9.", "text-broken-encoding"),
    ("program.txt", b"\x7fELF\x02\x01\x00\x00", "file-not-its-kind"),
    ("torn.txt", "Café".encode() + b"\xff host\nGreet guests.", "text-broken-encoding"),
]


@pytest.mark.parametrize(("name", "content", "code"), BROKEN_FILES)
def test_a_broken_file_among_good_ones_is_named(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    write(tmp_path / name, content)
    write(tmp_path / "good.json", json.dumps(AD))
    postings, findings = read(tmp_path)
    assert "good" in [posting.id for posting in postings]
    assert [finding.code for finding in findings] == [code]
    assert name in findings[0].where


def test_a_folder_without_any_advertisement_says_so(tmp_path: Path) -> None:
    write(tmp_path / "logo.png", b"\x89PNG")
    with pytest.raises(GroundfloorError, match="holds no file that postings are read from") as refused:
        read(tmp_path)
    assert refused.value.code == "file-empty"


def test_a_huge_page_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with (tmp_path / "huge.html").open("wb") as file:
        file.truncate(200_000_000)
    postings, findings = read(tmp_path / "huge.html")
    assert (postings, [finding.code for finding in findings]) == ([], ["file-too-large"])
    assert "200 MB" in findings[0].message


def test_a_line_of_absurd_length_is_named_and_passed_over(tmp_path: Path) -> None:
    lines = b'{"title": "' + b"x" * 10_000_001 + b'"}\n' + json.dumps(AD).encode()
    postings, findings = read(write(tmp_path / "ads.jsonl", lines))
    assert len(postings) == 1
    assert [finding.code for finding in findings] == ["record-broken"]


@pytest.mark.parametrize(("name", "code"), [("missing.txt", "file-missing"), ("photo.png", "format-unknown")])
def test_a_path_named_outright_that_cannot_be_read_is_an_error(tmp_path: Path, name: str, code: str) -> None:
    write(tmp_path / "photo.png", b"\x89PNG")
    with pytest.raises(GroundfloorError) as caught:
        read(tmp_path / name)
    assert caught.value.code == code
