"""Advertisements read with every slot, against the same lexicon in plain `re` and in spaCy's EntityRuler."""

import re
from collections.abc import Callable, Iterator
from functools import partial

from bench.inputs import describe_postings, list_example_postings, list_real_postings, spread_sample
from bench.tables import Budget, Lead, Row, Table
from bench.timing import InputT, Timing, find_peer, time_together
from groundfloor.catalogue.catalogue import Catalogue, open_catalogue
from groundfloor.model.posting import Posting
from groundfloor.readers.posting import PostingReader
from groundfloor.readers.scanning import get_scanner, names_pattern
from groundfloor.text.clean import clean_text

_LIMIT_S = 1 / 2000
_TIMES_SPACY = 10
_REAL_SAMPLE, _PEER_SAMPLE, _EXAMPLE_ROUNDS = 300, 50, 5
_SPACY = "peer: spaCy EntityRuler for names, `re` for the other slots"

FindAll = Callable[[str], int]


def run(repeats: int) -> list[Table]:
    """Times the whole reader over real advertisements and the examples, and peers over a sample of the real ones."""
    reader = PostingReader(open_catalogue())
    examples, real = list_example_postings(), list_real_postings()
    tables = [_whole_table("the bundled examples", examples * _EXAMPLE_ROUNDS, reader, repeats)]
    if real:
        tables.insert(0, _whole_table("real advertisements", spread_sample(real, _REAL_SAMPLE), reader, repeats))
    return [*tables, _peer_table(spread_sample(real or examples, _PEER_SAMPLE), reader, repeats)]


def _whole_table(what: str, postings: list[Posting], reader: PostingReader, repeats: int) -> Table:
    scan, texts = get_scanner(open_catalogue()).scan, [posting.text for posting in postings]
    taken = time_together(
        {
            "read": partial(_do_all, reader.read, postings),
            "scan": partial(_do_all, scan, texts),
            "clean": partial(_do_all, clean_text, texts),
        },
        repeats,
        operations=len(postings),
    )
    return Table(
        claim=f"Two thousand postings a second and core: {what}",
        rows=(
            Row("read, every slot", taken["read"]),
            Row("of it: cleaned, cut and scanned with the whole lexicon", taken["scan"]),
            Row("limit: cleaned only, nothing sought", taken["clean"]),
        ),
        inputs=(describe_postings(what, postings),),
        budgets=(Budget(_LIMIT_S),),
    )


def _peer_table(postings: list[Posting], reader: PostingReader, repeats: int) -> Table:
    texts = [posting.text for posting in postings]
    catalogue = open_catalogue()
    taken: dict[str, Timing] = time_together(
        {
            "read": partial(_do_all, reader.read, postings),
            **{name: partial(_do_all, peer, texts) for name, peer in _iter_peers(catalogue)},
        },
        repeats,
        operations=len(postings),
    )
    return Table(
        claim="Ten times a named-entity ruler with patterns in `re`",
        rows=(
            Row("read, every slot", taken["read"]),
            Row("peer: the same patterns one by one in `re`", taken["re"]),
            Row(_SPACY, taken.get("spacy")),
        ),
        inputs=(describe_postings("sample of the postings", postings),),
        budgets=(Lead(_SPACY, _TIMES_SPACY),),
        notes=("The peers only find patterns: no cleaning, owner, strength, negation or span into the original.",),
    )


def _do_all(work: Callable[[InputT], object], inputs: list[InputT]) -> None:
    """Does a work for every input and keeps no result, as a stream does."""
    for one in inputs:
        work(one)


def _iter_peers(catalogue: Catalogue) -> Iterator[tuple[str, FindAll]]:
    lexicon = [pattern for entry in catalogue.lexicon.values() for pattern in entry.patterns]
    names = list(_iter_names(catalogue))
    yield "re", partial(_find_one_by_one, _compile([*lexicon, *map(names_pattern, names)]))
    spacy = find_peer("spacy")
    if spacy is not None:
        language = spacy.blank("en")
        ruler = language.add_pipe("entity_ruler", config={"phrase_matcher_attr": "LOWER"})
        ruler.add_patterns([{"label": "NAME", "pattern": name} for group in names for name in group])
        slots = _compile(lexicon)
        yield "spacy", lambda text: len(language(text).ents) + _find_one_by_one(slots, text)


def _iter_names(catalogue: Catalogue) -> Iterator[tuple[str, ...]]:
    """The names of each tool, language, language test, training item and role."""
    for tool in catalogue.tools.values():
        yield (tool.name, *tool.aliases, *tool.short_names)
    for language in catalogue.languages.values():
        yield (language.name, *language.aliases)
    for test in catalogue.language_tests.values():
        yield (test.name, *test.aliases)
    for item in catalogue.training.values():
        yield (item.name, *item.other_names)
    for role in catalogue.roles.values():
        yield role.titles.names


def _compile(patterns: list[str]) -> list[re.Pattern[str]]:
    return [re.compile(pattern, re.IGNORECASE) for pattern in patterns]


def _find_one_by_one(patterns: list[re.Pattern[str]], text: str) -> int:
    return sum(1 for pattern in patterns for _ in pattern.finditer(text))
