"""An advertised title as the words that name the work: no place, pay, shift or shout, short forms spelt out."""

import re
from collections.abc import Sequence

from groundfloor.catalogue.linking_wording import LinkingWording
from groundfloor.text.word_roots import fold_words, root_of

_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]?")
_ASIDE = re.compile(r"#\S+|@.*$|[$£€]\s?[\d.,]+k?|\brm ?[\d.,]+k?\b", re.I)
_LEAST_LETTERS = 4


class TitleWords:
    """Folds advertised titles.

    Args:
        wording: short forms and noise.

    Example:
        >>> short_forms = {"csr": "customer service representative"}
        >>> words = TitleWords(LinkingWording(short_forms=short_forms, title_noise="urgent"))
        >>> words.fold("URGENT: CSR (Leeds) £11.50")
        'customer service representative'
        >>> words.fold("Urgent")
        'urgent'
    """

    def __init__(self, wording: LinkingWording) -> None:
        self._short_forms = wording.short_forms
        self._noise = frozenset(wording.title_noise.split())

    def fold(self, title: str) -> str:
        """The words that name the work, folded; all words where none would be left."""
        bare = _BRACKETS.sub(" ", title)
        bare = bare if len(bare.strip()) >= _LEAST_LETTERS else title
        words = fold_words(_ASIDE.sub(" ", bare)).split() or fold_words(title).split()
        spelt = " ".join(self._short_forms.get(word, word) for word in words).split()
        return " ".join([word for word in spelt if word not in self._noise and not word.isdigit()] or spelt)


def roots_of(text: str) -> Sequence[str]:
    """The roots of a folded text's words."""
    return [root_of(word) for word in text.split()]
