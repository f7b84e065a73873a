# ruff: noqa: E501 - pages and cases stand on one line each
import pytest

from assets.parsing.html.limits import MAX_PAGE_CHARS, PageLimit, guard_page
from assets.parsing.html.page import parse_html

TEXT = (
    "<p>"
    + "</p><p>".join(f"Sentence number {i} tells what happened at the weekly market of the old town." for i in range(9))
    + "</p>"
)


def page(extra: str) -> str:
    return f"<html><head><title>Market day in the old town</title></head><body><article><h1>Market day</h1>{TEXT}</article>{extra}</body></html>"


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("<div>" * 100_000, "too_deep"),
        ("<b><i><u><a href=x>" * 20_000, "too_deep"),
        ("<table><tr><td>" * 8_000, "too_deep"),
        ("<ul><li>" * 8_000, "too_deep"),
        ("<div>" * 700, "too_deep"),
        ("<p>a" * 260_000, "too_many"),
        ("x" * MAX_PAGE_CHARS, "too_large"),
    ],
)
def test_a_page_over_a_limit_is_refused(extra: str, reason: str) -> None:
    assert parse_html(page(extra)).rejection[0] == reason


@pytest.mark.parametrize(
    "extra",
    [
        "<div " + " ".join(f"a{i}=1" for i in range(50_000)) + ">tail</div>",
        "<div " + "class=x " * 50_000 + ">tail</div>",
        ("<div " + " ".join(f"a{i}=1" for i in range(990)) + ">tail</div>") * 300,
        '<a href="' + "x" * 500_000,
        '<img src="data:image/png;base64,' + "A" * 1_000_000 + '">',
        "<!--" + "-x" * 500_000 + "-->",
        "<p>" + "a" * 1_000_000 + "</p>",
        "<p>a" + " " * 1_000_000 + "b</p>",
        "".join(f'<a href="/t/{i}">topic {i}</a> ' for i in range(20_000)),
    ],
)
def test_a_costly_page_keeps_its_article(extra: str) -> None:
    record = parse_html(page(extra))
    assert record.articles[0].body.startswith("Sentence number 0")
    assert "Sentence number 8" in record.articles[0].body


def test_many_articles_cost_no_more_than_their_number() -> None:
    """Each pair of 4,000 articles compared would be 16 million steps."""
    content = (
        "<html><body>" + "".join(f"<article><h2>Market {i}</h2>{TEXT}</article>" for i in range(4_000)) + "</body>"
    )
    assert len(parse_html(content[:MAX_PAGE_CHARS]).articles) == 50


def test_unclosed_formatting_is_counted_before_it_is_copied() -> None:
    """Each of 1,000 paragraphs would open all elements again that were not closed before it."""
    with pytest.raises(PageLimit, match="elements"):
        guard_page("<p>".join(f"<b id={i}>" for i in range(1_100)))


def test_tags_with_too_many_attributes_lose_them() -> None:
    absurd = "<div " + " ".join(f"a{i}=1" for i in range(1_500)) + ">"
    assert guard_page(f"<p>x</p>{absurd}y</div>") == "<p>x</p><div>y</div>"


def test_ordinary_pages_are_not_touched() -> None:
    content = page('<img srcset="' + ", ".join(f"/a-{i}.jpg {i}w" for i in range(300)) + '">')
    assert guard_page(content) is content


def test_brackets_in_scripts_do_not_count() -> None:
    content = page("<script>" + "if (a<b) {document.write('<div>')}\n" * 6_000 + "</script>")
    assert parse_html(content).articles


@pytest.mark.parametrize(
    "text", ["a" * 50_000 + "!", "By " + "Aa " * 20_000, "a@" * 30_000, "1 " * 30_000, "http://" + "a." * 30_000, "(" * 40_000,
             "- " * 40_000, "“" * 20_000, "A." * 30_000, "0" * 50_000, "Pier" + "\u0301\u0323" * 20_000]
)  # fmt: skip
def test_strings_that_make_patterns_slow(text: str) -> None:
    content = (
        f'<html><head><title>{text}</title><meta name="author" content="{text}"><meta name="date" content="{text}"></head><body><article>'
        f'<h1>{text}</h1><p class="byline">{text}</p><time datetime="{text}">{text}</time>{TEXT}</article></body></html>'
    )
    assert "Sentence number 8" in parse_html(content).articles[0].body


def test_the_limit_says_what_was_found() -> None:
    with pytest.raises(PageLimit, match="nested"):
        guard_page("<div>" * 50_000)
