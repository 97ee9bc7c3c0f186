"""Languages count where a skill in them is asked, at the level that is said."""

import pytest

from groundfloor.catalogue import records
from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.model.facts import Language
from groundfloor.readers.scanning import get_scanner
from groundfloor.readers.slots.language import read_languages, read_test_level

Row = tuple[str, str | None, str]


def read(text: str) -> list[Row]:
    catalogue = open_catalogue()
    facts = read_languages(get_scanner(catalogue).scan(text), catalogue)
    return [(fact.value.tag, fact.value.cefr, fact.strength) for fact in facts if isinstance(fact.value, Language)]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Fluent in Spanish", [("es", "C1", "required")], "fluent is C1"),
        ("Native German speaker", [("de", "C2", "required")], "native is C2"),
        ("Native Korean or TOPIK", [("ko", "C2", "required")], "native, in any language"),
        ("Japanese at business level (JLPT N2)", [("ja", "B2", "required")], "words may ask more than a test does"),
        ("Business level Japanese", [("ja", "B2", "required")], "business level is B2"),
        ("Conversational French preferred", [("fr", "B1", "preferred")], "conversational is B1"),
        ("Basic Italian is a plus", [("it", "A2", "preferred")], "basic is A2"),
        ("Spanish (B2)", [("es", "B2", "required")], "a code in brackets"),
        ("Spanish speaking", [("es", None, "required")], "no level said"),
        ("Fluent in English and German", [("en", "C1", "required"), ("de", "C1", "required")], "one word for two"),
        ("Speak English and Thai fluently", [("en", "C1", "required"), ("th", "C1", "required")], "a word behind"),
        (
            "Fluent German, good command of English",
            [("de", "C1", "required"), ("en", None, "required")],
            "each its own words",
        ),
        ("Excellent English (Mandarin is a plus)", [("en", None, "required"), ("zh", None, "preferred")], "brackets"),
        (
            "Native German and fluent English, Dutch is a plus",
            [("de", "C2", "required"), ("en", "C1", "required"), ("nl", None, "preferred")],
            "the last name stands apart with its own verb",
        ),
        (
            "Spanish, Dutch or German is a plus",
            [("es", None, "preferred"), ("nl", None, "preferred"), ("de", None, "preferred")],
            "one list, one verb",
        ),
        (
            "Fluent in Dutch; Danish a plus",
            [("nl", "C1", "required"), ("da", None, "preferred")],
            "a semicolon ends a level",
        ),
        (
            "You speak Dutch at a native level and are fluent in English",
            [("nl", "C2", "required"), ("en", "C1", "required")],
            "the level right behind a name is its own",
        ),
        ("Fluent or native Danish", [("da", "C1", "required")], "of alternatives the lower"),
        ("C1/C2 Danish", [("da", "C1", "required")], "so with codes"),
        ("You help guests in Dutch and English", [("nl", None, "required"), ("en", None, "required")], "in service"),
        ("HSK 5 is required", [("zh", "C1", "required")], "a test that repeats its name in the grade"),
        ("Knowledge of TOPIK level 5", [("ko", None, "required")], "a test without a table"),
        ("Dutch and/or English speakers wanted", [("nl", None, "required"), ("en", None, "required")], "either"),
        ("Degree in Communications, English or Journalism", [], "a subject of study"),
        ("Dust and polish the tables", [], "polish is work"),
        ("Bilingual candidates welcome", [("und", None, "required")], "a language is not named"),
        ("Bilingual English and Spanish", [("en", None, "required"), ("es", None, "required")], "they are named"),
        ("Other languages are an asset", [("und", None, "preferred")], "any other"),
        ("Excellent communication skills", [], "no language is asked"),
        ("You know the German market", [], "a market is no language"),
        ("Please send your CV in English", [], "how to apply"),
        ("GCSE grade C in English and Maths", [], "a school subject"),
        ("Polish the silver", [], "a verb"),
        ("Knowledge of programming languages", [], "other languages"),
        ("Spanish not required", [], "not required"),
        ("Benefits\nFree German lessons", [], "offered, not asked"),
    ],
)
def test_languages_and_levels(text: str, expected: list[Row], reason: str) -> None:
    assert read(text) == expected, reason


TABLE = records.LanguageTest(
    name="Example Test",
    tag="ja",
    bands=(
        records.TestBand(cefr="B2", grade="N2"),
        records.TestBand(cefr="C1", min=120, max=180),
        records.TestBand(cefr="B1", min=60, max=119),
    ),
    cite=records.Cite(source="example", checked="2026-11-25"),
)


@pytest.mark.parametrize(
    ("words", "level"), [(" N2 or higher", "B2"), (" score of 130", "C1"), (": 60+", "B1"), (" 12", None), ("", None)]
)
def test_a_test_result_maps_by_the_tests_own_table(words: str, level: str | None) -> None:
    assert read_test_level(TABLE, words) == level


@pytest.mark.parametrize(
    ("title", "tags", "reason"),
    [
        ("Customer Service Officer (Mandarin)", ["zh"], "in brackets"),
        ("Support Agent with Danish", ["da"], "with a language"),
        ("English Teacher", [], "what is taught"),
        ("Greek Restaurant Host", [], "a kitchen"),
    ],
)
def test_a_language_in_a_title_is_asked(title: str, tags: list[str], reason: str) -> None:
    catalogue = open_catalogue()
    facts = read_languages(get_scanner(catalogue).scan(title), catalogue, title_end=len(title))
    assert [fact.value.tag for fact in facts if isinstance(fact.value, Language)] == tags, reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thai or Lao at business level", [("th", "B2"), ("lo", "B2")]),
        ("Dutch, French or Italian at a native level", [("nl", "C2"), ("fr", "C2"), ("it", "C2")]),
        ("Polish and Czech (B1)", [("pl", None), ("cs", "B1")]),
    ],
)
def test_names_joined_share_the_level_said_behind_the_last(text: str, expected: list[tuple[str, str | None]]) -> None:
    catalogue = open_catalogue()
    facts = read_languages(get_scanner(catalogue).scan(f"Requirements\n{text}"), catalogue)
    assert [(fact.value.tag, fact.value.cefr) for fact in facts if isinstance(fact.value, Language)] == expected


def test_the_quote_does_not_run_over_the_end_of_a_clause() -> None:
    catalogue = open_catalogue()
    facts = read_languages(get_scanner(catalogue).scan("Fluent in English; Thai a plus"), catalogue)
    assert [fact.quote for fact in facts] == ["Fluent in English", "Thai"]
