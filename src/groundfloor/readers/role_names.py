"""The catalogue's names of roles, looked up in a title."""

from collections import defaultdict
from functools import cache

from rapidfuzz import fuzz, process

from groundfloor.catalogue.catalogue import Catalogue
from groundfloor.catalogue.titles import fold_title
from groundfloor.model.vocabulary import IndustryId, Level, RoleFamily

_SHORTEST_PART = 2
_CLOSE_ENOUGH = 70.0


class RoleNames:
    """Every name of every role, by its words, and the roles by family, level and industry."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._roles = catalogue.roles
        self._role_ids: dict[str, list[str]] = defaultdict(list)
        self._names: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
        for role_id, role in catalogue.roles.items():
            for name in dict.fromkeys((role.name, *role.titles.names)):
                words = fold_title(name).strip()
                self._role_ids[words].append(role_id)
                self._names[role.family, role.level, role_id.partition(".")[0]][f"{role_id}\n{name}"] = words

        self._longest_words = max((len(words.split()) for words in self._role_ids), default=0)

    def find_family(self, title: str, industry: IndustryId | None) -> RoleFamily | None:
        """The family of the role whose name stands in a title; of several the longest name.

        Args:
            title: as advertised. A name of one word counts only where it is the whole title.
            industry: its roles go before those of other industries; None where it is not known.

        Returns:
            The family, None where no name stands there or the roles of that name are of several families.
        """
        words = fold_title(title).split()
        for length in range(min(len(words), self._longest_words), min(len(words), _SHORTEST_PART) - 1, -1):
            for start in range(len(words) - length + 1):
                role_ids = self._role_ids.get(" ".join(words[start : start + length]), [])
                own = [role_id for role_id in role_ids if role_id.partition(".")[0] == industry]
                families = {self._roles[role_id].family for role_id in own or role_ids}
                if len(families) == 1:
                    return families.pop()
        return None

    def find_role(self, title: str, family: RoleFamily, level: Level, industry: IndustryId) -> str | None:
        """The role of this family, level and industry whose names come closest to a title, None where none is close."""
        names = self._names.get((family, level, industry), {})
        words = fold_title(title).strip()
        best = process.extractOne(words, names, scorer=fuzz.token_set_ratio, score_cutoff=_CLOSE_ENOUGH)
        return best[2].partition("\n")[0] if best else None


@cache
def _held_names(_edition: str) -> list[RoleNames]:
    return []


def get_role_names(catalogue: Catalogue) -> RoleNames:
    """The names of a catalogue's roles, indexed at the first use."""
    held = _held_names(catalogue.edition)
    if not held:
        held.append(RoleNames(catalogue))
    return held[0]
