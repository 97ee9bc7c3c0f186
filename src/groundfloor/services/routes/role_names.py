"""The roles that people mean by a name: as it is written, in another spelling, or by a part of it."""

import re

from rapidfuzz import fuzz, process

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.ladders.records import LADDER_SOURCE
from groundfloor.catalogue.records import Role
from groundfloor.catalogue.titles import fold_title
from groundfloor.errors import GroundfloorError
from groundfloor.model.vocabulary import Level
from groundfloor.services.routes.network import industry_of

SUGGESTIONS = 5
NEAR_ENOUGH = 70
"""How like a name, of 100, a text must be for the name to be suggested; under it, suggestions only amuse."""
RUNG_NAMES: dict[str, Level] = {"owner": "executive_owner", "director": "head"}
"""What people call a level that the catalogue calls otherwise."""
_SPELLINGS = {
    "center": "centre",
    "centers": "centre",
    "centres": "centre",
    "rep": "representative",
    "reps": "representative",
    "advisor": "adviser",
    "mgr": "manager",
    "asst": "assistant",
    "assoc": "associate",
    "sup": "supervisor",
    "cust": "customer",
    "svc": "service",
    "clerks": "clerk",
}
_PLACED = re.compile(r"(?P<name>.+?)(?:,| in| at)(?: an?| the)? (?P<place>.+)", re.IGNORECASE)


def list_named(catalogue: Catalogue, text: str) -> list[str]:
    """Ids of the roles that bear a name, in whatever spelling, or that stand on a rung of a named industry.

    Args:
        catalogue: the roles.
        text: a name or advertised title, alone, with an industry behind it ("supervisor in retail"), or in the form of
            an id ("hospitality_food.waitress").

    Returns:
        In order of id. Where levels of an employer's ladder bear the name, they alone are meant.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> list_named(catalogue, "call center rep"), list_named(catalogue, "hospitality_food.waitress")
        (['contact_centre_outsourcing.inbound-agent'], ['hospitality_food.waiter'])
    """
    whole = _keep_levels(catalogue, _list_borne(catalogue, text.strip(), ""))
    if whole:
        return whole
    name, industry = _split_place(catalogue, text.strip())
    return _list_borne(catalogue, name, industry) or _list_on_rung(catalogue, name, industry) if industry else []


def list_meant(catalogue: Catalogue, text: str) -> list[str]:
    """Ids of the roles a name of which holds every word of a text, those with most such names first.

    None where the text holds no word or so many roles are meant that it says nothing.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> list_meant(open_catalogue(), "server")
        ['hospitality_food.waiter', 'hospitality_food.food-service-attendant']
    """
    name, industry = _split_place(catalogue, text.strip())
    words = set(_spell(name))
    names = {role_id: _list_names(role) for role_id, role in _list_in(catalogue, industry)}
    counts = {role_id: sum(words <= set(_spell(one)) for one in named) for role_id, named in names.items()}
    meant = sorted((role_id for role_id, count in counts.items() if count), key=lambda one: (-counts[one], one))
    return meant if words and len(meant) <= SUGGESTIONS else []


def get_role_id(catalogue: Catalogue, text: str) -> str:
    """The id of the one role that is meant by an id or a name.

    Raises:
        GroundfloorError: ``role-unclear`` where several may be meant, ``role-unknown`` where none is; both name ids.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> get_role_id(catalogue, "Bank teller")
        'banking_finance.bank-teller'
    """
    if text in catalogue.roles:
        return text
    named = list_named(catalogue, text)
    own = [role_id for role_id in named if catalogue.roles[role_id].name.casefold() == text.strip().casefold()]
    meant = own or named or list_meant(catalogue, text)
    if len(meant) > 1:
        raise unclear_role(catalogue, text, meant)
    if not meant:
        raise unknown_role(catalogue, text)
    return meant[0]


def unclear_role(catalogue: Catalogue, text: str, meant: list[str]) -> GroundfloorError:
    """The error for a name by which several roles may be meant, with their ids.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> unclear_role(open_catalogue(), "server", ["hospitality_food.waiter"]).code
        'role-unclear'
    """
    named = ", ".join(f"{role_id} ({catalogue.roles[role_id].name})" for role_id in meant[:SUGGESTIONS])
    more = " …" if len(meant) > SUGGESTIONS else ""
    return GroundfloorError("role-unclear", f"“{text}” may mean several roles.", hint=f"Name one: {named}{more}.")


