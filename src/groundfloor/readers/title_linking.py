"""Advertised titles to the occupations of a standard, without a model: shared characters, shared words, near words.

Each occupation answers with its best name, with all its names together, with its description and with the direction
its words point in; a second standard may speak through a crosswalk; what many people do comes before what few do.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from groundfloor.catalogue.linking_wording import read_linking_wording, read_meaning_shares
from groundfloor.catalogue.standards.records import Concept, Crossing
from groundfloor.readers.title_words import TitleWords, roots_of
from groundfloor.text.sentence_vectors import NamedMeanings, TextMeanings
from groundfloor.text.term_index import Owners, Scores, TermIndex, character_terms, word_code, word_terms
from groundfloor.text.word_roots import fold_words
from groundfloor.text.word_vectors import WordVectors

_CHARACTERS = character_terms(3, 5)
_ROOTS = word_terms(roots_of)

_BEST_NAME, _ALL_NAMES, _ABOUT, _NEAR_WORDS, _OTHER_STANDARD, _EMPLOYED = 0.67, 0.67, 0.2, 1.33, 0.25, 0.07
"""What each voice counts; found on advertised titles that no figure is measured on."""
_CROSSING_SHARES = {"exactMatch": 1.0, "closeMatch": 0.95, "narrowMatch": 0.8, "broadMatch": 0.8}
_FEWEST_EMPLOYED = 200.0


class OccupationLink(NamedTuple):
    """An occupation a title may mean; ``score`` orders the links of one title and means nothing across titles."""

    id: str
    label: str
    score: float


class OtherStandard(NamedTuple):
    """A second standard's occupations with the crossings from them, and people employed by id where known."""

    occupations: Sequence[Concept]
    crossings: Sequence[Crossing]
    employed: Mapping[str, int]


class TitleLinker:
    """Ranks the occupations of one standard for a title.

    Args:
        occupations: of the standard to link to.
        vectors: words near in meaning, see :func:`teaching_texts`; None leaves that voice out.
        other: a second standard to hear as well.
        meanings: of the occupations' names, from the `semantic` extra; None leaves that voice out.

    Example:
        >>> linker = TitleLinker([Concept(id="a", label="cashier"), Concept(id="b", label="tour guide")])
        >>> [link.label for link in linker.link("Cashiers needed (part-time)", limit=1)]
        ['cashier']
    """

    def __init__(
        self,
        occupations: Sequence[Concept],
        vectors: WordVectors | None = None,
        other: OtherStandard | None = None,
        meanings: NamedMeanings | None = None,
    ) -> None:
        self.occupations = tuple(occupations)
        self._titles = TitleWords(read_linking_wording())
        self._meanings = meanings
        names = [_names(concept) for concept in self.occupations]
        together = [" ".join((own[0], *own)) for own in names]
        self.forms = [name for own in names for name in own]
        self.owners = Owners([len(own) for own in names])
        self._by_name = TermIndex(self.forms, _CHARACTERS)
        self._by_names = TermIndex(together, _CHARACTERS)
        self._by_about = TermIndex([fold_words(concept.about) for concept in self.occupations], _ROOTS)
        self._near = NearWords(together, vectors) if vectors else None
        self._other = _OtherVoice(self.occupations, other) if other else None

    def link(self, title: str, *, limit: int = 5) -> list[OccupationLink]:
        """The likeliest occupations, best first, ties in the standard's order; none when no word is known."""
        scores = self.score(title)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [
            OccupationLink(self.occupations[place].id, self.occupations[place].label, round(float(scores[place]), 4))
            for place in best
            if scores[place] > 0
        ]

    def score(self, title: str) -> Scores:
        """The score of every occupation, in the order given; zeros when no word is known."""
        text = self._titles.fold(title)
        scores = _BEST_NAME * self.owners.best(self._by_name.score(text))
        scores += _ALL_NAMES * self._by_names.score(text) + _ABOUT * self._by_about.score(text)
        if self._near:
            scores += _NEAR_WORDS * self._near.score(text)
        if self._other and scores.any():
            scores += self._other.score(text)
        if self._meanings and scores.any():
            scores += read_meaning_shares().titles * self._meanings.score(title)
        return scores


class NearWords:
    """Texts by the direction of their words.

    Args:
        texts: folded texts; a score's place is the text's place.
        vectors: words near in meaning.
    """

    def __init__(self, texts: Sequence[str], vectors: WordVectors) -> None:
        self._vectors = vectors
        index = TermIndex(texts, _ROOTS)
        self._rarity = dict(zip(index.codes.tolist(), (index.rarity - 1).tolist(), strict=True))
        self._unseen = float(np.log(1 + len(texts)))
        self._centres = np.stack([self._centre(text) for text in texts])

    def score(self, text: str) -> Scores:
        """The cosine of each text's direction with that of one folded text."""
        nearness: Scores = (self._centres @ self._centre(text)).astype(np.float64)
        return nearness

    def _centre(self, text: str) -> NDArray[np.float32]:
        return self._vectors.centre(roots_of(text), lambda word: self._rarity.get(word_code(word), self._unseen))


