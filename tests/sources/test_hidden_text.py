"""What a person cannot see in a file counts for nothing and is named; what looks hidden but is seen stays."""

import io
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt, RGBColor
from fpdf import FPDF
from fpdf.enums import TextMode

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.document import Document
from groundfloor.readers.resume.reader import ResumeReader, flatten_profile
from groundfloor.sources.documents import document_from_bytes

SEEN = "Cashier, Corner Foods, 2012 to 2014"
WORDS = "Zendesk expert"


def pdf(draw: Callable[[FPDF], None]) -> bytes:
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", size=11)
    page.cell(0, 6, "Experience", new_x="LMARGIN", new_y="NEXT")
    page.cell(0, 6, SEEN, new_x="LMARGIN", new_y="NEXT")
    draw(page)
    return bytes(page.output())


def white(page: FPDF) -> None:
    page.set_text_color(255, 255, 255)
    page.cell(0, 6, WORDS)


def nearly_white(page: FPDF) -> None:
    page.set_text_color(246, 247, 248)
    page.cell(0, 6, WORDS)


def white_on_a_dark_bar(page: FPDF) -> None:
    page.set_fill_color(20, 40, 90)
    page.rect(0, 60, 80, 40, style="F")
    page.set_xy(10, 70)
    white(page)


def white_beside_a_dark_bar(page: FPDF) -> None:
    page.set_fill_color(20, 40, 90)
    page.rect(0, 60, 80, 40, style="F")
    page.set_xy(10, 120)
    white(page)


def white_on_a_pale_bar(page: FPDF) -> None:
    page.set_fill_color(250, 250, 250)
    page.rect(0, 60, 80, 40, style="F")
    page.set_xy(10, 70)
    white(page)


def tiny(page: FPDF) -> None:
    page.set_font_size(1.5)
    page.cell(0, 6, WORDS)


def small(page: FPDF) -> None:
    page.set_font_size(6)
    page.cell(0, 6, WORDS)


def unpainted(page: FPDF) -> None:
    page.text_mode = TextMode.INVISIBLE
    page.cell(0, 6, WORDS)


def unpainted_over_a_scan(page: FPDF) -> None:
    from PIL import Image

    page.image(Image.effect_noise((40, 40), 90), x=0, y=60, w=200, h=100)
    page.set_xy(10, 70)
    unpainted(page)


def clear(page: FPDF) -> None:
    with page.local_context(fill_opacity=0.01):
        page.cell(0, 6, WORDS)


def beside_the_page(page: FPDF) -> None:
    page.set_xy(260, 50)
    page.cell(40, 6, WORDS)


def covered(page: FPDF) -> None:
    page.text(20, 100, WORDS)
    page.set_fill_color(255, 255, 255)
    page.rect(10, 90, 150, 20, style="F")


def covered_by_a_picture(page: FPDF) -> None:
    from PIL import Image

    page.text(20, 100, WORDS)
    page.image(Image.new("RGB", (40, 40), (255, 255, 255)), x=10, y=90, w=150, h=20)


def cut_off(page: FPDF) -> None:
    with page.rect_clip(0, 0, 5, 5):
        page.text(20, 100, WORDS)


def in_the_colour_of_its_bar(page: FPDF) -> None:
    page.set_fill_color(20, 40, 90)
    page.rect(0, 90, 200, 20, style="F")
    page.set_text_color(20, 40, 90)
    page.text(20, 100, WORDS)


def pale(page: FPDF) -> None:
    page.set_text_color(235, 235, 230)
    page.cell(0, 6, WORDS)


def squeezed(page: FPDF) -> None:
    page.set_stretching(1)
    page.text(20, 100, WORDS)


def covered_behind_seen_words(page: FPDF) -> None:
    page.text(20, 100, "Tills and ")
    page.text(37, 100, WORDS)
    page.set_fill_color(255, 255, 255)
    page.rect(36.5, 90, 100, 20, style="F")


