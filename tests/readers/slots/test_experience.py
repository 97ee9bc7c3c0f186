"""Experience is read with its length, its area and its strength."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Experience
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.experience import read_experience

Row = tuple[int | None, int | None, str]


def values(text: str) -> list[Experience]:
    facts = read_experience(get_scanner(open_catalogue()).scan(text))
    return [fact.value for fact in facts if isinstance(fact.value, Experience)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("2+ years of retail experience", (24, None), "and more"),
        ("1-2 years' experience in a call centre", (12, 24), "a range"),
        ("three (3) years experience in sales", (36, None), "a number in words"),
        ("At least six months of experience", (6, None), "months"),
        ("6 months to 1 year of experience", (6, 12), "two units"),
        ("1.5 years of sales experience", (18, None), "half years"),
        ("Up to 2 years of experience", (None, 24), "no minimum"),
        ("4-7+ years in customer support experience", (48, None), "an open range"),
        ("Experience in hospitality required", (None, None), "no length given"),
        ("Requirements\n- 2+ years using a ticketing system", (24, None), "a doing names the work"),
        ("Requirements\n- 3+ years selling into large firms", (36, None), "selling is work"),
        ("Requirements\nAn experienced receptionist", (None, None), "an experienced person has experience"),
        ("Minimum of 1 year in a call centre", (12, None), "a minimum is asked"),
        ("Requirements\nSales: 3 years (Required)", (36, None), "strength in brackets behind a length"),
        ("Requirements\n2 years contract management experience", (24, None), "contracts are the work here"),
        ("You need two years in a contact centre, and clear English", (24, None), "asked, though no heading says so"),
        ("Plan holidays; 18 months in a travel agency", (18, None), "a length begins a clause and work follows"),
        ("At least 1 year at a reception desk", (12, None), "a place of work"),
        ("No experience necessary", (0, None), "none is needed"),
        ("Experience is not required", (0, None), "none is needed, said backwards"),
        ("ä year of retail experience is required", (12, None), "a letter with a mark is read as the letter"),
    ],
)
def test_lengths(text: str, expected: tuple[int | None, int | None], reason: str) -> None:
    (value,) = values(text)
    assert (value.months_min, value.months_max) == expected, reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Must be 18 years or older", "an age"),
        ("A 12 month contract", "a term of contract"),
        ("Requirements\nExcel and Outlook experience", "a tool with a short name"),
        ("It suits those seeking experience in care", "what the reader hopes for"),
        ("Requirements\n6 months starting in May", "a term"),
        ("Requirements\nWithin the first 6 months you learn the tills", "a time to come"),
        ("We have served guests for over 25 years", "the employer's own years"),
        ("Deliver the best customer experience", "the customer's experience"),
        ("Customer Experience Manager", "a title"),
        ("Requirements\nPay based on experience", "pay by experience"),
        ("Two years in Spain, then home", "a length without work"),
        ("Applicants passionate about improving the experience for visitors", "the visitors' experience"),
        ("Gain valuable experience", "what the job gives"),
        ("Requirements\nSend a letter outlining your relevant experience", "how to apply"),
        ("Requirements\nA combination of education and experience", "in place of schooling"),
        ("Guests will experience a change", "a verb"),
        ("Bachelor's degree or equivalent experience", "in place of a degree"),
        ("Requirements\nExperience with Zendesk", "a tool, which the tools tell"),
    ],
)
def test_what_is_no_experience_asked(text: str, reason: str) -> None:
    assert values(text) == [], reason


@pytest.mark.parametrize(
    ("text", "area", "families"),
    [
        ("2 years of retail experience", "retail", ("retail_sales_assistant",)),
        ("Experience in a call centre is a plus", "call centre", ("contact_centre_agent",)),
        ("Previous cash handling experience required", "cash handling", ("cashier",)),
        ("2 years of experience", "any", ()),
    ],
)
def test_area_and_the_role_families_it_counts_for(text: str, area: str, families: tuple[str, ...]) -> None:
    (value,) = values(text)
    assert (value.area, value.role_families) == (area, families)


def test_the_better_case_is_an_ask_of_its_own() -> None:
    facts = read_experience(get_scanner(open_catalogue()).scan("2 years of sales experience, ideally in insurance"))
    rows = [(f.value.months_min, f.value.area, f.strength) for f in facts if isinstance(f.value, Experience)]
    assert rows == [(24, "sales", "required"), (None, "insurance", "preferred")]


def test_a_heading_of_preferred_things_makes_a_minimum_a_preference() -> None:
    text = "Preferred qualifications\nMinimum of 2 years of sales experience"
    assert [fact.strength for fact in read_experience(get_scanner(open_catalogue()).scan(text))] == ["preferred"]


@pytest.mark.parametrize(
    ("text", "strength", "reason"),
    [
        (
            "Patience is essential and experience of a ward would be an advantage",
            "preferred",
            "the word behind its area",
        ),
        ("Experience of nursing is preferable but not essential", "preferred", "preferable is no must"),
        ("Experience with bookings is of great value", "preferred", "what is of value is welcome"),
        ("Experience in support roles. (Nice to have)", "preferred", "an afterthought in brackets"),
        ("Bonus points for\n\nExperience in tourism", "preferred", "a heading"),
        ("Experience in a role that required tact", "required", "a verb of the past asks nothing"),
    ],
)
def test_how_much_experience_is_wanted(text: str, strength: str, reason: str) -> None:
    (fact,) = read_experience(get_scanner(open_catalogue()).scan(f"Requirements:\n{text}"))
    assert fact.strength == strength, reason


@pytest.mark.parametrize(
    ("text", "area", "reason"),
    [
        ("Requirements\n2 years of experience in shop sales who like people", "shop sales", "the person is no area"),
        ("We are looking for an experienced pastry chef to join us", "pastry chef", "the role, not the sentence"),
        ("Experienced stage hand for a quiet theatre", "stage hand", "a line that opens with it"),
        ("Requirements\nExperience selling to large, slow-moving hospitals", "selling to large, slow-moving hospitals",
         "a trait goes on behind a comma"),
        ("You must have experience and expertise in tissue viability", "tissue viability", "two words for one thing"),
        ("Nurses who have experience of working in liaison teams", "liaison teams", "the verb is no area"),
        ("Requirements\nCall center experience of at least two years", "any", "a length is no area"),
        ("Requirements\nExperience in one of our shops", "one of our shops", "a number that counts no time is one"),
    ],
)  # fmt: skip
def test_the_area_is_what_the_work_is_in(text: str, area: str, reason: str) -> None:
    assert [value.area for value in values(text)] == [area], reason


def test_none_needed_does_not_hide_a_length_in_another_breath() -> None:
    found = values(
        "Requirements\nWITH DEGREE NO EXPERIENCE REQUIRED - At least 6 months of banking experience preferred"
    )
    assert [(value.months_min, value.months_max) for value in found] == [(0, None), (6, None)]


def test_a_wish_in_brackets_is_not_what_the_length_counts() -> None:
    found = read_experience(
        get_scanner(open_catalogue()).scan("Requirements\n2-5 years providing IT support (prefer experience by phone)")
    )
    assert [(fact.value.months_min, fact.strength) for fact in found if isinstance(fact.value, Experience)] == [
        (24, "required"),
        (None, "preferred"),
    ]


def test_the_same_ask_under_two_headings_is_told_once() -> None:
    line = "- 2+ years of experience in wholesale\n"
    assert len(values(f"Requirements\n{line}Preferred qualifications\n{line}")) == 1


def test_a_year_or_two_is_a_range() -> None:
    assert [(value.months_min, value.months_max) for value in values("A year or two's experience required")] == [
        (12, 24)
    ]


def test_none_needed_does_not_hide_what_is_welcome_after_a_but() -> None:
    text = "You do not need prior experience in the field but some experience of care would be an advantage"
    assert [value.area for value in values(text)] == ["any", "care"]
