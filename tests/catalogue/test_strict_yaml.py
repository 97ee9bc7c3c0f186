"""Knowledge files are read strictly: what looks like a trap is text or an error."""

import pytest

from groundfloor.catalogue.strict_yaml import read_yaml
from groundfloor.errors import GroundfloorError


@pytest.mark.parametrize(
    ("written", "read", "reason"),
    [
        ("NO", "NO", "Norway is not false"),
        ("yes", "yes", "only true and false are truth values"),
        ("010", "010", "a leading zero makes a code, not an octal number"),
        ("1:30", "1:30", "a time is not a sexagesimal number"),
        ("2026-11-25", "2026-11-25", "a date stays as written"),
        ("1_000", "1_000", "an underscore makes it a name"),
        ("1000", 1000, "a whole number"),
        ("0.5", 0.5, "a decimal number"),
        ("true", True, "a truth value"),
        ("~", None, "nothing"),
    ],
)
def test_plain_values_are_read_as_yaml_1_2_says(written: str, read: object, reason: str) -> None:
    assert read_yaml(f"value: {written}", "some.yaml") == {"value": read}, reason


def test_a_key_that_stands_twice_is_refused_with_its_line() -> None:
    with pytest.raises(GroundfloorError, match=r"some\.yaml.*'cashier' stands twice \(line 2\)"):
        read_yaml("cashier: 1\ncashier: 2", "some.yaml")


def test_broken_yaml_names_the_file() -> None:
    with pytest.raises(GroundfloorError, match=r"some\.yaml is not strict YAML"):
        read_yaml("roles: [", "some.yaml")
