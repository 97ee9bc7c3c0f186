"""Texts are found by the terms they share with a question."""

import numpy as np
import pytest

from groundfloor.text.term_index import TermIndex, character_terms, word_terms
from groundfloor.text.word_roots import fold_words, root_of
from groundfloor.text.word_vectors import WordVectors

TEXTS = ["call centre agent", "store manager", "store", "guest relations manager"]


def test_a_text_is_nearest_to_itself() -> None:
    index = TermIndex(TEXTS, character_terms(3, 5))
    scores = np.array([index.score(text) for text in TEXTS])
    assert np.allclose(scores.diagonal(), 1)
    assert (scores <= 1 + 1e-9).all()


@pytest.mark.parametrize("text", ["", "x", "qqqqq", "zz zz"])
def test_a_question_that_shares_nothing_scores_nothing(text: str) -> None:
    assert not TermIndex(TEXTS, character_terms(3, 5)).score(text).any()


def test_runs_of_characters_never_cross_from_one_text_to_the_next() -> None:
    rows, codes = character_terms(3, 3)(["ab", "cd"])
    runs = [int(code).to_bytes(3, "big") for code in codes]
    assert list(zip(rows.tolist(), runs, strict=True)) == [(0, b" ab"), (0, b"ab "), (1, b" cd"), (1, b"cd ")]


def test_a_text_is_covered_by_the_share_of_its_rarer_words() -> None:
    index = TermIndex(["store manager", "store"], word_terms(str.split))
    manager = np.zeros(len(index.codes))
    manager[index.places_of(word_terms(str.split)(["manager"])[1])] = 1
    covered = index.cover(manager)
    assert 0.5 < covered[0] < 1
    assert covered[1] == 0


ROOTS = [
    ("advisers", "advisor", True, "two spellings and a plural"),
    ("managing", "manager", True, "the doing and the doer"),
    ("batteries", "battery", True, "a plural in -ies"),
    ("sales", "sail", False, "other words"),
    ("busy", "bus", False, "too short to cut"),
]


@pytest.mark.parametrize(("one", "other", "alike", "reason"), ROOTS, ids=[root[3] for root in ROOTS])
def test_words_of_one_root_meet(one: str, other: str, alike: bool, reason: str) -> None:
    assert (root_of(one) == root_of(other)) is alike, reason


def test_accents_and_signs_are_folded() -> None:
    assert fold_words("Réceptionniste / C# (m/f)") == "receptionniste c# m f"


SPELLINGS = [
    ("call centre", "call center", "-tre"),
    ("organisation", "organization", "-isation"),
    ("counselling behaviour", "counseling behavior", "a doubled l, and -our"),
    ("paediatric", "pediatric", "ae"),
    ("catalogues", "catalogs", "-ogue"),
]


@pytest.mark.parametrize(("british", "american", "reason"), SPELLINGS, ids=[spelling[2] for spelling in SPELLINGS])
def test_british_and_american_spellings_meet(british: str, american: str, reason: str) -> None:
    assert fold_words(british) == fold_words(american), reason


@pytest.mark.parametrize("text", ["four hours", "tourist guide", "courier", "call dispatcher", "metro cashier"])
def test_words_that_only_look_british_are_left_alone(text: str) -> None:
    assert fold_words(text) == text


def test_words_in_the_same_company_come_near() -> None:
    texts = ["answer customer phone", "answer client phone", "answer customer email", "answer client email"] * 3
    texts += ["grow wheat field", "grow barley field"] * 3
    vectors = WordVectors.learn(texts, str.split)
    customer, client, wheat = (vectors.of(word) for word in ("customer", "client", "wheat"))
    assert customer is not None
    assert client is not None
    assert wheat is not None
    assert float(customer @ client) > 0.5 > float(customer @ wheat)


def test_words_are_learned_the_same_way_twice() -> None:
    texts = ["till cash shop", "till card shop", "phone call agent", "phone chat agent"] * 3
    first, second = (WordVectors.learn(texts, str.split) for _ in range(2))
    assert first.words == second.words
    assert (first.vectors == second.vectors).all()


def test_a_word_that_is_too_rare_is_not_learned() -> None:
    assert WordVectors.learn(["one two"], str.split).of("one") is None
