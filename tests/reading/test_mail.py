"""Mail, mailboxes and saved pages."""

import base64
import binascii

import pytest

from tests.reading.support import fields, page, reasons, rows

HEAD = (
    "From: Desk <desk@kelp.test>\r\nDate: Tue, 03 Nov 2026 09:00:00 +0000\r\n"
    "Message-ID: <1@kelp.test>\r\nSubject: {}\r\n"
)


def mail(subject: str = "Pier reopens", rest: str = "\r\nIt reopened on Monday.") -> str:
    return HEAD.format(subject) + rest


def test_a_message_becomes_an_object():
    assert fields(mail(), "a.eml") == [
        {
            "_origin": "mail",
            "title": "Pier reopens",
            "from": "Desk <desk@kelp.test>",
            "date": "Tue, 03 Nov 2026 09:00:00 +0000",
            "message_id": "<1@kelp.test>",
            "text": "It reopened on Monday.",
        }
    ]


def test_of_alternatives_the_page_is_taken_and_attachments_are_not():
    parts = (
        'Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nplain\r\n'
        "--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + page("Brücke")
        + "\r\n--B\r\nContent-Type: text/html\r\n"
        'Content-Disposition: attachment; filename="../../evil.html"\r\n\r\n<p>attached</p>\r\n--B--\r\n'
    )
    (record,) = fields(mail(rest=parts), "a.eml")
    assert "Brücke" in record["html"]
    assert "text" not in record
    assert "attached" not in str(record)


def test_a_saved_page_has_its_address_and_no_date():
    data = (
        "From: <Saved by Kelp>\r\nSnapshot-Content-Location: https://kelp.test/pier\r\nSubject: Pier\r\n"
        "Date: Tue, 03 Nov 2026 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\n'
        "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://kelp.test/pier\r\n\r\n"
        "<html><body><p>It re=\r\nopened =E2=80=94 at last</p></body></html>\r\n"
        "--B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--B--\r\n"
    )
    (record,) = fields(data, "a.mhtml")
    assert record["url"] == "https://kelp.test/pier"
    assert "reopened — at last" in record["html"]
    assert "date" not in record
    assert "from" not in record


def test_a_mailbox_holds_many_and_a_bad_one_costs_only_itself():
    bad = mail(rest="X-Big: " + "y" * 300_000 + "\r\n\r\nbody")
    box = "".join(
        f"From x@kelp.test Tue Nov  3 09:00:0{n} 2026\r\n{m}\r\n\r\n" for n, m in enumerate([mail("A"), bad, mail("C")])
    )
    assert reasons(box, "news.mbox") == [None, "too_large", None]
    assert [row["title"] for row in fields(box, "no-suffix")] == ["A", "C"]
    third = rows(box, "a.eml")[2]
    assert box.encode()[third["byte_start"] :].startswith(b"From x@kelp.test Tue Nov  3 09:00:02")


@pytest.mark.parametrize(
    ("subject", "shown"),
    [
        ("=?utf-8?B?" + base64.b64encode("Brücke\r\nBcc: x".encode()).decode() + "?=", "Brücke Bcc: x"),
        ("=?klingon?Q?=41b?=", "Ab"),
        ("=?utf-8?B?!!!!?= raw", None),
        ("Caf\xe9", "Café"),
    ],
)
def test_subjects_in_any_state(subject, shown):
    (record,) = fields(mail(subject).encode("latin-1"), "a.eml")
    assert shown is None or record["title"] == shown


@pytest.mark.parametrize(
    ("rest", "text"),
    [
        (
            "Content-Transfer-Encoding: base64\r\n\r\n"
            + base64.b64encode(b"It reopened on Monday").decode()[:-2]
            + "!!%%",
            "It reopened",
        ),
        ("Content-Transfer-Encoding: quoted-printable\r\n\r\nIt =ZZ reopened =E9", "It =ZZ reopened é"),
        ("Content-Type: multipart/mixed\r\n\r\nIt reopened", "It reopened"),
        ("Content-Type: text/plain; charset=klingon\r\n\r\nIt reopened", "It reopened"),
    ],
)
def test_bodies_in_any_state(rest, text):
    assert fields(mail(rest=rest), "a.eml")[0]["text"].startswith(text)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (mail(rest="\r\n"), "no_content"),
        ("Content-Type: message/rfc822\r\n\r\n" * 300 + mail(), "too_deep"),
        ("".join(f'Content-Type: multipart/mixed; boundary="b{n}"\r\n\r\n--b{n}\r\n' for n in range(60)), "too_deep"),
    ],
)
def test_mails_that_are_refused(data, reason):
    assert reasons(mail(rest="") + data if reason == "too_deep" else data, "a.eml") == [reason]


def test_a_text_that_starts_with_a_label_is_no_mail():
    assert reasons("Subject: the pier\n\nIt reopened.", "a.txt") == [None]
    assert rows("Subject: the pier\n\nIt reopened.", "a.txt")[0]["format"] == "text"


@pytest.mark.parametrize("label", ["us-ascii", "utf-8", "x-unknown", "iso-8859-1"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8"])
def test_text_sent_as_it_is_is_read_whatever_the_charset_says(label, encoding):
    text = "Größere Fähren für Küstrin, erklärte die Bürgermeisterin, während Händler höhere Gebühren fürchten."
    head = HEAD.format("Fähren").encode() + f"Content-Type: text/plain; charset={label}\r\n\r\n".encode()
    assert fields(head + text.encode(encoding), "a.eml")[0]["text"] == text


def test_uuencoded_text_is_decoded():
    coded = b"".join(binascii.b2a_uu(part) for part in (b"The pier reopened on Monday, after ", b"repairs.\n"))
    rest = b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a.txt\n" + coded + b"`\nend\n"
    assert fields(HEAD.format("Pier").encode() + rest, "a.eml")[0]["text"] == (
        "The pier reopened on Monday, after repairs."
    )
