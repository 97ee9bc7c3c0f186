"""Jobs are found however a person lays them out."""

import pytest

from groundfloor.model.document import Document
from groundfloor.readers.resume.job_entries import JobEntry, read_job_entries
from groundfloor.readers.resume.job_words import best_title, title_score, without_place
from groundfloor.readers.resume.sections import cut_resume

LAYOUTS = {
    "title, employer and dates on one line": """
Experience
Shift Supervisor, Corner Bakery, Austin, TX, Mar 2018 - Present
Barista, Bean & Co, Jun 2015 - Feb 2018
""",
    "dates at the left": """
EMPLOYMENT
Mar 2018 - Present    Shift Supervisor, Corner Bakery, Austin, TX
   - Opened and closed the shop
Jun 2015 - Feb 2018   Barista, Bean & Co, Austin, TX
""",
    "employer above the title, dates below": """
PROFESSIONAL EXPERIENCE

Corner Bakery, Austin, TX
Shift Supervisor
03/2018 – Present
• Opened and closed the shop

Bean & Co, Austin, TX
Barista
06/2015 – 02/2018
""",
    "title above the employer, dates below": """
WORK HISTORY
Shift Supervisor
Corner Bakery, Austin, TX
March 2018 to Current
Opened and closed the shop

Barista
Bean & Co, Austin, TX
June 2015 to February 2018
""",
    "dates above, the title under them": """
Experience
03/2018 to Current
Shift Supervisor Company Name - City , State
Opened and closed the shop
06/2015 to 02/2018
Barista Company Name - City , State
""",
    "dates over three lines": """
Experience
March 2018
to
Current
Corner Bakery
Shift Supervisor
Opened and closed the shop

June 2015
to
February 2018
Bean & Co
Barista
""",
    "cells of a table": """
Experience
Shift Supervisor\tCorner Bakery\t03/2018 - now
Barista\tBean & Co\t06/2015 - 02/2018
""",
    "marks between the parts": """
## Experience
**Shift Supervisor** | Corner Bakery | 2018-03 – Present
- Opened and closed the shop
**Barista** | Bean & Co | 2015-06 – 2018-02
""",
    "labels before the parts": """
Work history
Position: Shift Supervisor
Company: Corner Bakery
Dates: 03/2018 - Present

Position: Barista
Company: Bean & Co
Dates: 06/2015 - 02/2018
""",
    "no heading at all": """
Kim Ray, kim.ray@example.org
Shift Supervisor at Corner Bakery, Austin, March 2018 to present
Opened and closed the shop
Barista at Bean & Co, June 2015 - February 2018
""",
    "sentences": """
I have worked as a shift supervisor at Corner Bakery from March 2018 to present.
From June 2015 to February 2018 I was a barista at Bean & Co.
""",
}


def read(text: str) -> list[JobEntry]:
    return read_job_entries(text, cut_resume(Document(id="x", text=text)))


def told(text: str) -> list[tuple[str, str | None, str | None, bool]]:
    none = (None, None, False)
    return [(one.title.lower(), *(one.dates[:3] if one.dates else none)) for one in read(text)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_two_jobs_are_read_from_every_layout(layout: str) -> None:
    assert told(LAYOUTS[layout]) == [
        ("shift supervisor", "2018-03", None, True),
        ("barista", "2015-06", "2018-02", False),
    ]


@pytest.mark.parametrize(
    "layout", [name for name in LAYOUTS if "Corner Bakery" in LAYOUTS[name] and name != "sentences"]
)
def test_the_employer_is_read_beside_the_title(layout: str) -> None:
    assert [one.employer for one in read(LAYOUTS[layout])] == ["Corner Bakery", "Bean & Co"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Experience\nGrand Hotel, Denver\nFront Office Manager (2019 - 2021)\n- Led the desk\n"
            "Front Desk Agent (2015 - 2019)",
            "the employer stands once",
        ),
        (
            "Experience\nGrand Hotel, 2015 - 2021\nFront Office Manager, 2019 - 2021\nLed the desk\n"
            "Front Desk Agent, 2015 - 2019",
            "the time at the employer stands above its jobs",
        ),
    ],
)
def test_a_promotion_at_one_employer_is_two_jobs(text: str, reason: str) -> None:
    jobs = read(text)
    assert [(one.title, one.employer) for one in jobs] == [
        ("Front Office Manager", "Grand Hotel"),
        ("Front Desk Agent", "Grand Hotel"),
    ], reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("- Promoted to team leader in May 2015", "a date in a sentence about the work"),
        (
            "Raised sales from 2012 to 2014 by a fifth across nine shops and two regions of the country",
            "a long sentence",
        ),
        ("Used Windows Server 2012 with Active Directory", "a year in a product's name"),
        ("Employee of the month, March 2016", "an award"),
    ],
)
def test_other_dates_in_the_telling_start_no_job(line: str, reason: str) -> None:
    assert told(f"Experience\nCashier, Corner Shop, 2011 - 2017\n{line}\n") == [("cashier", "2011", "2017", False)], (
        reason
    )


