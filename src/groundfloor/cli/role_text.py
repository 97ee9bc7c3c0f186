"""A role as text for a terminal, under the questions that people ask of one."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import get_args

import typer

from groundfloor.catalogue.records import Role, Setting
from groundfloor.cli.output import print_filled
from groundfloor.matching.names import name_of
from groundfloor.model.vocabulary import MoveKind, Trodden
from groundfloor.services.field import EntryView, StepView
from groundfloor.services.portable import RolePair
from groundfloor.services.relocation import Mobility
from groundfloor.services.role_facts import AskView, LawMet
from groundfloor.services.routes.pay import tell_pay, tell_whose_pay
from groundfloor.services.spans import tell_months

_MOBILITY: dict[Mobility, str] = {"stays": "It stays.", "can_move": "It can move.", "partly": "It can move in part."}
_KINDS: dict[MoveKind, str] = {
    "promotion": "up",
    "step_up_client_relations": "up, into client relations",
    "step_across": "across, in the same industry",
    "change_of_industry": "into another industry",
}
_PLACES = {"onsite": "at the employer's", "hybrid": "partly from home", "remote": "from home", "field": "on the road"}
_TRODDEN: tuple[Trodden, ...] = get_args(Trodden)
_SHOWN = 8
_INDENT = "  "


def print_role(role: Role, view: EntryView) -> None:
    """Prints what a role asks, is like, pays and leaves, whether it can move, where it leads, and the laws in it."""
    print_filled(f"{name_of(role.level)}; {name_of(role.family)}")
    print_filled(role.summary)
    _print_part("What it asks", _tell_asks(view.asks, view.bars))
    _print_part("What one does", [_join(name_of(duty) for duty in role.duties)])
    _print_part("How it feels", _tell_setting(role.setting))
    _print_part("What it pays", [*(f"{tell_pay(pay)} ({tell_whose_pay(pay)})" for pay in view.pay), *view.pay_floors])
    _print_part("What it leaves you with", [*role.leaves, *_tell_carried(view.carries_into)])
    if view.relocation:
        moves = f"{_MOBILITY[view.relocation.mobility]} {' '.join(view.relocation.reasons)}"
        _print_part("Could it move abroad?", [moves])
    _print_steps("Where it leads", view.leads_to)
    _print_steps("Where people come from", view.reached_from)
    _print_part("The laws one meets", _tell_laws(view.laws))
    _print_part("Also called", [_join(role.titles.names)])
    _print_part("Codes", [f"O*NET-SOC {', '.join(role.soc)}; ISCO-08 {', '.join(role.isco)}"])


def _print_part(head: str, lines: Iterable[str]) -> None:
    told = [line for line in lines if line]
    if told:
        typer.secho(f"\n{head}", bold=True)
    for line in told:
        print_filled(line, _INDENT)


def _tell_asks(asks: Sequence[AskView], bars: Sequence[str]) -> Iterable[str]:
    for words, needed in (("needed", True), ("helpful", False)):
        names = [ask.name for ask in asks if ask.needed == needed and not ask.legal_bar]
        yield f"{words}: {_join(names)}" if names else ""
    yield from bars


def _tell_setting(setting: Setting) -> Iterable[str]:
    channels = _join(name_of(channel) for channel in setting.channels)
    yield f"customers: {channels}" + (f", {setting.direction}" if setting.direction != "not_stated" else "")
    stance = "on one's feet" if setting.standing else "at a desk" if "field" not in setting.workplace else ""
    yield f"place: {_join([stance, *(_PLACES.get(one, '') for one in setting.workplace)])}"
    yield f"hours: {_join(name_of(shift) for shift in setting.schedule)}" if setting.schedule else ""
    yield f"complaints: {setting.complaints}; pressure: {setting.stress}"


def _tell_carried(pairs: Sequence[RolePair]) -> Iterable[str]:
    named = [f"{pair.to.name} ({pair.to.industry_name}, {pair.share:.0%} of what it takes)" for pair in pairs]
    yield f"most of it carries into: {'; '.join(named)}" if named else ""


def _print_steps(head: str, steps: Sequence[StepView]) -> None:
    if steps:
        typer.secho(f"\n{head}", bold=True)
    in_order = sorted(steps, key=lambda step: (list(_KINDS).index(step.kind), _TRODDEN.index(step.trodden)))
    for kind, some in groupby(in_order, key=lambda step: step.kind):
        of_kind = list(some)
        typer.echo(f"{_INDENT}{_KINDS[kind]}")
        for step in of_kind[:_SHOWN]:
            months = tell_months(step.months_min, step.months_max)
            print_filled(f"{step.name} ({step.role}): {months}, {step.trodden}", _INDENT * 2)
        if len(of_kind) > _SHOWN:
            print_filled(f"and {len(of_kind) - _SHOWN} more; --json names each", _INDENT * 2)


def _tell_laws(laws: Sequence[LawMet]) -> Iterable[str]:
    """The laws of the trade by name; those of every trade only counted, for they are the same everywhere."""
    for where, some in groupby((law for law in laws if law.of_the_trade), key=lambda law: law.where):
        yield f"{where[0].upper()}{where[1:]}: {'; '.join(law.name for law in some)}"
    general = sum(not law.of_the_trade for law in laws)
    if general:
        yield f"and {general} for every trade, such as equal service and personal data; --json names each"


def _join(names: Iterable[str]) -> str:
    return ", ".join(name for name in names if name)
