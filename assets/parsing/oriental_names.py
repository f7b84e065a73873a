"""Bylines in Korean, Japanese and Chinese: names without blanks or capitals beside the word for reporter.

Put here: those. Keep out: bylines in scripts with capitals (bylines.py).
"""

import re

_HAN_LABEL = (
    r"(?:[本]?[报報社刊网網]?(?:见习|特约|首席|驻[^\s:：]{1,6})?(?:记者|記者)|通讯员|特派员|特派員|編集委員|論説委員|作者|撰文|撰稿|文|"
    r"取材・文|執筆|ライター|筆者|报道|報導|綜合報導)"
)
_HAN_NAME = r"[\u3400-\u9fff々]{2,5}|[\u3400-\u9fff々]{1,4}[\s　]?[\u3040-\u30ff\u3400-\u9fff々]{1,6}"
_HAN = re.compile(
    rf"[（(【\[]?\s*{_HAN_LABEL}\s*[:：/／=＝\s]\s*(?P<names>(?:{_HAN_NAME})(?:[\s、,，・]+(?:{_HAN_NAME}))*)\s*[）)】\]]?$"
)
_HAN_BEFORE = re.compile(
    rf"[（(【\[]?\s*(?P<names>(?:{_HAN_NAME})(?:[、,，]\s?(?:{_HAN_NAME}))*)[\s　]?"
    r"(?:记者|記者|特派員|編集委員|論説委員)[）)】\]]?$"
)
_HAN_SIGNED = re.compile(r"[【（(](?P<names>[\u3400-\u9fff々]{2,4}(?:[、・,，][\u3400-\u9fff々]{2,4})*)[】）)]$")
_KOREAN_ROLE = (
    r"(?:(?:선임|수습|인턴|전문|객원|스포츠|의학|과학|문화|경제|정치|사회부?)\s?)?"
    r"(?:기자|특파원|논설위원|편집위원|앵커)"
)
_KOREAN = re.compile(
    rf"\[?(?:[가-힣A-Za-z]{{2,12}}\s?=\s?)?(?:글\s|/)?(?P<names>[가-힣]{{2,4}}(?:\s?[·,・]\s?[가-힣]{{2,4}})*)\s?{_KOREAN_ROLE}"
    r"\]?(?:\s*[(<]?\S+@\S+)?(?:\s?(?:입력|승인|등록).*)?$"
)
_SPLIT = re.compile(r"[、,，・·]|\s{1,}(?=[\u3400-\u9fff]{2,5}(?:\s|$))")
_TAIWANESE = re.compile(
    r"[（(【]?記者(?P<names>[\u3400-\u9fff]{2,4}(?:、[\u3400-\u9fff]{2,4})*)\s?[／/][\u3400-\u9fff]{2,8}[）)】]?$"
)
_DESKS = ("共同", "時事", "通信", "新聞", "聯合", "联合", "新闻", "通讯", "뉴스", "일보")
_LONGEST = 60
_NO_NAMES = {
    "本报讯",
    "編集部",
    "编辑部",
    "写真",
    "資料",
    "资料图",
    "共同",
    "時事",
    "社説",
    "联合",
    "速報",
    "動画",
    "特集",
    "解説",
}


def read_oriental_byline(text: str) -> list[str]:
    """The names on a line that is nothing but a byline; empty for any other line.

    >>> read_oriental_byline("김서연 기자")
    ['김서연']
    """
    if len(text) > _LONGEST or text.isascii():
        return []
    found = (
        _KOREAN.match(text)
        or _TAIWANESE.match(text)
        or _HAN.match(text)
        or _HAN_BEFORE.match(text)
        or _HAN_SIGNED.match(text)
    )
    names = [name.strip() for name in _SPLIT.split(found["names"])] if found else []
    return [name for name in names if len(name) > 1 and name not in _NO_NAMES and not name.endswith(_DESKS)]
