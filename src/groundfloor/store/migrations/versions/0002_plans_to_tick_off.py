"""Plans become things to tick off: one chosen route, with what is done, and the day of the last change.

Until now a plan's record was a whole answer with all its routes. The first route becomes the plan's own and the others
stay as a line each. An answer that found no route becomes a plan without steps, to be planned again.
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_PLANS = sa.table("plans", *(sa.column(name) for name in ("id", "profile_id", "record", "added_on", "changed_on")))


def upgrade() -> None:
    """Adds the day of the last change and gives every record its new shape."""
    connection = op.get_bind()
    rows = connection.execute(sa.select(_PLANS.c.id, _PLANS.c.profile_id, _PLANS.c.record, _PLANS.c.added_on)).all()
    for row in rows:
        record = _to_plan(row.id, row.profile_id, json.loads(row.record), row.added_on)
        changed = sa.update(_PLANS).where(_PLANS.c.id == row.id)
        connection.execute(changed.values(record=json.dumps(record, ensure_ascii=False)))
    op.add_column("plans", sa.Column("changed_on", sa.String(10), nullable=False, server_default=""))
    connection.execute(sa.update(_PLANS).values(changed_on=_PLANS.c.added_on))


def _to_plan(plan_id: str, profile_id: str | None, answer: dict[str, Any], day: str) -> dict[str, Any]:
    routes = answer.get("routes") or [_no_steps(answer)]
    return {
        "id": plan_id,
        "person": profile_id or "",
        "asked": answer["goal"]["asked"],
        "constraints": answer["constraints"],
        "start": answer["start"],
        "route": routes[0],
        "other_ways": [_to_way(route) for route in routes[1:]],
        "made_on": day,
        "planned_on": day,
        "changed_on": day,
        "sources": answer.get("sources", {}),
    }


def _no_steps(answer: dict[str, Any]) -> dict[str, Any]:
    start, goals = answer["start"].get("role"), answer["goal"]["roles"]
    goal = goals[0] if goals else start
    return {
        "id": "route-1",
        "labels": [],
        "start": start or goal,
        "goal": goal,
        "steps": [],
        "months_min": 0.0,
        "months_max": 0.0,
        "study_hours": None,
        "lengths_not_known": 0,
        "prices": [],
        "prices_not_known": [],
        "rare_moves": 0,
        "possible_moves": 0,
    }


def _to_way(route: dict[str, Any]) -> dict[str, Any]:
    roles = [route["start"], *(step["to"] for step in route["steps"])]
    return {
        "roles": [role["name"] for role in roles],
        "months_min": route["months_min"],
        "months_max": route["months_max"],
        "labels": route["labels"],
    }
