"""What a self-check says, as text for a terminal."""

import typer

from groundfloor.cli.output import print_filled
from groundfloor.services.self_check import TRAIT_WORDS, SelfCheck, Suited

_BEST, _LEAST = 8, 3


def print_check(found: SelfCheck) -> None:
    """Prints what a person leans to and from, and the work that would suit most and least."""
    likes = [TRAIT_WORDS[one.trait] for one in found.leanings if one.liking > 0]
    dislikes = [TRAIT_WORDS[one.trait] for one in found.leanings if one.liking < 0]
    print_filled(f"You lean to: {', '.join(likes)}." if likes else "")
    print_filled(f"You lean from: {', '.join(dislikes)}." if dislikes else "")
    if found.leanings:
        _print_order("Ground-floor work that would suit you most", found.roles[:_BEST])
        _print_order("and least", found.roles[-_LEAST:])
        _print_order("Of the advertisements on hand, those that would suit you most", found.postings[:_BEST])
    for note in found.notes:
        print_filled(f"Note: {note}")


def _print_order(head: str, suited: tuple[Suited, ...]) -> None:
    if suited:
        typer.echo(f"\n{head}")
    for one in suited:
        likes = [f"you like {', '.join(TRAIT_WORDS[trait] for trait in one.likes)}"] if one.likes else []
        dislikes = [f"not so much {', '.join(TRAIT_WORDS[trait] for trait in one.dislikes)}"] if one.dislikes else []
        print_filled(f"{one.name}: {'; '.join(likes + dislikes) or 'neither for nor against'}", "  ")
