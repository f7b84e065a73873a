"""Scores of a tool on general pages: body, segments that must and must not be in it, title, authors, day."""

from dataclasses import dataclass, field

from benchmarks.extraction.general.pages import Page
from benchmarks.extraction.metrics import days_apart, fold, same_authors, same_title, score_body, total_bodies
from benchmarks.extraction.tools import Found


@dataclass(slots=True)
class Failure:
    """One thing that a tool had wrong on a page."""

    system: str
    slug: str
    kind: str
    detail: str


@dataclass(slots=True)
class Tally:
    """Sums of one tool over pages."""

    bodies: list = field(default_factory=list)
    kept: int = 0
    lost: int = 0
    leaked: int = 0
    held_off: int = 0
    titles: list[bool] = field(default_factory=list)
    authors: list[bool] = field(default_factory=list)
    days: list[int | None] = field(default_factory=list)
    made_up: int = 0
    undated: int = 0
    lists_taken: int = 0
    lists: int = 0
    failures: list[Failure] = field(default_factory=list)

    def add(self, page: Page, found: Found, has_metadata: bool) -> None:
        """Score one page."""
        article = page.article
        if article is None:
            self.lists += 1
            self.lists_taken += bool(found.body)
            return
        self._add_body(page, found)
        self.titles.append(same_title(article.title, found.title))
        self._note(page, "title", found.title, self.titles[-1])
        if has_metadata:
            if page.authors is not None:
                self.authors.append(same_authors(page.authors, found.authors or []))
                self._note(page, "authors", found.authors, self.authors[-1])
            self._add_day(page, found)

    def _add_body(self, page: Page, found: Found) -> None:
        assert page.article is not None
        self.bodies.append(score_body("\n".join(page.article.body), found.body))
        told = fold(found.body)
        for line in page.article.body:
            is_there = fold(line) in told
            self.kept, self.lost = self.kept + is_there, self.lost + (not is_there)
            self._note(page, "lost", line, is_there)
        for piece in page.absent:
            is_there = fold(piece) in told
            self.leaked, self.held_off = self.leaked + is_there, self.held_off + (not is_there)
            self._note(page, "leaked", piece, not is_there)

    def _add_day(self, page: Page, found: Found) -> None:
        if page.day is not None:
            self.days.append(days_apart(page.day.isoformat(), found.day))
            self._note(page, "day", found.day, self.days[-1] == 0)
        elif page.changed is None:
            assert page.article is not None
            is_right = found.day in (None, page.article.day)
            self.undated, self.made_up = self.undated + 1, self.made_up + (not is_right)
            self._note(page, "day made up", found.day, is_right)

    def _note(self, page: Page, kind: str, detail: object, is_right: bool) -> None:
        if not is_right and page.article is not None:
            self.failures.append(Failure(page.system, page.article.slug, kind, str(detail)))

    def line(self, name: str) -> str:
        """The figures on one line."""
        bodies = total_bodies(self.bodies)
        precision, recall = self.kept / max(1, self.kept + self.leaked), self.kept / max(1, self.kept + self.lost)
        segments = 2 * precision * recall / max(1e-9, precision + recall)
        told = (
            f"{name:26} F1 {bodies.f1:.3f} ({bodies.precision:.3f} {bodies.recall:.3f}) exact {bodies.exact:.3f}"
            f" empty {bodies.empty:3d}  segments {segments:.3f} lost {self.lost:4d} leaked {self.leaked:4d}"
            f"  title {_share(self.titles):.3f}"
        )
        if self.authors:
            told += (
                f"  authors {_share(self.authors):.3f}  day {_share([d == 0 for d in self.days]):.3f}"
                f" wrong {_share([d is not None and d > 1 for d in self.days]):.3f}"
                f" made up {self.made_up}/{self.undated}"
            )
        return told + (f"  lists taken {self.lists_taken}/{self.lists}" if self.lists else "")


def _share(values: list[bool]) -> float:
    return sum(values) / max(1, len(values))
