"""Standards a user brings: installing them, and linking titles and sentences to them."""

import hashlib
import io
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import numpy as np
import platformdirs

from groundfloor.catalogue.standards.importing import import_standards
from groundfloor.catalogue.standards.packed import (
    list_standards,
    open_standard,
    sentences_folder,
    standards_folder,
    write_standard,
)
from groundfloor.catalogue.standards.records import Concept, Standard, StandardHeader
from groundfloor.errors import GroundfloorError
from groundfloor.model.findings import Finding
from groundfloor.readers.skill_linking import SkillLink, SkillLinker
from groundfloor.readers.title_linking import OccupationLink, OtherStandard, TitleLinker, teaching_texts
from groundfloor.readers.title_words import roots_of
from groundfloor.text import word_roots, word_vectors
from groundfloor.text.sentence_vectors import NamedMeanings, TextMeanings, open_encoder
from groundfloor.text.word_vectors import WordVectors
from groundfloor.whole_files import keep_whole

_TEACHERS = ("esco-en", "onet")
"""The standards whose English texts teach which words are near in meaning."""
_HELPED, _HELPER, _CROSSWALK, _EMPLOYMENT = "esco-en", "onet", "esco-onet", "oews"


def install_standards(
    path: Path, *, version: str | None = None, folder: Path | None = None
) -> tuple[list[StandardHeader], list[Finding]]:
    r"""Imports every known table of a folder or one file and keeps each standard packed.

    Args:
        path: where the publisher's files lie.
        version: the version to note; None takes it from the files' names.
        folder: where packed standards are kept; None for the user's data folder.

    Returns:
        What was installed, in order of id, and a note for each file left out.

    Raises:
        GroundfloorError: as :func:`import_standards` and :func:`write_standard`.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     rows = "O*NET-SOC Code,Title,Description\n41-2011.00,Cashiers,Take pay\n"
        ...     _ = (Path(folder) / "occupation_data.csv").write_text(rows)
        ...     headers, _ = install_standards(Path(folder), version="29.0", folder=Path(folder) / "kept")
        >>> [(header.id, header.version, header.occupations) for header in headers]
        [('onet', '29.0', 1)]
    """
    imported, left_out = import_standards(path, version)
    for header, content in imported:
        write_standard(folder or standards_folder(), header, content)
    return [header for header, _ in imported], left_out


def link_titles(
    titles: Sequence[str], standard_id: str, *, limit: int = 5, folder: Path | None = None, semantic: bool = False
) -> list[list[OccupationLink]]:
    """The likeliest occupations of an installed standard for each advertised title, best first.

    ESCO is helped by O*NET, their crosswalk and the numbers of people employed, where these are installed too. With
    ``semantic`` the sentence model is heard as well.

    Raises:
        GroundfloorError: ``standard-unknown`` when it is not installed or holds no occupation; ``feature-missing``
            when ``semantic`` is asked for and the extra is not installed.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     link_titles(["Cashier"], "esco-en", folder=Path(folder))
        Traceback (most recent call last):
        ...
        groundfloor.errors.GroundfloorError: No standard 'esco-en' is installed.
    """
    occupations = open_standard(standard_id, folder).occupations
    meanings = name_meanings(occupations, sentences_folder(standard_id, folder)) if semantic else None
    contents = {header.id: open_standard(header.id, folder) for header in list_standards(folder)}
    linker = make_title_linker(contents, standard_id, _open_vectors(contents, folder), meanings)
    return [linker.link(title, limit=limit) for title in titles]


def link_skills(
    sentences: Sequence[str], standard_id: str, *, limit: int = 5, folder: Path | None = None, semantic: bool = False
) -> list[list[SkillLink]]:
    """The likeliest skills of an installed standard for each sentence, best first.

    Raises:
        GroundfloorError: as :func:`link_titles`.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     link_skills(["settle complaints"], "esco-en", folder=Path(folder))
        Traceback (most recent call last):
        ...
        groundfloor.errors.GroundfloorError: No standard 'esco-en' is installed.
    """
    skills = _filled(open_standard(standard_id, folder).skills, standard_id, "skill")
    contents = {header.id: open_standard(header.id, folder) for header in list_standards(folder)}
    meanings = label_meanings(skills, sentences_folder(standard_id, folder)) if semantic else None
    linker = SkillLinker(skills, _open_vectors(contents, folder), meanings)
    return [linker.link(sentence, limit=limit) for sentence in sentences]


