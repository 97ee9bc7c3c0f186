"""Titles against the standards: to ESCO occupations, to ESCO names, to other titles, and to customer service at all."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from groundfloor.catalogue.linking_wording import read_linking_wording
from groundfloor.catalogue.standards.records import Concept
from groundfloor.evaluation.linear import cross_validate
from groundfloor.evaluation.measures import answers_f1, mean
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.evaluation.standard_data import (
    iter_table,
    kept_folder,
    ranks_of,
    read_columns,
    read_standards,
    read_title_linker,
    read_vectors,
)
from groundfloor.readers.title_linking import NearWords, TitleLinker, TitleNearness
from groundfloor.readers.title_words import TitleWords
from groundfloor.services.standards import make_title_linker
from groundfloor.text.sentence_vectors import Encoder, NamedMeanings, TextMeanings, open_encoder
from groundfloor.text.term_index import Scores, TermIndex, character_terms
from groundfloor.text.word_roots import fold_words, root_of

SAMPLE_EVERY = 8
"""Of the advertised titles every eighth is linked, so that the whole evaluation stays bearable."""

_HELPER_SHARE = 0.5

Score = Callable[[str], Scores]
Ranks = Mapping[str, Sequence[int]]


def run_titles(folder: Path) -> TaskReport:
    """Advertised titles to ESCO occupations; titles whose occupation is no longer in ESCO are left out."""
    return measure_titles(folder, every=SAMPLE_EVERY)


def measure_titles(folder: Path, *, every: int) -> TaskReport:
    """As :func:`run_titles`, on every so many titles."""
    return _measure_titles(folder, read_title_linker(folder, "esco-en"), "titles", every)


def run_titles_semantic(folder: Path) -> TaskReport:
    """As :func:`run_titles`, the sentence model heard as well."""
    encoder, standards = open_encoder(), read_standards(folder)
    names = [(concept.label, *concept.names) for concept in standards["esco-en"].occupations]
    meanings = NamedMeanings(names, encoder, kept_folder())
    linker = make_title_linker(standards, "esco-en", read_vectors(folder), meanings)
    return _measure_titles(folder, linker, "titles-semantic", SAMPLE_EVERY)


def _measure_titles(folder: Path, linker: TitleLinker, task: str, every: int) -> TaskReport:
    places = {concept.id: place for place, concept in enumerate(linker.occupations)}
    rows = [row for row in iter_table(folder, "titles/jobbert/titles.test.csv") if row["conceptUri"] in places]
    asked = {f"row-{row['']}": (row["vacancyTitle"], [places[row["conceptUri"]]]) for row in rows[::every]}
    return _report(
        task,
        "advertised titles to ESCO occupations",
        _rank(asked, linker.score),
        _rank(asked, _by_characters(linker)),
        {"mean reciprocal rank": _reciprocal, "among the first 5": _within(5), "among the first 10": _within(10)},
    )


def run_names(folder: Path) -> TaskReport:
    """O*NET titles to the names of ESCO occupations and groups; the crosswalk, being the answer, is not heard."""
    return _measure_names(folder, None)


def run_names_semantic(folder: Path) -> TaskReport:
    """As :func:`run_names`, the sentence model heard as well."""
    return _measure_names(folder, open_encoder())


def _measure_names(folder: Path, encoder: Encoder | None) -> TaskReport:
    names = read_columns(folder, "titles/melo_usa/corpus_elements.tsv")
    places = {name_id: place for place, (name_id, _) in enumerate(names)}
    wanted: dict[str, list[int]] = defaultdict(list)
    for query, _, name_id, _ in read_columns(folder, "titles/melo_usa/annotations.tsv"):
        wanted[query].append(places[name_id])
    asked = {key: (text, wanted[key]) for key, text in read_columns(folder, "titles/melo_usa/queries.tsv")}
    concepts = dict(read_columns(folder, "titles/melo_usa/concept_mapping.tsv"))
    texts = [name for _, name in names]
    score = _NameScore(folder, texts, [concepts[name_id] for name_id, _ in names], encoder).score
    plain = TermIndex([fold_words(text) for text in texts], character_terms(3, 5))
    return _report(
        "title-names-semantic" if encoder else "title-names",
        "O*NET titles to names of ESCO occupations and groups",
        _rank(asked, score),
        _rank(asked, lambda title: plain.score(fold_words(title))),
        {"mean reciprocal rank": _reciprocal, "first": _within(1), "among the first 5": _within(5)},
    )


def run_near_titles(folder: Path) -> TaskReport:
    """Titles to titles of the same kind of work; the measure is mean average precision."""
    return _measure_near_titles(folder, None)


def run_near_titles_semantic(folder: Path) -> TaskReport:
    """As :func:`run_near_titles`, the sentence model heard as well."""
    return _measure_near_titles(folder, open_encoder())


def _measure_near_titles(folder: Path, encoder: Encoder | None) -> TaskReport:
    corpus = read_columns(folder, "titles/zbib2022/corpus_documents.tsv")
    places = {key: place for place, (key, _) in enumerate(corpus)}
    wanted: dict[str, list[int]] = defaultdict(list)
    for query, _, key, _ in read_columns(folder, "titles/zbib2022/annotations.tsv"):
        wanted[query].append(places[key])
    asked = {key: (text, wanted[key]) for key, text in read_columns(folder, "titles/zbib2022/queries.tsv")}
    texts = [text for _, text in corpus]
    linkers = [read_title_linker(folder, standard) for standard in ("esco-en", "onet")]
    nearness = TitleNearness(texts, linkers, TextMeanings(texts, encoder, kept_folder()) if encoder else None)
    plain = TermIndex([fold_words(text) for text in texts], character_terms(3, 5))
    return _report(
        "near-titles-semantic" if encoder else "near-titles",
        "titles of the same kind of work",
        _rank(asked, nearness.score),
        _rank(asked, lambda title: plain.score(fold_words(title))),
        {"mean average precision": _average_precision},
    )


def run_service_titles(folder: Path) -> TaskReport:
    """Which raw advertised titles are for customer service: five-fold cross-validation, every title of one class.

    The model is the small linear one of this package; how readily it says yes is settled inside each training part.
    """
    classes: dict[str, set[str]] = defaultdict(set)
    rows = list(iter_table(folder, "titles/craigslistJobTitles.csv", encoding="latin-1"))
    for row in rows:
        classes[row["jobtitle"]].add(row["category"])
    kept = [row for row in rows if len(classes[row["jobtitle"]]) == 1]
    texts = [title_features(row["jobtitle"]) for row in kept]
    answers = [row["category"] == "customerservice" for row in kept]
    said = cross_validate(texts, answers)
    named = ["=customer" in text or "=service" in text for text in texts]
    pairs = enumerate(zip(said, answers, strict=True))
    return TaskReport(
        task="service-titles",
        about="raw titles that are for customer service, by cross-validation",
        figures=(
            Figure(
                name="F1",
                value=answers_f1(said, answers),
                count=len(answers),
                baselines={"says customer or service": answers_f1(named, answers)},
            ),
        ),
        items={f"row-{number}": float(one == other) for number, (one, other) in pairs},
    )


def title_features(title: str) -> list[str]:
    """Words and roots of a title, and every two roots up to four apart.

    Example:
        >>> title_features("Phone Agents")
        ['phon', 'agent', '=phone', '=agents', 'phon agent', 'phon, agent', '']
    """
    words = fold_words(title).split()
    roots = [root_of(word) for word in words]
    pairs = [f"{one} {other}" for place, one in enumerate(roots) for other in roots[place + 1 : place + 5]]
    beside = [f"{one}, {other}" for one, other in pairwise(roots)]
    return [*roots, *(f"={word}" for word in words), *pairs, *beside, ""]


class _NameScore:
    """Names by shared and near words, and by the other names that O*NET knows of the asked occupation.

    Args:
        folder: the evaluation data.
        names: the names to rank.
        groups: for each name the concept it belongs to.
        encoder: of the sentence model; None leaves that voice out.
    """

    def __init__(self, folder: Path, names: Sequence[str], groups: Sequence[str], encoder: Encoder | None) -> None:
        vectors = read_vectors(folder)
        together: dict[str, list[str]] = defaultdict(list)
        for name, group in zip(names, groups, strict=True):
            together[group].append(name)
        places = {group: place for place, group in enumerate(together)}
        concepts = [Concept(id=group, label=own[0], names=tuple(own[1:])) for group, own in together.items()]
        self._concept_of = np.array([places[group] for group in groups])
        self._shared = TitleNearness(names, [], TextMeanings(names, encoder, kept_folder()) if encoder else None)
        self._near = NearWords([fold_words(name) for name in names], vectors) if vectors else None
        self._concepts = TitleLinker(concepts, vectors)
        self._onet = read_title_linker(folder, "onet")
        self._known = {concept.id: concept for concept in self._onet.occupations}

    def score(self, title: str) -> Scores:
        helper = self._known[self._onet.link(title, limit=1)[0].id]
        others = " ".join((helper.label, *helper.names))
        scores: Scores = self._shared.score(title) + _HELPER_SHARE * self._concepts.score(others)[self._concept_of]
        if self._near:
            for text in (title, others):
                scores += _HELPER_SHARE * self._near.score(fold_words(text))
        return scores


def _by_characters(linker: TitleLinker) -> Score:
    index, words = TermIndex(linker.forms, character_terms(3, 5)), TitleWords(read_linking_wording())
    return lambda title: linker.owners.best(index.score(words.fold(title)))


def _rank(asked: Mapping[str, tuple[str, Sequence[int]]], score: Score) -> Ranks:
    return {key: ranks_of(score(text), wanted) for key, (text, wanted) in asked.items()}


def _report(
    task: str, about: str, ranks: Ranks, plain: Ranks, measures: Mapping[str, Callable[[Sequence[int]], float]]
) -> TaskReport:
    first = next(iter(measures.values()))
    return TaskReport(
        task=task,
        about=about,
        figures=tuple(
            Figure(
                name=name,
                value=mean(measure(found) for found in ranks.values()),
                count=len(ranks),
                baselines={"shared characters": mean(measure(found) for found in plain.values())},
            )
            for name, measure in measures.items()
        ),
        items={key: first(found) for key, found in ranks.items()},
    )


def _reciprocal(ranks: Sequence[int]) -> float:
    return 1 / (1 + ranks[0])


def _within(places: int) -> Callable[[Sequence[int]], float]:
    return lambda ranks: float(ranks[0] < places)


def _average_precision(ranks: Sequence[int]) -> float:
    return mean((found + 1) / (rank + 1) for found, rank in enumerate(ranks))
