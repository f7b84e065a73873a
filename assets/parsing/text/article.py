"""One article out of its plan: title, body, fields, credits and the confidence in it all.

Put here: putting the parts together. Keep out: the page around it (page.py).
"""

from assets.parsing.agencies import find_agencies, find_agency
from assets.parsing.bylines import is_name_like, is_person_like, split_authors
from assets.parsing.credits import find_credits, read_credit_line, split_dateline
from assets.parsing.model import Article, Candidate, Change, Credit
from assets.parsing.text.body import (
    compose_body,
    find_subtitle,
    is_whole,
    keep_in_body,
    lift_header,
    split_subtitle,
    take_back,
    trim_foot,
)
from assets.parsing.text.header import Header, read_header, settle
from assets.parsing.text.kinds import Block, is_signature
from assets.parsing.text.plan import Plan
from assets.parsing.text.titles import (
    choose_title,
    is_echoed,
    is_signed_sentence,
    is_weak,
    promote_title,
    split_site,
    take_first,
)
from assets.parsing.text.wire import strip_wire_mark

_LEDE_WORDS = 25


class Draft:
    """An article in the making: its plan with the foot trimmed, its title's line, and what its header says."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        take_back(plan.body, plan.foot)
        moved = trim_foot(plan.body)
        plan.foot = [*moved, *plan.foot]
        self.title, self.title_basis = choose_title(plan.head, plan.body)
        if plan.above and not is_echoed(self.title, plan.body):
            self._look_above()
        if is_signed_sentence(plan.body) and is_weak(self.title, plan.body):
            self.title, self.title_basis = take_first(plan.body), "first_line"
        if self.title is None:
            self.title = promote_title(plan.head, plan.body)
            self.title_basis = "first_line" if self.title else "none"
        self.subtitle = split_subtitle(plan.body) or find_subtitle(plan.head, self.title)
        plan.head = [*plan.head, *lift_header(plan.body)]
        self.header = read_header(
            [*plan.head, *self._inner_data()], plan.foot, self.title, is_embedded=plan.is_embedded
        )

    def _look_above(self) -> None:
        """Take the headline, and the data lines below it, from higher up, where it is one that the body echoes."""
        title, basis = choose_title(self.plan.above, self.plan.body)
        if title is not None and is_echoed(title, self.plan.body):
            self.title, self.title_basis = title, basis
            self.plan.head = [*self.plan.above[self.plan.above.index(title) :], *self.plan.head]

    def _inner_data(self) -> list[Block]:
        """Byline and date lines between the standfirst and the first paragraph."""
        inner = []
        for block in self.plan.body:
            if keep_in_body(block):
                break
            inner.append(block)
        return inner

    @property
    def words(self) -> list[Block]:
        """The paragraphs that make the body."""
        return [b for b in self.plan.body if keep_in_body(b)]


def build_article(draft: Draft) -> Article:
    """The article as the model has it."""
    body, changes = compose_body(draft.words)
    article = Article(body=body, is_embedded=draft.plan.is_embedded, changes=changes)
    _set_title(article, draft)
    article.subtitle = draft.subtitle.text if draft.subtitle else None
    _set_dateline(article, draft.header)
    article.credits = _collect_credits(body, draft)
    settle(article, draft.header)
    article.extraction_confidence = _confidence(article, draft)
    return article


def _set_title(article: Article, draft: Draft) -> None:
    block, header = draft.title, draft.header
    if block is None:
        lede = " ".join(article.body.split("\n", 1)[0].split()[:_LEDE_WORDS])
        article.candidates.append(
            Candidate("title", lede, "lede", 0.2, "the page has no headline: first words of the body")
        )
        return
    known = header.best("site_name")
    title, site = split_site(block.text, known.value if known else None)
    for line in draft.plan.head:
        if line is not block and line.text.startswith(title) and (named := split_site(line.text, None)[1]):
            header.propose("site_name", named, 0.7, "behind the headline")
    if site:
        header.propose("site_name", site, 0.7, "behind the headline")
        article.changes.append(Change("title", "shortened", f"site's name {site!r} taken off"))
    title, mark = strip_wire_mark(title)
    if mark:
        article.changes.append(Change("title", "shortened", f"agency's mark {mark!r} taken off"))
    article.title, article.title_basis = title, draft.title_basis
    sure = 0.95 if draft.title_basis in {"heading", "marked_line"} else 0.8
    article.candidates.append(Candidate("title", title, draft.title_basis, sure, "headline line", is_chosen=True))
    for other in draft.plan.head:
        is_rival = other.kind == "short" and 4 <= other.words <= 22 and other.key != block.key
        if is_rival and len(article.candidates) < 6:
            article.candidates.append(
                Candidate("title", other.text, "first_line", 0.3, "another line above the article")
            )


def _set_dateline(article: Article, header: Header) -> None:
    dateline = split_dateline(article.body)
    if dateline is None:
        return
    article.dateline = dateline.place
    if dateline.place:
        candidate = Candidate("dateline", dateline.place, "text", 0.9, "place at the head of the body", is_chosen=True)
        article.candidates.append(candidate)
    if dateline.date is not None:
        header.dates.append((dateline.date, 0.5, "dateline"))


def _collect_credits(body: str, draft: Draft) -> list[Credit]:
    """Credits in the body, in credit lines around it, and in bylines; each agency and kind of evidence once."""
    found = find_credits(body)
    for block in (*draft.plan.head, *draft.plan.body, *draft.plan.foot):
        if block.kind == "credit":
            found += _read_credit(block, draft.header)
        elif block.kind in {"byline", "meta"} and block.meta:
            found += [Credit(agency, "credit_line", block.text) for agency in block.meta.agencies]
    unique: dict[tuple[str, str], Credit] = {}
    for credit in found:
        unique.setdefault((credit.agency, credit.evidence), credit)
    return list(unique.values())


def _read_credit(block: Block, header: Header) -> list[Credit]:
    """Agencies of a credit line; a name in brackets behind an agency, or alone, is the outlet's signature."""
    if not is_signature(block.text):
        return read_credit_line(block.text) or _unlisted_source(block.text, header)
    inner = block.text[block.text.rfind("(") :].strip("()") if "(" in block.text else ""
    if inner and find_agency(inner) is None and is_name_like(inner):
        if is_person_like(inner):
            header.authors += [a for a in split_authors(inner) if a not in header.authors]
        else:
            sure = 0.8 if block.text[0] == "/" else 0.55
            header.propose("site_name", inner, sure, "signature behind the last sentence")
    return [Credit(name, "credit_line", block.text) for name, _ in find_agencies(block.text)]


def _unlisted_source(text: str, header: Header) -> list[Credit]:
    """ "Source: Harbor Post": a source that is in no agency list is a candidate for the outlet's name."""
    label, _, name = text.strip("()[] ").partition(":")
    name = name.strip(" .")
    if name and len(label.split()) <= 2 and is_name_like(name) and not is_person_like(name):
        header.propose("site_name", name, 0.5, "source line")
    return []


def _confidence(article: Article, draft: Draft) -> float:
    """0 to 1 from what supports the extraction: headline, data lines, length, paragraphs, an end like a sentence's."""
    words = article.body.count(" ") + 1
    score = 0.3
    score += 0.2 if article.title else 0.0
    score += 0.1 if article.site_name or article.authors or article.published_at else 0.0
    score += 0.15 if words >= 120 else 0.05 if words >= 50 else 0.0
    score += 0.1 if len(draft.words) >= 3 else 0.0
    score += 0.1 if is_whole(article.body) else 0.0
    odd = sum(b.kind == "short" for b in draft.words)
    score += 0.05 * (odd <= 0.25 * len(draft.words)) - 0.15 * (odd > 0.5 * len(draft.words))
    return round(min(max(score, 0.0), 1.0), 6)
