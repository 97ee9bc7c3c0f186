"""Steps people took and related occupations, counted on a few of our own."""

import json
from pathlib import Path
from typing import Any

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.evaluation.career_tasks import list_steps, propose_moves, run_next_roles, run_related_occupations
from groundfloor.evaluation.report import TaskReport


def job(title: str, family: str, level: str, start: str, end: str = "") -> dict[str, Any]:
    record = {"title": title, "role_family": family, "level": level, "start": start, "end": end or None}
    return {**record, "current": False, "customer_facing": True, "people_managed": False}


CASHIER = job("Cashier", "cashier", "ground", "2019-01", "2020-01")
LEAD = job("Checkout Lead", "team_leader", "lead", "2020-02", "2021-01")
TELLER = job("Bank Teller", "bank_teller", "ground", "2021-02")
ASSISTANT = job("Store Assistant", "retail_sales_assistant", "ground", "2020-02", "2021-01")
BAKER = job("Baker", "other", "ground", "2018-01", "2018-12")


def figures(report: TaskReport) -> dict[str, float]:
    return {figure.name: figure.value for figure in report.figures}


def test_a_step_is_a_change_of_work_or_rung_inside_the_field_in_the_order_of_dates() -> None:
    again = {**CASHIER, "start": "2020-01-15"}
    steps = list_steps([{"id": "a", "jobs": [TELLER, LEAD, CASHIER, again, BAKER]}])
    assert [(step.job.title, step.to) for step in steps] == [
        ("Cashier", ("team_leader", "lead")),
        ("Checkout Lead", ("bank_teller", "ground")),
    ]


def test_the_best_trodden_moves_are_proposed_first() -> None:
    catalogue = open_catalogue()
    proposed = propose_moves(catalogue, "retail.cashier")
    trodden = [
        next(move.trodden for move in catalogue.moves.values() if (move.start, move.to) == ("retail.cashier", to))
        for to in proposed
    ]
    assert trodden == sorted(trodden, key=["common", "possible", "rare"].index)
    assert propose_moves(catalogue, None) == []


def test_what_is_known_before_a_step_holds_nothing_of_later_years() -> None:
    schooling = [
        {"level": "secondary", "year": 2015},
        {"level": "bachelor", "year": 2022},
        {"level": "master", "year": None},
    ]
    first, second = list_steps([{"id": "a", "jobs": [TELLER, LEAD, CASHIER, BAKER], "education": schooling}])
    assert [job.title for job in first.before.jobs] == ["Cashier", "Baker"]
    assert [job.title for job in second.before.jobs] == ["Checkout Lead", "Cashier", "Baker"]
    assert [entry.level for entry in second.before.education] == ["secondary"]


def test_a_person_whose_step_is_proposed_counts_and_one_whose_is_not_does_not(tmp_path: Path) -> None:
    (tmp_path / "resumes").mkdir()
    people = [{"id": "near", "jobs": [CASHIER, ASSISTANT]}, {"id": "away", "jobs": [LEAD, TELLER]}]
    (tmp_path / "resumes" / "gold.json").write_text(json.dumps(people), encoding="utf-8")
    report = run_next_roles(tmp_path)
    assert report.items == {"near": 1.0, "away": 0.0}
    assert figures(report) == {"next steps": 0.5, "moves of the catalogue alone": 0.5}


def test_only_primary_relations_between_occupations_that_we_cover_are_asked(tmp_path: Path) -> None:
    (tmp_path / "standards" / "onet").mkdir(parents=True)
    rows = [
        "PK,O*NET-SOC Code,Title,Related O*NET-SOC Code,Related Title,Relatedness Tier,Index",
        "1,41-2011.00,Cashiers,41-2031.00,Retail Salespersons,Primary-Short,1",
        "2,41-2011.00,Cashiers,43-3071.00,Tellers,Supplemental,11",
        "3,41-2011.00,Cashiers,29-1141.00,Registered Nurses,Primary-Short,2",
    ]
    (tmp_path / "standards" / "onet" / "related_occupations.csv").write_text("\n".join(rows), encoding="utf-8")
    report = run_related_occupations(tmp_path)
    assert report.items == {"41-2011.00": 1.0}
    assert [figure.count for figure in report.figures] == [1, 1]