def narrow(page: FPDF) -> None:
    page.set_stretching(60)
    page.text(20, 100, WORDS)


def on_a_bar_painted_first(page: FPDF) -> None:
    page.set_fill_color(220, 220, 255)
    page.rect(0, 90, 200, 20, style="F")
    page.text(20, 100, WORDS)


def grey(page: FPDF) -> None:
    page.set_text_color(150, 150, 150)
    page.cell(0, 6, WORDS)


def outlined(page: FPDF) -> None:
    page.set_text_color(255, 255, 255)
    page.text_mode = TextMode.FILL_STROKE
    page.cell(0, 6, WORDS)


def word(build: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    document.add_paragraph("Experience")
    document.add_paragraph(SEEN)
    build(document)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def vanished(document: docx.document.Document) -> None:
    document.add_paragraph().add_run(WORDS).font.hidden = True


def not_vanished(document: docx.document.Document) -> None:
    document.add_paragraph().add_run(WORDS).font.hidden = False


def white_letters(document: docx.document.Document) -> None:
    document.add_paragraph("Friendly. ").add_run(WORDS).font.color.rgb = RGBColor(255, 255, 255)


def size_one(document: docx.document.Document) -> None:
    document.add_paragraph().add_run(WORDS).font.size = Pt(1)


def white_on_a_shaded_cell(document: docx.document.Document) -> None:
    cell = document.add_table(1, 1).cell(0, 0)
    cell._tc.get_or_add_tcPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="1F3864"/>'))
    cell.paragraphs[0].add_run(WORDS).font.color.rgb = RGBColor(255, 255, 255)


def white_in_a_plain_cell(document: docx.document.Document) -> None:
    cell = document.add_table(1, 1).cell(0, 0)
    cell.paragraphs[0].add_run(WORDS).font.color.rgb = RGBColor(255, 255, 255)


def hidden_by_its_paragraph_style(document: docx.document.Document) -> None:
    style = document.styles.add_style("Quiet", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.font.hidden = True
    document.add_paragraph(WORDS, style="Quiet")


def hidden_by_a_style_under_its_own(document: docx.document.Document) -> None:
    base = document.styles.add_style("Quiet", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    base.font.size = Pt(1)
    own = document.styles.add_style("Quieter", docx.enum.style.WD_STYLE_TYPE.CHARACTER)
    own.base_style = base
    document.add_paragraph().add_run(WORDS, style="Quieter")


def page(words: str, sheet: str = "") -> bytes:
    return f"<html><style>{sheet}</style><body><h2>Experience</h2><p>{SEEN}</p>{words}</body></html>".encode()


def assert_hidden(document: Document) -> None:
    assert "Zendesk" not in document.text
    assert SEEN in document.text
    (finding,) = document.findings
    assert finding.code == "text-hidden"
    assert finding.message.startswith("2 words")
    assert "'Zendesk expert'" in finding.message


def assert_seen(document: Document) -> None:
    assert "Zendesk" in document.text
    assert document.findings == ()


@pytest.mark.parametrize(
    "draw",
    [
        white, nearly_white, pale, white_beside_a_dark_bar, white_on_a_pale_bar, in_the_colour_of_its_bar, tiny,
        squeezed, unpainted, clear, beside_the_page, covered, covered_by_a_picture, covered_behind_seen_words, cut_off,
    ],
)  # fmt: skip
def test_words_of_a_pdf_that_nobody_sees_are_left_out_and_named(draw: Callable[[FPDF], None]) -> None:
    assert_hidden(document_from_bytes(pdf(draw), "cv.pdf"))


@pytest.mark.parametrize(
    "draw", [white_on_a_dark_bar, small, unpainted_over_a_scan, grey, outlined, narrow, on_a_bar_painted_first]
)
def test_words_of_a_pdf_that_can_be_seen_are_read(draw: Callable[[FPDF], None]) -> None:
    assert_seen(document_from_bytes(pdf(draw), "cv.pdf"))


@pytest.mark.parametrize(
    "build",
    [
        vanished,
        white_letters,
        size_one,
        white_in_a_plain_cell,
        hidden_by_its_paragraph_style,
        hidden_by_a_style_under_its_own,
    ],
)
def test_words_of_a_word_file_that_nobody_sees_are_left_out_and_named(
    build: Callable[[docx.document.Document], None],
) -> None:
    document = document_from_bytes(word(build), "cv.docx")
    assert_hidden(document)
    assert len(document.looks) == len(document.text.split("\n"))


@pytest.mark.parametrize("build", [not_vanished, white_on_a_shaded_cell])
def test_words_of_a_word_file_that_can_be_seen_are_read(build: Callable[[docx.document.Document], None]) -> None:
    assert_seen(document_from_bytes(word(build), "cv.docx"))


@pytest.mark.parametrize(
    ("words", "sheet"),
    [
        ('<p style="display: none">Zendesk expert</p>', ""),
        ('<p style="DISPLAY:NONE"><b>Zendesk</b> <i>expert</i></p>', ""),
        ("<p hidden>Zendesk expert</p>", ""),
        ('<p style="color: #FFFFFF">Zendesk expert</p>', ""),
        ('<p style="color:rgb(255, 255, 255)">Zendesk expert</p>', ""),
        ('<font color="white">Zendesk expert</font>', ""),
        ('<p style="font-size:1px">Zendesk expert</p>', ""),
        ('<p style="font-size:0">Zendesk expert</p>', ""),
        ('<p style="opacity:0">Zendesk expert</p>', ""),
        ('<div style="position:absolute; left:-9999px">Zendesk expert</div>', ""),
        ('<p class="x">Zendesk expert</p>', ".x { visibility: hidden }"),
        ('<p id="x">Zendesk expert</p>', "p, #x { margin: 0; } #x {display:none}"),
        ('<div style="display:none"><p style="display:none">Zendesk expert</p></div>', ""),
    ],
)
def test_words_of_a_page_that_its_styles_hide_are_left_out_and_named(words: str, sheet: str) -> None:
    assert_hidden(document_from_bytes(page(words, sheet), "cv.html"))


@pytest.mark.parametrize(
    ("words", "sheet"),
    [
        ('<p style="color:white; background:#223">Zendesk expert</p>', ""),
        ('<div class="side"><p style="color:white">Zendesk expert</p></div>', ".side { background-color: navy }"),
        ('<table bgcolor="#222222"><tr><td><font color="#ffffff">Zendesk expert</font></td></tr></table>', ""),
        ('<p class="x">Zendesk expert</p>', "@media print { .x { display: none } }"),
        ('<p style="font-size:11px; opacity:0.8; border-color:white">Zendesk expert</p>', ""),
        ('<p style="font-size:0.9em">Zendesk expert</p>', ""),
        ('<p class="y">Zendesk expert</p>', ".x { display: none }"),
    ],
)
def test_words_of_a_page_that_can_be_seen_are_read(words: str, sheet: str) -> None:
    assert_seen(document_from_bytes(page(words, sheet), "cv.html"))


@pytest.mark.parametrize(("name", "data"), [("cv.pdf", pdf(white)), ("cv.docx", word(white_letters))])
def test_hidden_words_give_no_attainment_and_the_person_is_told(name: str, data: bytes) -> None:
    profile = ResumeReader(open_catalogue()).read(document_from_bytes(data, name))
    assert [job.title for job in profile.jobs] == ["Cashier"]
    assert flatten_profile(profile)["tools"] == []
    assert "text-hidden" in [finding.code for finding in profile.findings]


def test_a_stray_white_letter_is_not_worth_a_word() -> None:
    def draw(page: FPDF) -> None:
        page.set_text_color(255, 255, 255)
        page.cell(0, 6, ". x")

    assert document_from_bytes(pdf(draw), "cv.pdf").findings == ()
