"""Words said over and over count for nothing; a résumé that only looks alike from job to job is no padding."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.document import Document
from groundfloor.readers.resume.padding import list_padding
from groundfloor.readers.resume.reader import ResumeReader, flatten_profile

JOB = "Experience\nCashier, Corner Foods, 2012 to 2014\nCounted the till\n\n"


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Zendesk " * 20, "one word"),
        ("customer service expert, " * 6, "one phrase"),
        ("Zendesk\n" * 12, "a line each"),
        ("Zendesk Freshdesk Genesys Excel Word Outlook Teams Slack SAP Oracle\n" * 9, "one list of ten"),
        ("sales zendesk crm leader zendesk sales leader crm leader " * 8, "few words shuffled in one long line"),
    ],
)
def test_padding_is_found_and_gives_no_attainment(words: str, reason: str) -> None:
    profile = ResumeReader(open_catalogue()).read(Document(id="dana", text=JOB + words))
    assert [job.title for job in profile.jobs] == ["Cashier"], reason
    assert flatten_profile(profile)["tools"] == [], reason
    assert "text-padded" in [finding.code for finding in profile.findings], reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (JOB * 8, "the same job again and again, but each time in full"),
        ("Cashier 2012\nCashier 2013\nCashier 2014\nCashier 2015\nCashier 2016\nCashier 2017\n", "numbers differ"),
        ("very very very good", "said with feeling"),
        ("- - - - - - - - - - - - - - - - - - - -", "a line drawn with dashes"),
        ("x x x x x x x x", "too little to be anything"),
        ("Zendesk, Freshdesk, Salesforce, Excel, Word, Outlook, Teams, Slack", "an honest list"),
    ],
)
def test_what_is_said_in_full_is_no_padding(text: str, reason: str) -> None:
    assert list_padding(text) == [], reason


def test_words_keep_their_place_when_padding_goes() -> None:
    text = "Zendesk " * 20 + "\n\n" + JOB
    (job,) = ResumeReader(open_catalogue()).read(Document(id="dana", text=text)).jobs
    assert job.span is not None
    assert text[job.span.start : job.span.end] == job.quote
