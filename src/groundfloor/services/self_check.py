"""Which work would suit me? A short self-check: a preference that orders, never a gate that hides."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.records import Role
from groundfloor.errors import GroundfloorError
from groundfloor.matching.duplicates import group_repeated
from groundfloor.model.facts import Record
from groundfloor.model.posting import PostingReading
from groundfloor.model.vocabulary import WORK_TRAITS, Duty, WorkTrait
from groundfloor.services.routes.network import UNSOCIABLE, show_role
from groundfloor.services.routes.records import RoleView

ANSWERS: dict[int, str] = {1: "not at all", 2: "hardly", 3: "partly", 4: "mostly", 5: "wholly"}
_MIDDLE, _REACH = 3, 2
_REASONS = 3
_WRITTEN = frozenset({"email", "chat", "sms", "social", "post"})
_DUTIES: dict[WorkTrait, frozenset[Duty]] = {
    "selling": frozenset({"sell_upsell", "prospect_cold_call", "retain_renew_customers"}),
    "collecting": frozenset({"collect_debts"}),
    "figures": frozenset({"handle_cash", "process_orders_payments", "report_analyse", "collect_debts"}),
    "technical": frozenset({"technical_troubleshooting"}),
    "explaining": frozenset({"onboard_train_customers", "coach_train_staff", "guide_visitors"}),
    "leading": frozenset({"supervise_staff", "plan_budget_strategy"}),
}
_MUCH: dict[str, float] = {"rare": 0.0, "some": 0.4, "much": 1.0, "low": 0.0, "middle": 0.4, "high": 1.0}

TRAIT_WORDS: Mapping[WorkTrait, str] = {
    "face_to_face": "people in front of you",
    "phone": "talking on the phone",
    "writing": "answering in writing",
    "complaints": "many complaints",
    "pressure": "much to do at once",
    "standing": "being on your feet",
    "desk": "a desk",
    "from_home": "work from home",
    "selling": "selling",
    "collecting": "asking for money owed",
    "figures": "money and figures",
    "technical": "finding faults in devices and programs",
    "explaining": "explaining and showing",
    "leading": "leading others",
    "unsocial_hours": "evenings, weekends or nights",
}


class Leaning(Record, frozen=True, kw_only=True):
    """How much a person likes a trait of work: -1 wholly against, 1 wholly for."""

    trait: WorkTrait
    liking: float


class Suited(Record, frozen=True, kw_only=True):
    """How a role or an advertisement suits: more is better; only the order means anything.

    ``likes`` and ``dislikes`` are its traits that the person leans to and from, the strongest first.
    """

    id: str
    name: str
    suits: float
    likes: tuple[WorkTrait, ...]
    dislikes: tuple[WorkTrait, ...]


class SelfCheck(Record, frozen=True, kw_only=True):
    """What the answers say and what they change: ground-floor roles, and advertisements on hand, best suited first."""

    leanings: tuple[Leaning, ...]
    roles: tuple[Suited, ...]
    postings: tuple[Suited, ...] = ()
    notes: tuple[str, ...] = ()


def check_self(catalogue: Catalogue, answers: Mapping[str, int], readings: Sequence[PostingReading] = ()) -> SelfCheck:
    """Orders ground-floor roles, and advertisements (each once), by how their work would suit.

    Every trait counts alike; several statements about one trait are averaged; what is not answered counts for nothing.

    Args:
        catalogue: statements and roles.
        answers: by statement id, 1 (not at all) to 5 (wholly).
        readings: advertisements on hand.

    Raises:
        GroundfloorError: ``usage`` for an unknown statement or an answer out of range.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> check_self(open_catalogue(), {"on-my-feet": 5}).leanings
        (Leaning(trait='standing', liking=1.0),)
    """
    liking = _lean(catalogue, answers)
    ground = {key: role for key, role in catalogue.roles.items() if role.level == "ground"}
    roles = [_suit(_view(catalogue, key), traits_of_role(role), liking) for key, role in ground.items()]
    different = (one for one, _ in group_repeated(readings))
    postings = [
        _suit((one.id, ", ".join(filter(None, (one.title, one.employer)))), traits_of_posting(one), liking)
        for one in different
    ]
    return SelfCheck(
        leanings=tuple(Leaning(trait=trait, liking=liking[trait]) for trait in WORK_TRAITS if trait in liking),
        roles=_in_order(roles),
        postings=_in_order(postings),
        notes=tuple(_list_notes(liking)),
    )


def traits_of_role(role: Role) -> dict[WorkTrait, float]:
    """How far each trait holds for a role, 0 to 1.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> traits = traits_of_role(open_catalogue().roles["retail.cashier"])
        >>> traits["face_to_face"], traits["from_home"]
        (1.0, 0.0)
    """
    setting = role.setting
    traits = _traits(setting.channels, role.duties, setting.workplace, setting.schedule, standing=setting.standing)
    return traits | {"complaints": _MUCH[setting.complaints], "pressure": _MUCH[setting.stress]}


def traits_of_posting(reading: PostingReading) -> dict[WorkTrait, float]:
    """The same for an advertisement, as far as it says so.

    Example:
        >>> from groundfloor.model.posting import Posting
        >>> from groundfloor.services.reading import posting_reader
        >>> ad = posting_reader().read(Posting(id="1", title="Chat agent", description="Answer customers by chat."))
        >>> traits_of_posting(ad)["writing"]
        1.0
    """
    standing = "standing" in reading.physical or "walking" in reading.physical
    traits = _traits(reading.channels, reading.duties, (reading.workplace,), reading.schedule, standing=standing)
    skills = reading.soft_skills
    return traits | {
        "complaints": float("resolve_complaints" in reading.duties),
        "pressure": float("stress_tolerance" in skills or "multitasking" in skills),
    }


def _traits(
    channels: Collection[str],
    duties: Collection[str],
    workplace: Collection[str],
    schedule: Collection[str],
    *,
    standing: bool,
) -> dict[WorkTrait, float]:
    faces = "face_to_face" in channels
    traits: dict[WorkTrait, float] = {
        "face_to_face": float(faces),
        "phone": float("phone" in channels),
        "writing": float(not _WRITTEN.isdisjoint(channels)),
        "standing": float(standing),
        "desk": float(not standing and not faces),
        "from_home": 1.0 if "remote" in workplace else 0.5 if "hybrid" in workplace else 0.0,
        "unsocial_hours": float(not UNSOCIABLE.keys().isdisjoint(schedule)),
    }
    return traits | {trait: float(not wanted.isdisjoint(duties)) for trait, wanted in _DUTIES.items()}


def _lean(catalogue: Catalogue, answers: Mapping[str, int]) -> dict[WorkTrait, float]:
    given: dict[WorkTrait, list[float]] = defaultdict(list)
    for key, answer in answers.items():
        statement = catalogue.self_check.get(key)
        if statement is None:
            hint = f"Statements: {', '.join(catalogue.self_check)}."
            raise GroundfloorError("usage", f"There is no statement {key!r}.", hint=hint)
        if answer not in ANSWERS:
            raise GroundfloorError("usage", f"The answer {answer} to {key!r} is not one of 1 to 5.")
        given[statement.about].append((answer - _MIDDLE) / _REACH * (-1 if statement.speaks_against else 1))
    return {trait: sum(said) / len(said) for trait, said in given.items()}


def _view(catalogue: Catalogue, role_id: str) -> tuple[str, str]:
    view: RoleView = show_role(catalogue, role_id)
    return role_id, f"{view.name}, {view.industry_name}"


def _suit(named: tuple[str, str], traits: Mapping[WorkTrait, float], liking: Mapping[WorkTrait, float]) -> Suited:
    """The sum of likings of what the work has; reasons in the order of their share."""
    terms = {trait: liking[trait] * traits[trait] for trait in WORK_TRAITS if trait in liking}
    strongest = sorted(terms, key=lambda trait: -abs(terms[trait]))
    return Suited(
        id=named[0],
        name=named[1],
        suits=round(sum(terms.values()), 3),
        likes=tuple(trait for trait in strongest if terms[trait] > 0)[:_REASONS],
        dislikes=tuple(trait for trait in strongest if terms[trait] < 0)[:_REASONS],
    )


def _in_order(suited: list[Suited]) -> tuple[Suited, ...]:
    return tuple(sorted(suited, key=lambda one: (-one.suits, one.id)))


def _list_notes(liking: Mapping[WorkTrait, float]) -> Iterator[str]:
    yield "This orders work by what you say you like. It closes nothing: what you can do is another question."
    if not liking:
        yield "Nothing was answered, so nothing is put in order."
