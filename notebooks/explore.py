"""A marimo notebook on the published warehouse, read-only: pip install marimo; marimo edit notebooks/explore.py."""

import marimo

app = marimo.App(width="medium", app_title="Broadsheet")


@app.cell
def _():
    import os
    from pathlib import Path

    import duckdb
    import marimo as mo

    folder = Path(os.environ.get("BROADSHEET_WAREHOUSE_DIR") or Path(__file__).parents[1] / "data" / "warehouse")
    warehouse = duckdb.connect(str(folder / "news.duckdb"), read_only=True)
    return mo, warehouse


@app.cell
def _(mo):
    words = mo.ui.text(label="Search for", value="crane", full_width=True)
    mo.vstack([mo.md("# What is in the warehouse"), words])
    return (words,)


@app.cell
def _(mo, warehouse, words):
    hits = warehouse.sql("select title, snippet, score, article_id from search($1)", params=[words.value]).pl()
    mo.ui.table(hits, page_size=8, selection=None)
    return


@app.cell
def _(mo, warehouse):
    titles = warehouse.execute("select title, story_id from stories order by article_count desc, story_id").fetchall()
    story = mo.ui.dropdown(dict(titles), label="Story", value=titles[0][0] if titles else None, full_width=True)
    mo.hstack([story])
    return (story,)


@app.cell
def _(mo, story, warehouse):
    timeline = (
        "select day, article_count, source_count, is_peak from marts.story_timeline where story_id = $1 order by day"
    )
    first = (
        "select verdict, source, published_at, lead_minutes, next_source from marts.first_reports where story_id = $1"
    )
    answers = [mo.ui.table(warehouse.sql(sql, params=[story.value]).pl(), selection=None) for sql in (first, timeline)]
    mo.vstack([mo.md("## Who was first, and how it grew"), *answers])
    return


@app.cell
def _(mo):
    query = mo.ui.code_editor("select kind, similarity, explanation from duplicates", language="sql", label="Your own")
    mo.vstack([query])
    return (query,)


@app.cell
def _(mo, query, warehouse):
    mo.ui.table(warehouse.sql(query.value).pl(), selection=None)
    return


if __name__ == "__main__":
    app.run()
