"""Matches as text for a terminal: limits first, what is met on one line, then what is not, then what to tell."""

from collections.abc import Iterable, Sequence, Set
from textwrap import fill

import typer

from groundfloor.cli.output import WIDTH, count
from groundfloor.matching.fit import Question, Verdict
from groundfloor.matching.reasons import ask
from groundfloor.model.vocabulary import GRADES, Grade
from groundfloor.services.fitting import Match, MatchReport
from groundfloor.services.overview import WARNING_WORDS, list_marks_beside

SIGNS: dict[Grade, str] = {
    "exceeded": "++",
    "met": "+ ",
    "nearly": "~ ",
    "learnable": "> ",
    "missing": "- ",
    "unknown": "? ",
}
LEGEND = "+ met  ++ more than asked  ~ nearly  > learned there  - missing  ? not known"
_QUESTIONS_SHOWN = 2
_PLAIN: tuple[Grade, ...] = ("exceeded", "met")
_STEP_DOWN = "level.down"
_STATES = {"broken": "Limit", "doubtful": "Doubtful"}
_ASKED_TOGETHER = frozenset({"schedule", "check", "soft_skill", "tool", "duty"})


def print_matches(report: MatchReport, *, why: bool = False) -> None:
    """Prints the matches of one person, best first; with ``why`` every verdict, its term and the words behind it."""
    again = f", {report.repeated} published again and counted once" if report.repeated else ""
    typer.echo(f"{count(report.compared, 'advertisement')} compared{again}.")
    typer.echo(LEGEND)
    for place, match in enumerate(report.matches, start=1):
        print_match(place, match, why=why)


def print_match(place: int, match: Match, *, why: bool = False) -> None:
    """Prints one match."""
    typer.echo()
    typer.secho(_wrap(f"{place}. {match.title} [{match.id}]", "", "   "), bold=True)
    where = ", ".join(part for part in (match.employer, match.location) if part)
    _print(f"fit {match.score * 100:.0f} of 100{f' - {where}' if where else ''}")
    if match.repeated_as:
        _print(f"also published as {', '.join(match.repeated_as)}")
    for limit in match.limits:
        _print(f"! {_STATES[limit.state]}: {limit.asked}. {limit.reason}", indent=2)
    for code in list_marks_beside(match.warnings, match):
        _print(f"! {WARNING_WORDS[code]}", indent=2)
    questions = join_questions(match.questions)[:_QUESTIONS_SHOWN]
    told = {(one.kind, one.asked) for group in questions for one in group}
    for line in _list_reasons(match.verdicts) if why else _list_in_short(match.verdicts, told):
        _print(line, indent=3)
    for group in questions:
        _print(f"{SIGNS['unknown']} {_ask(group)}", indent=3)


def join_questions(questions: Iterable[Question]) -> list[list[Question]]:
    """The questions in their order, those of one kind together where one sentence can ask them."""
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(question.kind if question.kind in _ASKED_TOGETHER else question.text, []).append(question)
    return list(groups.values())


def _ask(group: Sequence[Question]) -> str:
    return group[0].text if len(group) == 1 else ask(group[0].kind, [question.asked for question in group])


def _list_in_short(verdicts: Sequence[Verdict], told: Set[tuple[str, str]]) -> Iterable[str]:
    """What is met in one line; what is not, with its reason, one line for all that share it.

    Left out is what stands among the limits or will be asked (``told``).
    """
    shown = [
        verdict for verdict in verdicts if verdict.limit not in _STATES and (verdict.kind, verdict.asked) not in told
    ]
    plain = [verdict for verdict in shown if verdict.grade in _PLAIN and verdict.rule != _STEP_DOWN]
    for grade in reversed(_PLAIN):
        asked = [_asked(verdict) for verdict in plain if verdict.grade == grade]
        if asked:
            yield f"{SIGNS[grade]} {', '.join(asked)}"
    for grade in GRADES:
        reasons: dict[str, list[str]] = {}
        for verdict in shown:
            if verdict.grade == grade and verdict not in plain:
                reasons.setdefault(verdict.reason, []).append(_asked(verdict))
        yield from (f"{SIGNS[grade]} {', '.join(asked)}: {reason}" for reason, asked in reasons.items())


def _list_reasons(verdicts: Iterable[Verdict]) -> Iterable[str]:
    """Every verdict with its reason, what it adds to the score, and the words of both sides."""
    for verdict in verdicts:
        adds = f"{verdict.term * 100:.1f} of {verdict.weight * 100:.1f}"
        yield f"{SIGNS[verdict.grade]} {_asked(verdict)}: {verdict.reason} ({adds})"
        if verdict.posting_evidence:
            yield f"      they: «{' '.join(verdict.posting_evidence.quote.split())}»"
        if verdict.profile_evidence:
            yield f"      you:  «{' '.join(verdict.profile_evidence.quote.split())}»"


def _asked(verdict: Verdict) -> str:
    return f"{verdict.asked} (wished for)" if verdict.strength == "preferred" else verdict.asked


def _print(text: str, *, indent: int = 0) -> None:
    typer.echo(_wrap(text, "   ", " " * (3 + indent)))


def _wrap(text: str, first: str, rest: str) -> str:
    return fill(text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)
