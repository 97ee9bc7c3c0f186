"""A whole advertisement: every fact with its words, structured facts kept, other languages told."""

import json

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Coded, Fact, Pay
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.readers.posting import PostingReader, flatten_posting

ADVERTISEMENT = Posting(
    id="northwind-1",
    title="Customer Service Representative",
    location="Leeds, United Kingdom",
    company_profile="Northwind is a leader in garden tools. We employ 20 years of experience and speak Dutch.",
    description="<p>You answer calls and e-mails about orders.&nbsp;You escalate complaints.</p>",
    requirements="One year of customer service experience.\nFluent English.\nZendesk a plus.\nHigh school diploma",
    benefits="£11.50 - £12.25 per hour, 37.5 hours per week. Full training is given.",
)


@pytest.fixture(scope="module")
def reader() -> PostingReader:
    return PostingReader(open_catalogue())


@pytest.fixture(scope="module")
def reading(reader: PostingReader) -> PostingReading:
    return reader.read(ADVERTISEMENT)


def test_every_fact_quotes_the_advertisement(reading: PostingReading) -> None:
    quoted = [fact for fact in reading.facts if fact.span]
    assert quoted
    assert all(ADVERTISEMENT.text[fact.span.start : fact.span.end] == fact.quote for fact in quoted if fact.span)


def test_the_asks_are_read_and_the_employers_own_words_are_not(reading: PostingReading) -> None:
    flat = flatten_posting(reading)
    assert [(item["months_min"], item["area"]) for item in flat["experience"]] == [(12, "customer service")]
    assert [(item["tag"], item["cefr"]) for item in flat["languages"]] == [("en", "C1")]
    assert [(item["name"], item["strength"]) for item in flat["tools"]] == [("Zendesk", "preferred")]
    assert [item["level"] for item in flat["education"]] == ["secondary"]


def test_the_offer_is_read(reading: PostingReading) -> None:
    flat = flatten_posting(reading)
    (pay,) = flat["pay"]
    assert (pay["min"], pay["max"], pay["currency"], pay["period"], pay["kind"]) == (11.5, 12.25, "GBP", "hour", "base")
    assert flat["hours_per_week"] == {"min": 37.5, "max": 37.5}


def test_the_exchange_format_is_plain_json(reading: PostingReading) -> None:
    flat = flatten_posting(reading)
    assert json.loads(json.dumps(flat))["id"] == "northwind-1"
    assert ADVERTISEMENT.text[slice(*flat["pay"][0]["span"])] == flat["pay"][0]["quote"]
    assert (next(iter(flat)), next(reversed(flat))) == ("id", "facts")


def test_structured_facts_are_kept_without_a_span(reader: PostingReader) -> None:
    pay = Pay(min=20.0, max=20.0, currency="USD", period="hour")
    stated = Fact(kind="pay", value=pay, rule="jsonld.baseSalary")
    reading = reader.read(Posting(id="1", title="Cashier", stated=(stated,)))
    assert reading.facts[0] == stated
    assert flatten_posting(reading)["pay"][0]["span"] is None


def test_a_structured_field_stands_before_the_text(reader: PostingReader) -> None:
    stated = Fact(kind="workplace", value=Coded(code="remote"), rule="jsonld.jobLocationType")
    reading = reader.read(Posting(id="1", description="This job is on site in our office.", stated=(stated,)))
    assert reading.workplace == "remote"


def test_another_language_is_told_and_what_needs_no_words_is_read(reader: PostingReader) -> None:
    text = "Wir suchen eine freundliche Verstärkung für unser Team am Empfang. Gehalt: 2.500 € im Monat. Zendesk."
    reading = reader.read(Posting(id="2", description=text))
    assert (reading.language, [finding.code for finding in reading.findings]) == ("de", ["language-not-english"])
    assert [fact.kind for fact in reading.facts if fact.kind == "tool"] == ["tool"]


def test_the_same_advertisement_reads_the_same_each_time(reader: PostingReader, reading: PostingReading) -> None:
    assert reader.read(ADVERTISEMENT) == reading


def test_an_empty_advertisement_states_nothing(reader: PostingReader) -> None:
    flat = flatten_posting(reader.read(Posting(id="3")))
    assert (flat["education"], flat["pay"], flat["workplace"], flat["language"]) == ([], [], "not_stated", "und")


@pytest.mark.parametrize(
    "words", ["$1 ", "must degree ", "no experience 1 year ", "<!--", "<p", "\u200b\x00", "aA", "- "]
)
def test_text_without_sense_is_read_to_its_end(reader: PostingReader, words: str) -> None:
    assert reader.read(Posting(id="4", description=words * 2000)).id == "4"
