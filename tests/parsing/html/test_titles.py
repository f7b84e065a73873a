import pytest

from assets.parsing.html.titles import cut_site, fold

HEADLINE = "Ferry strike strands four thousand islanders"
KNOWN = {fold(HEADLINE): HEADLINE}
SITES = {fold("The Harbour Ledger"), "harbourledger"}


@pytest.mark.parametrize(
    "title",
    [HEADLINE, f"{HEADLINE} | The Harbour Ledger", f"{HEADLINE} - News - The Harbour Ledger", f"{HEADLINE} » Transport",
     f"The Harbour Ledger: {HEADLINE}", f"{HEADLINE} * by Maud Ellery"],
)  # fmt: skip
def test_the_known_headline_is_found_in_a_title(title: str) -> None:
    assert cut_site(title, KNOWN, SITES) == HEADLINE


def test_the_site_goes_without_a_known_headline() -> None:
    assert cut_site("Rain again – The Harbour Ledger", {}, SITES) == "Rain again"
    assert cut_site("The Harbour Ledger | Rain again", {}, SITES) == "Rain again"


def test_a_dash_in_a_headline_stays() -> None:
    assert cut_site("Rain – and then more rain", {}, SITES) == "Rain – and then more rain"
