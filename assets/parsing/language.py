"""Which language a text is in.

Put here: detection with an honest null. Keep out: anything that depends on the language.
"""

import re
from functools import lru_cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Languages that news is printed in; the model's dialect and liturgical labels only draw votes away from them.
_LANGUAGES = [
    "af",
    "am",
    "ar",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "el",
    "en",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fr",
    "ga",
    "gl",
    "gu",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "it",
    "ja",
    "ka",
    "kk",
    "km",
    "kn",
    "ko",
    "ku",
    "ky",
    "lo",
    "lt",
    "lv",
    "mk",
    "ml",
    "mn",
    "mr",
    "ms",
    "mt",
    "my",
    "ne",
    "nl",
    "no",
    "pa",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "si",
    "sk",
    "sl",
    "so",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "tg",
    "th",
    "tk",
    "tl",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "zh",
]
_SAMPLE = 3000
_FEWEST_LETTERS = 40
_LEAST_CONFIDENCE = 0.5
_LETTERS = re.compile(r"[^\W\d_]")
# Languages that the model mixes up because they hardly differ in writing: the page's own claim decides among them.
_CLOSE = ({"bs", "hr", "sr", "sl"}, {"id", "ms"}, {"cs", "sk"}, {"no", "da", "sv"}, {"gl", "pt", "es"}, {"bg", "mk"})


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    return identifier


def load_model() -> None:
    """Read the model now, not at the first text: unpacking it writes a temporary file, which workers may not."""
    _identifier()


def normalize_language(declared: str | None) -> str | None:
    """Two-letter code of a declared language ("en-GB", "pt_BR", "EN"); None when it is none."""
    found = re.match(r"([A-Za-z]{2})(?:[-_.].*)?$", (declared or "").strip())
    if found is None:
        return None
    code = found[1].lower()
    return {"nb": "no", "nn": "no", "iw": "he", "in": "id", "sh": "sr"}.get(code, code)


def detect_language(text: str, declared: str | None = None) -> tuple[str | None, float | None]:
    """(two-letter code, confidence 0 to 1) of the text; (None, None) when it is too short or too mixed to tell.

    The text decides. A declared language decides between close relatives, and for a text too short to tell.
    Method: py3langid (naive Bayes on byte n-grams) on up to 3,000 characters from the start and the middle.
    """
    claim = normalize_language(declared)
    sample = text[:_SAMPLE] if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[len(text) // 2 :][: _SAMPLE // 2]
    letters = sum(1 for _ in _LETTERS.finditer(sample))
    if letters < _FEWEST_LETTERS:
        return (claim, 0.5) if claim and letters else (None, None)
    code, confidence = _identifier().classify(sample)
    if claim and claim != code and (confidence < _LEAST_CONFIDENCE or any({claim, code} <= s for s in _CLOSE)):
        return claim, round(max(0.5, min(confidence, 0.9)), 6)
    if confidence < _LEAST_CONFIDENCE and letters < _SAMPLE // 3:
        return None, None
    return code, round(float(confidence), 6)
