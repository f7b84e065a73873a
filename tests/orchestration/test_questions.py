"""docs/questions.md: every example with its question, its query and an answer."""

from assets.contract.catalog import SQL_DIR
from orchestration.commands.questions import MAX_CELL, PAGE, document_questions
from tests.marts.small_warehouse import article, build_warehouse, source, story

EXAMPLES = sorted((SQL_DIR / "examples").glob("*.sql"))


def test_the_page_has_every_example_as_it_is():
    page = PAGE.read_text(encoding="utf-8")
    for path in EXAMPLES:
        question, _, rest = path.read_text(encoding="utf-8").partition("\n")
        query = rest.partition("\n")[2].strip()
        assert f"## {question.removeprefix('-- ')}\n" in page, "stale: run `make docs`"
        assert f"--example {path.stem}`" in page and query in page, "stale: run `make docs`"


def test_answers_stay_in_their_table():
    title = "A | pipe, a <b>tag</b>, a\nnew line, and " + "many words " * 20
    warehouse = build_warehouse(
        sources=[source("alpha")],
        stories=[story("s", title=title, article_count=2, independent_article_count=1)],
        articles=[article("a", "alpha", "2026-11-16", story_id="s", title=title)],
    )
    page = document_questions(warehouse)
    rows = [line for line in page.splitlines() if line.startswith("| A ")]
    assert rows
    for row in rows:
        assert "\\| pipe" in row and "\\<b\\>" in row
        assert len(row.replace("\\", "").split(" | ")[0]) <= MAX_CELL + len("| A ")
    assert "No rows: the sample corpus holds no case of it." in page
