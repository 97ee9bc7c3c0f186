"""Each command, run as a person runs it: what it prints, and the exit status it ends with."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.cli.people import read_country

Run = Callable[..., subprocess.CompletedProcess[str]]
EXAMPLES = Path(__file__).parents[2] / "src" / "groundfloor" / "examples"
RESUME = EXAMPLES / "resume.pdf"
ADS = EXAMPLES / "postings"


def test_help_teaches_where_to_start(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "groundfloor demo" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


@pytest.mark.parametrize("words", [("read",), ("catalogue",), ("store",), ("match", "--help"), ("route", "--help")])
def test_every_help_fits_eighty_columns(run: Run, words: tuple[str, ...]) -> None:
    assert all(len(line) <= 80 for line in run(*words).stdout.splitlines())


def test_the_version_is_told_without_a_command(run: Run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, "groundfloor")


def test_a_country_nobody_knows_is_a_matter_of_usage(run: Run) -> None:
    done = run("route", "--to", "retail.store-manager", "--country", "Atlantis")
    assert done.returncode == 2
    assert "No country is known as 'Atlantis'" in done.stderr


@pytest.mark.parametrize(("typed", "code"), [("uk", "GB"), ("India", "IN"), ("IN", "IN"), ("CA", "CA"), ("", "")])
def test_a_country_is_told_by_its_name_or_code(typed: str, code: str) -> None:
    assert read_country(open_catalogue(), typed) == code


def test_a_finding_names_its_file_once(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cv.pdf").touch()
    assert run("read", "resumes", "cv.pdf").stderr == "error: cv.pdf is empty. [file-empty]\n"


def test_a_pipe_closed_after_the_first_line_is_no_failure(tmp_path: Path) -> None:
    command = f"'{sys.executable}' -c 'from groundfloor.cli.main import run; run()' catalogue list moves"
    shell = f"set -o pipefail; {command} | head -n 1"
    done = subprocess.run(["bash", "-c", shell], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith(" moves\n")


def test_an_unknown_command_is_a_matter_of_usage(run: Run) -> None:
    assert run("dance").returncode == 2


def test_the_demo_does_the_main_job_and_names_its_page(run: Run, tmp_path: Path) -> None:
    done = run("demo", "--out", "page.html")
    assert done.returncode == 0, done.stderr
    assert "10 best" in done.stdout
    assert "stage 4" in done.stdout
    assert str(tmp_path / "page.html") in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines() if "page.html" not in line)
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_training_that_an_earlier_step_names_is_not_named_again(run: Run) -> None:
    done = run("route", "--from", "retail.cashier", "--to", "retail.store-manager", "--country", "US")
    first = done.stdout.split("Route 2")[0]
    assert first.count("RISE Up Advanced Customer Service & Sales") == 1
    assert "what step 2 named" in first


def test_the_same_input_gives_the_same_bytes(run: Run) -> None:
    words = ("match", "--resume", RESUME, "--postings", ADS, "--json")
    assert run(*words).stdout == run(*words).stdout


def test_postings_are_read_one_json_line_each_with_quotes_at_their_spans(run: Run, tmp_path: Path) -> None:
    done = run("read", "postings", ADS / "hotels.jsonl", "--out", "read.jsonl")
    assert done.returncode == 0, done.stderr
    readings = [json.loads(line) for line in (tmp_path / "read.jsonl").read_text(encoding="utf-8").splitlines()]
    records = [json.loads(line) for line in (ADS / "hotels.jsonl").read_text(encoding="utf-8").splitlines()]
    fields = ("title", "location", "company_profile", "description", "requirements", "benefits")
    for reading, record in zip(readings, records, strict=True):
        text = "\n\n".join(record[field] for field in fields if record[field])
        assert reading["id"] == record["id"]
        for slot in ("education", "experience", "languages", "tools", "pay"):
            for item in reading[slot]:
                start, end = item["span"]
                assert text[start:end] == item["quote"]


def test_a_resume_is_read_into_one_line(run: Run) -> None:
    done = run("read", "resumes", RESUME)
    assert done.returncode == 0, done.stderr
    profile = json.loads(done.stdout)
    assert profile["id"] == "resume"
    assert [job["title"] for job in profile["jobs"]] == ["Front Desk Agent", "Barista and Cashier"]


def test_jobs_are_ranked_with_every_verdict(run: Run) -> None:
    done = run("match", "--resume", RESUME, "--postings", ADS, "--top", "3", "--json")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["profile"] == "resume"
    assert len(answer["matches"]) == 3
    for match in answer["matches"]:
        assert match["score"] == pytest.approx(sum(verdict["term"] for verdict in match["verdicts"]), abs=1e-9)


def test_wishes_put_jobs_elsewhere_and_refused_hours_last_and_say_so(run: Run) -> None:
    wishes = ("--place", "United States", "--refuse", "nights", "--pay-at-least", "15", "--top", "70", "--json")
    matches = json.loads(run("match", "--resume", RESUME, "--postings", ADS, *wishes).stdout)["matches"]
    broken = {match["id"] for match in matches if match["tier"] == 2}
    assert {"hotel-103", "hotel-104", "shop-301"} <= broken
    assert not {"hotel-101", "bank-501", "phone-shop-assistant"} & broken
    assert [match["tier"] for match in matches] == sorted(match["tier"] for match in matches)


def test_a_match_says_limits_first_then_what_is_met_in_one_line_then_what_to_tell(run: Run) -> None:
    shown = run("match", "--resume", RESUME, "--postings", ADS, "--place", "US", "--top", "70").stdout
    assert all(len(line) <= 80 for line in shown.splitlines())
    scam = shown[shown.index("[scam-payment-assistant]") :].splitlines()
    assert scam[2].strip().startswith("! Doubtful: mark of fraud.")
    best = shown[shown.index("1. ") : shown.index("2. ")].splitlines()
    assert [line[3:5] for line in best].count("+ ") == 1
    assert sum(line.endswith("?") for line in best) <= 2


def test_why_shows_every_verdict_with_its_term_and_the_words_of_both_sides(run: Run) -> None:
    words = ("match", "--resume", RESUME, "--postings", ADS, "--top", "1")
    (match,) = json.loads(run(*words, "--json").stdout)["matches"]
    shown = " ".join(run(*words, "--why").stdout.split())
    for verdict in match["verdicts"]:
        assert f"({verdict['term'] * 100:.1f} of {verdict['weight'] * 100:.1f})" in shown
        for side in ("posting_evidence", "profile_evidence"):
            assert " ".join(verdict.get(side, {}).get("quote", "").split()) in shown


def test_hours_that_nobody_knows_are_a_matter_of_usage(run: Run) -> None:
    done = run("match", "--resume", RESUME, "--postings", ADS, "--refuse", "teatime")
    assert done.returncode == 2
    assert "early_mornings" in done.stderr


def test_the_person_of_the_demo_is_shown_jobs_and_training_of_her_country(run: Run) -> None:
    shown = run("demo", "--out", "page.html").stdout
    assert "England" not in shown
    assert "Brisbane" not in shown
    abroad = run("demo", "--out", "page.html", "--place", "Australia").stdout
    assert "Brisbane" in abroad


def test_a_route_is_planned_from_role_to_role(run: Run) -> None:
    done = run("route", "--from", "retail.cashier", "--to", "retail.store-manager", "--json")
    assert done.returncode == 0, done.stderr
    plan = json.loads(done.stdout)
    assert plan["routes"]
    assert [stage["stage"] for stage in plan["routes"][0]["steps"][0]["stages"]] == [1, 2, 3, 4]


def test_a_route_needs_no_store_and_makes_none(run: Run, tmp_path: Path) -> None:
    assert run("route", "--from", "retail.cashier", "--to", "retail.floor-manager").returncode == 0
    assert list(tmp_path.rglob("groundfloor.db")) == []


def test_no_route_is_an_answer_with_its_reason(run: Run) -> None:
    done = run("route", "--from", "retail.cashier", "--to", "retail.head-of-retail", "--months-at-most", "1")
    assert done.returncode == 1
    assert "No route" in done.stdout


def test_an_unknown_role_is_answered_with_the_nearest(run: Run) -> None:
    done = run("route", "--from", "retail.cashir", "--to", "retail.store-manager")
    assert done.returncode == 3
    assert "retail.cashier" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("kind", ["roles", "moves", "training", "tools", "industries", "laws", "sources"])
def test_every_kind_of_knowledge_is_listed_as_a_plain_list(run: Run, kind: str) -> None:
    entries = json.loads(run("catalogue", "list", kind, "--json").stdout)
    assert isinstance(entries, list)
    assert all(entry["id"] for entry in entries)


def test_a_role_answers_what_people_ask_of_one_in_their_order(run: Run) -> None:
    done = run("catalogue", "show", "floor manager", "--country", "US")
    assert done.returncode == 0, done.stderr
    heads = [line for line in done.stdout.splitlines() if line and not line.startswith(" ")]
    asked = ["What it asks", "What one does", "How it feels", "What it pays", "What it leaves you with"]
    asked += ["Could it move abroad?", "Where it leads", "Where people come from", "The laws one meets", "Also called"]
    assert [head for head in heads if head in asked] == asked
    assert heads[-1] == "Sources"
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_other_entries_are_told_in_words_and_not_as_data(run: Run) -> None:
    shown = run("catalogue", "show", "helpdesk.zendesk").stdout
    assert "aliases: Zen Desk, " in shown
    assert "(" not in shown.split("\n", 1)[1]


def test_an_unknown_kind_is_a_matter_of_usage(run: Run) -> None:
    assert run("catalogue", "list", "jobs").returncode == 2


def test_what_is_kept_is_used_again(run: Run) -> None:
    assert run("match", "--resume", RESUME).returncode == 2
    assert run("store", "add", "resumes", RESUME).returncode == 0
    assert run("store", "add", "postings", ADS / "shops.csv").returncode == 0
    assert run("store", "list", "profiles").stdout.split() == ["resume"]
    assert json.loads(run("match", "--profile", "resume", "--json").stdout)["matches"]
    assert run("route", "--profile", "resume", "--to", "hospitality_food.duty-manager", "--keep").returncode == 0
    assert len(run("store", "list", "plans").stdout.splitlines()) == 1
    assert run("store", "remove", "profiles", "resume").returncode == 0
    assert run("store", "list", "plans").stdout == ""
    assert run("store", "remove", "profiles", "resume").returncode == 3
    assert run("match", "--profile", "resume").returncode == 3


def test_without_evaluation_data_the_measures_are_not_available(run: Run, tmp_path: Path) -> None:
    done = run("evaluate", "--data", tmp_path / "nowhere")
    assert done.returncode == 4
    assert "data-missing" in done.stderr


# Bad input: each kind of broken material, by name.


def a_pdf_without_text(path: Path) -> None:
    picture = FPDF()
    picture.add_page()
    picture.rect(20, 20, 100, 100, style="F")
    picture.output(str(path))


def an_encrypted_pdf(path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(RESUME))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)


def a_huge_file(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(200_000_000)


BROKEN_RESUMES = [
    ("empty.pdf", lambda path: path.write_bytes(b""), "file-empty"),
    ("scan.pdf", a_pdf_without_text, "pdf-without-text"),
    ("locked.pdf", an_encrypted_pdf, "pdf-encrypted"),
    ("letter.docx", lambda path: path.write_bytes(b"PK\x03\x04 this is no document"), "file-not-its-kind"),
    ("huge.pdf", a_huge_file, "file-too-large"),
]


@pytest.mark.parametrize(("name", "make", "code"), BROKEN_RESUMES, ids=[row[2] for row in BROKEN_RESUMES])
def test_a_broken_resume_is_named_and_the_good_one_done(
    run: Run, tmp_path: Path, name: str, make: object, code: str
) -> None:
    make(tmp_path / name)  # type: ignore[operator]
    alone = run("read", "resumes", tmp_path / name)
    assert (alone.returncode, alone.stdout) == (3, "")
    assert f"[{code}]" in alone.stderr
    beside = run("read", "resumes", tmp_path / name, RESUME)
    assert beside.returncode == 1
    assert json.loads(beside.stdout)["id"] == "resume"
    assert f"[{code}]" in beside.stderr
    assert "Traceback" not in alone.stderr + beside.stderr
    match = run("match", "--resume", tmp_path / name, "--postings", ADS / "shops.csv")
    assert (match.returncode, match.stdout) == (3, "")


def test_a_missing_resume_is_named(run: Run) -> None:
    done = run("match", "--resume", "nobody.pdf", "--postings", ADS / "shops.csv")
    assert done.returncode == 3
    assert "nobody.pdf" in done.stderr


def test_a_resume_without_dates_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("Experience\n\nCashier\nCorner Shop\n- Served customers at the till\n")
    done = run("read", "resumes", tmp_path / "cv.txt")
    assert done.returncode == 1
    assert "[dates-missing]" in done.stderr


def test_broken_utf8_is_read_with_a_remark(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_bytes("Café host\nGreet guests at the café".encode() + b"\xff every morning.")
    done = run("read", "postings", tmp_path / "ad.txt")
    assert done.returncode == 1
    assert "[text-broken-encoding]" in done.stderr
    assert json.loads(done.stdout)["id"] == "ad"


def test_a_broken_line_among_good_ones_is_named(run: Run, tmp_path: Path) -> None:
    good = json.dumps({"title": "Cashier", "description": "Serve customers at the till."})
    (tmp_path / "ads.jsonl").write_text(f"{good}\n{{broken\n{good}\n")
    done = run("read", "postings", tmp_path / "ads.jsonl")
    assert done.returncode == 1
    assert "ads.jsonl line 2" in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_an_advertisement_in_another_language_is_recognised(run: Run, tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text(
        "Mitarbeiter Kundenservice (m/w/d)\n\nSie beantworten Anfragen unserer Kundinnen und Kunden am Telefon und per "
        "E-Mail, bearbeiten Beschwerden und pflegen die Daten. Sie haben eine abgeschlossene Ausbildung und Freude am "
        "Umgang mit Menschen. Wir bieten 2.600 Euro im Monat und dreißig Tage Urlaub."
    )
    done = run("read", "postings", tmp_path / "ad.txt")
    assert done.returncode == 1
    assert "[language-not-english]" in done.stderr


def test_a_place_that_cannot_be_written_is_named(run: Run, tmp_path: Path) -> None:
    done = run("read", "postings", ADS / "shops.csv", "--out", tmp_path / "no folder" / "read.jsonl")
    assert done.returncode == 4
    assert "[output-unwritable]" in done.stderr


def test_a_store_that_cannot_be_opened_is_named(run: Run, tmp_path: Path) -> None:
    done = run("store", "list", "profiles", "--store", f"sqlite:///{tmp_path}/no folder/kept.db")
    assert done.returncode == 4
    assert "[store-unavailable]" in done.stderr


@pytest.mark.parametrize("typed", ["²", "5,x", "", "-1", "5,6"])
def test_answers_that_are_no_numbers_are_a_matter_of_usage(run: Run, typed: str) -> None:
    done = run("self-check", "--answers", typed)
    assert "Give up to 18 numbers from 0 to 5" in done.stderr


def test_a_misspelled_kept_profile_is_answered_with_the_nearest(run: Run) -> None:
    run("store", "add", "resumes", RESUME)
    assert "Did you mean resume?" in run("match", "--profile", "resum", "--postings", ADS).stderr
    assert "store list profiles" in run("match", "--profile", "xyz", "--postings", ADS).stderr


def test_a_place_nobody_knows_is_told_for_one_person_and_for_a_caseload(run: Run) -> None:
    person = run("match", "--resume", RESUME, "--postings", ADS, "--place", "Atlantis")
    assert (person.returncode, "[place-unknown]" in person.stderr) == (1, True)
    asked = ("caseload", RESUME, "--to", "retail.floor-manager", "--postings", ADS, "--out", "pages")
    assert "'Atlantis'" in run(*asked, "--place", "Atlantis").stderr


def test_a_folder_without_resumes_and_a_store_without_people_say_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nobody").mkdir()
    assert "holds no file" in run("read", "resumes", str(tmp_path / "nobody")).stderr
    assert "No profiles are kept yet." in run("store", "list", "profiles").stderr
    pages = str(tmp_path / "pages")
    asked = ("caseload", "--to", "retail.floor-manager", "--out", pages)
    assert "There is nobody to make a page for." in run(*asked).stderr
