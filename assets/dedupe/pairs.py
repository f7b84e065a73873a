"""Judged pairs of texts as rows of `duplicates`, one a pair of articles."""

from collections.abc import Iterable, Iterator

from assets.dedupe.canonical import Member
from assets.dedupe.corpus import Corpus
from assets.dedupe.explain import explain_exact
from assets.dedupe.rules import Link

# Of a text that more articles have word for word, the others are paired with the oldest one only: rows must not grow
# with the square of the articles.
ALL_PAIRS_ARTICLES = 12


def expand_links(corpus: Corpus, links: Iterable[Link]) -> Iterator[tuple[int, int, Link | None]]:
    """Rows of two articles and the link of their texts: the small text's article first; None for the same text."""
    for members in corpus.members:
        if len(members) > 1:
            rows = members.tolist()
            yield from ((one, other, None) for i, one in enumerate(rows[:ALL_PAIRS_ARTICLES]) for other in rows[:i])
            yield from ((other, rows[0], None) for other in rows[ALL_PAIRS_ARTICLES:])
    for link in links:
        for small in corpus.members[link.small][:ALL_PAIRS_ARTICLES].tolist():
            for large in corpus.members[link.large][:ALL_PAIRS_ARTICLES].tolist():
                yield small, large, link


def build_rows(
    corpus: Corpus,
    members: list[Member],
    links: Iterable[Link],
    versions: list[list[int]],
    credited: dict[str, dict[str, int]],
) -> Iterator[dict[str, object]]:
    """Rows of `duplicates` for the pairs that have a kind."""
    left_out = (corpus.articles["own_key"] != corpus.articles["content_key"]).to_list()
    places = {row: (part[0], number) for part in versions for number, row in enumerate(part, 1)}
    reported = (found for found in expand_links(corpus, links) if found[2] is None or found[2].kind)
    for small, large, link in reported:
        one, other = members[small].article_id, members[large].article_id
        if link is None:
            words = int(corpus.words[corpus.texts[small]])
            same = corpus.characters[small] == corpus.characters[large]
            left = left_out[small] or left_out[large]
            row = _exact_row(words, explain_exact(words, same_characters=bool(same), left_out=left))
        else:
            row = _link_row(link)
        prefix = _name_relation((small, large), members, places, credited, kind=str(row["kind"]))
        ids = (one, other) if row["kind"] == "contained" else sorted((one, other))
        yield {"article_id": ids[0], "other_article_id": ids[1], **row, "explanation": prefix + str(row["explanation"])}


def _exact_row(words: int, explanation: str) -> dict[str, object]:
    return {
        "kind": "exact", "similarity": 1.0, "containment": 1.0, "shared_words": words, "explanation": explanation,
    }  # fmt: skip


def _link_row(link: Link) -> dict[str, object]:
    return {
        "kind": link.kind,
        "similarity": round(link.similarity, 6),
        "containment": round(link.containment, 6),
        "shared_words": link.shared_words,
        "explanation": link.explanation,
    }


def _name_relation(
    rows: tuple[int, int],
    members: list[Member],
    places: dict[int, tuple[int, int]],
    credited: dict[str, dict[str, int]],
    *,
    kind: str,
) -> str:
    """Say first what the two are to each other: versions of one article, or copies of one agency's text."""
    first, second = places.get(rows[0]), places.get(rows[1])
    if first and second and first[0] == second[0]:
        return f"versions {min(first[1], second[1])} and {max(first[1], second[1])} of one article at the same outlet: "
    shared = credited.get(members[rows[0]].article_id, {}).keys() & credited.get(members[rows[1]].article_id, {}).keys()
    if shared and kind in ("exact", "near"):
        return f"same agency copy ({', '.join(sorted(shared))}): "
    return ""