def unknown_role(catalogue: Catalogue, text: str) -> GroundfloorError:
    """The error for a role nobody knows, with the ids that come nearest.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> unknown_role(catalogue, "bank tellr").code
        'role-unknown'
    """
    near = suggest_roles(catalogue, text)
    hint = f"Did you mean {', '.join(near)}?" if near else "See `groundfloor catalogue list roles`."
    return GroundfloorError("role-unknown", f"There is no role, role family or industry “{text}”.", hint=hint)


def suggest_roles(catalogue: Catalogue, text: str) -> list[str]:
    """Ids of the roles whose id, name or titles come nearest to a text, nearest first; none where none is near.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> catalogue = open_catalogue()
        >>> suggest_roles(catalogue, "bank tellr")[0]
        'banking_finance.bank-teller'
    """
    roles = sorted(catalogue.roles.items())
    names = {f"{role_id}\n{name}": name for role_id, role in roles for name in sorted(names_of(role))}
    names |= {f"{role_id}\n": role_id for role_id, _ in roles}
    found = process.extract(
        text.casefold(), names, scorer=fuzz.token_sort_ratio, limit=SUGGESTIONS * 4, score_cutoff=NEAR_ENOUGH
    )
    near = [*list_meant(catalogue, text), *(key.partition("\n")[0] for _, _, key in found)]
    placed = _PLACED.fullmatch(text.strip())
    if placed and not near:
        return suggest_roles(catalogue, placed["name"])
    return list(dict.fromkeys(near))[:SUGGESTIONS]


def names_of(role: Role) -> set[str]:
    """The name and the advertised titles of a role, in small letters.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> "waitress" in names_of(open_catalogue().roles["hospitality_food.waiter"])
        True
    """
    return {name.casefold() for name in _list_names(role)}


def _list_names(role: Role) -> list[str]:
    return [role.name, *role.titles.names]


def _list_borne(catalogue: Catalogue, name: str, industry: str) -> list[str]:
    """Ids of the roles that bear a name as it is written, else of those that bear it in another spelling."""
    roles = _list_in(catalogue, industry)
    written = [role_id for role_id, role in roles if name.casefold() in names_of(role)]
    spelled = _spell(name)
    return written or [role_id for role_id, role in roles if any(_spell(one) == spelled for one in _list_names(role))]


def _list_on_rung(catalogue: Catalogue, name: str, industry: str) -> list[str]:
    rung = name.casefold().replace(" ", "_")
    rung = RUNG_NAMES.get(rung, rung)
    return [role_id for role_id, role in _list_in(catalogue, industry) if role.level == rung]


def _list_in(catalogue: Catalogue, industry: str) -> list[tuple[str, Role]]:
    """Roles of an industry, or all where none is named, in order of id."""
    roles = sorted(catalogue.roles.items())
    return [(role_id, role) for role_id, role in roles if not industry or industry_of(role_id) == industry]


def _keep_levels(catalogue: Catalogue, named: list[str]) -> list[str]:
    levels = [role_id for role_id in named if catalogue.roles[role_id].cite.source.startswith(LADDER_SOURCE)]
    return levels or named


def _split_place(catalogue: Catalogue, text: str) -> tuple[str, str]:
    """A name and the industry named with it; the industry is empty where the words name none, or several."""
    prefix, _, rest = text.partition(".")
    if rest and any(industry_of(role_id) == prefix for role_id in catalogue.roles):
        return rest.replace("-", " "), prefix
    placed = _PLACED.fullmatch(text)
    if placed is None:
        return text, ""
    place = set(_spell(placed["place"]))
    words = {key: {*_spell(key), *_spell(industry.name)} for key, industry in sorted(catalogue.industries.items())}
    found = [key for key, named in words.items() if place <= named]
    return (placed["name"], found[0]) if len(found) == 1 else (text, "")


def _spell(name: str) -> tuple[str, ...]:
    """The words of a name in one spelling."""
    return tuple(_SPELLINGS.get(word, word) for word in fold_title(name).split())
