"""What a role leaves a person with, and what of it carries into another role."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import Role
from groundfloor.matching.names import name_of
from groundfloor.matching.relations import Relations
from groundfloor.model.facts import Coded, Education, Experience, FactValue, Record
from groundfloor.model.vocabulary import EDUCATION_LEVELS, FactKind
from groundfloor.services.fitting import relations_of
from groundfloor.services.routes.network import show_role
from groundfloor.services.routes.records import RoleView
from groundfloor.services.routes.role_names import get_role_id
from groundfloor.services.routes.steps import name_ask

Carrying = Literal["carries", "nearly", "new"]
_SHARES: dict[Carrying, float] = {"carries": 1.0, "nearly": 0.5, "new": 0.0}


class Portable(Record, frozen=True, kw_only=True):
    """One thing that a role takes, and whether somebody who comes from another role brings it.

    ``through`` names what it is near to, where it is nearly brought.
    """

    kind: FactKind
    name: str
    state: Carrying
    through: str = ""


class RolePair(Record, frozen=True, kw_only=True):
    """What carries from one role into another. ``share`` is how much of what the second takes is brought, 0 to 1."""

    start: RoleView
    to: RoleView
    things: tuple[Portable, ...]
    share: float


class _Thing(NamedTuple):
    kind: FactKind
    value: FactValue
    name: str


def compare_roles(catalogue: Catalogue, start: str, to: str) -> RolePair:
    """What somebody who has done one role brings to another, and what is new to them.

    Duties, skills, channels and what is asked are compared; duties near to each other are nearly brought. Nothing of
    it is typed: it follows from what both roles say.

    Args:
        catalogue: roles and relations.
        start: the role they come from, id or name.
        to: the role they go to, id or name.

    Raises:
        GroundfloorError: ``role-unknown``, naming the nearest ids.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> pair = compare_roles(open_catalogue(), "retail.cashier", "retail.cashier")
        >>> pair.share
        1.0
    """
    start_id, to_id = get_role_id(catalogue, start), get_role_id(catalogue, to)
    return _compare(catalogue, relations_of(catalogue), start_id, to_id)


def list_portable(catalogue: Catalogue, start: str, *, limit: int = 10) -> list[RolePair]:
    """The roles into which most of a role carries, most first; the role itself and those of a lower rung left out.

    Args:
        catalogue: roles and relations.
        start: the role somebody comes from, id or name.
        limit: how many at most.

    Raises:
        GroundfloorError: ``role-unknown``, naming the nearest ids.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> [pair.start.name for pair in list_portable(open_catalogue(), "retail.cashier", limit=1)]
        ['Cashier']
    """
    start_id, relations = get_role_id(catalogue, start), relations_of(catalogue)
    rung = relations.rungs[catalogue.roles[start_id].level]
    others = (
        role_id
        for role_id, role in sorted(catalogue.roles.items())
        if role_id != start_id and relations.rungs[role.level] >= rung
    )
    pairs = [_compare(catalogue, relations, start_id, other) for other in others]
    return sorted(pairs, key=lambda pair: (-pair.share, pair.to.id))[:limit]


def share_carried(catalogue: Catalogue, relations: Relations, start_id: str, to_id: str) -> float:
    """How much of what a role takes somebody brings who has done another, 0 to 1; both by id.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> share_carried(catalogue, relations_of(catalogue), "retail.cashier", "retail.cashier")
        1.0
    """
    brought = list(_iter_things(catalogue, catalogue.roles[start_id]))
    states = [_judge(thing, brought, relations).state for thing in _iter_things(catalogue, catalogue.roles[to_id])]
    return round(sum(_SHARES[state] for state in states) / len(states), 3) if states else 0.0


def _compare(catalogue: Catalogue, relations: Relations, start_id: str, to_id: str) -> RolePair:
    brought = list(_iter_things(catalogue, catalogue.roles[start_id]))
    things = tuple(_judge(thing, brought, relations) for thing in _iter_things(catalogue, catalogue.roles[to_id]))
    share = sum(_SHARES[thing.state] for thing in things) / len(things) if things else 0.0
    start, to = show_role(catalogue, start_id), show_role(catalogue, to_id)
    return RolePair(start=start, to=to, things=things, share=round(share, 3))


def _iter_things(catalogue: Catalogue, role: Role) -> Iterator[_Thing]:
    for duty in role.duties:
        yield _Thing("duty", Coded(code=duty), name_of(duty))
    for skill in role.soft_skills:
        yield _Thing("soft_skill", Coded(code=skill), name_of(skill))
    for channel in role.setting.channels:
        yield _Thing("channel", Coded(code=channel), name_of(channel))
    for ask in role.asks:
        if not isinstance(ask.value, Experience) and ask.kind != "check" and not ask.legal_bar:
            yield _Thing(ask.kind, ask.value, name_ask(catalogue, ask))


def _judge(thing: _Thing, brought: list[_Thing], relations: Relations) -> Portable:
    for held in brought:
        if held.kind == thing.kind and _covers(held.value, thing.value):
            return Portable(kind=thing.kind, name=thing.name, state="carries")
    near = next((held for held in brought if _is_near(held, thing, relations)), None)
    state: Carrying = "nearly" if near else "new"
    return Portable(kind=thing.kind, name=thing.name, state=state, through=near.name if near else "")


def _covers(held: FactValue, wanted: FactValue) -> bool:
    if isinstance(held, Education) and isinstance(wanted, Education):
        return EDUCATION_LEVELS.index(held.level) >= EDUCATION_LEVELS.index(wanted.level)
    return held == wanted


def _is_near(held: _Thing, wanted: _Thing, relations: Relations) -> bool:
    if held.kind != "duty" or not isinstance(held.value, Coded) or not isinstance(wanted.value, Coded):
        return False
    return wanted.kind == "duty" and relations.duties(wanted.value.code, held.value.code) > 0
