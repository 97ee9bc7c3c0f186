"""Lists that lost their line breaks are cut where a new sentence begins, names are left whole."""

from itertools import pairwise

import pytest

from groundfloor.text.glue import list_glued


def cut(text: str, kept: set[str] | None = None) -> list[str]:
    places = [0, *list_glued(text, kept or set()), len(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.parametrize(
    ("text", "parts", "reason"),
    [
        ("good skillsAbility to sell", ["good skills", "Ability to sell"], "a word runs into a capital"),
        ("do it.Then rest", ["do it.", "Then rest"], "a full stop without a blank"),
        ("(GED)Must be 18", ["(GED)", "Must be 18"], "a bracket without a blank"),
        ("SKILLS:Excel", ["SKILLS:", "Excel"], "a heading without a blank"),
        ("or higher6 months of work", ["or higher", "6 months of work"], "a length of time begins a sentence"),
        ("McDonald and iPhone", ["McDonald and iPhone"], "names with a capital inside"),
        ("we sell SaaS to banks", ["we sell SaaS to banks"], "a single capital ends an abbreviation"),
        ("at HelloFresh we cook", ["at HelloFresh we cook"], "one lone name in a text that is not glued"),
        (
            "using PoolPlan softwareDraw itemsSell toolsPlan",
            ["using PoolPlan software", "Draw items", "Sell tools", "Plan"],
            "a name told as a product",
        ),
        (
            "CallJoy sells. CallJoy grows itemsSell toolsPlan CallJoy",
            ["CallJoy sells. CallJoy grows items", "Sell tools", "Plan CallJoy"],
            "a name that comes back",
        ),
        ("sell in a team,Be glad to help", ["sell in a team,", "Be glad to help"], "a comma runs into a sentence"),
        ("is preferred.A high level", ["is preferred.", "A high level"], "a full stop runs into an article"),
        ("Word,Excel and Outlook", ["Word,Excel and Outlook"], "a comma runs into a name"),
        ("pay is 12.50 or A1 level", ["pay is 12.50 or A1 level"], "figures and codes"),
    ],
)
def test_sentences_are_parted_and_names_are_not(text: str, parts: list[str], reason: str) -> None:
    assert cut(text) == parts, reason


def test_a_known_name_is_left_whole_even_when_it_is_glued_itself() -> None:
    text = "know PowerPointStrong in salesGood with people"
    assert cut(text, {"powerpoint"}) == ["know PowerPoint", "Strong in sales", "Good with people"]


def test_a_text_glued_elsewhere_loses_the_benefit_of_the_doubt() -> None:
    assert cut("eager to learnOwn carUse ExcelSpeak well")[-1] == "Speak well"
