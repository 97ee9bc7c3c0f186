"""Do the jobs that an adviser would send a person to come first?"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.evaluation.annotations import Annotations
from groundfloor.evaluation.data import get_file, read_json
from groundfloor.evaluation.lexical import bm25_scores, tfidf_scores
from groundfloor.evaluation.measures import mean, ndcg, random_ndcg, spearman
from groundfloor.evaluation.posting_task import list_postings
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.model.document import Document
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.profile import Profile
from groundfloor.readers.posting import PostingReader
from groundfloor.readers.resume.reader import ResumeReader
from groundfloor.readers.scanning import get_scanner
from groundfloor.services.fitting import match_profile
from groundfloor.sources.documents import read_document

Grades = Mapping[str, Mapping[str, float]]
Scores = Mapping[str, Mapping[str, float]]
Method = Callable[[str, Mapping[str, str]], dict[str, float]]

_TIER_DROP = 2.0


def run_relevance(folder: Path) -> TaskReport:
    """Ranks with our own readings of both sides."""
    catalogue, grades = open_catalogue(), read_json(folder, "relevance/judgements.json")
    documents, postings = _documents(folder, grades), _postings(folder, grades)
    posting_reader, resume_reader = PostingReader(catalogue), ResumeReader(catalogue)
    readings = [posting_reader.read(posting) for posting in postings]
    profiles = {person: resume_reader.read(document) for person, document in documents.items()}
    figures, items = measure_rankings(grades, _scores(profiles, readings, catalogue), _baselines(documents, postings))
    about = "jobs ranked for people, both sides read by the program"
    return TaskReport(task="relevance", about=about, figures=figures, items=items)


def run_relevance_of_annotations(folder: Path) -> TaskReport:
    """Ranks with annotations in place of readings: what matching alone reaches."""
    catalogue, grades = open_catalogue(), read_json(folder, "relevance/judgements.json")
    annotations = Annotations(get_scanner(catalogue))
    ads = {record["id"]: record for record in read_json(folder, "ads/gold.json")}
    people = {record["id"]: record for record in read_json(folder, "resumes/gold.json")}
    readings = [annotations.reading(ads[posting.id], posting) for posting in _postings(folder, grades)]
    profiles = {person: annotations.profile(people[person]) for person in grades}
    figures, items = measure_rankings(grades, _scores(profiles, readings, catalogue), {})
    about = "jobs ranked for people, annotations in place of readings"
    return TaskReport(task="relevance-annotated", about=about, figures=figures, items=items)


def measure_rankings(
    grades: Grades, scores: Scores, baselines: Mapping[str, Scores]
) -> tuple[tuple[Figure, ...], dict[str, float]]:
    """Ranking quality at 5 and 10 places and rank correlation, averaged over people.

    Args:
        grades: by person and posting, 0 to 3.
        scores: by person and posting; what is missing comes last, ties in order of posting id.
        baselines: scores of simple methods, by name.

    Returns:
        The figures, and nDCG@10 by person.
    """
    chance = {f"nDCG@{at}": mean(random_ndcg(list(row.values()), at) for row in grades.values()) for at in (5, 10)}
    measured = {name: _measure(grades, found) for name, found in baselines.items()}
    figures = tuple(
        Figure(
            name=name,
            value=value,
            count=len(grades),
            baselines={"random": chance.get(name, 0.0)} | {other: found[name] for other, found in measured.items()},
        )
        for name, value in _measure(grades, scores).items()
    )
    return figures, {person: ndcg(_order(row, scores.get(person, {})), 10) for person, row in grades.items()}


def _measure(grades: Grades, scores: Scores) -> dict[str, float]:
    rows = [(row, scores.get(person, {})) for person, row in grades.items()]
    return {
        "nDCG@5": mean(ndcg(_order(row, found), 5) for row, found in rows),
        "nDCG@10": mean(ndcg(_order(row, found), 10) for row, found in rows),
        "Spearman": mean(spearman(list(row.values()), [found.get(name, -1e9) for name in row]) for row, found in rows),
    }


def _order(row: Mapping[str, float], scores: Mapping[str, float]) -> list[float]:
    return [row[name] for name in sorted(row, key=lambda name: (-scores.get(name, -1e9), name))]


def _scores(profiles: Mapping[str, Profile], readings: list[PostingReading], catalogue: Catalogue) -> Scores:
    """Scores that order postings as a match report does: by tier, then score."""
    scores: dict[str, dict[str, float]] = {}
    for person, profile in profiles.items():
        report = match_profile(profile, readings, catalogue, top=len(readings))
        scores[person] = {
            name: match.score - _TIER_DROP * match.tier
            for match in report.matches
            for name in (match.id, *match.repeated_as)
        }
    return scores


def _baselines(documents: Mapping[str, Document], postings: Iterable[Posting]) -> dict[str, Scores]:
    texts = {posting.id: posting.text for posting in postings}
    methods: tuple[tuple[str, Method], ...] = (("BM25", bm25_scores), ("TF-IDF", tfidf_scores))
    return {
        name: {person: method(document.text, texts) for person, document in documents.items()}
        for name, method in methods
    }


def _documents(folder: Path, grades: Grades) -> dict[str, Document]:
    pdfs = get_file(folder, "resumes/pdf")
    return {person: read_document(pdfs / f"{person}.pdf") for person in grades}


def _postings(folder: Path, grades: Grades) -> list[Posting]:
    graded: set[Any] = {posting for row in grades.values() for posting in row}
    return [posting for posting in list_postings(get_file(folder, "ads/postings.jsonl")) if posting.id in graded]
