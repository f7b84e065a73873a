"""The tree keeps its shape: imports go one way, files and functions stay small, nothing of this machine is in it."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted([*ROOT.glob("assets/**/*.py"), *ROOT.glob("orchestration/**/*.py")])
STAGES = sorted(p.name for p in (ROOT / "assets").iterdir() if p.is_dir() and (p / "__init__.py").exists())
MAX_FILE_LINES, MAX_FUNCTION_LINES = 250, 40


def imports(path: Path) -> set[str]:
    """Dotted names of all modules that a file imports, at any depth."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def stage_of(path: Path) -> str | None:
    parts = path.relative_to(ROOT).parts
    return parts[1] if parts[0] == "assets" and len(parts) > 2 else None


def names(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", CODE, ids=names)
def test_imports_go_one_way(path):
    stage, imported = stage_of(path), imports(path)
    first = {name.split(".")[0] for name in imported}
    if path.parts[-2] != "orchestration" and "orchestration" not in path.parts:
        assert "orchestration" not in first
    if stage:
        assert "dagster" not in first
        others = {name.split(".")[1] for name in imported if name.startswith("assets.") and name.count(".") >= 1}
        assert others <= {stage, "contract", "errors", "lists"}
        if stage != "warehouse":
            assert "duckdb" not in first


@pytest.mark.parametrize("path", CODE, ids=names)
def test_files_and_functions_are_small(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_FILE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < MAX_FUNCTION_LINES, f"{path.name}: {node.name} is too long"


@pytest.mark.parametrize("path", CODE, ids=names)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_nothing_of_this_machine_or_its_registries_is_committed():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split(
        "\n"
    )
    words = [str(ROOT.parent) + "/", "pypi" + ".org", "pythonhosted" + ".org", "registry.npm" + "js"]
    for name in filter(None, listed):
        path = ROOT / name
        if path.suffix in {".png", ".gz", ".zst", ".parquet"} or not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        assert not [word for word in words if word in text], name
