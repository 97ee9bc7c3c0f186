"""Sentences to the skills of ESCO, and phrases that do or do not describe the person sought."""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from groundfloor.catalogue.standards.records import Concept
from groundfloor.evaluation.data import get_file
from groundfloor.evaluation.linear import LinearModel
from groundfloor.evaluation.measures import answers_f1, mean
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.evaluation.standard_data import iter_table, kept_folder, ranks_of, read_standards, read_vectors
from groundfloor.readers.skill_linking import SkillLinker
from groundfloor.text.sentence_vectors import Encoder, TextMeanings, open_encoder
from groundfloor.text.term_index import Scores, TermIndex, character_terms
from groundfloor.text.word_roots import fold_words

_SETS = {"technology": "tech_test", "households": "house_test", "all trades": "techwolf_test"}
_GAP = "xxx"
_NEAR_WORDS, _WORDS_BESIDE = 6, 8


def run_skills(folder: Path) -> TaskReport:
    """Sentences of advertisements to ESCO skills; a sentence none of whose skills is in ESCO is left out.

    Measures are the mean reciprocal rank of the first right skill, and the share of the first five places that are
    right, of as many as can be.
    """
    return _measure_skills(folder, None)


def run_skills_semantic(folder: Path) -> TaskReport:
    """As :func:`run_skills`, the sentence model heard as well."""
    return _measure_skills(folder, open_encoder())


def _measure_skills(folder: Path, encoder: Encoder | None) -> TaskReport:
    labels = get_file(folder, "skills/decorte/skills_en_label.txt").read_text(encoding="utf-8").splitlines()
    known = {skill.label: skill for skill in read_standards(folder)["esco-en"].skills}
    skills = [known.get(label.strip()) or Concept(id=label, label=label) for label in labels]
    meanings = TextMeanings([skill.label.strip() for skill in skills], encoder, kept_folder()) if encoder else None
    linker = SkillLinker(skills, read_vectors(folder), meanings)
    plain = _Plain([label.strip() for label in labels])
    places = {label.strip(): place for place, label in enumerate(labels)}
    figures: list[Figure] = []
    items: dict[str, float] = {}
    for name, stem in _SETS.items():
        asked = _read_sentences(folder, stem, places)
        ranks = [ranks_of(linker.score(sentence), wanted) for sentence, wanted in asked.items()]
        simple = [ranks_of(plain.score(sentence), wanted) for sentence, wanted in asked.items()]
        figures += _figures(name, ranks, simple)
        items |= {f"{name} {number}": 1 / (1 + found[0]) for number, found in enumerate(ranks, 1)}
    task = "skills-semantic" if encoder else "skills"
    return TaskReport(task=task, about="sentences to ESCO skills", figures=tuple(figures), items=items)


class _Plain:
    """Labels by the characters they share with a sentence."""

    def __init__(self, labels: Sequence[str]) -> None:
        self._index = TermIndex([fold_words(label) for label in labels], character_terms(3, 5))

    def score(self, sentence: str) -> Scores:
        return self._index.score(fold_words(sentence))


def _read_sentences(folder: Path, stem: str, places: Mapping[str, int]) -> dict[str, list[int]]:
    asked: dict[str, set[int]] = defaultdict(set)
    for row in iter_table(folder, f"skills/decorte/{stem}_annotations.csv"):
        if row["label"].strip() in places:
            asked[row["sentence"]].add(places[row["label"].strip()])
    return {sentence: sorted(wanted) for sentence, wanted in asked.items()}


def _figures(name: str, ranks: Sequence[Sequence[int]], plain: Sequence[Sequence[int]]) -> list[Figure]:
    def reciprocal(found: Sequence[int]) -> float:
        return 1 / (1 + found[0])

    def share(found: Sequence[int]) -> float:
        return sum(rank < 5 for rank in found) / min(5, len(found))

    return [
        Figure(
            name=f"{name}, {what}",
            value=mean(map(measure, ranks)),
            count=len(ranks),
            baselines={"shared characters": mean(map(measure, plain))},
        )
        for what, measure in (("mean reciprocal rank", reciprocal), ("first five", share))
    ]


def run_soft_skills(folder: Path) -> TaskReport:
    """Does a phrase describe the person sought: a linear model learned from one half, F1 on the other.

    The baseline says what the phrase most often was in the half that is learned from.
    """
    learned, asked = (_read_phrases(folder, f"skills/softskills/job_{part}.csv") for part in ("train", "test"))
    model = LinearModel([phrase_features(*row[1:]) for row in learned], [row[0] for row in learned])
    said = [model.says(phrase_features(phrase, context)) for _, phrase, context in asked]
    usual: dict[str, int] = defaultdict(int)
    for is_soft, phrase, _ in learned:
        usual[phrase.lower()] += 1 if is_soft else -1
    by_phrase = [usual[phrase.lower()] >= 0 for _, phrase, _ in asked]
    answers = [is_soft for is_soft, _, _ in asked]
    baselines = {"usual for the phrase": answers_f1(by_phrase, answers)}
    figure = Figure(name="F1", value=answers_f1(said, answers), count=len(asked), baselines=baselines)
    pairs = enumerate(zip(said, answers, strict=True), 1)
    items = {f"row-{number}": float(one == other) for number, (one, other) in pairs}
    return TaskReport(
        task="soft-skills", about="phrases that describe the person sought", figures=(figure,), items=items
    )


def phrase_features(phrase: str, context: str) -> list[str]:
    """What a phrase says, what stands beside its gap in the context, and the two together.

    Args:
        phrase: the words in question.
        context: the words around, ``xxx`` standing for each word of the phrase.

    Example:
        >>> features = phrase_features("friendly", "we seek a xxx person")
        >>> [feature for feature in features if feature.startswith(("before 1", "after 1"))]
        ['before 1 a', 'after 1 person']
    """
    named = phrase.lower()
    words = context.split()
    start = words.index(_GAP) if _GAP in words else len(words) // 2
    end = start
    while end < len(words) and words[end] == _GAP:
        end += 1
    sides = {"before": words[:start][::-1], "after": words[end:]}
    features = [*(f"in {word}" for word in named.split()), f"is {named}", f"{end - start} words", ""]
    for side, beside in sides.items():
        features += _side_features(side, beside, named)
    features.append(" _ ".join((*sides["before"][:1], *sides["after"][:1])))
    around = [word for word in words if word != _GAP]
    features += [f"near {word}" for word in around]
    return features + [f"near {one} {other}" for one, other in pairwise(words)]


def _side_features(side: str, beside: Sequence[str], named: str) -> list[str]:
    near = [f"{side} {place} {word}" for place, word in enumerate(beside[:_NEAR_WORDS], 1)]
    near += [f"{side} {word}" for word in beside[:_NEAR_WORDS]]
    near += [f"{side} {' '.join(beside[:count])}" for count in (2, 3)]
    near += [f"{named} {side} {' '.join(beside[:count])}." for count in (1, 2)]
    return near + [f"{named} {side} {word}" for word in beside[:_WORDS_BESIDE]]


def _read_phrases(folder: Path, name: str) -> list[tuple[bool, str, str]]:
    """The rows whose label is a number; one row of the published file is broken."""
    with get_file(folder, name).open(encoding="utf-8", newline="", errors="replace") as rows:
        return [
            (float(row["is_soft_skill"]) >= 1, row["soft_skill"], row["context"])
            for row in csv.DictReader(rows)
            if row["is_soft_skill"].replace(".", "").isdigit() and row["context"] is not None
        ]
