# ruff: noqa: E501 - pages and cases stand on one line each
import pytest

from assets.parsing.html.address import address_domain, is_home_page, normalize_address


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("  https://u.example/a \n", "https://u.example/a"),
        ("HTTPS://U.Example:443/Case", "https://u.example/Case"),
        ("https://u.example/a/../b/./c#part", "https://u.example/b/c"),
        ("https://u.example/t?utm_source=a&id=7&fbclid=z", "https://u.example/t?id=7"),
        ("https://bob:pw@u.example/a", "https://u.example/a"),
        ("https://bücher.example/ü", "https://xn--bcher-kva.example/%C3%BC"),
        ("https://m.u.example/a/b/amp/", "https://u.example/a/b"),
        ("https://u.example/story.amp.html", "https://u.example/story.html"),
        ("https://u.example/a%2Fb", "https://u.example/a%2Fb"),
        ("http://[::1]:9/x", "http://[::1]:9/x"),
    ],
)
def test_one_written_form(raw: str, wanted: str) -> None:
    assert normalize_address(raw) == wanted


@pytest.mark.parametrize(
    "raw",
    ["javascript:alert(1)", "data:text/html,<p>x", "file:///etc/passwd", "//u.example/x", "ftp://u.example/x", "", None,
     "https:///x", "https://u.example:99999/x", "https://u.example/a\x01b", "https://u.example/%zz", "https:\\\\u.example\\x",
     "https://" + "a" * 300 + ".example/x", "https://u.example/" + "a" * 3_000, "https://localhost/x"],
)  # fmt: skip
def test_what_is_no_address(raw: str | None) -> None:
    assert normalize_address(raw) is None


def test_a_normal_form_stays_as_it_is() -> None:
    for raw in ("https://u.example/a?b=1&c=%20d", "https://xn--bcher-kva.example/%C3%BC", "https://u.example/p/?q=x"):
        assert normalize_address(normalize_address(raw)) == normalize_address(raw)


def test_relative_to_a_base() -> None:
    assert normalize_address("/news/1", "https://u.example/x/y") == "https://u.example/news/1"


def test_home_pages() -> None:
    assert (
        is_home_page("https://u.example/")
        and is_home_page("https://u.example/en")
        and is_home_page("https://u.example/index.html")
    )
    assert not is_home_page("https://u.example/?p=12") and not is_home_page("https://u.example/a-story")


def test_domain() -> None:
    assert address_domain("https://www.u.example/a") == "u.example"
    assert address_domain(None) is None
