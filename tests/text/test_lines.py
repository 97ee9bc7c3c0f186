"""A text is cut into the statements a reader would tick off one by one."""

import pytest

from groundfloor.text.lines import cut_statements


@pytest.mark.parametrize(
    ("text", "statements", "reason"),
    [
        ("One. Two! Three", ["One.", "Two!", "Three"], "sentences"),
        ("- one\n* two\n  3rd", ["one", "two", "3rd"], "bullets are left out"),
        ("Use e.g. Excel. Then rest.", ["Use e.g. Excel.", "Then rest."], "an abbreviation ends nothing"),
        ("Fast. - Kind. - Own car", ["Fast.", "Kind.", "Own car"], "dashes between list items"),
        ("Speed** Care", ["Speed", "Care"], "stars between list items"),
        ("8 a.m. to 5 p.m. daily", ["8 a.m. to 5 p.m. daily"], "hours"),
        ("", [], "nothing"),
    ],
)
def test_statements(text: str, statements: list[str], reason: str) -> None:
    assert [text[one.start : one.end] for one in cut_statements(text)] == statements, reason


def test_words_without_end_are_cut_at_a_blank() -> None:
    cuts = cut_statements("word " * 1000)
    assert max(one.end - one.start for one in cuts) <= 2000
    assert [one.starts_line for one in cuts] == [True, False, False]
