"""Whose answer is asked for: a résumé file, or a profile kept in the store."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import structs

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.cli.output import print_findings
from groundfloor.errors import GroundfloorError
from groundfloor.model.profile import Preferences, Profile
from groundfloor.model.vocabulary import SCHEDULES

_NEAR = 70


def find_person(resume: Path | None, profile_id: str | None, store: str | None) -> Profile | None:
    """The profile of a résumé or of the store; None when neither is named.

    Raises:
        GroundfloorError: ``usage`` when both are named, ``entry-unknown`` when the store holds no such profile.
    """
    if resume and profile_id:
        raise GroundfloorError("usage", "Name a résumé or a kept profile, not both.")
    if resume:
        from groundfloor.services.reading import read_resume

        _, profile = read_resume(resume, counted_to=this_month())
        print_findings(profile.findings)
        return profile
    if not profile_id:
        return None
    from groundfloor.services.keeping import count_kept_to

    return count_kept_to(_kept_profile(profile_id, store), this_month())


def this_month() -> str:
    """The month up to which jobs that still go on count, where somebody asks for themselves today."""
    from datetime import date

    return f"{date.today():%Y-%m}"


def get_person(resume: Path | None, profile_id: str | None, store: str | None) -> Profile:
    """The same where a person must be named.

    Raises:
        GroundfloorError: ``usage`` when neither is named.
    """
    person = find_person(resume, profile_id, store)
    if person is None:
        raise GroundfloorError("usage", "Whose jobs?", hint="Name a résumé with --resume or a kept one with --profile.")
    return person


def wish_of(
    places: Sequence[str], *, remote_only: bool = False, refused: Sequence[str] = (), pay_at_least: float | None = None
) -> Preferences:
    """What a person wants and refuses, from words typed.

    Raises:
        GroundfloorError: ``usage`` when hours are named that the closed list does not hold.
    """
    codes = [shift.strip().casefold().replace(" ", "_").replace("-", "_") for shift in refused]
    unknown = [shift for shift, code in zip(refused, codes, strict=True) if code not in SCHEDULES]
    if unknown:
        hint = f"Use {', '.join(SCHEDULES)}."
        raise GroundfloorError("usage", f"Such hours are not known: {', '.join(unknown)}.", hint=hint)
    return Preferences(
        places=tuple(places),
        remote_only=remote_only,
        refused_schedules=tuple(shift for shift in SCHEDULES if shift in codes),
        minimum_pay_per_hour=pay_at_least,
    )


def read_country(catalogue: Catalogue, typed: str) -> str:
    """The ISO 3166-1 code of a country typed by name or code; empty where nothing was typed.

    Raises:
        GroundfloorError: ``usage`` when the words name no country that the catalogue knows.

    Example:
        >>> from groundfloor.catalogue.catalogue import open_catalogue
        >>> read_country(open_catalogue(), "uk"), read_country(open_catalogue(), "Germany")
        ('GB', 'DE')
    """
    from groundfloor.services.fitting import gazetteer_of

    code = typed.strip().upper()
    if not code or code in catalogue.countries:
        return code
    named = gazetteer_of(catalogue).country_of(typed)
    if not named:
        hint = "Name a country, or its code of two letters, such as US, GB or DE."
        raise GroundfloorError("usage", f"No country is known as {typed!r}.", hint=hint)
    return named


def with_wish(person: Profile, wish: Preferences) -> Profile:
    """The person with the wish; where none is named, with what is kept of it."""
    return person if wish == Preferences() else structs.replace(person, preferences=wish)


def _kept_profile(profile_id: str, store: str | None) -> Profile:
    from rapidfuzz import process

    from groundfloor.store.store import open_store

    with open_store(store) as kept:
        profile = kept.find_profile(profile_id)
        near = None if profile else process.extractOne(profile_id, kept.list_ids("profiles"), score_cutoff=_NEAR)
    if profile is None:
        hint = f"Did you mean {near[0]}?" if near else "See `groundfloor store list profiles`."
        raise GroundfloorError("entry-unknown", f"No profile {profile_id!r} is kept.", hint=hint)
    return profile
