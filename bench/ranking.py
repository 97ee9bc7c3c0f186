"""Claim: one person is ranked against a million postings, exactly, in some tens of milliseconds.

The peer scores the same postings in plain Python, from the same judged requirements. The physical limit is the time to
read the packed terms once from memory. Postings are made up with a fixed seed: fifteen to twenty-odd requirements each,
drawn from the closed lists.

Run with ``python -m bench.ranking [POSTINGS]``.
"""

import random
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.matching.attainments import attainments_of
from groundfloor.matching.ranking import PackedPostings, pack_postings, rank
from groundfloor.matching.requirements import requirements_of
from groundfloor.matching.verdicts import judge
from groundfloor.model.facts import Education, Experience, Fact
from groundfloor.model.posting import PostingReading
from groundfloor.model.profile import Job, Profile
from groundfloor.model.vocabulary import DUTIES, EDUCATION_LEVELS, INDUSTRIES, LEVELS, ROLE_FAMILIES, SOFT_SKILLS
from groundfloor.services.fitting import relations_of

SEED, DISTINCT, RUNS, TOP = 7, 20_000, 5, 100


def made_up_reading(number: int, dice: random.Random) -> PostingReading:
    """One made-up posting."""
    family = dice.choice(ROLE_FAMILIES)
    facts = (
        Fact(kind="education", value=Education(level=dice.choice(EDUCATION_LEVELS)), strength="required"),
        Fact(
            kind="experience",
            value=Experience(months_min=dice.choice((6, 12, 24, 36)), role_families=(family,)),
            strength=dice.choice(("required", "preferred")),
        ),
    )
    return PostingReading(
        id=f"{number:08}",
        title="",
        role_family=family,
        level=dice.choice(LEVELS),
        soc=(),
        industry=dice.choice(INDUSTRIES),
        workplace="not_stated",
        direction="not_stated",
        facts=facts,
        duties=tuple(dice.sample(DUTIES, 5)),
        soft_skills=tuple(dice.sample(SOFT_SKILLS, 5)),
    )


def repeat(packed: PackedPostings, times: int) -> PackedPostings:
    """The same postings many times over, each under an id of its own."""
    lengths = np.tile(np.diff(packed.starts), times)
    return packed._replace(
        ids=tuple(f"{number:09}" for number in range(len(packed.ids) * times)),
        starts=np.concatenate([[0], np.cumsum(lengths)]),
        terms=np.tile(packed.terms, times),
        scales=np.tile(packed.scales, times),
    )


def rank_plainly(packed: PackedPostings, shares: list[float]) -> list[tuple[float, str]]:
    """The peer: the same sum in plain Python, with what each requirement earns already judged."""
    of_terms = zip(packed.term_requirements.tolist(), packed.term_weights.tolist(), strict=True)
    earned = [shares[requirement] * weight for requirement, weight in of_terms]
    terms, starts, scales = packed.terms.tolist(), packed.starts.tolist(), packed.scales.tolist()
    scores = (
        sum(earned[term] for term in terms[begin:end]) * scale
        for begin, end, scale in zip(starts, starts[1:], scales, strict=False)
    )
    return sorted(zip(scores, packed.ids, strict=True), reverse=True)[:TOP]


def milliseconds(work: Callable[[], object]) -> float:
    """Median of some runs."""
    taken = []
    for _ in range(RUNS):
        begin = perf_counter()
        work()
        taken.append((perf_counter() - begin) * 1000)
    return median(taken)


def main(postings: int) -> None:
    """Measures and prints one line a method."""
    dice = random.Random(SEED)
    relations = relations_of(open_catalogue())
    readings = [made_up_reading(number, dice) for number in range(min(DISTINCT, postings))]
    small = pack_postings([(reading.id, requirements_of(reading)) for reading in readings], relations)
    packed = repeat(small, max(1, postings // len(readings)))
    job = Job(
        title="Cashier",
        start="2015-01",
        end="2018-01",
        current=False,
        role_family="cashier",
        level="ground",
        customer_facing=True,
        people_managed=False,
    )
    attainments = attainments_of(Profile(id="person", jobs=(job,), duties=DUTIES[:6]))
    size = sum(part.nbytes for part in (packed.terms, packed.starts, packed.scales, packed.term_weights))
    ours = milliseconds(lambda: rank(packed, attainments, relations, top=TOP))
    limit = milliseconds(packed.terms.max)
    shares = [judge(requirement, attainments, relations).share for requirement in packed.requirements]
    plainly = milliseconds(lambda: rank_plainly(small, shares)) * len(packed.ids) / len(small.ids)
    sys.stdout.write(
        f"{len(packed.ids)} postings of {len(packed.terms) / len(packed.ids):.1f} requirements, {size / 1e6:.0f} MB\n"
        f"exact best {TOP}: {ours:.1f} ms; reading the terms once: {limit:.1f} ms; plain Python: {plainly:.0f} ms "
        f"({plainly / ours:.0f} times ours)\n"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
