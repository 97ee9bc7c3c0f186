"""Lists of skills and certificates: programs are tools, papers are qualifications, traits are neither."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.document import Document
from groundfloor.readers.resume.reader import ResumeReader, flatten_profile

JOB = "Dana Moore\n\nExperience\nCashier, Corner Foods, 2012 - 2014\nCounted the till\n\n"


def held(words: str) -> dict[str, list[str]]:
    plain = flatten_profile(ResumeReader(open_catalogue()).read(Document(id="dana", text=JOB + words)))
    return {"tools": plain["tools"], "qualifications": plain["qualifications"]}


@pytest.mark.parametrize(
    ("words", "qualifications", "reason"),
    [
        ("Skills and Certificates\nExcel, typing 45 wpm, ServSafe, teamwork", ["ServSafe"], "a mixed list"),
        ("Certifications\nExcel, typing 45 wpm, Food Handler Card", ["Food Handler Card"], "programs are no papers"),
        (
            "Certifications\nSpanish, Microsoft Excel Certificate",
            ["Microsoft Excel Certificate"],
            "a paper on a program",
        ),
        ("Skills\nfiling, First Aid, phones", ["First Aid"], "a credential of every trade in a list of skills"),
        ("Skills\nCertified in CPR and First Aid", ["CPR and First Aid"], "certified in"),
        ("Certifications\nServSafe\nservsafe", ["ServSafe"], "named twice"),
        ("Certifications\nMill Road College, Forklift Licence", ["Forklift Licence"], "a school is no paper"),
        ("Skills\nFirst aid kits, fast learner", [], "a thing, not a credential"),
    ],
)
def test_only_papers_are_qualifications(words: str, qualifications: list[str], reason: str) -> None:
    assert held(words)["qualifications"] == qualifications, reason


@pytest.mark.parametrize(
    ("words", "tools", "reason"),
    [
        (
            "Summary\nUsed Zendesk, Quorra and Lumen Desk all day.",
            ["Zendesk", "Quorra", "Lumen Desk"],
            "names in one breath with a program that is known",
        ),
        ("Summary\nUsed Tact, Patience and Charm all day.", [], "names of which none is a program"),
        ("Summary\nTen years in shops. Computer skills: Quorra, Virus Removal", ["Quorra"], "a label within a line"),
        (
            "Skills\nComputer skills: Qwickserve, Tillmaster\nand Boxlink",
            ["Qwickserve", "Tillmaster"],
            "a labelled list",
        ),
        (
            "Skills\nPrograms: Qwickserve, Tillmaster,\nBoxlink, Rowan.",
            ["Qwickserve", "Tillmaster", "Boxlink", "Rowan"],
            "a labelled list over two lines",
        ),
        (
            "Skills\nMicrosoft Excel, Sales, Advertising, Arts, Safety",
            ["Microsoft Excel"],
            "a list of skills with one program",
        ),
        ("Skills\nPrograms: Tillmaster, tillmaster", ["Tillmaster"], "named twice"),
        (
            "Experience\nTook payments on Square POS\n\nSkills\nPrograms: Square POS",
            ["Square POS"],
            "a program of the catalogue named again",
        ),
    ],
)
def test_only_programs_are_tools(words: str, tools: list[str], reason: str) -> None:
    assert held(words)["tools"] == tools, reason
