"""News agencies' XML: NITF, NewsML-G2, NewsML 1 around NITF. All items are invented."""

import json

from assets.parsing.fields.record import parse_fields
from tests.reading.support import fields, reasons, rows

NITF = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en"><head><title>kelp-pier</title>
<docdata management-status="{status}"><date.issue norm="20261116T093000Z"/>
</docdata><pubdata name="Kelp Herald" position.section="Harbour"/></head><body><body.head>
<hedline><hl1>Pier reopens after &amp; before storms</hl1><hl2>Town counts the cost</hl2></hedline>
<byline>By <person>Ada Lind</person><byttl>Harbour correspondent</byttl></byline><distributor>Quillwire</distributor>
<dateline><location>HARROW BAY (Quillwire)</location></dateline></body.head><body.content>
<p>— The pier reopened on Monday, the mayor said.</p><media><media-reference/><media-caption><p>The pier at dawn.</p>
</media-caption></media><hl2>What it cost</hl2><p>Two million, and a winter.</p></body.content>
<body.end/></body></nitf>"""

G2_ITEM = """<newsItem guid="urn:newsml:quillwire.example:20261116:{number}" version="2" xml:lang="en"><itemMeta>
<itemClass qcode="ninat:text"/><provider qcode="nprov:QW"><name>Quillwire</name></provider>
<versionCreated>2026-11-16T10:00:00Z</versionCreated><firstCreated>2026-11-16T09:30:00Z</firstCreated>
<pubStatus qcode="stat:{status}"/></itemMeta><contentMeta><by>Ada Lind</by><dateline>HARROW BAY</dateline>
<language tag="en-GB"/><subject type="cpnat:abstract" qcode="medtop:04000000"><name>economy</name></subject>
<headline>Pier {number} reopens</headline></contentMeta><contentSet>{content}</contentSet></newsItem>"""

XHTML = """<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>
<p>The pier reopened on Monday.</p><p>Visitors came at noon.</p></body></html></inlineXML>"""


def g2(number: int, content: str = XHTML, status: str = "usable") -> str:
    return G2_ITEM.format(number=number, content=content, status=status)


def message(*items: str) -> str:
    return (
        '<?xml version="1.0"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/>'
        f"<itemSet>{''.join(items)}</itemSet></newsMessage>"
    )


def article_of(data: str, name: str = "a.xml"):
    (record,) = rows(data, name)
    (article,) = parse_fields(record["content"]).articles
    return article


def test_nitf_becomes_an_article():
    article = article_of(NITF.format(status="usable"))
    assert (article.title, article.subtitle) == ("Pier reopens after & before storms", "Town counts the cost")
    assert (article.authors, article.site_name, article.section) == (["Ada Lind"], "Kelp Herald", "Harbour")
    assert article.published_at.isoformat() == "2026-11-16T09:30:00"
    assert article.body == (
        "HARROW BAY (Quillwire) — The pier reopened on Monday, the mayor said."
        "\n\nWhat it cost\n\nTwo million, and a winter."
    )


def test_g2_items_of_a_message_are_records_of_their_own():
    first, second = fields(message(g2(1), g2(2)), "a.xml")
    assert (first["title"], second["title"]) == ("Pier 1 reopens", "Pier 2 reopens")
    assert (first["published"], first["modified"]) == ("2026-11-16T09:30:00Z", "2026-11-16T10:00:00Z")
    assert (first["provider"], first["language"], first["section"]) == ("Quillwire", "en-GB", "economy")
    article = article_of('<?xml version="1.0"?>' + g2(3), "a.g2")
    assert (article.authors, article.site_name) == (["Ada Lind"], "Quillwire")
    assert article.body == "The pier reopened on Monday.\n\nVisitors came at noon."


def test_g2_and_newsml_1_may_hold_nitf():
    inside = NITF.format(status="usable").partition("?>")[2].partition(">")[2]
    wrapped = article_of(message(g2(1, f'<inlineXML contenttype="application/nitf+xml">{inside}</inlineXML>')))
    assert wrapped.title == "Pier 1 reopens" and wrapped.body.endswith("Two million, and a winter.")
    old = article_of(f'<?xml version="1.0"?><NewsML><NewsItem><DataContent>{inside}</DataContent></NewsItem></NewsML>')
    assert old.title == "Pier reopens after & before storms"


def test_what_is_no_text_or_withdrawn_is_refused_alone():
    picture = '<remoteContent href="pier.jpg" contenttype="image/jpeg"/>'
    assert reasons(message(g2(1), g2(2, picture), g2(3, status="canceled"), g2(4)), "a.xml") == [
        None, "missing_field", "not_article", None,
    ]  # fmt: skip
    assert reasons(NITF.format(status="canceled"), "a.xml") == ["not_article"]


def test_a_cut_item_is_one_bad_row_and_the_others_stay():
    whole = message(g2(1), g2(2))
    assert reasons(whole[: whole.rindex("Visitors")], "a.xml") == [None, "bad_row"]
    assert reasons(NITF.format(status="usable")[:-40], "a.xml") == ["bad_row"]


def test_empty_ones_and_entities_are_refused():
    assert reasons(message(), "a.xml") == ["empty_container"]
    bomb = '<?xml version="1.0"?><!DOCTYPE nitf [<!ENTITY a "b">]><nitf><body/></nitf>'
    assert reasons(bomb, "a.xml") == ["xml_dtd"]


def test_ninjs_has_its_main_headline_and_body():
    item = {
        "uri": "https://quillwire.example/1",
        "headlines": [{"role": "short", "value": "Pier open"}, {"role": "main", "value": "Pier reopens"}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>It reopened.</p><p>At noon.</p>"}],
        "by": "Ada Lind",
        "versioncreated": "2026-11-16T10:00:00Z",
        "language": "en",
    }
    (article,) = parse_fields(json.dumps(item)).articles
    assert (article.title, article.body, article.authors) == ("Pier reopens", "It reopened.\n\nAt noon.", ["Ada Lind"])
    assert article.published_at.isoformat() == "2026-11-16T10:00:00"
