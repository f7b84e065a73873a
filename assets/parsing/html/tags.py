"""What the walk does at each tag, as tables. The walk itself is in walk.py."""

from assets.parsing.html.class_words import Hint

INLINE, BLOCK, TEXT, LINK, BREAK, SPAN, HEAD, MAYBE, SKIP = range(9)

_INLINE_TAGS = """
acronym b bdi bdo big cite code data del dfn em font i ins kbd mark nobr q rb ruby s samp small strike strong sub
sup tt u var wbr label slot html head
"""
_SKIPPED_TAGS = """
script style svg template iframe object embed canvas math select option textarea input video audio map datalist rt rp
-comment -doctype !doctype noembed noframes frameset picture img source track progress meter amp-img amp-ad
amp-analytics amp-state optgroup param
"""
# Without attributes these only tell what their text is: no element is kept for them.
_TEXT_TAGS = "p li h1 h2 h3 h4 h5 h6 td th tr tbody thead tfoot dt dd ul ol pre center"

# Tags that are not listed are blocks.
KINDS = (
    dict.fromkeys(_INLINE_TAGS.split(), INLINE)
    | dict.fromkeys(_SKIPPED_TAGS.split(), SKIP)
    | dict.fromkeys(_TEXT_TAGS.split(), TEXT)
    | dict.fromkeys(("title", "meta", "link", "base"), HEAD)
    | {"a": LINK, "br": BREAK, "hr": BREAK, "span": SPAN, "time": SPAN, "abbr": SPAN, "noscript": MAYBE}
)

# A span with one of these meanings stands for itself; all others are part of the sentence around them.
SPAN_HINTS = Hint.CAPTION | Hint.CREDIT | Hint.BYLINE | Hint.AD | Hint.SHARE | Hint.SUBTITLE | Hint.RELATED | Hint.DATE
UNSEEN_HINTS = Hint.HIDDEN | Hint.UNSEEN

# Parts of a page that are read as one block: half of all nodes stand in them.
WHOLE_TAGS = frozenset(("nav", "footer", "form", "menu"))
WHOLE_HINTS = Hint.NAV | Hint.FOOTER | Hint.SHARE | Hint.CONSENT | Hint.NEWSLETTER | Hint.AD | UNSEEN_HINTS

# Taken out of the tree before the walk: nothing in them is shown.
UNSEEN_TAGS = "script,style,svg,template,iframe,select,textarea,math,object"
