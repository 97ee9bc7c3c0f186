"""What the catalogue says of training, tools, languages, law, industries and wages holds together."""

import re
from itertools import pairwise

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.records import LanguageTest, ToolEntry
from groundfloor.model.vocabulary import CEFR_LEVELS, INDUSTRIES, STAGES

CATALOGUE = open_catalogue()


def names_tool(tool: ToolEntry, text: str) -> bool:
    """Whether a sentence names a tool by the catalogue's own rule: short names need a neighbour beside them."""
    sure = [name for name in (tool.name, *tool.aliases, *tool.formerly) if name not in tool.short_names]
    if any(find_word(name, text) for name in sure):
        return True
    for name in tool.short_names:
        found = find_word(name, text)
        if found and any(
            find_word(word, f"{text[: found.start()]} | {text[found.end() :]}") for word in tool.neighbours
        ):
            return True
    return False


def find_word(word: str, text: str) -> re.Match[str] | None:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE)


@pytest.mark.parametrize(("tool_id", "text"), [(i, text) for i, tool in CATALOGUE.tools.items() for text in tool.match])
def test_a_tool_is_recognised_in_its_own_example(tool_id: str, text: str) -> None:
    assert names_tool(CATALOGUE.tools[tool_id], text)


@pytest.mark.parametrize(
    ("tool_id", "text"), [(i, text) for i, tool in CATALOGUE.tools.items() for text in tool.refuse]
)
def test_a_tool_is_not_read_into_an_ordinary_sentence(tool_id: str, text: str) -> None:
    assert not names_tool(CATALOGUE.tools[tool_id], text)


def test_an_ambiguous_name_always_has_neighbours_and_examples_of_both_kinds() -> None:
    bare = [
        i
        for i, tool in CATALOGUE.tools.items()
        if tool.short_names and not (tool.neighbours and tool.match and tool.refuse)
    ]
    assert bare == []


def test_no_two_tools_share_a_sure_name() -> None:
    owners: dict[str, set[str]] = {}
    for tool_id, tool in CATALOGUE.tools.items():
        for name in (tool.name, *tool.aliases, *tool.formerly):
            if name not in tool.short_names:
                owners.setdefault(name.lower(), set()).add(tool_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


@pytest.mark.parametrize("industry", [industry for industry in INDUSTRIES if industry != "other"])
def test_every_industry_has_training_of_all_four_stages(industry: str) -> None:
    stages = {item.stage for item in CATALOGUE.training.values() if not item.industries or industry in item.industries}
    assert stages == STAGES.keys()


def test_every_industry_of_a_ladder_has_first_months_and_in_house_training_of_its_own() -> None:
    with_ladder = {role_id.split(".", 1)[0] for role_id in CATALOGUE.roles}
    own = {(industry, item.stage) for item in CATALOGUE.training.values() for industry in item.industries}
    assert [
        (industry, stage) for industry in sorted(with_ladder) for stage in (1, 2) if (industry, stage) not in own
    ] == []


def test_no_two_qualifications_share_a_name() -> None:
    owners: dict[str, set[str]] = {}
    for item_id, item in CATALOGUE.training.items():
        for name in (item.name, *item.other_names):
            owners.setdefault(name.lower(), set()).add(item_id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_a_law_that_stands_in_the_catalogue_is_taught_somewhere() -> None:
    taught = {law for item in CATALOGUE.training.values() for law in item.laws}
    assert sorted(CATALOGUE.laws.keys() - taught) == []


@pytest.mark.parametrize("test_id", CATALOGUE.language_tests)
def test_a_higher_score_never_means_a_lower_level(test_id: str) -> None:
    for series in score_series(CATALOGUE.language_tests[test_id]):
        levels = [CEFR_LEVELS.index(level) for level, _low, _high in series]
        assert levels == sorted(levels)
        assert all(high is None or high < low for (_a, _b, high), (_c, low, _d) in pairwise(series))


def score_series(test: LanguageTest) -> list[list[tuple[str, float, float | None]]]:
    """The score bands of a test by grade, and by scale where a test changed its scale."""
    series: list[list[tuple[str, float, float | None]]] = []
    grade, top = None, float("-inf")
    for band in test.bands:
        if band.min is None:
            continue
        if not series or band.grade != grade or (band.cefr == "B1" and top <= 6 < band.min):
            series.append([])
        series[-1].append((band.cefr, band.min, band.max))
        grade, top = band.grade, band.max or band.min
    return series


def test_a_language_test_is_for_a_language_of_the_catalogue() -> None:
    assert {test.tag for test in CATALOGUE.language_tests.values()} <= CATALOGUE.languages.keys()


def test_no_word_names_two_languages() -> None:
    names = [name.lower() for language in CATALOGUE.languages.values() for name in (language.name, *language.aliases)]
    assert len(names) == len(set(names))


def test_wages_rise_from_the_tenth_to_the_ninetieth_percentile() -> None:
    for row in CATALOGUE.wages["us-oews-2024"].rows.values():
        steps = (row.p10, row.p25, row.median, row.p75, row.p90)
        known = [step for step in steps if step is not None]
        assert known == sorted(known), row.title


def test_every_role_finds_the_published_wage_of_its_first_occupation() -> None:
    rows = CATALOGUE.wages["us-oews-2024"].rows
    assert [role_id for role_id, role in CATALOGUE.roles.items() if role.soc and role.soc[0][:7] not in rows] == []
