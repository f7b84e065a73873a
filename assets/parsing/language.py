"""Which language a text is in.

Put here: detection with an honest null. Keep out: anything that depends on the language.
"""

import re
from functools import lru_cache
from itertools import islice

import numpy as np
from py3langid.langid import MODEL_FILE, LanguageIdentifier

# Languages that news is printed in; the model's dialect and liturgical labels only draw votes away from them.
_LANGUAGES = [
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es",
    "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it",
    "ja", "ka", "kk", "km", "kn", "ko", "ku", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms",
    "mt", "my", "ne", "nl", "no", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "so", "sq",
    "sr", "sv", "sw", "ta", "te", "tg", "th", "tk", "tl", "tr", "uk", "ur", "uz", "vi", "zh",
]  # fmt: skip
# A short sample decides when it is sure: the model's cost grows with the text, and most texts are sure at once.
_SHORT_SAMPLE, _SAMPLE = 600, 3000
_SURE = 0.98
_FEWEST_LETTERS = 40
_LEAST_CONFIDENCE = 0.5
_LETTERS = re.compile(r"[^\W\d_]")
# Languages that the model mixes up because they hardly differ in writing: the page's own claim decides among them.
_CLOSE = ({"bs", "hr", "sr", "sl"}, {"id", "ms"}, {"cs", "sk"}, {"no", "da", "sv"}, {"gl", "pt", "es"}, {"bg", "mk"})


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_LANGUAGES)
    # One row a feature, in one piece: as it is, each text gathers its features from all over the table.
    identifier.nb_ptc = np.ascontiguousarray(identifier.nb_ptc)
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
    Method: py3langid (naive Bayes on byte n-grams) on 600, or when that is not sure 3,000, characters.
    """
    claim = normalize_language(declared)
    letters = _count_letters(text, _FEWEST_LETTERS)
    if letters < _FEWEST_LETTERS:
        return (claim, 0.5) if claim and letters else (None, None)
    code, confidence = _classify(text)
    if claim and claim != code and (confidence < _LEAST_CONFIDENCE or any({claim, code} <= s for s in _CLOSE)):
        return claim, round(max(0.5, min(confidence, 0.9)), 6)
    if confidence < _LEAST_CONFIDENCE and _count_letters(text, _SAMPLE // 3) < _SAMPLE // 3:
        return None, None
    return code, round(confidence, 6)


def _count_letters(text: str, most: int) -> int:
    """Letters at the beginning of a text, counted up to `most`."""
    return sum(1 for _ in islice(_LETTERS.finditer(text, 0, _SAMPLE), most))


def _classify(text: str) -> tuple[str, float]:
    """Language and confidence of a short sample when that is sure, else of a longer one."""
    for size in (_SHORT_SAMPLE, _SAMPLE):
        code, confidence = _identifier().classify(_sample(text, size))
        if confidence >= _SURE or len(text) <= size:
            break
    return code, float(confidence)


def _sample(text: str, size: int) -> str:
    """So many characters of a text: half from its start, half from its middle, where less is a name or a headline."""
    return text if len(text) <= size else text[: size // 2] + text[len(text) // 2 :][: size // 2]
