"""A whole résumé becomes a profile; every thing in it has its words."""

import io
import json
import os
from functools import cache
from pathlib import Path

import docx
import pytest
from fpdf import FPDF

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.document import Document
from groundfloor.model.facts import Language
from groundfloor.model.profile import Profile
from groundfloor.readers.resume.reader import ResumeReader, flatten_profile
from groundfloor.sources.documents import document_from_bytes, read_document

RESUME = """Dana Moore
dana.moore@example.org | Bristol

PROFILE
Patient service professional, a good listener under pressure.

EXPERIENCE
Team Leader, Northwind Utilities, Bristol, 03/2019 - Present
Led a team of 12 agents and coached new starters.
Answered calls from customers about bills and resolved their complaints.
Customer Service Adviser, Northwind Utilities, 06/2016 - 03/2019
Answered 60 calls a day from customers.
Warehouse Operative, Box & Co, 01/2015 - 05/2016
Loaded lorries.

EDUCATION
BA History, University of Bath, 2014

LANGUAGES
Spanish (native), Polish - conversational, English

CERTIFICATIONS
Food Hygiene Certificate, 2016

SKILLS
Zendesk, MS Excel, tills
"""


@cache
def reader() -> ResumeReader:
    return ResumeReader(open_catalogue())


def read(text: str) -> Profile:
    return reader().read(Document(id="dana", text=text))


def codes(profile: Profile) -> list[str]:
    return [finding.code for finding in profile.findings]


def test_a_resume_becomes_a_profile() -> None:
    profile = read(RESUME)
    assert [(job.title, job.employer, job.start, job.end) for job in profile.jobs] == [
        ("Team Leader", "Northwind Utilities", "2019-03", None),
        ("Customer Service Adviser", "Northwind Utilities", "2016-06", "2019-03"),
        ("Warehouse Operative", "Box & Co", "2015-01", "2016-05"),
    ]
    assert [(one.level, one.field, one.year) for one in profile.education] == [("bachelor", "History", 2014)]
    assert (profile.role_family_now, profile.level_now) == ("team_leader", "lead")
    assert {"answer_enquiries", "resolve_complaints"} <= set(profile.duties)
    assert profile.findings == ()


def test_the_listed_languages_carry_the_level_that_stands_beside_each() -> None:
    languages = [fact.value for fact in read(RESUME).facts if fact.kind == "language"]
    assert languages == [Language(tag="es", cefr="C2"), Language(tag="pl", cefr="B1"), Language(tag="en")]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("I speak fluent French.", Language(tag="fr", cefr="C1")),
        ("Helped Spanish-speaking customers at the counter.", Language(tag="es")),
        ("LANGUAGES\nB2 German", Language(tag="de", cefr="B2")),
        ("LANGUAGES\nJapanese (JLPT N2)", Language(tag="ja", cefr="B1")),
    ],
)
def test_a_language_is_held_when_the_person_says_they_use_it(line: str, language: Language) -> None:
    facts = read(f"Experience\nCashier, Corner Shop, 2011 - 2013\n{line}").facts
    assert [fact.value for fact in facts if fact.kind == "language"] == [language]


def test_the_words_behind_a_listed_language_take_in_the_bracket_that_tells_its_level() -> None:
    facts = read("Languages\nEnglish (native), Japanese (JLPT N3), Polish").facts
    quotes = [fact.quote for fact in facts if fact.kind == "language"]
    assert quotes == ["English (native)", "Japanese (JLPT N3)", "Polish"]


def test_a_language_studied_or_taught_elsewhere_is_not_held() -> None:
    text = "Education\nBA English, 2012\nVolunteering\nTaught English to newcomers\n"
    assert [fact for fact in read(text).facts if fact.kind == "language"] == []


def test_current_jobs_count_to_the_latest_other_date_never_to_today() -> None:
    profile = read("Experience\nCashier, Corner Shop, 01/2018 - Present\nHost, Grill, 01/2017 - 01/2019\n")
    assert (profile.months_worked, profile.months_customer_facing) == (24, 24)


@pytest.mark.parametrize(
    ("lines", "months", "reason"),
    [
        ("Certificates\nFirst Aid, 01/2020", 24, "a certificate was earned before the résumé was written"),
        ("Certificates\nFirst Aid, expires 01/2030", 0, "an end still to come tells nothing"),
        ("Education\nBA History, Mill Road College, expected 2030", 0, "nor a degree still to come"),
        ("Education\nBA History, Mill Road College, 2020 - present", 24, "schooling that runs has begun"),
        ("Skills\nWindows Server, last used 2020", 24, "a date beside a skill"),
    ],
)
def test_the_day_a_resume_was_written_is_its_latest_date_of_what_has_been(lines: str, months: int, reason: str) -> None:
    assert read(f"Experience\nCashier, Corner Shop, 01/2018 - Present\n\n{lines}").months_worked == months, reason


