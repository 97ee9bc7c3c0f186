"""Headings of résumés and what stands under them."""

import pytest

from groundfloor.model.document import Document
from groundfloor.readers.resume.sections import cut_resume, find_heading


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("WORK EXPERIENCE", "experience"),
        ("Employment History:", "experience"),
        ("Customer Service Experience", "experience"),
        ("## Career history", "experience"),
        ("Nursing Experience", "experience"),
        ("Hands-On Experience", "experience"),
        ("Work and Volunteer Experience", "experience"),
        ("Summary of Experience", "experience"),
        ("Summary of Qualifications", "summary"),
        ("US Army Service", "experience"),
        ("Academic Appointments", "experience"),
        ("E X P E R I E N C E", "experience"),
        ("Education and Training", "education"),
        ("Academic Background", "education"),
        ("Licenses & Certifications", "qualifications"),
        ("Professional Development", "qualifications"),
        ("Languages", "languages"),
        ("Core Competencies", "skills"),
        ("Skill Highlights", "skills"),
        ("Professional Summary", "summary"),
        ("About me", "summary"),
        ("Volunteer Experience", "volunteer"),
        ("Awards and Honors", "awards"),
        ("Professional Affiliations", "affiliations"),
        ("Interests", "personal"),
        ("References", "personal"),
    ],
)
def test_a_heading_opens_its_section(words: str, kind: str) -> None:
    assert find_heading(words) == kind


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Education coordinator", "a job title"),
        ("Sales Manager", "a job title"),
        ("Nursing experience", "an item of a list of skills"),
        ("Customer Service", "names no section"),
        ("experience.", "the end of a sentence"),
        ("Skills, Excel, Word", "has its content with it"),
        ("Experience 2012", "carries a date"),
        ("I have experience", "a sentence"),
    ],
)
def test_other_short_lines_are_no_headings(words: str, reason: str) -> None:
    assert find_heading(words) is None, reason


def test_a_heading_governs_the_lines_under_it_until_the_next() -> None:
    text = "Ada\n\nSkills\nExcel\nExperience\nCashier\nLanguages: French\nReferences\nOn request"
    kinds = {line.text: line.kind for line in cut_resume(Document(id="ada", text=text))}
    assert kinds == {
        "Ada": "top",
        "Skills": "skills",
        "Excel": "skills",
        "Experience": "experience",
        "Cashier": "experience",
        "Languages: French": "languages",
        "References": "personal",
        "On request": "personal",
    }


def test_lines_know_their_place_in_the_document() -> None:
    text = "  Ada \n\n\tCashier\n"
    assert [text[line.start : line.end] for line in cut_resume(Document(id="ada", text=text))] == ["Ada", "Cashier"]
