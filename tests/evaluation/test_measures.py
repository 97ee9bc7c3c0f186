"""The measures themselves, on numbers that can be checked by hand."""

from math import log2

import pytest

from groundfloor.evaluation.lexical import bm25_scores, tfidf_scores
from groundfloor.evaluation.measures import Tally, f1, ndcg, random_ndcg, spearman


@pytest.mark.parametrize(
    ("found", "extra", "missed", "expected", "reason"),
    [
        (2, 0, 0, 1.0, "everything found, nothing invented"),
        (1, 1, 1, 0.5, "half right on both sides"),
        (0, 3, 0, 0.0, "only inventions"),
        (0, 0, 0, 0.0, "nothing to find and nothing found is no success"),
    ],
)
def test_f1_is_the_harmonic_mean_of_precision_and_recall(found, extra, missed, expected, reason):
    assert f1(found, extra, missed) == expected, reason


def test_ndcg_gives_the_ideal_order_one_and_counts_gains_as_powers_of_two():
    assert ndcg([3, 2, 0], 3) == 1.0
    late = (7 / log2(3)) / 7
    assert ndcg([0, 3], 2) == pytest.approx(late)
    assert ndcg([0, 0], 2) == 0.0


def test_chance_is_the_mean_over_all_orders():
    both_orders = (ndcg([3, 0], 1) + ndcg([0, 3], 1)) / 2
    assert random_ndcg([3, 0], 1) == pytest.approx(both_orders)


def test_rank_correlation_handles_reversed_and_tied_orders():
    assert spearman([1, 2, 3], [3, 2, 1]) == -1.0
    assert spearman([1, 2, 2, 3], [1, 2, 2, 3]) == pytest.approx(1.0)
    assert spearman([1, 2, 3], [5, 5, 5]) == 0.0


def test_a_thing_read_twice_is_right_once_and_extra_once():
    tally = Tally()
    tally.match("tools", ["Excel"], ["Excel", "Excel"])
    assert (tally.found["tools"], tally.extra["tools"], tally.missed["tools"]) == (1, 1, 0)


@pytest.mark.parametrize("method", [bm25_scores, tfidf_scores])
def test_word_overlap_prefers_the_text_that_shares_rare_words(method):
    scores = method(
        "cashier in a shop, handling cash",
        {"near": "a cashier handling cash", "far": "a nurse in a ward", "none": "welding"},
    )
    assert scores["near"] > scores["far"] > scores["none"] == 0.0
