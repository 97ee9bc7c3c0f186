"""What the catalogue cites of published tables stands there. Skipped where the tables are not at hand."""

import csv
import os
import re
from collections import defaultdict
from pathlib import Path

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.catalogue.inside import iter_inside
from groundfloor.catalogue.records import Cite

DATA = Path(os.environ.get("GROUNDFLOOR_EVAL_DATA") or Path(__file__).parents[2].parent / "shared" / "eval")
TABLES = DATA / "standards"
CATALOGUE = open_catalogue()
SCALE = {1: (0, 0), 2: (0, 1), 3: (1, 3), 4: (3, 6), 5: (6, 12), 6: (12, 24), 7: (24, 48), 8: (48, 72), 9: (72, 96)}
"""Categories of related work experience, O*NET, in months."""

pytestmark = pytest.mark.skipif(not TABLES.is_dir(), reason="the published tables are not at hand")


def rows(name: str) -> list[dict[str, str]]:
    with (TABLES / name).open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def places(kind: str, source: str) -> list[tuple[str, str]]:
    entries = getattr(CATALOGUE, kind).items()
    return [(key, cite.place) for key, entry in entries for cite in iter_inside(entry, Cite) if cite.source == source]


def test_occupations_are_called_what_o_net_calls_them() -> None:
    titles = {row["O*NET-SOC Code"]: row["Title"] for row in rows("onet/occupation_data.csv")}
    cites = {key: role.cite.place for key, role in CATALOGUE.roles.items() if role.cite.source == "onet-29"}
    assert {key: place for key, place in cites.items() if titles.get(place[:10]) != place[11:]} == {}


def test_related_occupations_are_listed_with_the_tier_that_is_cited() -> None:
    table = rows("onet/related_occupations.csv")
    tiers = {(row["O*NET-SOC Code"], row["Related O*NET-SOC Code"]): row["Relatedness Tier"] for row in table}
    pattern = re.compile(r"(\d\d-\d{4}\.\d\d) to (\d\d-\d{4}\.\d\d)(?:,| is) (Primary-Short|Primary-Long|Supplemental)")
    found = {key: pattern.search(move.trodden_cite.place) for key, move in CATALOGUE.moves.items()}
    assert {key: hit[0] for key, hit in found.items() if hit and tiers.get((hit[1], hit[2])) != hit[3]} == {}


def test_technology_skills_name_the_tool_under_the_heading_that_is_cited() -> None:
    headings = defaultdict(set)
    for row in rows("onet/technology_skills.csv"):
        headings[row["Example"]].add(row["Commodity Title"])
        headings[row["Commodity Title"]].add(row["Commodity Title"])
    found = {
        key: re.fullmatch(r"Technology Skills: (.+) \((.+?)\)", place) for key, place in places("tools", "onet-29")
    }
    assert {key for key, hit in found.items() if not hit or hit[2] not in headings[hit[1]]} == set()


def test_means_of_schooling_and_experience_are_those_of_the_table() -> None:
    means = defaultdict(set)
    for row in rows("nesta_occupations.csv"):
        for column in ("related_work_experience", "education_level"):
            means[row["occupation"], column].add(f"{float(row[column] or 0):.2f}")
    wrong = [
        (key, place)
        for kind in ("roles", "moves")
        for key, place in places(kind, "nesta-mcc")
        for hit in [re.match(r"(.+), (related_work_experience|education_level) (\d+\.\d\d)", place)]
        if not hit or hit[3] not in means[hit[1], hit[2]]
    ]
    assert wrong == []


def test_months_cited_to_a_mean_lie_within_its_category_or_the_one_beside_it() -> None:
    wrong = []
    for key, move in CATALOGUE.moves.items():
        hit = re.search(r"related_work_experience (\d+\.\d\d)", move.months_in_role.cite.place)
        if hit and move.months_in_role.cite.source == "nesta-mcc":
            mean = float(hit[1])
            low, high = SCALE[int(mean)][0], SCALE[int(mean) + 1][1]
            if not low <= move.months_in_role.min <= move.months_in_role.max <= high:
                wrong.append((key, mean, move.months_in_role.min, move.months_in_role.max))
    assert wrong == []


def test_esco_occupations_have_the_code_that_is_cited() -> None:
    labels = {row["code"]: row["preferredLabel"] for row in rows("esco/occupations_en.csv")}
    cited = [place.split(" ", 1) for _, place in places("roles", "esco-1.2")]
    assert [place for place in cited if labels.get(place[0]) != place[1]] == []


def test_a_step_is_described_by_others_with_the_section_and_the_day_it_was_read() -> None:
    cites = [(key, cite) for key, move in CATALOGUE.moves.items() for cite in move.seen_in]
    assert cites
    ours = [key for key, cite in cites if CATALOGUE.sources[cite.source].estimate]
    assert (ours, [key for key, cite in cites if not (cite.place and cite.checked)]) == ([], [])
