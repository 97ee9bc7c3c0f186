"""The self-check: what answers change, that they close nothing, and that every trait counts alike."""

import pytest

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.errors import GroundfloorError
from groundfloor.model.posting import Posting
from groundfloor.readers.posting import PostingReader
from groundfloor.services.self_check import SelfCheck, check_self, traits_of_role

FIELD = open_catalogue()


def places(found: SelfCheck) -> dict[str, int]:
    return {one.id: at for at, one in enumerate(found.roles)}


def test_it_takes_five_minutes_twelve_to_twenty_statements_in_plain_words() -> None:
    assert 12 <= len(FIELD.self_check) <= 20
    assert all(len(statement.text.split()) <= 20 for statement in FIELD.self_check.values())


def test_somebody_who_wants_people_and_the_floor_sees_shops_before_chat_desks() -> None:
    found = check_self(FIELD, {"people-all-day": 5, "on-my-feet": 5, "writing-it-down": 1})
    at = places(found)
    assert at["retail.store-assistant"] < at["contact_centre_outsourcing.chat-agent"]
    assert found.roles[0].likes[:2] == ("face_to_face", "standing")


def test_the_same_person_at_a_quiet_desk_sees_it_the_other_way_round() -> None:
    at = places(check_self(FIELD, {"people-all-day": 1, "on-my-feet": 1, "writing-it-down": 5, "from-my-own-home": 5}))
    assert at["contact_centre_outsourcing.chat-agent"] < at["retail.store-assistant"]


def test_no_role_is_left_out_whatever_is_answered() -> None:
    ground = {key for key, role in FIELD.roles.items() if role.level == "ground"}
    for answer in (1, 5):
        found = check_self(FIELD, dict.fromkeys(FIELD.self_check, answer))
        assert {one.id for one in found.roles} == ground


def test_two_statements_about_one_trait_are_averaged_and_one_may_speak_against_it() -> None:
    (complaints,) = check_self(FIELD, {"angry-customer": 5, "complaints-follow-me": 5}).leanings
    assert complaints.liking == 0
    (complaints,) = check_self(FIELD, {"angry-customer": 4, "complaints-follow-me": 1}).leanings
    assert complaints.liking == 0.75


def test_the_middle_answer_and_no_answer_change_nothing() -> None:
    assert {one.suits for one in check_self(FIELD, {"on-my-feet": 3}).roles} == {0}
    nothing = check_self(FIELD, {})
    assert {one.suits for one in nothing.roles} == {0}
    assert any("Nothing was answered" in note for note in nothing.notes)


def test_a_dislike_is_named_beside_the_likes() -> None:
    found = check_self(FIELD, {"people-all-day": 5, "offering-more": 1, "hearing-no": 5})
    guide = next(one for one in found.roles if one.id == "retail.store-assistant")
    assert guide.likes == ("face_to_face",)
    assert guide.dislikes == ("selling",)


def test_advertisements_on_hand_are_put_in_order_too_each_once() -> None:
    reader = PostingReader(open_catalogue())
    floor = reader.read(Posting(id="1", title="Sales Assistant", description="You serve customers in our store."))
    chat = reader.read(Posting(id="2", title="Chat Agent", description="You answer customers by live chat. Remote."))
    found = check_self(FIELD, {"people-all-day": 1, "writing-it-down": 5}, [floor, chat])
    assert [one.id for one in found.postings] == ["2", "1"]


@pytest.mark.parametrize("answers", [{"nonsense": 3}, {"on-my-feet": 6}, {"on-my-feet": 0}])
def test_an_answer_that_cannot_be_is_refused(answers: dict[str, int]) -> None:
    with pytest.raises(GroundfloorError) as refused:
        check_self(FIELD, answers)
    assert refused.value.code == "usage"


def test_every_trait_is_found_in_some_role_so_that_no_answer_is_idle() -> None:
    found = {trait for role in FIELD.roles.values() for trait, share in traits_of_role(role).items() if share > 0}
    assert found == {statement.about for statement in FIELD.self_check.values()}
