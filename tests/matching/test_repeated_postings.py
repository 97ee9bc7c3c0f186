"""The same advertisement published again counts once."""

from small_world import Coded, asks, posting

from groundfloor.matching.duplicates import group_repeated

FACTS = (
    asks("duty", Coded(code="handle_cash"), quote="Handling cash"),
    asks("check", Coded(code="drug"), quote="drug test"),
    asks("schedule", Coded(code="nights"), quote="night shifts"),
)
LOUD = tuple(asks(fact.kind, fact.value, quote=fact.quote.upper() + "!") for fact in reversed(FACTS))


def groups(*readings):
    return [(reading.id, repeats) for reading, repeats in group_repeated(readings)]


def test_the_same_words_in_other_case_and_order_are_the_same_advertisement():
    first = posting(*FACTS, id="first", title="Cashier", location="Leeds, UK")
    again = posting(*LOUD, id="again", title="CASHIER", location="Leeds")
    assert groups(first, again) == [("first", ("again",))]


def test_another_town_another_employer_and_other_words_are_other_jobs():
    first = posting(*FACTS, id="first", location="Leeds", employer="One")
    town = posting(*FACTS, id="town", location="York", employer="One")
    employer = posting(*FACTS, id="employer", location="Leeds", employer="Two")
    words = posting(*FACTS[:2], asks("check", Coded(code="credit"), quote="credit check"), id="words", employer="One")
    assert len(groups(first, town, employer, words)) == 4


def test_advertisements_that_say_almost_nothing_are_not_taken_for_each_other():
    assert len(groups(posting(id="one"), posting(id="two"))) == 2
    assert len(groups(posting(id="one"), posting(id="one", level="head"))) == 2
    assert groups(posting(id="one"), posting(id="one")) == [("one", ("one",))]
