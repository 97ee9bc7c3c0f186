"""An adviser's caseload: one page for each person and one row for each in a table.

A page is made once. A second run makes only the pages of people, advertisements, goals or knowledge that have changed.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

import msgspec
from msgspec.structs import replace

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.errors import GroundfloorError
from groundfloor.model.facts import Record
from groundfloor.model.findings import Finding, finding_of
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Preferences, Profile
from groundfloor.services.fitting import Match, PackedReadings, match_packed, pack_readings
from groundfloor.services.keeping import count_kept_to
from groundfloor.services.overview import WARNING_WORDS, Overview, build_overview
from groundfloor.services.plans.showing import find_first_open
from groundfloor.services.reading import list_resume_files, read_resume
from groundfloor.services.routes.planning import plan_routes
from groundfloor.services.routes.records import Goal, RouteConstraints, RoutePlan
from groundfloor.text.naming import in_a_sentence
from groundfloor.whole_files import keep_whole

JOBS_IN_ROW = 3
JOBS_ON_PAGE = 10
ROWS = "caseload.jsonl"


class Case(Record, frozen=True, kw_only=True):
    """One person of a caseload: a file to read, or a kept profile. ``page`` is the name of their page."""

    name: str
    page: str
    path: str = ""
    profile: Profile | None = None


class JobLine(Record, frozen=True, kw_only=True):
    """A job that fits: its score in 0..1, the limits that are broken or in doubt, and the warnings it bears."""

    title: str
    employer: str
    score: float
    limits: tuple[str, ...] = ()


class CaseRow(Record, frozen=True, kw_only=True):
    """One person's row. ``basis`` tells what it rests on; ``reason`` why there is no page, empty where there is one.

    ``route`` names the roles of the quickest route, ``months_min`` and ``months_max`` how long it usually takes, None
    where there is no route.
    """

    name: str
    basis: str
    page: str = ""
    person: str = ""
    role_now: str = ""
    jobs: tuple[JobLine, ...] = ()
    route: tuple[str, ...] = ()
    months_min: float | None = None
    months_max: float | None = None
    next: str = ""
    findings: tuple[Finding, ...] = ()
    reason: str = ""


class CaseloadQuestion(Record, frozen=True, kw_only=True):
    """What is asked for every person alike.

    ``counted_to`` is the month up to which jobs that still go on count, None for the latest date in each file.
    """

    goal: Goal
    counted_to: str | None = None
    constraints: RouteConstraints = RouteConstraints()
    wish: Preferences = Preferences()


def list_cases(folder: Path, *, leave_out: Path) -> list[Case]:
    """The people of a folder: every file of it that is not hidden, in order of name.

    Args:
        folder: résumés, in folders within it as well.
        leave_out: a folder whose files are none, such as the one the pages go to.

    Raises:
        GroundfloorError: ``file-missing``.

    Example:
        >>> from groundfloor.services.demo import EXAMPLES
        >>> [case.page for case in list_cases(EXAMPLES / "resume.pdf", leave_out=EXAMPLES / "pages")]
        ['resume.html']
    """
    if not folder.exists():
        raise GroundfloorError("file-missing", f"There is no folder {folder}.")
    root = folder if folder.is_dir() else folder.parent
    files = [
        file.relative_to(root)
        for file in list_resume_files([folder])
        if leave_out.resolve() not in file.resolve().parents
        and not any(part.startswith(".") for part in file.relative_to(root).parts)
    ]
    stems = Counter(_join(file.with_suffix("")) for file in files)
    return [Case(name=file.as_posix(), path=str(root / file), page=_name_page(file, stems)) for file in files]


def list_kept_cases(profiles: Iterable[Profile]) -> list[Case]:
    """The people of a store.

    Example:
        >>> [case.page for case in list_kept_cases([Profile(id="ada")])]
        ['ada.html']
    """
    return [Case(name=profile.id, page=f"{_join(Path(profile.id))}.html", profile=profile) for profile in profiles]


def iter_caseload(
    cases: Sequence[Case],
    question: CaseloadQuestion,
    *,
    catalogue: Catalogue,
    readings: Sequence[PostingReading],
    out: Path,
    render: Callable[[Overview], str],
) -> Iterator[tuple[CaseRow, bool]]:
    """Answers for one person after the other and writes their pages.

    Args:
        cases: the people.
        question: the goal and the wishes.
        catalogue: knows the field.
        readings: the advertisements.
        out: the folder of the pages, made where it is not there. A page appears under its name only when it is whole.
        render: turns what is known of a person into a page.

    Yields:
        Each person's row, and whether it is new. The row of somebody whose file cannot be read says why.

    Raises:
        GroundfloorError: ``output-unwritable``.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> import tempfile
        >>> from groundfloor.services.routes.planning import read_goal
        >>> cases, catalogue = list_kept_cases([Profile(id="ada")]), open_catalogue()
        >>> question = CaseloadQuestion(goal=read_goal(catalogue, "retail.floor-manager"))
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     out, render = Path(folder), lambda overview: overview.headline
        ...     rows = list(iter_caseload(cases, question, catalogue=catalogue, readings=[], out=out, render=render))
        >>> [(row.name, row.page, fresh) for row, fresh in rows]
        [('ada', 'ada.html', True)]
    """
    desk = _Desk(question, catalogue, readings)
    common = _digest(
        version("groundfloor"), catalogue.edition, msgspec.json.encode(question), *map(msgspec.json.encode, readings)
    )
    with _Folder(out) as folder:
        for case in cases:
            basis = _digest(common, _content_of(case))
            row = folder.find_row(case, basis)
            fresh = row is None
            if row is None:
                row, overview = desk.answer(case, basis)
                if overview:
                    folder.write_page(case.page, render(overview))
            folder.keep_row(row)
            yield row, fresh


class _Folder:
    """The folder of the pages, with the rows of this run and the one before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._begun = path / f".{ROWS}.part"

    def __enter__(self) -> "_Folder":
        try:
            self._path.mkdir(parents=True, exist_ok=True)
            # A run that was broken off has left its rows behind; the last of them may be torn.
            self._known = {row.name: row for row in (*_read_rows(self._path / ROWS), *_read_rows(self._begun))}
            self._begun.write_bytes(b"".join(_to_line(row) for row in self._known.values()))
            self._rows: list[CaseRow] = []
            self._file = self._begun.open("ab")
        except OSError as error:
            raise _unwritable(self._path, error) from error
        return self

    def find_row(self, case: Case, basis: str) -> CaseRow | None:
        row = self._known.get(case.name)
        is_there = row is not None and (not row.page or (self._path / row.page).exists())
        return row if row is not None and row.basis == basis and is_there else None

    def write_page(self, name: str, html: str) -> None:
        try:
            keep_whole(self._path / name, html.encode())
        except OSError as error:
            raise _unwritable(self._path, error) from error

    def keep_row(self, row: CaseRow) -> None:
        self._rows.append(row)
        self._file.write(_to_line(row))
        self._file.flush()

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._file.close()
        if kind is None:
            self._begun.write_bytes(b"".join(_to_line(row) for row in self._rows))
            self._begun.replace(self._path / ROWS)


