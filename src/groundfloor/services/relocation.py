"""Which work can move to another country and which must stay where the customers are, told from the role itself."""

from collections.abc import Iterator
from typing import Literal

from groundfloor.catalogue.records import Role
from groundfloor.matching.names import name_of
from groundfloor.model.facts import Language, Record

Mobility = Literal["stays", "can_move", "partly"]
_ON_THE_SPOT = frozenset({"face_to_face"})
_FROM_HOME = frozenset({"remote", "hybrid"})
_AT_A_DISTANCE = frozenset({"phone", "email", "chat", "sms", "social", "post"})


class Relocation(Record, frozen=True, kw_only=True):
    """Whether a role's work is tied to its place, with the reasons.

    This follows from the role's channels, workplace and legal bars; it is no count of jobs that moved.
    """

    mobility: Mobility
    reasons: tuple[str, ...]


def tell_relocation(role: Role) -> Relocation:
    """Whether the work of a role can be done from another country.

    What is done face to face and never from home stays, though calls and letters come beside it; so does what needs a
    licence of the place and nothing else speaks for moving. What is done only at a distance and can be done from home
    can move; what mixes both, or is done at a distance from the employer's own site, partly.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> tell_relocation(open_catalogue().roles["retail.cashier"]).mobility
        'stays'
    """
    staying, moving = tuple(_iter_staying(role)), tuple(_iter_moving(role))
    never_from_home = _FROM_HOME.isdisjoint(role.setting.workplace)
    if never_from_home and _ON_THE_SPOT.intersection(role.setting.channels):
        return Relocation(mobility="stays", reasons=(*staying, "It is not done from home."))
    if staying and not moving:
        return Relocation(mobility="stays", reasons=staying)
    remote = "remote" in role.setting.workplace
    mobility: Mobility = "can_move" if moving and remote and not staying else "partly"
    return Relocation(mobility=mobility, reasons=(*staying, *moving))


def _iter_staying(role: Role) -> Iterator[str]:
    if _ON_THE_SPOT.intersection(role.setting.channels):
        yield "Customers are served face to face."
    if role.setting.standing or "field" in role.setting.workplace:
        yield "The work is done on the floor or at the customer's."
    bars = [ask for ask in role.asks if ask.legal_bar]
    if bars:
        everywhere = any(not ask.jurisdictions for ask in bars)
        yield f"{'The law asks' if everywhere else 'In some countries the law asks'} for a licence of the place."


def _iter_moving(role: Role) -> Iterator[str]:
    distant = [name_of(channel) for channel in role.setting.channels if channel in _AT_A_DISTANCE]
    if distant:
        yield f"Customers are served by {', '.join(distant)}, which reaches them from anywhere."
    if "remote" in role.setting.workplace:
        yield "It can be done from home."
    for ask in role.asks:
        if isinstance(ask.value, Language) and ask.strength == "required" and ask.value.tag not in ("en", "und"):
            yield "It goes where its language is spoken."
