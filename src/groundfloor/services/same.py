"""A catalogue as the key of a cache: the same object, not merely an equal one."""

from groundfloor.catalogue.catalogue import Catalogue


class Same:
    """Wraps a catalogue, so that what is built from it once can be kept for it."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.catalogue is other.catalogue

    def __hash__(self) -> int:
        return id(self.catalogue)
