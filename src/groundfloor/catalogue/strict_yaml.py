"""YAML 1.2 read strictly: no yes/no booleans, no octal, no sexagesimal, no duplicate keys, no dates."""

import re
from pathlib import Path
from typing import Any

import yaml

from groundfloor.errors import GroundfloorError

_SCALARS = {
    "tag:yaml.org,2002:bool": (r"^(?:true|false)$", "tf"),
    "tag:yaml.org,2002:int": (r"^[-+]?(?:0|[1-9][0-9]*)$", "-+0123456789"),
    "tag:yaml.org,2002:float": (r"^[-+]?(?:0|[1-9][0-9]*)\.[0-9]+$", "-+0123456789"),
    "tag:yaml.org,2002:null": (r"^(?:null|~|)$", "n~"),
}


class _StrictLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML keeps its resolvers on the class


def _construct_unique_mapping(loader: yaml.SafeLoader, node: yaml.MappingNode) -> dict[Any, Any]:
    keys = [loader.construct_object(key, deep=True) for key, _ in node.value]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            line = node.value[index][0].start_mark.line + 1
            raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice (line {line})")
    return dict(zip(keys, (loader.construct_object(value, deep=True) for _, value in node.value), strict=True))


for _tag, (_pattern, _first) in _SCALARS.items():
    _StrictLoader.add_implicit_resolver(_tag, re.compile(_pattern), list(_first) + [""] * _tag.endswith("null"))
_StrictLoader.add_constructor("tag:yaml.org,2002:map", _construct_unique_mapping)


def read_yaml(text: str, where: str | Path) -> Any:
    """Reads one YAML document strictly.

    Args:
        text: the document.
        where: the file it comes from, named in errors.

    Raises:
        GroundfloorError: ``knowledge-broken`` with file and line.

    Example:
        >>> read_yaml("country: NO", "places.yaml")
        {'country': 'NO'}
    """
    try:
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.YAMLError as error:
        mark, problem = getattr(error, "problem_mark", None), getattr(error, "problem", None) or str(error)
        line = f" (line {mark.line + 1})" if mark else ""
        raise GroundfloorError("knowledge-broken", f"{where} is not strict YAML: {problem}{line}.") from error
