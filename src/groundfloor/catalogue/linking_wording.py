"""How advertised titles and sentences are written, as data: short forms, and words that say nothing about the work."""

from functools import cache

from msgspec import Struct, convert

from groundfloor.catalogue.loading import KNOWLEDGE
from groundfloor.catalogue.strict_yaml import read_yaml


class MeaningShares(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How much the meaning of a text as a whole counts beside the other voices, by what is linked to what."""

    titles: float
    near_titles: float
    skills: float
    skill_parts: float


class LinkingWording(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Short forms with what they stand for, and noise of titles and of sentences: words apart by spaces."""

    short_forms: dict[str, str]
    title_noise: str = ""
    sentence_noise: str = ""


@cache
def read_linking_wording() -> LinkingWording:
    """Reads ``linking/wording.yaml``."""
    path = KNOWLEDGE / "linking" / "wording.yaml"
    return convert(read_yaml(path.read_text(encoding="utf-8"), path.name), LinkingWording)


@cache
def read_meaning_shares() -> MeaningShares:
    """Reads ``linking/meaning.yaml``."""
    path = KNOWLEDGE / "linking" / "meaning.yaml"
    return convert(read_yaml(path.read_text(encoding="utf-8"), path.name), MeaningShares)
