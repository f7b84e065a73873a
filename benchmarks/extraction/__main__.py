"""Quality and cost of extraction: python -m benchmarks.extraction [--no-peers] [--every N].

Tools take turns page by page in one process, so that their CPU seconds compare on a loaded machine. Ours is cold: each
page comes once. Peers that are not installed are left out, and named.
"""

import argparse
import time
from collections.abc import Iterable

from assets.parsing.language import detect_language
from benchmarks.extraction.gold import SETS, GoldPage, outlet_half, read_gold
from benchmarks.extraction.metrics import (
    BodyTotals,
    days_apart,
    fold,
    same_authors,
    same_site,
    same_title,
    score_body,
    total_bodies,
)
from benchmarks.extraction.tools import Found, Tool, list_tools

# Pages that each tool reads before it is timed: lists and patterns are loaded then.
WARM_UP = 2


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--no-peers", action="store_true", help="measure only ours")
    arguments.add_argument("--every", type=int, default=1, help="take each N-th page")
    options = arguments.parse_args()
    tools, absent = list_tools(not options.no_peers)
    if absent:
        print("not installed, left out:", ", ".join(absent))
    for name in SETS:
        pages = read_gold(name, options.every)
        if not pages:
            print(f"{name}: no gold here, left out")
            continue
        _report(name, pages, tools)


def _report(name: str, pages: list[GoldPage], tools: list[Tool]) -> None:
    for page in pages[:WARM_UP]:
        for tool in tools:
            _run(tool, page)
    results, seconds = _take_turns(pages, tools)
    print(f"\n{name}: {len(pages)} pages")
    print(f"{'tool':30} {'F1':>6} {'prec':>6} {'rec':>6} {'exact':>6} {'empty':>5} {'ms/page':>8} {'x ours':>7}")
    for tool in tools:
        totals = total_bodies(
            [score_body(page.body, found.body) for page, found in zip(pages, results[tool.name], strict=True)]
        )
        cost = 1000 * seconds[tool.name] / len(pages)
        ratio = seconds[tool.name] / seconds[tools[0].name]
        print(f"{_body_line(tool.name, totals)} {totals.empty:5d} {cost:8.2f} {ratio:7.1f}")
    _check_languages(results[tools[0].name])
    if pages[0].title is not None:
        _report_standfirst(pages, results[tools[0].name])
        for tool in tools:
            if tool.has_metadata:
                _report_fields(tool.name, pages, results[tool.name])
        _report_authors(pages, results[tools[0].name])


def _check_languages(found: list[Found]) -> None:
    """The page's claim is checked against the text when records are parsed; that is not timed here."""
    for one in found:
        one.language = detect_language(one.body, one.language)[0]


def _take_turns(pages: list[GoldPage], tools: list[Tool]) -> tuple[dict[str, list[Found]], dict[str, float]]:
    results: dict[str, list[Found]] = {tool.name: [] for tool in tools}
    seconds = dict.fromkeys(results, 0.0)
    for page in pages:
        for tool in tools:
            start = time.process_time()
            found = _run(tool, page)
            seconds[tool.name] += time.process_time() - start
            results[tool.name].append(found)
    return results, seconds


def _run(tool: Tool, page: GoldPage) -> Found:
    """One extraction; a tool that raises has found nothing."""
    try:
        return tool.extract(page.html, page.url)
    except Exception as error:
        tool.failures.append(f"{page.url}: {error!r}")
        return Found()


def _report_standfirst(pages: list[GoldPage], found: list[Found]) -> None:
    """This gold counts the standfirst as body; ours keeps it in a column of its own."""
    bodies = [f"{f.subtitle}\n\n{f.body}" if f.subtitle and f.subtitle not in f.body else f.body for f in found]
    totals = total_bodies([score_body(page.body, body) for page, body in zip(pages, bodies, strict=True)])
    print(_body_line("  ours, subtitle + body", totals))


def _body_line(name: str, totals: BodyTotals) -> str:
    return f"{name:30} {totals.f1:6.3f} {totals.precision:6.3f} {totals.recall:6.3f} {totals.exact:6.3f}"


def _report_fields(name: str, pages: list[GoldPage], found: list[Found]) -> None:
    pairs = list(zip(pages, found, strict=True))
    days = [days_apart(page.day, f.day) for page, f in pairs if page.day]
    named = [bool({fold(a) for a in p.authors} & {fold(a) for a in f.authors or []}) for p, f in pairs if p.authors]
    languages = [(f.language or "")[:2].lower() == page.language for page, f in pairs if page.language]
    print(
        f"{name:30} title {_share(same_title(p.title, f.title) for p, f in pairs):.3f}"
        f"  authors set {_share(same_authors(p.authors, f.authors or []) for p, f in pairs):.3f}"
        f"  date {_share(day == 0 for day in days):.3f} wrong {_share(day is not None and day > 1 for day in days):.3f}"
        f"  language {_share(languages):.3f}  site {_share(same_site(p.site_name, f.site_name) for p, f in pairs):.3f}"
        f"  author found {_share(named):.3f}"
    )


def _report_authors(pages: list[GoldPage], found: list[Found]) -> None:
    """Ours by halves of outlets, and with the agencies that this gold counts as authors beside people.

    The tables keep those in a table of their own.
    """
    pairs = list(zip(pages, found, strict=True))
    for half in (0, 1):
        own = [pair for pair in pairs if outlet_half(pair[0].url) == half]
        share = _share(same_authors(page.authors, f.authors or []) for page, f in own)
        print(f"  ours, half {half} of the outlets: authors set {share:.3f} of {len(own)} pages")
    share = _share(same_authors(page.authors, f.signed or []) for page, f in pairs)
    print(f"  ours, agencies beside people counted: authors set {share:.3f}")


def _share(values: Iterable[bool]) -> float:
    taken = list(values)
    return sum(taken) / max(1, len(taken))


if __name__ == "__main__":
    main()
