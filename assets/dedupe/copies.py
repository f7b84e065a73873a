"""The tables duplicates, duplicate_groups and article_copies. Brings the steps together, decides nothing itself."""

from dataclasses import dataclass

import numpy as np
import polars as pl

from assets.contract.bodies import ReadBodies
from assets.contract.frames import conform_frame
from assets.dedupe.candidates import find_candidates
from assets.dedupe.canonical import choose_canonical, read_members, weigh_credits
from assets.dedupe.corpus import Corpus, read_corpus
from assets.dedupe.evidence import ReadTexts, Text, prepare_texts
from assets.dedupe.judged import Judged, find_fresh, judge_missing, keep_judged, nothing_judged, recall_candidates
from assets.dedupe.links import Links
from assets.dedupe.groups import form_groups
from assets.dedupe.pairs import build_rows, expand_links
from assets.dedupe.tokens import Indices
from assets.dedupe.versions import find_versions


@dataclass(frozen=True)
class Copies:
    """The tables `duplicates` and `duplicate_groups`, and `article_copies`; `judged` may be kept for the next run."""

    duplicates: pl.DataFrame
    duplicate_groups: pl.DataFrame
    article_copies: pl.DataFrame
    judged: Judged


def find_copies(
    index: pl.DataFrame,
    fingerprints: pl.DataFrame,
    credits: pl.DataFrame,
    judged: Judged | None = None,
    *,
    read_bodies: ReadBodies,
) -> Copies:
    """Compare the articles of the index by their fingerprints; `credits` is agency_credits, it may be empty.

    `judged` is the same field of an earlier result. The tables are the same with and without it; with it, only texts
    that meet for the first time are read. `read_bodies` gives own texts, as they were fingerprinted.

    A pair of versions of one article at one outlet is a row of duplicates like any other, its explanation says so; the
    versions are in one group with all other copies, whose canonical article is chosen in the same order as ever.
    """
    judged = judged or nothing_judged()
    corpus = read_corpus(index, fingerprints)
    links = Links(corpus, judged, _text_reader(corpus, read_bodies))
    members, weights = read_members(corpus.articles), weigh_credits(credits)
    groups = _group_articles(corpus, links, members, weights)
    pairs = expand_links(corpus, links.all)
    versions = find_versions(corpus.articles, members, pairs)
    return Copies(
        duplicates=build_rows(corpus, pairs, versions, weights),
        duplicate_groups=_describe_groups(groups, members),
        article_copies=_place_articles(corpus, groups, versions),
        judged=links.keep(),
    )
