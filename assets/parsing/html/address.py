"""Addresses: which ones may stand for an article, and their one written form.

Where they were found is not known here.
"""

import re
from functools import lru_cache
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import parse_qsl, quote, unquote_to_bytes, urlencode, urljoin, urlsplit, urlunsplit

MAX_ADDRESS_CHARS = 2_048
_DEFAULT_PORTS = {"http": 80, "https": 443}
_BAD_CHARS = re.compile(r"[\x00-\x20\x7f\\<>\"{}|^`]")
_BAD_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_WWW = re.compile(r"^www\d?\.")
_MOBILE_LABEL = re.compile(r"^(?:m|mobile|mobil|amp|touch|wap)\.(?=[^.]+\.[^.]+)")
_AMP_END = re.compile(r"(?:/amp/?$|/amp\.html$|\.amp(?=\.html?$|$))")
_AMP_START = re.compile(r"^/amp(?=/)")
_LABEL = re.compile(r"^(?!-)[a-z0-9_-]{1,63}(?<!-)$")
_HOME_PATH = re.compile(r"^/?(?:index\.\w{2,5}|home(?:page)?(?:\.\w{2,5})?|[a-z]{2}(?:-[a-z]{2})?)?/?$", re.IGNORECASE)
_SAFE_PATH = "/:@!$&'()*+,;=~-._"


def _load_parameters() -> tuple[frozenset[str], tuple[str, ...]]:
    path = Path(__file__).parent / "data" / "tracking_parameters.txt"
    names = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return frozenset(n for n in names if n[-1] != "*"), tuple(n[:-1] for n in names if n[-1] == "*")


_TRACKING, _TRACKING_STARTS = _load_parameters()


@lru_cache(maxsize=512)
def normalize_address(raw: str | None, base: str | None = None) -> str | None:
    """Return an address's one written form, or None when it cannot be an article's.

    Lower-case scheme and ASCII host, no user, default port, fragment, dot segments, tracking parameters,
    AMP or mobile variant.
    A relative address needs `base`. Refused: other schemes than http(s), bad hosts and ports, control
    characters, over 2,048 characters.
    """
    text = (raw or "").strip()
    if not text or len(text) > MAX_ADDRESS_CHARS or _BAD_CHARS.search(text) or _BAD_PERCENT.search(text):
        return None
    try:
        parts = urlsplit(urljoin(base, text) if base else text)
        host, port = _ascii_host(parts.hostname), parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in _DEFAULT_PORTS or host is None:
        return None
    host = _MOBILE_LABEL.sub("", host)
    if port is not None and port != _DEFAULT_PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    path = _AMP_START.sub("", _AMP_END.sub("", _clean_path(parts.path))) or "/"
    return urlunsplit((parts.scheme.lower(), host, path, _clean_query(parts.query), ""))


def _clean_path(path: str) -> str:
    resolved: list[str] = []
    for piece in path.split("/")[1:]:
        if piece == "..":
            del resolved[-1:]
        elif piece != ".":
            resolved.append(piece)
    if path.endswith(("/.", "/..")):
        resolved.append("")
    return (
        "/" + quote(unquote_to_bytes("/".join(resolved)), safe=_SAFE_PATH)
        if "%2" not in path.lower()
        else _quoted(resolved)
    )


def _quoted(pieces: list[str]) -> str:
    # An escaped slash, hash or question mark must stay escaped: only what is not ASCII is quoted.
    return "/" + quote("/".join(pieces), safe=_SAFE_PATH + "%")


def _clean_query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=200) if query.count("&") < 200 else []
    kept = [pair for pair in pairs if not _is_tracking(pair[0].lower())]
    if len(kept) == len(pairs) and pairs:
        return quote(query, safe=_SAFE_PATH + "?%[]")
    return urlencode(kept)


def _is_tracking(name: str) -> bool:
    return name in _TRACKING or name.startswith(_TRACKING_STARTS)


def _ascii_host(host: str | None) -> str | None:
    """The host in lower-case ASCII (punycode); None when it is no host name."""
    if not host:
        return None
    if ":" in host:
        return f"[{ip_address(host)}]"
    try:
        ascii_host = host.lower() if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return None
    labels = ascii_host.rstrip(".").split(".")
    good = len(ascii_host) <= 253 and len(labels) > 1 and all(_LABEL.match(label) for label in labels)
    return ".".join(labels) if good else None


def is_home_page(address: str) -> bool:
    """True when an address is a site's front page: it cannot stand for an article."""
    parts = urlsplit(address)
    return not parts.query and _HOME_PATH.match(parts.path) is not None


def address_domain(address: str | None) -> str | None:
    """Host of a normalized address without www; None without an address."""
    if not address:
        return None
    host = urlsplit(address).hostname or ""
    return _WWW.sub("", host) or None