@pytest.mark.parametrize("section", ["Education", "Volunteer Work", "Professional Affiliations", "Certifications"])
def test_dates_in_other_sections_start_no_job(section: str) -> None:
    text = f"Experience\nCashier 2011 - 2013\n{section}\nMember, Town Association 2012 - 2015\n"
    assert told(text) == [("cashier", "2011", "2013", False)]


def test_a_heading_inside_a_job_does_not_end_the_jobs() -> None:
    text = (
        "Experience\nShift Supervisor, Corner Bakery, 2018 - 2020\nOpened the shop\nKey Achievements\nBest shop\n"
        "Barista, Bean & Co, 2015 - 2018\nAchievements:\n- Fastest barista\nHost\n2013 - 2015\nGreeted guests\n"
    )
    assert [title for title, *_ in told(text)] == ["shift supervisor", "barista", "host"]


def test_awards_after_the_jobs_are_no_jobs() -> None:
    text = "Experience\nBarista, Bean & Co, 2015 - 2018\nAwards\nTop of the class 2012 - 2013\nBest seller, 2016\n"
    assert [title for title, *_ in told(text)] == ["barista"]


def test_a_title_nobody_knows_is_taken_from_the_usual_place() -> None:
    text = "Experience\nCashier 2011 - 2013\nServed\nFloor Wizard 2013 - 2014\nHelped\nHost 2014 - 2015"
    assert [title for title, *_ in told(text)] == ["cashier", "floor wizard", "host"]


def test_a_title_that_runs_into_the_telling_is_cut_out() -> None:
    text = (
        "Experience\nMay 2015\nto\nJune 2016\n"
        "Company Name City , State Hotel Porter Carried bags to rooms, parked cars and called taxis at any hour.\n"
        "June 2016\nto\nCurrent\n"
        "Company Name City , State Host Greeted diners, kept the list of tables and answered the telephone.\n"
    )
    assert [title for title, *_ in told(text)] == ["hotel porter", "host"]


def test_a_short_job_just_above_another_is_not_the_sum_of_it() -> None:
    text = "Experience\nFloor Wizard 06/2014 - 09/2014\nHelped\nCashier 02/2014 - 06/2014\nServed\nHost 2013 - 2014"
    assert [title for title, *_ in told(text)] == ["floor wizard", "cashier", "host"]


def test_a_job_without_a_title_still_counts() -> None:
    text = (
        "Experience\nCashier\n2011 to 2013\nCompany Name - City , State\n\n2013 to 2014\nCompany Name - City , State\n"
    )
    assert told(text) == [("cashier", "2011", "2013", False), ("", "2013", "2014", False)]


def test_a_bold_title_without_dates_is_a_job_without_dates() -> None:
    text = "EXPERIENCE\nHEAD CASHIER 2011 - 2013\nCounted tills\nOFFICE ASSISTANT\nFiled letters"
    assert told(text) == [("head cashier", "2011", "2013", False), ("office assistant", None, None, False)]


def test_a_history_given_twice_counts_once() -> None:
    text = "Work History\nCashier 2011 - 2013\nEducation\nGED 2009\nWork History\nCashier 2011 - 2013\n"
    assert len(read(text)) == 1


def test_quote_and_body_point_into_the_text() -> None:
    text = "Experience\nCashier, Corner Shop, 2011 - 2013\nCounted tills\nHost, 2013 - 2015\nGreeted"
    first, second = read(text)
    assert text[first.span.start : first.span.end] == "Cashier, Corner Shop, 2011 - 2013"
    assert text[first.body.start : first.body.end].strip().endswith("Counted tills")
    assert text[second.body.start : second.body.end].endswith("Greeted")


@pytest.mark.parametrize(
    "words",
    ["Head Cashier", "Guest Service Team Member", "Front Desk", "Care-giver", "Sr. Sales Associate", "Vice President"],
)
def test_job_titles_look_like_titles(words: str) -> None:
    assert title_score(words) >= 3


@pytest.mark.parametrize(
    "words",
    [
        "Corner Bakery Inc.",
        "Austin, TX",
        "Answered sixty calls a day.",
        "Company Name",
        "Responsible for the till",
        "2012",
    ],
)
def test_employers_places_and_sentences_do_not(words: str) -> None:
    assert title_score(words) < 3


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Cashier, Acme Stores", "Cashier"),
        ("Acme Stores - Head Cashier", "Head Cashier"),
        ("Receptionist, Telemarketer, Marketing", "Receptionist, Telemarketer, Marketing"),
        ("Sales Manager - Customer Returns", "Sales Manager - Customer Returns"),
        ("Museum Docent, City Museum", "Museum Docent"),
        ("Worked as a waiter at The Grill", "waiter"),
    ],
)
def test_the_title_is_cut_out_of_its_line(words: str, title: str) -> None:
    assert best_title(words)[0] == title


def test_a_place_is_no_title() -> None:
    assert [without_place(words) for words in ("Leeds, UK", "Remote", "City , State")] == ["", "", ""]
