"""The business an advertisement's worker serves in."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.posting import Posting
from groundfloor.model.vocabulary import RoleFamily
from groundfloor.readers.frame import Part
from groundfloor.readers.industry import read_industry
from groundfloor.readers.scanning import get_scanner


@pytest.mark.parametrize(
    ("text", "employer", "family", "industry", "reason"),
    [
        ("We are a regional bank.", "", "other", "banking_finance", "the text says so"),
        ("Join our hotel. Guests love our hotel.", "", "receptionist", "hospitality_food", "said twice"),
        ("Answer calls.", "Northgate Insurance Company", "contact_centre_agent", "insurance", "the employer's name"),
        ("Chase payments.", "", "collections", "collections_credit", "the work names the industry by itself"),
        (
            "High school diploma. Dental cover.",
            "",
            "contact_centre_agent",
            "other",
            "schooling and benefits tell nothing",
        ),
    ],
)
def test_the_industry_and_what_shows_it(
    text: str, employer: str, family: RoleFamily, industry: str, reason: str
) -> None:
    posting = Posting(id="1", description=text, employer=employer)
    frame = get_scanner(open_catalogue()).scan(posting.text)
    assert read_industry(posting, frame, family, open_catalogue()) == industry, reason


@pytest.mark.parametrize(
    ("profile", "text", "family", "industry", "reason"),
    [
        (
            "Orbia is a leading software company.",
            "Retailers and their shoppers use Orbia.",
            "account_manager",
            "software_it",
            "what the employer is outweighs whom it serves",
        ),
        ("Harbour Hotel", "Answer calls.", "contact_centre_agent", "hospitality_food", "the name alone on its line"),
        ("", "SaaS for hospitals.", "account_manager", "software_it", "who sells a product speaks of its buyers too"),
        ("", "SaaS for hospitals.", "receptionist", "software_it", "whom it serves stands behind what it is"),
        ("", "Orbia is a financial technology company.", "receptionist", "banking_finance", "the longer wording"),
        ("Clearwater Energy is growing.", "Answer calls.", "other", "utilities_energy", "the last word of its name"),
        ("", "Join Northgate Bank.", "receptionist", "banking_finance", "a firm that one joins"),
        ("", "Bring energy. Our Quality Assurance team is kind.", "receptionist", "other", "no firm is named"),
        (
            "",
            "Sell our platform to clients in the hotel trade. A cloud platform.",
            "sales_representative",
            "software_it",
            "the trade of those sold to",
        ),
        ("", "An iGaming operator.", "account_manager", "other", "a business outside the list is other"),
        ("We are a staffing agency.", "Our client is a hotel.", "receptionist", "hospitality_food", "the client's"),
        ("We are a staffing agency.", "Answer calls.", "receptionist", "staffing", "no client is stated"),
        (
            "",
            "Every retailer knows us. Orbia is a bank.",
            "receptionist",
            "banking_finance",
            "a line that says what it is",
        ),
        ("", "Serve people beside the hotel.", "bank_teller", "banking_finance", "the work speaks for its industry"),
        ("", "We care for patients. Ask for bank shifts.", "other", "healthcare", "bank shifts are no bank"),
        ("", "Ideally you know Microsoft Excel.", "receptionist", "other", "a product's name is not the employer's"),
    ],
)
def test_what_the_employer_is_counts_before_whom_it_serves(
    profile: str, text: str, family: RoleFamily, industry: str, reason: str
) -> None:
    posting = Posting(id="1", title="Worker wanted", company_profile=profile, description=text)
    profile_start, text_start = len(posting.title) + 2, posting.text.index(text)
    parts = [Part(profile_start, text_start, "employer"), Part(text_start, len(posting.text), "job")]
    frame = get_scanner(open_catalogue()).scan(posting.text, parts)
    assert read_industry(posting, frame, family, open_catalogue()) == industry, reason


@pytest.mark.parametrize(
    ("title", "text", "family", "industry", "reason"),
    [
        ("PHP Developer", "Four years of PHP.", "other", "software_it", "the title names the trade"),
        ("PHP Developer", "We are a regional bank.", "other", "banking_finance", "the text speaks louder"),
        ("Staff Nurse", "Night shifts.", "other", "healthcare", "the title names the trade"),
        (
            "Office Apprentice",
            "Hill College trains you.",
            "clerical_support",
            "other",
            "the trainer's client is unnamed",
        ),
        ("Apprentice", "Hill College trains you at a hotel.", "clerical_support", "hospitality_food", "the client's"),
    ],
)
def test_what_the_title_adds(title: str, text: str, family: RoleFamily, industry: str, reason: str) -> None:
    posting = Posting(id="1", title=title, description=text)
    frame = get_scanner(open_catalogue()).scan(posting.text)
    assert read_industry(posting, frame, family, open_catalogue()) == industry, reason
