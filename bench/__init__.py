"""Benchmarks: one claim each, ours and a named peer in the same run, with the distance to what is possible.

``python -m bench`` runs all and writes ``docs/benchmarks.md``; ``python -m bench NAME …`` runs some and prints them.
A benchmark is a module of this package with ``run(repeats) -> list[Table]`` (see :mod:`bench.tables`), named in
:data:`bench.__main__.BENCHMARKS`. Peers are imported where they are installed and named as missing where not.
"""
