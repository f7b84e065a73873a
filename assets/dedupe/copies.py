"""The tables duplicates, duplicate_groups and article_copies. Brings the steps together, decides nothing itself."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from assets.contract.bodies import ReadBodies
from assets.contract.frames import build_frame
from assets.dedupe.candidates import find_candidates
from assets.dedupe.canonical import Member, choose_canonical, find_agency, read_credits, read_members
from assets.dedupe.corpus import Corpus, read_corpus
from assets.dedupe.evidence import ReadTexts, Text, compare_pairs, compare_texts, prepare_texts
from assets.dedupe.groups import Key, form_groups
from assets.dedupe.judged import SCHEMA, keep_pairs, read_links, recall_pairs
from assets.dedupe.pairs import build_rows, expand_links
from assets.dedupe.rules import Link, demote_pages, judge_pair
from assets.dedupe.tokens import Indices
from assets.dedupe.versions import find_versions, same_titles


@dataclass(frozen=True)
class Copies:
    """The tables `duplicates` and `duplicate_groups`, and `article_copies`; `judged` may be kept for the next run."""

    duplicates: pl.DataFrame
    duplicate_groups: pl.DataFrame
    article_copies: pl.DataFrame
    judged: pl.DataFrame


def find_copies(
    index: pl.DataFrame,
    fingerprints: pl.DataFrame,
    credits: pl.DataFrame,
    judged: pl.DataFrame | None = None,
    *,
    read_bodies: ReadBodies,
) -> Copies:
    """Compare the articles of the index by their fingerprints; `credits` is agency_credits, it may be empty.

    `judged` is the same field of an earlier result of this VERSION. The tables are the same with and without it; with
    it, only texts that meet for the first time are read. `read_bodies` gives own texts, as they were fingerprinted.

    A pair of versions of one article at one outlet is a row of duplicates like any other, its explanation says so; the
    versions are in one group with all other copies, whose canonical article is chosen in the same order as ever.
    """
    corpus = read_corpus(index, fingerprints)
    read = _text_reader(corpus, read_bodies)
    members, credited = read_members(corpus.articles), read_credits(credits)
    linked, compared = _link_texts(corpus, judged, read)
    links = {link.key: link for link in linked}
    groups = _group_texts(corpus, members, credited, links, read)
    versions = _find_versions(corpus, members, links)
    rows = build_rows(corpus, members, links.values(), versions, credited)
    return Copies(
        duplicates=build_frame("duplicates", rows),
        duplicate_groups=build_frame("duplicate_groups", [group.row for group in groups]),
        article_copies=_place_articles(members, groups, versions),
        judged=compared,
    )


def _text_reader(corpus: Corpus, read_bodies: ReadBodies) -> ReadTexts:
    def read(numbers: Indices) -> dict[int, Text]:
        wanted = corpus.article_ids(numbers).to_frame()
        bodies = wanted.join(read_bodies(wanted["article_id"]), on="article_id", how="left", maintain_order="left")
        return prepare_texts(numbers, bodies["body"].fill_null(""))

    return read


def _link_texts(corpus: Corpus, judged: pl.DataFrame | None, read: ReadTexts) -> tuple[list[Link], pl.DataFrame]:
    """Links of all candidate pairs, and the judgements to keep."""
    pairs = find_candidates(corpus.grams, corpus.phrases, corpus.sentences, corpus.words)
    known, new = recall_pairs(pairs, corpus.keys, pl.DataFrame(schema=SCHEMA) if judged is None else judged)
    made = [judge_pair(*found) for found in compare_pairs(new, read)]
    kept = pl.concat([known.select(list(SCHEMA)), keep_pairs(new, made, corpus.keys)]).sort("first_key", "second_key")
    return demote_pages([*read_links(known), *made]), kept


@dataclass(frozen=True)
class Group:
    """One group: its row of duplicate_groups and the rows of its articles."""

    row: dict[str, object]
    articles: list[int]


def _group_texts(
    corpus: Corpus,
    members: list[Member],
    credited: dict[str, dict[str, int]],
    links: dict[Key, Link],
    read: ReadTexts,
) -> list[Group]:
    """Groups of near texts and of articles with one text. Adds the pairs that had to be compared for it to `links`."""

    def articles_of(texts: list[int]) -> list[int]:
        return [int(article) for text in texts for article in corpus.members[text]]

    def choose(texts: list[int]) -> int:
        rows = articles_of(texts)
        best, _ = choose_canonical((members[row] for row in rows), _agencies(rows, members, credited))
        return int(corpus.texts[next(row for row in rows if members[row] is best)])

    def is_near(one: int, other: int) -> bool:
        key = (min(one, other), max(one, other))
        if key not in links and (link := _compare(read, key)):
            links[key] = link
        return key in links and links[key].kind == "near"

    near = {key for key, link in links.items() if link.kind == "near"}
    formed = [texts for _, texts in form_groups(near, choose, is_near)]
    taken = {text for texts in formed for text in texts}
    formed += [[text] for text, own in enumerate(corpus.members) if len(own) > 1 and text not in taken]
    return [_describe_group(articles_of(texts), members, credited) for texts in formed]


def _compare(read: ReadTexts, key: Key) -> Link | None:
    texts = read(pl.Series(key).to_numpy())
    small, large = sorted(key, key=lambda number: (len(texts[number].hashes), number))
    evidence = compare_texts(texts[small], texts[large], small, large)
    return evidence and judge_pair(evidence, texts[small], texts[large])


def _agencies(rows: list[int], members: list[Member], credited: dict[str, dict[str, int]]) -> set[str]:
    return {source_id for row in rows for source_id in credited.get(members[row].article_id, ())}


def _describe_group(rows: list[int], members: list[Member], credited: dict[str, dict[str, int]]) -> Group:
    own = [members[row] for row in rows]
    canonical, reason = choose_canonical(own, _agencies(rows, members, credited))
    oldest = min(own, key=lambda member: (member.landed_on, member.article_id))
    row = {
        "duplicate_group_id": "d" + oldest.article_id[:15],
        "canonical_article_id": canonical.article_id,
        "article_count": len(own),
        "agency_source_id": find_agency((member.article_id for member in own), credited),
        "reason": reason,
    }
    return Group(row, rows)


def _find_versions(corpus: Corpus, members: list[Member], links: dict[Key, Link]) -> list[list[int]]:
    alike = list(expand_links(corpus, links.values()))
    near = [(one, other) for one, other, link in alike if link is None or link.kind == "near"]
    titled = same_titles(corpus.articles)
    return find_versions(corpus.articles, members, near, [*((one, other) for one, other, _ in alike), *titled])


def _place_articles(members: list[Member], groups: list[Group], versions: list[list[int]]) -> pl.DataFrame:
    group_of = {row: group.row for group in groups for row in group.articles}
    place = {row: (number, number == len(part)) for part in versions for number, row in enumerate(part, 1)}
    return build_frame("article_copies", _copy_rows(members, group_of, place))


def _copy_rows(
    members: list[Member], group_of: dict[int, dict[str, object]], place: dict[int, tuple[int, bool]]
) -> Iterator[dict[str, object]]:
    for row, member in enumerate(members):
        group = group_of.get(row)
        number, latest = place.get(row, (1, True))
        yield {
            "article_id": member.article_id,
            "duplicate_group_id": group and group["duplicate_group_id"],
            "is_canonical": group is None or group["canonical_article_id"] == member.article_id,
            "version_number": number,
            "is_latest_version": latest,
        }
