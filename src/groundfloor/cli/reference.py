"""The command reference, written from the commands themselves."""

from typing import Any

import typer

from groundfloor.cli.main import app

HEAD = """# Commands

Written by `make docs` from the commands themselves; edit their help texts instead of this page. `-h` after any command
shows its help, `groundfloor --version` the version.

Exit status: 0 done, 1 done with findings that matter, 2 usage, 3 bad input, 4 not available. Findings and errors go to
the error stream, results to standard output. Every command prints JSON for programs where it has `--json`; JSON lines
where it reads documents.
"""


def command_reference() -> str:
    """The whole reference as Markdown, one section a command."""
    root = typer.main.get_command(app)
    return "\n".join([HEAD, *(_section(names, command) for names, command in _walk(root, "groundfloor"))])


def _walk(command: Any, name: str) -> list[tuple[str, Any]]:
    children = getattr(command, "commands", None)
    if children is None:
        return [(name, command)]
    return [pair for child, sub in children.items() for pair in _walk(sub, f"{name} {child}")]


def _section(name: str, command: Any) -> str:
    about, _, example = (command.help or "").partition("Example:")
    lines = [f"## {name}", "", " ".join(about.split()), ""]
    for parameter in command.params:
        if parameter.name != "help":
            lines.append(f"- {_names(parameter)}: {' '.join((parameter.help or '').split())}")
    if example.strip():
        lines += ["", "```", example.strip(), "```"]
    return "\n".join(lines) + "\n"


def _names(parameter: Any) -> str:
    names = parameter.opts if parameter.param_type_name == "option" else [(parameter.metavar or parameter.name).upper()]
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    typer.echo(command_reference(), nl=False)
