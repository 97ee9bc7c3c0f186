"""Readings of advertisements against annotations, slot by slot."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from groundfloor.catalogue.catalogue import open_catalogue
from groundfloor.evaluation.data import get_file, read_json
from groundfloor.evaluation.measures import Tally, mean
from groundfloor.evaluation.report import Figure, TaskReport
from groundfloor.model.findings import Finding
from groundfloor.model.posting import Posting
from groundfloor.readers.posting import PostingReader, flatten_posting
from groundfloor.sources.postings import iter_postings

_SINGLE = (
    "role_family",
    "level",
    "industry",
    "workplace",
    "direction",
    "computer_literacy",
    "training_offered",
    "progression_offered",
    "personal_data_warning",
)
_SETS = ("employment_types", "channels", "schedule", "duties", "soft_skills", "checks", "physical")
_ITEMS = ("education", "experience", "languages", "tools", "pay")
_EMPTY_TOOL_WORDS = frozenset(
    {"microsoft", "ms", "software", "system", "systems", "suite", "the"}
    | {"program", "programs", "machine", "machines", "application"}
)


def run_postings(folder: Path) -> TaskReport:
    """Reads the annotated advertisements and compares every slot; the baseline gives every slot its usual value."""
    annotated = read_json(folder, "ads/gold.json")
    postings = list_postings(get_file(folder, "ads/postings.jsonl"))
    reader = PostingReader(open_catalogue())
    read = {posting.id: flatten_posting(reader.read(posting)) for posting in postings}
    return report_postings(annotated, read)


def list_postings(path: Path) -> list[Posting]:
    """The postings of one file."""
    return [item for item in iter_postings([path]) if not isinstance(item, Finding)]


def report_postings(annotated: list[dict[str, Any]], read: Mapping[str, Mapping[str, Any]]) -> TaskReport:
    """Figures by slot, with their plain mean first and the share of right items whose words agree last.

    Args:
        annotated: the annotations.
        read: readings by id, with the field names of the annotations; what is missing counts as empty.
    """
    tallies = {record["id"]: compare_posting(record, read.get(record["id"], {})) for record in annotated}
    total, usual = _sum(tallies.values()), _usual_reading(annotated)
    baseline = _sum(compare_posting(record, usual) for record in annotated).values()
    values = total.values()
    evidence = values.pop("evidence", 0.0)
    baseline.pop("evidence", None)
    figures = [
        Figure(
            name="mean over slots",
            value=mean(values.values()),
            count=len(annotated),
            baselines={"usual": mean(baseline.values())},
        ),
        *(
            Figure(name=slot, value=value, count=total.count(slot), baselines={"usual": baseline[slot]})
            for slot, value in values.items()
        ),
        Figure(name="words of right items agree", value=evidence, count=total.count("evidence")),
    ]
    return TaskReport(
        task="postings",
        about="slots read from advertisements, accuracy or F1",
        figures=tuple(figures),
        items={name: _score(tally) for name, tally in tallies.items()},
    )


def compare_posting(expected: Mapping[str, Any], read: Mapping[str, Any]) -> Tally:
    """One reading against its annotation."""
    tally = Tally()
    for slot in _SINGLE:
        tally.judge(slot, read.get(slot) == expected[slot])
    first = (read.get("soc") or [""])[0][:7]
    tally.judge("soc", first in {code[:7] for code in expected["soc"]})
    for slot in _SETS:
        tally.match(slot, dict.fromkeys(expected[slot]), dict.fromkeys(read.get(slot) or ()))
    for slot in _ITEMS:
        pairs = tally.match(slot, expected[slot], read.get(slot) or (), _SAME[slot])
        for one, other in pairs:
            tally.judge("evidence", _overlap(other.get("quote"), one.get("quote")))
    return tally


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total.add(tally)
    return total


def _score(tally: Tally) -> float:
    """One advertisement's mean over the slots that either side fills."""
    values = tally.values()
    values.pop("evidence", None)
    return mean(value for slot, value in values.items() if tally.total[slot] or tally.count(slot) or tally.extra[slot])


def _usual_reading(annotated: list[dict[str, Any]]) -> dict[str, Any]:
    """For every slot what most advertisements say; of a list what at least half of them say."""
    usual: dict[str, Any] = {slot: _most_common(record[slot] for record in annotated) for slot in _SINGLE}
    usual["soc"] = [_most_common(code for record in annotated for code in record["soc"][:1])]
    for slot in _SETS:
        counted = Counter(code for record in annotated for code in record[slot])
        usual[slot] = [code for code, count in counted.items() if 2 * count >= len(annotated)]
    return usual


def _most_common(values: Iterable[Any]) -> Any:
    return Counter(values).most_common(1)[0][0]


def _same_education(one: Any, other: Any) -> bool:
    return bool((one.get("level"), one.get("strength")) == (other.get("level"), other.get("strength")))


def _same_experience(one: Any, other: Any) -> bool:
    return all(one.get(name) == other.get(name) for name in ("months_min", "months_max", "strength"))


def _same_language(one: Any, other: Any) -> bool:
    tags = [(item.get("tag") or "").split("-")[0] for item in (one, other)]
    return tags[0] == tags[1] and all(one.get(name) == other.get(name) for name in ("cefr", "strength"))


def _same_tool(one: Any, other: Any) -> bool:
    x, y = _tool_words(one.get("name") or ""), _tool_words(other.get("name") or "")
    return len(x & y) / (len(x | y) or 1) >= 0.5 and one.get("strength") == other.get("strength")


def _same_pay(one: Any, other: Any) -> bool:
    return all(one.get(name) == other.get(name) for name in ("min", "max", "currency", "period", "kind"))


_SAME = {
    "education": _same_education,
    "experience": _same_experience,
    "languages": _same_language,
    "tools": _same_tool,
    "pay": _same_pay,
}


def _tool_words(name: str) -> set[str]:
    words = set(re.findall(r"[a-z0-9+#]+", name.lower()))
    return (words - _EMPTY_TOOL_WORDS) or words


def _overlap(one: str | None, other: str | None) -> bool:
    """Whether one quote holds the other, or they share half the words of the shorter."""
    a, b = (re.sub(r"\s+", " ", words or "").lower() for words in (one, other))
    if not a or not b:
        return False
    x, y = a.split(), b.split()
    return a in b or b in a or len(set(x) & set(y)) >= 0.5 * min(len(x), len(y))
