"""A field of two small industries, made up for tests, with figures that are easy to add in the head."""

from typing import Any

import msgspec

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.catalogue.records import Industry, LanguageName, LawTopic, Move, Role, Source, TrainingItem, WageTable
from groundfloor.model.profile import Job, Profile

CITE = {"source": "survey", "place": "table 1", "checked": "2026-11-25"}
GUESS = {"source": "guess", "place": "what is usual", "checked": "2026-11-25"}

ROLES = {
    "shop.assistant": ("Shop assistant", "retail_sales_assistant", "ground", "41-2031.00", ["weekends"]),
    "shop.lead": ("Shop lead", "team_leader", "lead", "41-1011.00", ["weekends"]),
    "shop.manager": ("Shop manager", "store_manager", "manager", "11-1021.00", ["weekends", "evenings"]),
    "shop.owner": ("Shop owner", "store_manager", "executive_owner", "11-1011.00", ["weekends"]),
    "desk.clerk": ("Desk clerk", "customer_service_representative", "ground", "43-4051.00", []),
    "desk.adviser": ("Licensed adviser", "claims_insurance_service", "experienced", "43-4061.00", []),
    "desk.korean-adviser": ("Korean-speaking adviser", "claims_insurance_service", "lead", "43-4061.00", []),
    "desk.manager": ("Desk manager", "service_manager", "manager", "11-1021.00", []),
}
PAY = {"41-2031": 30_000, "41-1011": 48_000, "11-1021": 90_000, "43-4051": 42_000, "43-4061": 54_000}


def role(name: str, family: str, level: str, soc: str, schedule: list[str], **extra: Any) -> Role:
    return msgspec.convert(
        {
            "name": name,
            "family": family,
            "level": level,
            "titles": {"names": [name, f"{name} (all shifts)"], "match": [name], "refuse": ["Baker"]},
            "soc": [soc],
            "isco": ["5223"],
            "summary": f"{name} in a made-up field.",
            "duties": [],
            "soft_skills": [],
            "asks": [],
            "setting": {"workplace": ["onsite"], "channels": ["face_to_face"], "schedule": schedule},
            "cite": CITE,
        }
        | extra,
        Role,
    )


def move(start: str, to: str, months: tuple[int, int], trodden: str, *training: str, **extra: Any) -> Move:
    steps = [{"item": item.rstrip("!"), "needed": item.endswith("!")} for item in training]
    return msgspec.convert(
        {
            "start": start,
            "to": to,
            "kind": "promotion",
            "months_in_role": {"min": months[0], "max": months[1], "cite": GUESS},
            "trodden": trodden,
            "trodden_cite": GUESS,
            "training": steps,
        }
        | extra,
        Move,
    )


def item(name: str, stage: int, **extra: Any) -> TrainingItem:
    return msgspec.convert(
        {"name": name, "stage": stage, "summary": f"{name}, made up.", "cite": CITE} | extra, TrainingItem
    )


def small_field() -> Catalogue:
    """Two shops' worth of roles; weights and relations are the bundled ones."""
    asks_korean = {"kind": "language", "value": {"kind": "language", "tag": "ko", "cefr": "B2"}, "cite": CITE}
    licence = {"kind": "qualification", "name": "Adviser licence", "id": "desk.licence"}
    asks_licence = {
        "kind": "qualification",
        "value": licence,
        "legal_bar": True,
        "jurisdictions": ["US-FL"],
        "task": "advise for pay",
        "cite": CITE,
    }
    asks = {"desk.korean-adviser": [asks_korean], "desk.adviser": [asks_licence]}
    return Catalogue(
        edition="small",
        rough_worth={"USD": 1, "CAD": 0.7},
        sources={
            "survey": Source(publisher="Bureau", title="Survey", accessed="2026-11-25", licence="public domain"),
            "guess": Source(publisher="Us", title="Guess", accessed="2026-11-25", licence="Apache-2.0", estimate=True),
            "unused": Source(publisher="Nobody", title="Unread", accessed="2026-11-25", licence="none"),
        },
        industries={
            name: msgspec.convert(
                {"name": f"{name.title()}s", "isic": [], "nace": [], "naics": [], "summary": name, "cite": CITE},
                Industry,
            )
            for name in ("shop", "desk")
        },
        roles={key: role(*parts, asks=asks.get(key, [])) for key, parts in ROLES.items()},
        moves={
            "a.assistant-lead": move("shop.assistant", "shop.lead", (12, 24), "common", "all.practice", "all.coaching"),
            "a.lead-manager": move("shop.lead", "shop.manager", (24, 48), "common", "all.diploma"),
            "a.assistant-manager": move("shop.assistant", "shop.manager", (18, 30), "rare", "all.course!"),
            "b.clerk-adviser": move("desk.clerk", "desk.adviser", (6, 6), "possible", "desk.licence!"),
            "b.adviser-manager": move("desk.adviser", "desk.manager", (24, 24), "possible"),
            "b.clerk-korean": move("desk.clerk", "desk.korean-adviser", (6, 6), "common"),
            "b.korean-manager": move("desk.korean-adviser", "desk.manager", (6, 6), "common"),
            "c.manager-clerk": move("shop.manager", "desk.clerk", (6, 6), "rare", kind="change_of_industry"),
        },
        training={
            "all.practice": item("Practice", 1),
            "all.coaching": item("Coaching", 2, length={"hours": 8, "cite": GUESS}),
            "all.diploma": item("Diploma", 3, length={"hours": 60, "cite": CITE}, other_names=["Shop Diploma"]),
            "all.course": item(
                "Managers’ course",
                4,
                length={"months": 3, "cite": CITE},
                beside_work=False,
                cost={"amount": 500, "currency": "USD", "cite": CITE},
            ),
            "desk.licence": item("Adviser licence", 3, jurisdictions=["US-FL"], gives=[licence], laws=["us.advice"]),
        },
        tools={},
        languages={"ko": LanguageName(name="Korean")},
        language_tests={},
        laws={
            "us.advice": msgspec.convert(
                {
                    "name": "Law of advice",
                    "jurisdiction": "US",
                    "topic": "finance",
                    "instrument": "Act",
                    "summary": "Advice needs a licence.",
                    "cite": CITE,
                },
                LawTopic,
            )
        },
        wages={
            "us": msgspec.convert(
                {
                    "place": "US",
                    "period": "year",
                    "currency": "USD",
                    "date": "2024-05",
                    "rows": {code: {"title": f"Workers {code}", "median": pay} for code, pay in PAY.items()},
                    "cite": CITE,
                },
                WageTable,
            )
        },
        lexicon={},
        weights=open_catalogue().weights,
    )


def person(*jobs: Job, **extra: Any) -> Profile:
    return Profile(id="somebody", jobs=jobs, **extra)


def job(title: str, family: str, start: str, end: str | None, **extra: Any) -> Job:
    defaults: dict[str, Any] = {"level": "ground", "customer_facing": True, "people_managed": False, "industry": "shop"}
    return Job(title=title, role_family=family, start=start, end=end, current=end is None, **(defaults | extra))  # type: ignore[arg-type]
