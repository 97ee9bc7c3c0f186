"""Laws and legal bars as a terminal shows them."""

import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_law_says_where_it_holds_whom_it_concerns_and_where_it_was_seen(run: Run) -> None:
    shown = run("catalogue", "show", "uk.tips").stdout
    assert "holds in: Great Britain" in shown
    assert "instrument: Employment (Allocation of Tips) Act 2023" in shown
    assert "place: 2023 c. 13, seen on 2026-11-25" in shown
    assert "concerns: Hospitality and food, Personal services" in shown
    assert "taught in: Employment law for supervisors (in_house.employment-law-basics)" in shown
    assert "page: https://www.legislation.gov.uk/ukpga/2023/13" in shown


def test_a_law_of_no_industry_of_its_own_concerns_every_industry(run: Run) -> None:
    assert "concerns: every industry" in run("catalogue", "show", "us.whistleblowers").stdout


def test_laws_are_listed_with_their_instrument_and_place(run: Run) -> None:
    listed = " ".join(run("catalogue", "list", "laws").stdout.split())
    assert "au.privacy Personal data Privacy Act 1988; Australia" in listed


def test_a_role_says_what_the_law_forbids_without_a_licence_and_where(run: Run) -> None:
    shown = " ".join(run("catalogue", "show", "hospitality_food.restaurant-manager").stdout.split())
    assert "In New Zealand the law forbids to be the manager on duty where alcohol is sold without:" in shown