class _OtherVoice:
    """What a second standard says: its occupations' names through the crossings, and how many people do the work."""

    def __init__(self, occupations: Sequence[Concept], other: OtherStandard) -> None:
        here = {concept.id: place for place, concept in enumerate(occupations)}
        there = {concept.id: place for place, concept in enumerate(other.occupations)}
        crossings = [crossing for crossing in other.crossings if crossing.to in here and crossing.start in there]
        self._count = len(occupations)
        self._from = np.array([there[crossing.start] for crossing in crossings], np.int64)
        self._to = np.array([here[crossing.to] for crossing in crossings], np.int64)
        self._shares = np.array([_CROSSING_SHARES.get(crossing.kind, 0.0) for crossing in crossings])
        self._by_names = TermIndex([" ".join(_names(concept)) for concept in other.occupations], _ROOTS)
        self._usual = _EMPLOYED * self._how_usual(crossings, other.employed)

    def score(self, text: str) -> Scores:
        heard = np.zeros(self._count)
        np.maximum.at(heard, self._to, self._by_names.score(text)[self._from] * self._shares)
        return _OTHER_STANDARD * heard + self._usual

    def _how_usual(self, crossings: Sequence[Crossing], employed: Mapping[str, int]) -> Scores:
        """Logarithm of the people employed, shared among an occupation's crossings; mean 0, spread 1."""
        people = np.full(self._count, _FEWEST_EMPLOYED)
        fan = np.maximum(np.bincount(self._from, minlength=1), 1)
        for crossing, start, to, share in zip(crossings, self._from, self._to, self._shares, strict=True):
            people[to] = max(people[to], employed.get(crossing.start[:7], 0) / fan[start] * share)
        usual: Scores = np.log(people)
        spread: Scores = (usual - usual.mean()) / (usual.std() or 1)
        return spread


class TitleNearness:
    """How near two titles are: by the words they share, and by the occupations each may mean.

    Args:
        texts: the titles to compare with.
        linkers: each tells which occupations a title may mean; more than one standard is heard side by side.
        meanings: of the texts, from the `semantic` extra; None leaves that voice out.
    """

    def __init__(
        self, texts: Sequence[str], linkers: Sequence[TitleLinker], meanings: TextMeanings | None = None
    ) -> None:
        self._own_meanings = meanings
        self._linkers = linkers
        self._titles = TitleWords(read_linking_wording())
        folded = [self._titles.fold(text) for text in texts]
        self._indexes = (
            TermIndex(folded, character_terms(2, 4)),
            TermIndex(folded, _CHARACTERS),
            TermIndex(folded, _ROOTS),
        )
        self._meanings = [np.stack([_meaning(linker, text) for text in texts]) for linker in linkers]

    def score(self, title: str) -> Scores:
        """Nearness of each text to a title."""
        text = self._titles.fold(title)
        scores: Scores = sum((index.score(text) for index in self._indexes), np.zeros(self._indexes[0].count))
        for linker, meanings in zip(self._linkers, self._meanings, strict=True):
            scores += meanings @ _meaning(linker, title)
        if self._own_meanings:
            scores += read_meaning_shares().near_titles * self._own_meanings.score(title)
        return scores


def _meaning(linker: TitleLinker, title: str, *, most: int = 30) -> Scores:
    """The likeliest occupations of a title as a vector of length 1, likelier ones counting more than in proportion."""
    scores = np.maximum(linker.score(title), 0)
    meaning = np.zeros_like(scores)
    best = np.argsort(-scores, kind="stable")[:most]
    meaning[best] = scores[best] ** 2
    length = float(np.linalg.norm(meaning))
    return meaning / length if length else meaning


def _names(concept: Concept) -> list[str]:
    folded = dict.fromkeys(fold_words(name) for name in (concept.label, *concept.names))
    return [name for name in folded if name] or [""]


def teaching_texts(concepts: Iterable[Concept], texts: Iterable[str] = ()) -> list[str]:
    """The folded texts from which :class:`WordVectors` learn: names together, each sentence of a description, tasks."""
    taught: list[str] = []
    for concept in concepts:
        taught.append(fold_words(" ".join((concept.label, *concept.names))))
        taught += [fold_words(sentence) for sentence in concept.about.split(". ")]
        taught += [fold_words(task) for task in concept.tasks]
    return taught + [fold_words(sentence) for text in texts for sentence in text.split(". ")]
