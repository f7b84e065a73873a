"""Names and domains of publishers, folded so that spellings of the same one meet."""

import re
import unicodedata

# Country domains that the world uses for anything; they say nothing about a country.
_GENERIC = {"ai", "cc", "co", "eu", "fm", "gg", "io", "la", "ly", "me", "su", "to", "tv", "ws"}
_SECOND_LEVEL = {"ac", "co", "com", "edu", "gob", "gov", "gouv", "net", "nom", "or", "org"}


def fold_name(name: str) -> str:
    """Letters and digits, lower case, no accents, no leading article or web suffix ("The Post.com": "post")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"^(?:www\.)|\.(?:com|net|org|info|news)$", "", plain.strip())
    words = re.findall(r"\w+", plain.replace("_", " "))
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return "".join(words)


def slugify(name: str) -> str:
    """Readable key: "Saudi Gazette" -> "saudi-gazette"; scripts other than Latin are kept."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return "-".join(re.findall(r"\w+", plain.replace("_", " "))) or "unnamed"


def domain_label(domain: str) -> str:
    """The part of a domain that names the owner: "news.saudigazette.com.sa" -> "saudigazette"."""
    parts = domain.split(".")
    if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL:
        return parts[-3]
    return parts[-2] if len(parts) > 1 else parts[0]


def domain_country(domain: str) -> str | None:
    """Two-letter country of a country domain; None for others."""
    last = domain.rsplit(".", 1)[-1]
    if len(last) != 2 or last in _GENERIC:
        return None
    return "GB" if last == "uk" else last.upper()
