"""Spellings and addresses of one publisher become one source."""

from datetime import date

import polars as pl
import pytest

from assets.contract.frames import build_frame
from assets.sources.names import domain_country, domain_label, fold_name, slugify
from assets.sources.resolve import resolve_sources


def articles(*labels: tuple[str | None, str | None]) -> pl.DataFrame:
    rows = [
        {"article_id": f"a{i:02}", "site_name": name, "domain": domain, "language": "en"}
        for i, (name, domain) in enumerate(labels)
    ]
    return build_frame("parsed_articles", rows).with_columns(landed_on=pl.lit(date(2026, 11, 16)))


def credits(*rows: tuple[str, str]) -> pl.DataFrame:
    made = [{"article_id": a, "agency": g, "evidence": "credit_line", "matched_text": g} for a, g in rows]
    return build_frame("parsed_credits", made)


NONE = credits()


def test_spellings_and_the_address_of_one_publisher_meet():
    found = resolve_sources(
        articles(
            ("The Harbour Post", "harbourpost.example"),
            ("Harbour Post", "harbourpost.example"),
            (None, "harbourpost.example"),
            ("HARBOUR POST", None),
            (None, None),
        ),
        NONE,
    )
    assert found.sources.height == 1
    assert found.sources["article_count"].to_list() == [4]
    assert found.article_sources.height == 4


def test_an_address_alone_is_named_after_itself_and_meets_its_name():
    found = resolve_sources(articles((None, "www1.tidewater.co.uk"), ("Tidewater", None)), NONE)
    assert found.sources.height == 1
    assert found.sources["country_code"].to_list() == ["GB"]


def test_publishers_on_one_platform_stay_apart():
    found = resolve_sources(
        articles(("One", "platform.example"), ("Two", "platform.example"), ("Three", "platform.example")), NONE
    )
    assert found.sources["name"].to_list() == ["One", "Three", "Two"]


def test_a_credited_agency_is_a_source():
    found = resolve_sources(articles(("A", None), ("B", None)), credits(("a00", "North Wire"), ("a01", "North Wire")))
    kinds = dict(found.sources.select("name", "kind").iter_rows())
    assert kinds == {"A": "publisher", "B": "publisher", "North Wire": "agency"}
    assert found.stated_credits["source_id"].to_list() == ["north-wire", "north-wire"]


def test_the_order_of_articles_does_not_matter():
    frame = articles(("The Post", "post.example"), ("Post", None), (None, "post.example"), ("Other", "post.example"))
    one, two = resolve_sources(frame, NONE), resolve_sources(frame.reverse(), NONE)
    assert one.sources.equals(two.sources) and one.article_sources.equals(two.article_sources)


@pytest.mark.parametrize(
    ("name", "folded"),
    [("The Post", "post"), ("Post.com", "post"), ("Él País", "elpais"), ("新闻", "新闻"), ("The", "the")],
)
def test_fold_name(name, folded):
    assert fold_name(name) == folded


def test_domains():
    assert domain_label("news.saudi.com.sa") == "saudi"
    assert domain_label("post.example") == "post"
    assert (domain_country("post.co.uk"), domain_country("post.com"), domain_country("x.io")) == ("GB", None, None)
    assert slugify("Saudi Gazette") == "saudi-gazette" and slugify("***") == "unnamed"
