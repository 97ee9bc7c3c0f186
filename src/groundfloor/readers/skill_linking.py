"""Sentences to the skills of a standard, without a model: shared characters and words, near words, parts."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from groundfloor.catalogue.linking_wording import LinkingWording, read_linking_wording, read_meaning_shares
from groundfloor.catalogue.standards.records import Concept
from groundfloor.text.sentence_vectors import TextMeanings
from groundfloor.text.term_index import Owners, Scores, TermIndex, character_terms, word_code, word_terms
from groundfloor.text.word_roots import fold_words, root_of
from groundfloor.text.word_vectors import Vectors, WordVectors

_CHARACTERS, _ROOTS, _NEAR, _PAIRS, _PARTS, _ABOUT = 0.5, 0.3, 0.8, 0.4, 0.2, 0.1
"""What each voice counts; found on annotated sentences that no figure is measured on."""
_NEAR_ENOUGH = 0.3

_PART = re.compile(
    r"[,;:/()&*•.]|\s-\s"
    r"|\b(?:and|or|as well as|including|such as|with|within|through|by|to|in|of|for|using|while|who|that)\b"
)
_BRACKETS = re.compile(r"\s*\([^)]*\)")


class SkillLink(NamedTuple):
    """A skill a sentence may ask for; ``score`` orders the links of one sentence and means nothing across sentences."""

    id: str
    label: str
    score: float


class SentenceWords:
    """The words of a folded sentence that tell something about a skill.

    Args:
        wording: the words that do not.

    Example:
        >>> words = SentenceWords(LinkingWording(short_forms={}, sentence_noise="good at the"))
        >>> words.telling("good at handling the complaints"), words.roots_and_pairs("handling complaints")
        (['handling', 'complaints'], ['handl', 'complaint', 'handl complaint'])
    """

    def __init__(self, wording: LinkingWording) -> None:
        self._noise = frozenset(wording.sentence_noise.split())

    def telling(self, text: str) -> list[str]:
        """The telling words, in order."""
        return [word for word in text.split() if word not in self._noise]

    def roots(self, text: str) -> list[str]:
        """The roots of the telling words."""
        return [root_of(word) for word in self.telling(text)]

    def roots_and_pairs(self, text: str) -> list[str]:
        """The roots, then every two that stand together."""
        roots = self.roots(text)
        return roots + [f"{one} {other}" for one, other in pairwise(roots)]


class SkillLinker:
    """Ranks the skills of one standard for a sentence.

    Args:
        skills: of the standard to link to.
        vectors: words near in meaning; None leaves that voice out.
        meanings: of the skills' labels, from the `semantic` extra; None leaves that voice out.

    Example:
        >>> skills = [Concept(id="a", label="handle complaints"), Concept(id="b", label="drive lorries")]
        >>> SkillLinker(skills).link("You will handle customer complaints", limit=1)[0].label
        'handle complaints'
    """

    def __init__(
        self, skills: Sequence[Concept], vectors: WordVectors | None = None, meanings: TextMeanings | None = None
    ) -> None:
        self._meanings = meanings
        self.skills = tuple(skills)
        words = self._words = SentenceWords(read_linking_wording())
        names = [_names(concept) for concept in self.skills]
        forms = [name for own in names for name in own]
        self._owners = Owners([len(own) for own in names])
        self._by_characters = TermIndex(
            [" ".join(words.telling(form)) or form for form in forms], character_terms(3, 5)
        )
        self._by_roots = TermIndex(forms, word_terms(words.roots))
        self._by_pairs = TermIndex(forms, word_terms(words.roots_and_pairs))
        whole = [" ".join((*own, fold_words(skill.about))) for own, skill in zip(names, self.skills, strict=True)]
        self._by_all = TermIndex(whole, word_terms(words.roots))
        self._vectors = vectors
        self._word_of = {word_code(root): root for form in forms for root in words.roots(form)}
        self._learned = self._place_vectors(vectors) if vectors else None

    def link(self, sentence: str, *, limit: int = 5) -> list[SkillLink]:
        """The likeliest skills, best first, ties in the standard's order; none when no word is known."""
        scores = self.score(sentence)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [
            SkillLink(self.skills[place].id, self.skills[place].label, round(float(scores[place]), 4))
            for place in best
            if scores[place] > 0
        ]

    def score(self, sentence: str) -> Scores:
        """The score of every skill, in the order given."""
        text = fold_words(sentence)
        by_form = _CHARACTERS * self._by_characters.score(" ".join(self._words.telling(text)))
        by_form += _ROOTS * self._by_roots.score(text) + _PAIRS * self._by_pairs.score(text)
        scores = self._owners.best(by_form) + _ABOUT * self._by_all.score(text)
        scores += _NEAR * self._owners.best(self._cover(text))
        scores += _PARTS * self._owners.best(self._best_part(sentence))
        if self._meanings and scores.any():
            scores += self._meant(sentence, self._meanings)
        return scores

    def _meant(self, sentence: str, meanings: TextMeanings) -> Scores:
        """The likeness of the whole sentence, and of its likest part, to each label."""
        shares = read_meaning_shares()
        meant = shares.skills * meanings.score(sentence)
        if parts := self._telling_parts(sentence):
            meant += shares.skill_parts * np.maximum.reduce([meanings.score(part) for part in parts])
        return meant

    def _best_part(self, sentence: str) -> Scores:
        parts = dict.fromkeys(fold_words(part) for part in self._telling_parts(sentence))
        scores = [self._by_pairs.score(part) for part in parts]
        return np.maximum.reduce(scores) if scores else np.zeros(self._by_pairs.count)

    def _telling_parts(self, sentence: str) -> list[str]:
        parts = dict.fromkeys(part.strip() for part in _PART.split(sentence.lower()))
        return [part for part in parts if self._words.telling(fold_words(part))]

    def _cover(self, text: str) -> Scores:
        """How much of each name the sentence covers, a word counting by the nearest word of the sentence."""
        nearness = np.zeros(len(self._by_roots.codes))
        roots = list(dict.fromkeys(self._words.roots(text)))
        if self._vectors and self._learned is not None:
            asked = [vector for root in roots if (vector := self._vectors.of(root)) is not None]
            if asked:
                nearest = (self._learned @ np.stack(asked).T).max(axis=1)
                nearness = np.where(nearest > _NEAR_ENOUGH, nearest, 0).astype(np.float64)
        codes = np.array([word_code(root) for root in roots], np.uint64)
        nearness[self._by_roots.places_of(codes)] = 1
        return self._by_roots.cover(nearness)

    def _place_vectors(self, vectors: WordVectors) -> Vectors:
        placed = np.zeros((len(self._by_roots.codes), vectors.vectors.shape[1]), np.float32)
        for place, code in enumerate(self._by_roots.codes.tolist()):
            vector = vectors.of(self._word_of[code])
            if vector is not None:
                placed[place] = vector
        return placed


def _names(concept: Concept) -> list[str]:
    plain = _BRACKETS.sub("", concept.label)
    folded = dict.fromkeys(fold_words(name) for name in (plain, concept.label, *concept.names))
    return [name for name in folded if name] or [""]