def test_overlapping_jobs_count_once_and_jobs_without_customers_not_at_all() -> None:
    profile = read(
        "Experience\nCashier, Corner Shop, 01/2015 - 01/2017\nSales Assistant, Shoe Shop, 01/2016 - 07/2017\n"
        "Warehouse Operative, Box & Co, 07/2017 - 01/2018\n"
    )
    assert (profile.months_customer_facing, profile.months_worked) == (30, 36)


def test_a_duty_counts_only_where_a_job_tells_it() -> None:
    boast = (
        "Summary\nI answer enquiries from customers.\nExperience\nWarehouse Operative, 2015 - 2016\nLoaded lorries.\n"
    )
    assert "answer_enquiries" not in read(boast).duties


def test_every_quote_stands_in_the_text_at_its_span() -> None:
    profile = read(RESUME)
    things = [*profile.jobs, *profile.education, *profile.facts]
    assert things
    for thing in things:
        assert thing.span is not None
        assert RESUME[thing.span.start : thing.span.end] == thing.quote


def test_name_and_email_are_only_noted_as_present() -> None:
    profile = read(RESUME)
    assert (profile.name_present, profile.email_present) == (True, True)
    assert "Dana" not in json.dumps(flatten_profile(profile))
    nameless = read("CASHIER\nExperience\nCashier 2011 - 2013")
    assert (nameless.name_present, nameless.email_present) == (False, False)


def test_age_sex_family_and_photo_leave_no_trace() -> None:
    personal = "Personal details\nBorn 3 May 1990, female, married, two children, Irish\nPhoto attached\n"
    plain, told = read(RESUME), read(RESUME + personal)
    assert (told.jobs, told.education, told.facts) == (plain.jobs, plain.education, plain.facts)


def test_a_gap_between_jobs_changes_nothing_but_the_months() -> None:
    text = "Experience\nCashier, Corner Shop, {start} - 01/2017\nHost, Grill, 01/2010 - 01/2012\n"
    assert codes(read(text.format(start="01/2016"))) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Summary\nI like people.", "jobs-missing"),
        ("Experience\nHEAD CASHIER, 2011 - 2013\nCounted\nOFFICE ASSISTANT\nFiled", "dates-missing"),
        (
            "Berufserfahrung\nKassierer im Supermarkt, ich bediente die Kasse und half den Kunden",
            "language-not-english",
        ),
    ],
)
def test_what_is_missing_is_said(text: str, code: str) -> None:
    assert code in codes(read(text))


def test_findings_of_the_document_are_kept() -> None:
    document = document_from_bytes(b"Experience\nWaiter, Caf\xe9 Rio, 2012 - 2014", "cv.txt")
    assert "text-broken-encoding" in codes(reader().read(document))


def test_the_exchange_format_has_its_fields() -> None:
    plain = flatten_profile(read(RESUME))
    assert plain["tools"] == ["Zendesk", "MS Excel", "tills"]
    assert plain["qualifications"] == ["Food Hygiene Certificate"]
    assert plain["languages"][0]["tag"] == "es"
    assert plain["languages"][0]["quote"] == "Spanish (native)"
    job = {key: plain["jobs"][0][key] for key in ("title", "start", "end", "current", "people_managed")}
    assert job == {"title": "Team Leader", "start": "2019-03", "end": None, "current": True, "people_managed": True}


def test_the_same_resume_reads_the_same_every_time() -> None:
    assert json.dumps(flatten_profile(read(RESUME))) == json.dumps(flatten_profile(read(RESUME)))


# --- the same person in other files


SIDE = ["CONTACT", "dana@example.org", "Bristol, UK", "SKILLS", "Salesforce", "Zendesk", "Conflict resolution",
        "LANGUAGES", "Spanish - fluent", "EDUCATION", "BA History", "University of Bath", "2014"]  # fmt: skip
MAIN = [
    "PROFILE",
    "Warm and patient service professional with eight years in contact centres, used to busy shifts.",
    "EXPERIENCE",
    "Team Leader",
    "Northwind Utilities, Bristol",
    "March 2019 - Present",
    "Led a team of 12 agents answering billing calls; coached new starters and listened to recorded calls weekly.",
    "Receptionist",
    "Harbour Hotel, Bath",
    "09/2014 - 05/2016",
    "Checked guests in and out and took reservations by phone and e-mail.",
]


