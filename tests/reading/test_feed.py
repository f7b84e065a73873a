"""Feeds."""

import pytest

from tests.reading.support import fields, reasons, rows


def item(number: int, extra: str = "") -> str:
    return (
        f"<item><title>Pier {number}</title><link>https://kelp.test/{number}</link><guid>g{number}</guid>"
        f"<pubDate>Tue, 03 Nov 2026 09:00:00 GMT</pubDate><description>It &lt;b&gt;reopened&lt;/b&gt;</description>"
        f"{extra}</item>"
    )


def rss(*items: str, head: str = '<?xml version="1.0"?>', attributes: str = "") -> str:
    return (
        f'{head}<rss version="2.0"{attributes}><channel><title>Kelp Herald</title><language>en</language>'
        f"{''.join(items)}</channel></rss>"
    )


def test_rss_items_become_objects():
    data = rss(
        item(
            1,
            "<content:encoded><![CDATA[<p>All of it</p>]]></content:encoded>"
            "<dc:creator>Ada</dc:creator><category>Port</category>",
        ),
        attributes=' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"',
    )
    assert fields(data, "a.xml") == [
        {
            "_origin": "feed",
            "language": "en",
            "feed_title": "Kelp Herald",
            "title": "Pier 1",
            "link": "https://kelp.test/1",
            "guid": "g1",
            "published": "Tue, 03 Nov 2026 09:00:00 GMT",
            "summary": "It <b>reopened</b>",
            "content_html": "<p>All of it</p>",
            "author": ["Ada"],
            "categories": ["Port"],
        }
    ]


def test_a_namespace_may_have_any_prefix():
    data = rss(item(1, "<x:encoded>All</x:encoded>"), attributes=' xmlns:x="http://purl.org/rss/1.0/modules/content/"')
    assert fields(data, "a.xml")[0]["content_html"] == "All"


def test_atom_and_rdf():
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Kelp</title><entry><title type="html">A &amp;amp; B</title>'
        '<link rel="self" href="https://kelp.test/api/1"/><link href="https://kelp.test/1"/><updated>2026-11-03</updated>'
        "<author><name>Ada</name></author><content type='xhtml'><div><p>All</p></div></content></entry></feed>"
    )
    (entry,) = fields(atom, "a.atom")
    assert (entry["link"], entry["published"], entry["author"]) == ("https://kelp.test/1", "2026-11-03", ["Ada"])
    assert (entry["title"], entry["content_html"]) == ("A &amp; B", "<div><p>All</p></div>")
    rdf = f'<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel><title>K</title></channel>{item(1)}{item(2)}</rdf:RDF>'
    assert [row["title"] for row in fields(rdf, "a.rdf")] == ["Pier 1", "Pier 2"]


def test_broken_markup_in_an_item_does_not_cost_the_feed():
    bad = item(1).replace("Pier 1", "AT&T & sons <b> &bogus; \x0b")
    assert [row["title"] for row in fields(rss(bad, item(2)), "a.xml")] == ["AT&T & sons <b> &bogus;", "Pier 2"]


def test_an_item_in_character_data_is_no_item():
    data = rss(item(1, "<content><![CDATA[<item><title>no</title></item>]]></content>"), item(2))
    assert len(fields(data, "a.xml")) == 2


def test_a_cut_feed_keeps_its_whole_items():
    data = rss(item(1), item(2), item(3))
    assert reasons(data[: data.index("Pier 3") + 3], "a.xml") == [None, None, "bad_row"]


def test_items_without_anything_are_bad_and_lie_where_they_say():
    data = rss(item(1), "<item><guid>x</guid></item>", item(2))
    assert reasons(data, "a.xml") == [None, "missing_field", None]
    bad = rows(data, "a.xml")[1]
    assert data.encode()[bad["byte_start"] : bad["byte_end"]] == b"<item><guid>x</guid></item>"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rss(item(1), head='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]>'), "xml_dtd"),
        (rss(item(1), head="<?xml version='1.0'?><!DOCTYPE r [" + '<!ENTITY a "b">' * 5000 + "]>"), "xml_dtd"),
        (rss(), "empty_container"),
        ("<?xml version='1.0'?><catalog><book/></catalog>", "unsupported_type"),
        ("<svg xmlns='x'/>", "unsupported_type"),
    ],
)
def test_other_documents_are_refused(data, reason):
    assert reasons(data, "a.xml") == [reason]


def test_an_external_document_type_is_ignored():
    head = '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//X//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">'
    assert len(fields(rss(item(1), head=head), "a.xml")) == 1


def test_links_are_relative_to_what_the_feed_says():
    entry = '<entry xml:base="2026/"><title>Pier</title><link href="pier.html"/></entry>'
    atom = f'<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://kelp.test/news/">{entry}</feed>'
    assert fields(atom, "a.xml")[0]["link"] == "https://kelp.test/news/2026/pier.html"
    data = rss(item(1).replace("https://kelp.test/1", "/one"), item(2)).replace(
        "<language>", "<link>https://kelp.test/</link><language>"
    )
    assert [row["link"] for row in fields(data, "a.xml")] == ["https://kelp.test/one", "https://kelp.test/2"]
    assert fields(rss(item(1).replace("https://kelp.test/1", "/one")), "a.xml")[0]["link"] == "/one"


def test_names_in_capitals_and_what_a_failing_program_wrote_above():
    data = "<RSS><CHANNEL><ITEM><TITLE>Pier</TITLE><LINK>https://kelp.test/1</LINK></ITEM></CHANNEL></RSS>"
    assert fields(data, "a.xml")[0]["title"] == "Pier"
    assert len(fields("Warning: no such table in /var/www/feed.php\n" + rss(item(1), item(2)), "a.xml")) == 2


def test_a_doctype_far_down_is_seen():
    data = rss(item(1), head=f'<?xml version="1.0"?><!-- {"x" * 30_000} --><!DOCTYPE r [<!ENTITY x "y">]>')
    assert reasons(data, "a.xml") == ["xml_dtd"]


@pytest.mark.parametrize("before", ["\n", "\r\n  ", "\ufeff\n\n", "\x00", "<b>Warning</b>: no cache\n"])
@pytest.mark.parametrize("head", ['<?xml version="1.0"?>', ""])
def test_blanks_and_warnings_before_a_feed_cost_nothing(before, head):
    assert reasons(before + rss(item(1), head=head), "a.xml") == [None]
