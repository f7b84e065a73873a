"""Quality on general pages: python -m benchmarks.extraction.general [FOLDER] [--no-peers] [--failures] [--by-system].

Our articles in our templates, and in FOLDER what publishing systems rendered of them (README.md says how). All tools
read the same pages in one run.
"""

import argparse
import time
from collections import defaultdict
from pathlib import Path

from benchmarks.extraction.general.pages import Page, system_pages, template_pages
from benchmarks.extraction.general.score import Tally
from benchmarks.extraction.tools import Found, Tool, list_tools

_COMPARED = ("broadsheet", "trafilatura", "readability-lxml", "newspaper4k")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path, help="pages that systems rendered")
    arguments.add_argument("--no-peers", action="store_true", help="measure only ours")
    arguments.add_argument("--failures", action="store_true", help="list what ours has wrong")
    arguments.add_argument("--by-system", action="store_true", help="ours for each system and template")
    options = arguments.parse_args()
    tools = [tool for tool in list_tools(not options.no_peers)[0] if tool.name in _COMPARED]
    _report("templates", template_pages(), tools, options)
    if options.folder:
        _report("systems", system_pages(options.folder), tools, options)


def _report(name: str, pages: list[Page], tools: list[Tool], options: argparse.Namespace) -> None:
    print(f"\n{name}: {len(pages)} pages of {len({page.system for page in pages})} kinds")
    ours: dict[str, Tally] = defaultdict(Tally)
    for tool in tools:
        tally, start = Tally(), time.process_time()
        found = [_run(tool, page) for page in pages]
        seconds = time.process_time() - start
        for page, one in zip(pages, found, strict=True):
            tally.add(page, one, tool.has_metadata)
            if tool is tools[0]:
                ours[page.system].add(page, one, True)
        print(tally.line(tool.name), f" {1000 * seconds / max(1, len(pages)):.1f} ms")
    for system, tally in sorted(ours.items()) if options.by_system else ():
        print(tally.line(f"  {system}"))
    for failure in (f for tally in ours.values() for f in tally.failures) if options.failures else ():
        print(f"{failure.system:24} {failure.slug:24} {failure.kind:8} {failure.detail[:150]}")


def _run(tool: Tool, page: Page) -> Found:
    """One extraction; a tool that raises has found nothing."""
    try:
        return tool.extract(page.html, page.url)
    except Exception as error:
        tool.failures.append(f"{page.url}: {error!r}")
        return Found()


if __name__ == "__main__":
    main()