def two_columns(*, sidebar_left: bool) -> bytes:
    page = FPDF()
    page.add_page()
    page.set_font("Helvetica", "B", 16)
    page.text(10, 15, "Dana Moore")
    narrow, wide = (10, 70) if sidebar_left else (145, 10)
    for left, width, lines, leading in ((narrow, 50, SIDE, 4.6), (wide, 125, MAIN, 5)):
        page.set_xy(left, 30)
        for line in lines:
            page.set_font("Helvetica", "B" if line.isupper() else "", 9)
            page.set_x(left)
            page.multi_cell(width, leading, line, align="L", new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


def laid_out_in_a_table() -> bytes:
    document = docx.Document()
    document.add_paragraph("Dana Moore")
    document.add_heading("Experience")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "March 2019 - Present"
    table.cell(0, 1).text = "Team Leader\nNorthwind Utilities\nLed a team of 12 agents"
    table.cell(1, 0).text = "09/2014 - 05/2016"
    table.cell(1, 1).text = "Receptionist\nHarbour Hotel\nChecked guests in"
    document.add_heading("Education")
    document.add_paragraph("BA History, University of Bath, 2014")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def json_resume() -> bytes:
    work = [
        {
            "name": "Northwind Utilities",
            "position": "Team Leader",
            "startDate": "2019-03",
            "highlights": ["Led 12 agents"],
        },
        {"name": "Harbour Hotel", "position": "Receptionist", "startDate": "2014-09", "endDate": "2016-05-31"},
    ]
    education = [{"institution": "University of Bath", "area": "History", "studyType": "BA", "endDate": "2014"}]
    return json.dumps({"basics": {"name": "Dana Moore"}, "work": work, "education": education}).encode()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("left.pdf", two_columns(sidebar_left=True)),
        ("right.pdf", two_columns(sidebar_left=False)),
        ("table.docx", laid_out_in_a_table()),
        ("resume.json", json_resume()),
    ],
)
def test_the_same_jobs_are_read_from_every_kind_of_file(name: str, data: bytes) -> None:
    profile = reader().read(document_from_bytes(data, name))
    assert [(job.title, job.employer, job.start, job.end, job.current) for job in profile.jobs] == [
        ("Team Leader", "Northwind Utilities", "2019-03", None, True),
        ("Receptionist", "Harbour Hotel", "2014-09", "2016-05", False),
    ]
    assert [(one.level, one.year) for one in profile.education] == [("bachelor", 2014)]
    assert profile.name_present


def test_the_real_resumes_give_every_job_its_dates() -> None:
    data = Path(os.environ.get("GROUNDFLOOR_EVAL_DATA", Path(__file__).parents[4] / "shared" / "eval"))
    if not (data / "resumes" / "gold.json").exists():
        pytest.skip("needs the evaluation data")
    gold = json.loads((data / "resumes" / "gold.json").read_text(encoding="utf-8"))[:12]
    right = total = 0
    for record in gold:
        profile = reader().read(read_document(data / "resumes" / "pdf" / f"{record['id']}.pdf"))
        found = {(job.start, job.end) for job in profile.jobs}
        right += sum((job["start"], job["end"]) in found for job in record["jobs"])
        total += len(record["jobs"])
    assert right >= 0.9 * total


@pytest.mark.parametrize(
    ("school", "level"),
    [
        ("[Hill High School, Leeds, 2014 - 2019]", "secondary"),
        ("Hill High School (Leeds, 2014 - 2019)", "secondary"),
        ("(Oak College, 2014 - 2019)", "some_college"),
    ],
)
def test_a_school_among_the_jobs_is_schooling_and_no_job(school: str, level: str) -> None:
    text = f"Receptionist, Elm Dental, Mar 2021 - Present\n- Greeted patients\n\n{school}\n"
    profile = ResumeReader(open_catalogue()).read(Document(id="x", text=text))
    assert [job.title for job in profile.jobs] == ["Receptionist"]
    assert [(one.level, one.year) for one in profile.education] == [(level, 2019)]


def test_work_at_a_school_stays_work() -> None:
    text = "Experience\nReceptionist\nOak College, 2014 - 2019\n- Greeted visitors\n"
    profile = ResumeReader(open_catalogue()).read(Document(id="x", text=text))
    assert [(job.title, job.employer) for job in profile.jobs] == [("Receptionist", "Oak College")]
    assert profile.education == ()
