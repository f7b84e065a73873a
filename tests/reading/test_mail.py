"""Mail, mailboxes and saved pages."""

import base64
import binascii
import io
import json
import zipfile

import pytest

from tests.reading.support import fields, page, read, reasons, rows

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


def test_a_page_and_a_text_are_one_body_and_what_is_attached_is_a_member_without_its_folders():
    parts = (
        'Content-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nplain\r\n'
        "--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + page("Brücke")
        + "\r\n--B\r\nContent-Type: text/html\r\n"
        'Content-Disposition: attachment; filename="../../evil.html"\r\n\r\n<p>attached</p>\r\n--B--\r\n'
    )
    record, attached = rows(mail(rest=parts), "a.eml")
    body = json.loads(record["content"])["html"]
    assert body.index("<p>plain</p>") < body.index("Brücke")
    assert "attached" not in body
    assert (attached["member"], attached["format"], attached["content"]) == ("evil.html", "html", "<p>attached</p>")


def parted(*parts: str, kind: str = "mixed") -> str:
    return (
        f'Content-Type: multipart/{kind}; boundary="B"\r\n\r\n'
        + "".join(f"--B\r\n{part}\r\n" for part in parts)
        + "--B--\r\n"
    )


PLAIN, PAGE = "Content-Type: text/plain\r\n\r\nplain words", "Content-Type: text/html\r\n\r\n<p>a page</p>"


def test_of_alternatives_the_page_is_taken():
    (record,) = fields(mail(rest=parted(PLAIN, PAGE, kind="alternative")), "a.eml")
    assert record["html"] == "<p>a page</p>"


def test_no_page_between_pictures_is_lost():
    picture = "Content-Type: image/png\r\n\r\nxx"
    (record,) = fields(mail(rest=parted(PAGE, picture, PAGE.replace("a page", "its end"))), "a.eml")
    assert record["html"] == "<p>a page</p>\n<p>its end</p>"


def test_frames_and_pictures_of_a_page_are_passed_over_and_counted():
    frame = "Content-Type: text/html\r\nContent-ID: <f>\r\n\r\n<p>buy now</p>"
    content = read(mail(rest=parted(PAGE, frame, kind="related")), "a.mhtml")
    assert content.records.height == 1
    assert "buy now" not in content.records["content"][0]
    assert content.note == "passed over: 1 attached parts that are never articles"


def test_an_archive_in_a_mail_is_read_and_its_bad_member_says_where_it_is():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("pier.txt", "The pier reopened on Monday.")
        archive.writestr("../up.txt", "no")
    coded = base64.encodebytes(packed.getvalue()).decode()
    part = (
        'Content-Type: application/octet-stream; name="day.zip"\r\nContent-Transfer-Encoding: base64\r\n'
        f"Content-Disposition: attachment\r\n\r\n{coded}"
    )
    found = rows(mail(rest=parted(PLAIN, part)), "a.eml")
    assert [(row["member"], row["reason"]) for row in found] == [
        (None, None),
        ("day.zip/pier.txt", None),
        ("day.zip/../up.txt", "unsafe_path"),
    ]


def test_messages_in_a_message_are_records_of_their_own():
    inner = [f"Content-Type: message/rfc822\r\n\r\n{mail(f'Report {n}')}" for n in range(2)]
    found = fields(mail("Fwd", parted(PLAIN, *inner)), "a.eml")
    assert [row["title"] for row in found] == ["Fwd", "Report 0", "Report 1"]
    assert reasons(mail("Fwd", parted(inner[0].replace("It reopened on Monday.", ""), inner[1])), "a.eml") == [
        "no_content",
        None,
    ]


def test_lines_that_flow_are_joined():
    flowed = "Content-Type: text/plain; format=flowed\r\n\r\nThe pier \r\nreopened.\r\n\r\n From Monday.\r\n-- \r\nDesk"
    assert fields(mail(rest=flowed), "a.eml")[0]["text"] == "The pier reopened.\n\nFrom Monday.\n-- \nDesk"
    close = "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nre \r\nopened"
    assert fields(mail(rest=close), "a.eml")[0]["text"] == "reopened"


def test_a_line_that_a_mailbox_quoted_is_as_it_was_written():
    box = f"From x@kelp.test Tue Nov  3 09:00:00 2026\r\n{mail(rest='')}\r\n>From Monday on.\r\n>>From here quoted.\r\n"
    assert fields(box, "a.mbox")[0]["text"] == "From Monday on.\n>From here quoted."


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