class _Desk:
    """Answers for people with what is the same for all of them at hand."""

    def __init__(self, question: CaseloadQuestion, catalogue: Catalogue, readings: Sequence[PostingReading]) -> None:
        self._question, self._catalogue, self._readings = question, catalogue, readings

    @cached_property
    def _packed(self) -> PackedReadings:
        return pack_readings(self._readings, self._catalogue)

    def answer(self, case: Case, basis: str) -> tuple[CaseRow, Overview | None]:
        try:
            profile = self._read(case)
        except GroundfloorError as error:
            reason = f"{error.message} {error.hint}".strip()
            finding = finding_of(error, case.name)
            return CaseRow(name=case.name, basis=basis, reason=reason, findings=(finding,)), None
        asked = self._question
        if asked.wish != Preferences():
            profile = replace(profile, preferences=asked.wish)
        report = match_packed(profile, self._packed, top=JOBS_ON_PAGE)
        plan = plan_routes(self._catalogue, profile=profile, goal=asked.goal, constraints=asked.constraints)
        overview = build_overview(profile, report, plan, self._catalogue, readings=self._readings)
        return _to_row(case, basis, profile, report.matches, plan), overview

    def _read(self, case: Case) -> Profile:
        month = self._question.counted_to
        return count_kept_to(case.profile, month) if case.profile else read_resume(Path(case.path), counted_to=month)[1]


def _to_row(case: Case, basis: str, profile: Profile, matches: Sequence[Match], plan: RoutePlan) -> CaseRow:
    route = min(plan.routes, key=lambda one: one.months_min + one.months_max, default=None)
    job = max(profile.jobs, key=lambda one: (one.current, one.end or "", one.start or ""), default=None)
    return CaseRow(
        name=case.name,
        basis=basis,
        page=case.page,
        person=profile.id,
        role_now=job.title or job.employer if job else "",
        jobs=tuple(_to_job_line(match) for match in matches[:JOBS_IN_ROW]),
        route=(route.start.name, *(step.to.name for step in route.steps)) if route else (),
        months_min=route.months_min if route else None,
        months_max=route.months_max if route else None,
        next=_tell_next(plan),
        findings=profile.findings,
    )


def _to_job_line(match: Match) -> JobLine:
    limits = [f"{limit.asked}{'' if limit.state == 'broken' else ' (doubtful)'}" for limit in match.limits]
    named = {verdict.rule for verdict in match.verdicts}
    limits += [
        WARNING_WORDS[code] for code in match.warnings if code in WARNING_WORDS and f"warning.{code}" not in named
    ]
    return JobLine(title=match.title, employer=match.employer, score=match.score, limits=tuple(limits))


def _tell_next(plan: RoutePlan) -> str:
    route = min(plan.routes, key=lambda one: one.months_min + one.months_max, default=None)
    if route is None:
        return plan.nothing.message if plan.nothing else ""
    if plan.start.role is None:
        return f"Find work as {in_a_sentence(route.start.name)}"
    first = find_first_open(route.steps[0])
    return first.name if first else f"Apply as {route.steps[0].to.name}"


def _content_of(case: Case) -> bytes:
    if case.profile:
        return msgspec.json.encode(case.profile)
    try:
        return Path(case.path).read_bytes()
    except OSError:
        return b""


def _digest(*parts: str | bytes) -> str:
    digest = hashlib.blake2b(digest_size=12)
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8) + content)
    return digest.hexdigest()


def _read_rows(path: Path) -> Iterator[CaseRow]:
    if not path.exists():
        return
    for line in path.read_bytes().split(b"\n"):
        try:
            yield msgspec.json.decode(line, type=CaseRow)
        except msgspec.DecodeError:
            continue


def _to_line(row: CaseRow) -> bytes:
    return msgspec.json.encode(row) + b"\n"


def _join(path: Path) -> str:
    return "-".join(part for part in path.parts if part != path.anchor)


def _name_page(file: Path, stems: Counter[str]) -> str:
    stem = _join(file.with_suffix(""))
    return f"{stem}.html" if stems[stem] == 1 else f"{stem}-{file.suffix.removeprefix('.')}.html"


def _unwritable(path: Path, error: OSError) -> GroundfloorError:
    message = f"{path} cannot be written: {error.strerror}."
    return GroundfloorError("output-unwritable", message, hint="Name another folder with --out.")
