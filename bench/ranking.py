"""One person against very many advertisements: the exact best hundred, and why."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice, pairwise
from random import Random
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from bench.inputs import list_example_postings, list_real_postings, list_resume_pdfs, spread_sample
from bench.tables import Budget, Input, Lead, Row, Table, describe_input
from bench.timing import Timing, find_peer, time_inputs, time_together
from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.matching.attainments import Attainments, attainments_of
from groundfloor.matching.fit import explain_fit
from groundfloor.matching.ranking import PackedPostings, pack_postings, rank
from groundfloor.matching.relations import Relations
from groundfloor.matching.requirements import Requirement, requirements_of
from groundfloor.matching.verdicts import judge
from groundfloor.services.fitting import relations_of
from groundfloor.services.reading import posting_reader, read_resume

_SIZES = (100_000, 1_000_000)
_SEED = 20_251_125
_TOP = 100
_READ_SAMPLE, _PEOPLE_A_REPEAT, _LOOPED_PEOPLE = 300, 4, 3
_OWN = frozenset({"role_family", "level", "industry", "workplace"})
"""What every posting has at most once, and never from another."""

_KEPT_SHARE, _BORROWED = 0.8, 3
_LIMIT_S, _TIMES_SCIPY, _EXPLAIN_LIMIT_S = 0.01, 4, 0.02
_EXPLAIN = f"explaining the best {_TOP} afterwards"
_SCIPY = "peer: SciPy sparse matrix, score alone"


class _Market(NamedTuple):
    """Made-up postings: what each asks, by index into the distinct requirements of postings really read."""

    requirements: list[Requirement]
    asked: list[list[int]]

    def items(self) -> Iterator[tuple[str, list[Requirement]]]:
        for number in range(len(self.asked)):
            yield f"{number:08d}", self.requirements_at(number)

    def requirements_at(self, number: int) -> list[Requirement]:
        return [self.requirements[index] for index in self.asked[number]]


def run(repeats: int) -> list[Table]:
    """Times ranking, its peers and the explanation of the best hundred over markets of growing size."""
    relations = relations_of(open_catalogue())
    files = list_resume_pdfs()
    people = [attainments_of(read_resume(file)[1]) for file in files[: repeats * _PEOPLE_A_REPEAT]]
    people = list(islice(cycle(people), repeats * _PEOPLE_A_REPEAT))
    read = _read_requirements()
    return [_table(_make_market(read, size), people, relations) for size in _SIZES]


def _read_requirements() -> list[list[Requirement]]:
    postings = spread_sample(list_real_postings(), _READ_SAMPLE) or list_example_postings()
    return [[one.as_compared() for one in requirements_of(posting_reader().read(posting))] for posting in postings]


def _make_market(read: list[list[Requirement]], size: int) -> _Market:
    """Postings that keep the kind of work of one read, most of what else it asks, and borrow a little from another."""
    index: dict[Requirement, int] = {}
    random = Random(_SEED)
    bases = [[index.setdefault(one, len(index)) for one in asked] for asked in read]
    requirements = list(index)
    asked = []
    for _ in range(size):
        base, other = random.choice(bases), random.choice(bases)
        kept = [one for one in base if requirements[one].kind in _OWN or random.random() < _KEPT_SHARE]
        borrowed = [one for one in random.sample(other, len(other)) if requirements[one].kind not in _OWN]
        asked.append(list(dict.fromkeys([*kept, *borrowed[:_BORROWED]])))
    return _Market(requirements, asked)


def _table(market: _Market, people: list[Attainments], relations: Relations) -> Table:
    packs: list[PackedPostings] = []
    packing = time_together({"pack": lambda: packs.append(pack_postings(market.items(), relations))}, 1)["pack"]
    packed, size = packs[0], len(market.asked)
    taken = time_inputs(dict(_iter_methods(packed, relations)), people)
    looped = time_inputs({"loop": partial(_loop_best, packed, relations)}, people[:_LOOPED_PEOPLE])
    budgets = (Budget(_LIMIT_S, measure="p95"),) if size == _SIZES[-1] else ()
    return Table(
        claim=f"One person against {size:,} postings, exact best {_TOP}",
        rows=(
            Row(f"ranked, exact best {_TOP} with limits", taken["rank"]),
            Row("of it: judging the distinct requirements", taken["judge"]),
            Row(_SCIPY, taken.get("scipy")),
            Row("peer: plain NumPy loop over postings, score alone", looped["loop"]),
            Row(_EXPLAIN, _time_explaining(market, packed, people, relations)),
            Row("packing all beforehand", packing),
            Row("limit: reading the packed terms once", taken["read"]),
        ),
        inputs=(_describe(packed),),
        budgets=(*budgets, Budget(_EXPLAIN_LIMIT_S, method=_EXPLAIN), Lead(_SCIPY, _TIMES_SCIPY)),
        notes=(
            f"{len(packed.requirements):,} distinct requirements, judged by every method;"
            f" {len(packed.terms) / size:.1f} a posting.",
            f"The packed arrays hold {1e-6 * _count_bytes(packed):.1f} MB, ids apart (budget: 60 MB a million).",
        ),
    )


def _iter_methods(
    packed: PackedPostings, relations: Relations
) -> Iterator[tuple[str, Callable[[Attainments], object]]]:
    yield "rank", lambda person: rank(packed, person, relations, top=_TOP)
    yield "judge", partial(_shares, packed, relations)
    yield "read", lambda _: packed.terms.max()
    sparse = find_peer("scipy.sparse")
    if sparse is not None:
        weights, columns = packed.term_weights[packed.terms], packed.term_requirements[packed.terms]
        shape = (len(packed.ids), len(packed.requirements))
        matrix: Any = sparse.csr_matrix((weights, columns, packed.starts), shape=shape)
        yield "scipy", lambda person: _best((matrix @ _shares(packed, relations, person)) * packed.scales)


def _shares(packed: PackedPostings, relations: Relations, person: Attainments) -> NDArray[np.float64]:
    return np.array([judge(requirement, person, relations).share for requirement in packed.requirements])


def _loop_best(packed: PackedPostings, relations: Relations, person: Attainments) -> NDArray[np.int64]:
    earned = _shares(packed, relations, person)[packed.term_requirements] * packed.term_weights
    places = packed.starts.tolist()
    sums = [earned[packed.terms[start:end]].sum() for start, end in pairwise(places)]
    return _best(np.array(sums) * packed.scales)


def _best(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.argpartition(-scores, _TOP)[:_TOP]


def _time_explaining(
    market: _Market, packed: PackedPostings, people: list[Attainments], relations: Relations
) -> Timing:
    best = {person.id: rank(packed, person, relations, top=_TOP) for person in people}

    def explain(person: Attainments) -> None:
        for place in best[person.id]:
            explain_fit(place.id, market.requirements_at(int(place.id)), person, relations)

    return time_inputs({"explain": explain}, people)["explain"]


def _count_bytes(packed: PackedPostings) -> int:
    return sum(part.nbytes for part in packed if isinstance(part, np.ndarray))


def _describe(packed: PackedPostings) -> Input:
    what = f"packed postings made from postings read, seed {_SEED}: arrays"
    return describe_input(what, (packed.starts.tobytes(), packed.terms.tobytes(), packed.term_weights.tobytes()))
