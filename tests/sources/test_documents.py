"""Résumés come in every kind of file, whole or broken; what cannot be read says why and what to do."""

import io
import json
import random
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from fpdf import FPDF
from pypdf import PdfWriter

from groundfloor.errors import GroundfloorError
from groundfloor.sources.documents import document_from_bytes, read_document
from groundfloor.sources.page_layout import Piece, lay_out_page

ODT_TYPE = "application/vnd.oasis.opendocument.text"
ODT_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
)


def pdf(*lines: str) -> bytes:
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=10)
    for line in lines:
        page.multi_cell(0, 5, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


def archive(entries: dict[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return buffer.getvalue()


def odt(body: str, prologue: str = "") -> bytes:
    content = (
        f"<?xml version='1.0'?>{prologue}<office:document-content {ODT_NAMES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>"
    )
    return archive({"mimetype": ODT_TYPE, "content.xml": content})


def docx_bytes(build: object) -> bytes:
    document = docx.Document()
    build(document)  # type: ignore[operator]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def linkedin_export() -> bytes:
    return archive(
        {
            "Basic/Profile.csv": "\ufeffFirst Name,Last Name,Headline\nDana,Moore,Cashier",
            "Basic/Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
            "Corner Shop,Cashier,Counted tills,Bath,Mar 2012,Apr 2014\nGrill,Host,,Bath,May 2014,\n",
            "Basic/Languages.csv": "Name,Proficiency\nSpanish,Native or bilingual proficiency\n",
            "Basic/messages.csv": "FROM,CONTENT\nA friend,a secret\n",
        }
    )


EUROPASS = b"""<?xml version="1.0"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:hr="http://www.hr-xml.org/3" xmlns:oa="http://www.openapplications.org/oagis/9">
 <CandidatePerson><PersonName><oa:GivenName>Dana</oa:GivenName><hr:FamilyName>Moore</hr:FamilyName></PersonName></CandidatePerson>
 <CandidateProfile><EmploymentHistory><EmployerHistory><hr:OrganizationName>Corner Shop</hr:OrganizationName><PositionHistory>
  <PositionTitle>Cashier</PositionTitle><hr:EmploymentPeriod><hr:StartDate><hr:FormattedDateTime>2012-03</hr:FormattedDateTime>
  </hr:StartDate><hr:EndDate><hr:FormattedDateTime>2014-04</hr:FormattedDateTime></hr:EndDate>
  <hr:CurrentIndicator>false</hr:CurrentIndicator></hr:EmploymentPeriod></PositionHistory></EmployerHistory></EmploymentHistory>
 </CandidateProfile></Candidate>"""  # noqa: E501


def encrypted_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.encrypt("secret")
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def scanned_pdf() -> bytes:
    page = FPDF()
    page.add_page()
    page.rect(20, 20, 100, 50, style="F")
    return bytes(page.output())


# --- every kind is told by its content


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("cv.pdf", pdf("Cashier 2012 to 2014"), "pdf"),
        ("cv", pdf("Cashier 2012 to 2014"), "pdf"),
        ("cv.docx", docx_bytes(lambda d: d.add_paragraph("Cashier 2012 to 2014")), "docx"),
        ("cv.odt", odt("<text:p>Cashier 2012 to 2014</text:p>"), "odt"),
        ("cv.rtf", rb"{\rtf1\ansi Cashier 2012 to 2014\par}", "rtf"),
        ("cv.html", b"<!DOCTYPE html><body><p>Cashier</p><p>2012 to 2014</p></body>", "html"),
        ("cv.json", json.dumps({"work": [{"position": "Cashier", "startDate": "2012"}]}).encode(), "json_resume"),
        ("cv.md", b"# Work\nCashier 2012 to 2014", "text"),
        ("cv.txt", "Cashier 2012 to 2014".encode("utf-16"), "text"),
    ],
)
def test_the_content_tells_what_a_file_is_and_its_words_are_read(name: str, data: bytes, kind: str) -> None:
    document = document_from_bytes(data, name)
    assert (document.kind, document.id) == (kind, "cv")
    assert "Cashier" in document.text
    assert "2012" in document.text
    assert document.looks == () or len(document.looks) == len(document.text.split("\n"))


@pytest.mark.parametrize(
    ("name", "data", "kind", "line"),
    [
        ("export.zip", linkedin_export(), "linkedin", "Cashier | Corner Shop | Mar 2012 to Apr 2014 | Bath"),
        ("export.zip", linkedin_export(), "linkedin", "Host | Grill | May 2014 to Present | Bath"),
        ("export.zip", linkedin_export(), "linkedin", "Spanish: Native or bilingual proficiency"),
        ("dana.xml", EUROPASS, "europass", "Cashier | Corner Shop | 2012-03 to 2014-04"),
    ],
)
def test_exports_of_profiles_are_set_as_text(name: str, data: bytes, kind: str, line: str) -> None:
    document = document_from_bytes(data, name)
    assert document.kind == kind
    assert line in document.text.split("\n")


def test_messages_in_an_export_are_never_opened() -> None:
    assert "secret" not in document_from_bytes(linkedin_export(), "export.zip").text


def test_a_file_is_read_from_disk_and_named_after_itself(tmp_path: Path) -> None:
    file = tmp_path / "jo.smith.txt"
    file.write_text("Cashier")
    assert read_document(file).id == "jo.smith"


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Cashier")))
    assert (read_document("-").id, read_document) == ("-", read_document)


# --- broken and unfit files


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.pdf", b"", "file-empty"),
        ("blank.txt", b" \n\t\n", "file-empty"),
        ("cut.pdf", pdf("Cashier")[:200], "file-not-its-kind"),
        ("liar.pdf", b"Just some words.", "file-not-its-kind"),
        ("liar.docx", b"Just some words.", "file-not-its-kind"),
        ("cut.docx", docx_bytes(lambda d: d.add_paragraph("x"))[:900], "file-not-its-kind"),
        ("hollow.docx", archive({"word/document.xml": "<broken"}), "file-not-its-kind"),
        ("broken.odt", archive({"mimetype": ODT_TYPE, "content.xml": "<broken"}), "file-not-its-kind"),
        ("entities.odt", odt("<text:p>&a;</text:p>", "<!DOCTYPE x [<!ENTITY a 'b'>]>"), "file-not-its-kind"),
        ("cut.xml", EUROPASS[:400], "file-not-its-kind"),
        ("list.json", b'{"work": [5]}', "file-not-its-kind"),
        ("other.json", b'{"orders": []}', "file-not-its-kind"),
        ("nested without end.json", b'{"work": ' + b"[" * 10_000, "file-not-its-kind"),
        ("number without end.json", b'{"basics": {"name": ' + b"9" * 5000 + b"}}", "file-not-its-kind"),
        ("nested.odt", odt("<text:span>" * 9000 + "x" + "</text:span>" * 9000), "file-not-its-kind"),
        ("things.zip", archive({"a.txt": "x"}), "format-unknown"),
        ("photo.png", b"\x89PNG\r\n\x1a\n0000", "format-unknown"),
        ("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "format-unknown"),
        ("data.bin", b"abc\0def" * 10, "format-unknown"),
        ("locked.pdf", encrypted_pdf(), "pdf-encrypted"),
        ("scan.pdf", scanned_pdf(), "pdf-without-text"),
        ("large.txt", b"x" * 2001, "file-too-large"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(name: str, data: bytes, code: str) -> None:
    with pytest.raises(GroundfloorError) as caught:
        document_from_bytes(data, name, size_limit_bytes=20_000 if code != "file-too-large" else 2000)
    assert caught.value.code == code
    assert name in caught.value.message


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused_by_name_never_a_fault(seed: int) -> None:
    chance = random.Random(seed)
    name, data = chance.choice(
        [
            ("cv.pdf", pdf("Cashier 2012 to 2014", "Served customers")),
            ("cv.docx", docx_bytes(lambda d: d.add_paragraph("Cashier 2012 to 2014"))),
            ("cv.odt", odt("<text:p>Cashier 2012 to 2014</text:p>")),
            ("cv.rtf", rb"{\rtf1\ansi Cashier\u8217?s {\b till}\par 2012 to 2014\par}"),
        ]
    )
    damaged = bytearray(data)
    for _ in range(chance.randrange(1, 30)):
        damaged[chance.randrange(len(damaged))] = chance.randrange(256)
    try:
        assert document_from_bytes(bytes(damaged[: chance.randrange(1, len(damaged) * 2)]), name).text
    except GroundfloorError as error:
        assert error.message  # noqa: PT017 - either answer is right


def test_an_archive_that_would_unpack_without_end_is_refused() -> None:
    bomb = archive({"word/document.xml": b"\0" * 101_000_000})
    with pytest.raises(GroundfloorError) as caught:
        document_from_bytes(bomb, "bomb.docx")
    assert caught.value.code == "file-too-large"


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.pdf", "file-missing"), (tmp_path, "file-unreadable")):
        with pytest.raises(GroundfloorError) as caught:
            read_document(path)
        assert caught.value.code == code


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_bytes(b"x" * 50)
    with pytest.raises(GroundfloorError, match="larger than"):
        read_document(file, size_limit_bytes=40)


def test_broken_letters_are_read_past_and_noted() -> None:
    document = document_from_bytes(b"Waiter at Caf\xe9 Rio\n2012 to 2014", "cv.txt")
    assert [finding.code for finding in document.findings] == ["text-broken-encoding"]
    assert "Café Rio\n2012 to 2014" in document.text


def test_an_old_web_page_is_read_with_its_letters() -> None:
    document = document_from_bytes(b"<html><body><p>Waiter at Caf\xe9 Rio</p></body></html>", "cv.html")
    assert [finding.code for finding in document.findings] == ["text-broken-encoding"]
    assert "Café Rio" in document.text


# --- layout


def test_a_resume_laid_out_in_a_word_table_is_read_row_by_row() -> None:
    def build(document: object) -> None:
        table = document.add_table(rows=2, cols=2)  # type: ignore[attr-defined]
        table.cell(0, 0).text, table.cell(0, 1).text = "2012 - 2014", "Cashier, Corner Shop"
        table.cell(1, 0).text, table.cell(1, 1).text = "Skills", "Excel\nTills"

    text = document_from_bytes(docx_bytes(build), "cv.docx").text
    assert text.startswith("2012 - 2014\tCashier, Corner Shop")
    assert "Skills\nExcel\nTills" in text


def test_headings_and_bullets_of_a_word_file_show() -> None:
    def build(document: object) -> None:
        document.add_heading("Experience")  # type: ignore[attr-defined]
        document.add_paragraph("Served guests", style="List Bullet")  # type: ignore[attr-defined]

    document = document_from_bytes(docx_bytes(build), "cv.docx")
    lines = dict(zip(document.text.split("\n"), document.looks, strict=True))
    assert lines["Experience"].bold
    assert "• Served guests" in lines


def test_words_in_text_boxes_of_a_word_file_are_read_once() -> None:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    alternatives = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = "<w:txbxContent><w:p><w:r><w:t>Skills: Excel</w:t></w:r></w:p></w:txbxContent>"
    run = (
        f"<w:r {names} {alternatives}><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )

    def build(document: object) -> None:
        document.add_paragraph("Dana Moore")._p.append(parse_xml(run))  # type: ignore[attr-defined]

    assert document_from_bytes(docx_bytes(build), "cv.docx").text.split("\n") == ["Dana Moore", "Skills: Excel"]


def test_cells_of_an_open_document_table_stay_in_their_row() -> None:
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    row = f"<table:table><table:table-row>{cell.format('2012')}{cell.format('Cashier')}</table:table-row></table:table>"
    assert document_from_bytes(odt(row), "cv.odt").text == "2012\tCashier"


def test_a_date_at_the_right_margin_stays_on_the_line_of_its_job() -> None:
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=10)
    for job, dates in (("Cashier", "2012 - 2014"), ("Host", "2014 - 2016"), ("Clerk", "2016 - 2018")):
        page.cell(140, 5, job)
        page.cell(50, 5, dates, align="R", new_x="LMARGIN", new_y="NEXT")
    text = document_from_bytes(bytes(page.output()), "cv.pdf").text
    assert text.split("\n") == ["Cashier\t2012 - 2014", "Host\t2014 - 2016", "Clerk\t2016 - 2018"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [Piece(f"Left {n}", 30, 120, 700 - 12 * n, 10, False) for n in range(6)]
    right = [Piece(f"Right side line number {n} runs far", 200, 500, 695 - 14 * n, 10, False) for n in range(6)]
    words = [text for text, _ in lay_out_page(left + right) if text]
    assert words == [*(piece.text for piece in left), *(piece.text for piece in right)]


def test_a_margin_of_dates_is_no_column() -> None:
    dates = [Piece(f"20{10 + n} - 20{11 + n}", 30, 90, 700 - 12 * n, 10, False) for n in range(6)]
    jobs = [
        Piece(f"Sales Assistant in shop number {n} of the town", 200, 500, 700 - 12 * n, 10, False) for n in range(6)
    ]
    assert lay_out_page(dates + jobs)[0][0] == "2010 - 2011\tSales Assistant in shop number 0 of the town"


def test_a_line_that_broke_for_want_of_room_is_made_whole() -> None:
    pieces = [
        Piece("Answered calls from customers about bills and", 30, 500, 700, 10, False),
        Piece("meter readings", 30, 110, 688, 10, False),
        Piece("Trained new staff", 30, 130, 676, 10, False),
    ]
    assert [text for text, _ in lay_out_page(pieces)] == [
        "Answered calls from customers about bills and meter readings",
        "Trained new staff",
    ]


def test_words_of_a_pdf_without_spaces_are_parted_by_their_gaps() -> None:
    assert "Answered calls of staff" in document_from_bytes(pdf("Answered calls of staff"), "cv.pdf").text


def test_half_characters_become_the_sign_for_broken_text() -> None:
    data = b'{"work": [{"position": "Cashier \\ud800", "startDate": "2012"}]}'
    document = document_from_bytes(data, "cv.json")
    assert "Cashier \ufffd" in document.text
    assert document.text.encode()


def test_an_archive_of_a_version_to_come_is_named_not_a_fault() -> None:
    data = bytearray(docx_bytes(lambda d: d.add_paragraph("Cashier 2012 to 2014")))
    data[data.index(b"PK\x01\x02") + 6] = 91
    with pytest.raises(GroundfloorError) as caught:
        document_from_bytes(bytes(data), "cv.docx")
    assert caught.value.code == "file-not-its-kind"
