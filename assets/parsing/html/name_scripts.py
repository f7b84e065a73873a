"""How scripts without capital letters write bylines: marks around names, "reporter" glued to them, "and" as a prefix.

Put here: what follows from the script alone. Keep out: labels and roles that are words of their own (name_labels.py).
"""

import re

from assets.parsing.html.name_words import is_given_name

_WIDE = str.maketrans({"：": ": ", "／": " / ", "＝": ": ", "｜": " | ", "＆": "&", "；": ";", "\u3000": " "})
_HAN = "\u3400-\u9fff々"
_ALL_IN_BRACKETS = re.compile(r"^\s*[\[【〔(（]([^\[\]【】〔〕()（）]{2,60})[\]】〕)）]\s*$")
# Korean and Japanese: the office follows the name, with or without a blank; what stands before the name is an outlet,
# a town or a time.
_KOREAN = re.compile(
    r"^(?:.*\s)?([가-힣]{2,4})\s*(?:선임|수습|인턴|전문|객원)?(?:기자|특파원|논설위원)(?=[\s=,·]|$).*$"
)
_JAPANESE = re.compile(rf"^([{_HAN}ぁ-んァ-ヶー ]{{2,10}}?)\s*(?:記者|特派員|編集委員|論説委員)$")
# "Xinhua reporter Wang Xiaoming": in Chinese (and in Japanese with a blank) it goes before the name.
_CHINESE = re.compile(rf"^[{_HAN}]{{0,8}}?(?:记者|記者|特派員|通讯员)\s*(?=[{_HAN}])(?!会|會)")
_SIMPLIFIED = re.compile(r"记者|通讯员")
_WRITTEN_BY = re.compile(
    rf"^(?:取材|撮影|写真|構成|文|作者|撰文|글|[{_HAN}]{{1,4}}部(?=・))\s*(?:[:/・]\s*|\s+(?=[가-힣]{{2,4}}(?:\s|$)))"
)
# "Wang Xiaoming Taipei 5th by wire", "Wang Xiaoming sent from Beijing".
_SENT_FROM = re.compile(
    rf"^([{_HAN}]{{3}}|[{_HAN}]{{2}})(?:[{_HAN}]{{2,3}}\d{{0,2}}日?(?:電|电|報導|报道|報道)|\s*[发發]自.*)$"
)
_PLACE_OF_REPORT = re.compile(rf"^[{_HAN}]{{2,6}}(?:報導|报道|報道|电|電)$")
_HAN_NAME = re.compile(rf"^[{_HAN}]{{2,4}}$")
_KOREAN_PHOTO = re.compile(r"\s+사진\s+.*$")
_AND_PREFIX = "וو"


def plain_marks(text: str) -> str:
    """The text with wide punctuation as its narrow form, and without brackets around the whole of it."""
    text = text.translate(_WIDE)
    inner = _ALL_IN_BRACKETS.match(text)
    return inner[1] if inner and not inner[1].isascii() else text


def is_reporter_line(text: str) -> bool:
    """True when a whole line says "reporter" and a name in the way of Korean, Japanese or Chinese."""
    return not text.isascii() and bool(
        _KOREAN.match(text) or _JAPANESE.match(text) or (_CHINESE.match(text) and len(text) <= 30)
    )


def without_offices(piece: str) -> list[str]:
    """The names of a piece in a script without capitals, without what is glued to them; others stay as they are."""
    if piece.isascii():
        return [piece]
    while found := _WRITTEN_BY.match(piece):
        piece = piece[found.end() :]
    piece = _KOREAN_PHOTO.sub("", piece)
    if _PLACE_OF_REPORT.match(piece):
        return []
    if found := _KOREAN.match(piece) or _JAPANESE.match(piece):
        return [found[1].strip()]
    if found := _CHINESE.match(piece):
        names = _SENT_FROM.sub(r"\1", piece[found.end() :]).split()
        many = _SIMPLIFIED.search(found[0]) and all(_HAN_NAME.match(name) for name in names)
        return names if many else [" ".join(names)]
    return _parted_by_prefix(_SENT_FROM.sub(r"\1", piece))


def _parted_by_prefix(piece: str) -> list[str]:
    """Two names of which the second begins with "and", which Hebrew and Arabic write as a part of the next word."""
    words = piece.split()
    for position in range(2, len(words) - 1):
        word = words[position]
        if word[0] in _AND_PREFIX and len(word) > 2 and not is_given_name(word):
            return [" ".join(words[:position]), " ".join([word[1:], *words[position + 1 :]])]
    return [piece]