def make_title_linker(
    contents: Mapping[str, Standard],
    standard_id: str,
    vectors: WordVectors | None = None,
    meanings: NamedMeanings | None = None,
) -> TitleLinker:
    """A linker to one of some standards, helped by the others.

    Args:
        contents: standards by id.
        standard_id: the one to link to.
        vectors: words near in meaning, see :func:`learn_vectors`.
        meanings: of its names, see :func:`name_meanings`.

    Raises:
        GroundfloorError: ``standard-unknown`` when it holds no occupation.

    Example:
        >>> tills = Concept(id="1", label="cashier", names=("till operator",))
        >>> linker = make_title_linker({"own": Standard(occupations=(tills,))}, "own")
        >>> [link.label for link in linker.link("Till operator", limit=1)]
        ['cashier']
    """
    occupations = _filled(contents[standard_id].occupations, standard_id, "occupation")
    other = None
    if standard_id == _HELPED and {_HELPER, _CROSSWALK} <= contents.keys():
        counted = contents[_EMPLOYMENT].occupations if _EMPLOYMENT in contents else ()
        employed = {concept.id: concept.employed for concept in counted if concept.employed is not None}
        other = OtherStandard(contents[_HELPER].occupations, contents[_CROSSWALK].crossings, employed)
    return TitleLinker(occupations, vectors, other, meanings)


def name_meanings(concepts: Sequence[Concept], folder: Path) -> NamedMeanings:
    """What labels and other names mean as wholes, by the sentence model; encoded once and kept in a folder.

    Raises:
        GroundfloorError: ``feature-missing`` when the `semantic` extra is not installed.

    Example:
        >>> name_meanings([Concept(id="1", label="cashier")], Path("kept"))  # doctest: +SKIP
    """
    return NamedMeanings([(concept.label, *concept.names) for concept in concepts], open_encoder(), folder)


def label_meanings(concepts: Sequence[Concept], folder: Path) -> TextMeanings:
    """As :func:`name_meanings`, the labels alone.

    Example:
        >>> label_meanings([Concept(id="1", label="cashier")], Path("kept"))  # doctest: +SKIP
    """
    return TextMeanings([concept.label for concept in concepts], open_encoder(), folder)


def learn_vectors(contents: Mapping[str, Standard]) -> WordVectors | None:
    """Which words are near in meaning, learned from the English texts of some standards; None without any.

    Takes some seconds and about 500 MB of memory for the whole of ESCO and O*NET.

    Example:
        >>> learn_vectors({}) is None
        True
    """
    taught = [
        text
        for standard_id in _TEACHERS
        if (content := contents.get(standard_id))
        for text in teaching_texts((*content.occupations, *content.skills), content.texts)
    ]
    return WordVectors.learn(taught, roots_of) if taught else None


def _filled(concepts: tuple[Concept, ...], standard_id: str, kind: str) -> tuple[Concept, ...]:
    if not concepts:
        hint = "See `groundfloor catalogue standards`."
        raise GroundfloorError("standard-unknown", f"The standard {standard_id!r} holds no {kind}.", hint=hint)
    return concepts


def _open_vectors(contents: Mapping[str, Standard], folder: Path | None) -> WordVectors | None:
    """The vectors learned from the installed standards, kept in the user's cache folder until either changes."""
    taught = "".join(header.digest for header in list_standards(folder) if header.id in _TEACHERS).encode()
    ways = b"".join(Path(module.__file__ or "").read_bytes() for module in (word_roots, word_vectors))
    name = hashlib.blake2b(taught + ways, digest_size=12).hexdigest()
    path = Path(platformdirs.user_cache_dir("groundfloor")) / f"words-{name}.npz"
    try:
        with np.load(path) as kept:
            return WordVectors(kept["words"].tolist(), kept["vectors"])
    except (OSError, ValueError, KeyError):
        vectors = learn_vectors(contents)
        if vectors:
            _keep(path, vectors)
        return vectors


def _keep(path: Path, vectors: WordVectors) -> None:
    packed = io.BytesIO()
    np.savez(packed, words=np.array(vectors.words), vectors=vectors.vectors)
    # Where the cache folder cannot be written they are learned each time.
    with suppress(OSError):
        keep_whole(path, packed.getvalue())
