"""Dates, datelines, credits, bylines, languages and markers: what is read, and what is left alone."""

import pytest

from assets.parsing.bylines import is_outlet_like, is_person_like, split_authors
from assets.parsing.credits import find_credits, read_credit_line
from assets.parsing.dateline import split_dateline
from assets.parsing.dates import find_dates, find_relative, parse_date
from assets.parsing.language import detect_language, normalize_language
from assets.parsing.markers import ends_with, fold, has_phrase, is_line, starts_with


@pytest.mark.parametrize(
    ("text", "at", "precision"),
    [
        ("Harbor Herald13-02-2025", "2025-02-13 00:00:00", "day"),
        ("February 13, 2025", "2025-02-13 00:00:00", "day"),
        ("13. Februar 2025, 14.05 Uhr", "2025-02-13 00:00:00", "day"),
        ("2025-02-13 14:05 UTC", "2025-02-13 14:05:00", "minute"),
        ("2025-02-13T14:05:09+02:00", "2025-02-13 12:05:09", "second"),
        ("Feb. 13, 2025 5:06 p.m. EST", "2025-02-13 22:06:00", "minute"),
        ("13 février 2025 à 14h05", "2025-02-13 00:00:00", "day"),
        ("13 de febrero de 2025", "2025-02-13 00:00:00", "day"),
        ("13 shkurt 2025", "2025-02-13 00:00:00", "day"),
        ("13 февраля 2025 г.", "2025-02-13 00:00:00", "day"),
        ("١٣ فبراير ٢٠٢٥", "2025-02-13 00:00:00", "day"),
        ("13 كانون الثاني 2025", "2025-01-13 00:00:00", "day"),
        ("2025年2月13日", "2025-02-13 00:00:00", "day"),
        ("13.02.25", "2025-02-13 00:00:00", "day"),
        ("5/5/2025", "2025-05-05 00:00:00", "day"),
        ("February 2025", "2025-02-01 00:00:00", "month"),
    ],
)
def test_dates(text: str, at: str, precision: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert (str(reading.at), reading.precision) == (at, precision)


@pytest.mark.parametrize("text", ["03/02/2025", "02/13/25", "Feb 30, 2025", "1970-01-01", "31.11.2024"])
def test_dates_that_cannot_be_read_say_why(text: str) -> None:
    reading = parse_date(text)
    assert reading is not None
    assert reading.at is None
    assert reading.reason


@pytest.mark.parametrize("text", ["2 hours ago", "no date at all", "call 555-1234", "section 3.4", "10.000.2020"])
def test_no_dates(text: str) -> None:
    assert find_dates(text) == []


def test_relative_times_are_found_glued_too() -> None:
    for text in ("2 hours ago", "timean hour ago", "vor 3 Stunden", "hace 2 días", "il y a 5 minutes", "منذ 3 ساعات"):
        assert find_relative(text) is not None, text
    assert find_relative("Agony and ecstasy") is None


@pytest.mark.parametrize(
    ("body", "place", "credit"),
    [
        ("BRUSSELS — On Wednesday", "BRUSSELS", ""),
        ("WASHINGTON: A man", "WASHINGTON", ""),
        ("SAALBACH-HINTERGLEMM, Austria — In a", "SAALBACH-HINTERGLEMM, Austria", ""),
        ("NEW YORK, Feb 13 (Reuters) - The", "NEW YORK", "Reuters"),
        ("Berlin (dpa) - Der", "Berlin", "dpa"),
        ("Madrid, 12 feb (EFE).- El", "Madrid", "EFE"),
        ("(ANSA) - ROMA, 12 FEB - Il", "ROMA", "ANSA"),
        ("MOSCOW, February 13. /TASS/. Russia", "MOSCOW", "TASS"),
        ("القاهرة (رويترز) - قال", "القاهرة", "رويترز"),
        ("Washington, D.C. – A", "Washington, D.C.", ""),
    ],
)
def test_datelines(body: str, place: str, credit: str) -> None:
    dateline = split_dateline(body)
    assert dateline is not None
    assert (dateline.place, dateline.credit) == (place, credit)
    assert body.startswith(dateline.text)


@pytest.mark.parametrize(
    "body",
    [
        "EXCLUSIVE: The man",
        "UPDATE: A",
        "Q: What is it?",
        "U.S. Defense Secretary said",
        "The — no",
        "A new law – Parliament",
        "He said – and left",
    ],
)
def test_no_datelines(body: str) -> None:
    assert split_dateline(body) is None


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("A man told AFP.", [("AFP", "attribution")]),
        ("It ended, reported Reuters.", [("Reuters", "attribution")]),
        ("As CNN reported on Tuesday, it rained.", [("CNN", "attribution")]),
        ("He said no. — CNN", [("CNN", "credit_line")]),
        ("PARIS (AFP) — It rained.", [("AFP", "dateline")]),
        ("A man told broadcaster KLTV that AP exams and UNI students matter.", []),
        ("The APA style and the PA system are fine, he told PA.", []),
    ],
)
def test_credits_in_a_body(body: str, found: list[tuple[str, str]]) -> None:
    assert [(credit.agency, credit.evidence) for credit in find_credits(body)] == found


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(This article is based on reports from CNN and Bloomberg)", ["CNN", "Bloomberg"]),
        ("Source: AFP", ["AFP"]),
        ("(With inputs from PTI)", ["PTI"]),
        ("Photo: AFP", []),
        ("The agency AFP has an office here", []),
    ],
)
def test_credit_lines(line: str, agencies: list[str]) -> None:
    assert [credit.agency for credit in read_credit_line(line)] == agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Anna Berg and Tom Reed, Staff Writers", ["Anna Berg", "Tom Reed"]),
        ("Von Klaus Müller und Eva Lang", ["Klaus Müller", "Eva Lang"]),
        ("By JANE DOE", ["Jane Doe"]),
        ("By Sara LindThe Harbor Post", ["Sara Lind"]),
        ("By Ludwig van Beethoven | Harbor News", ["Ludwig van Beethoven"]),
        ("بقلم: أحمد خالد", ["أحمد خالد"]),
        ("By Reuters", []),
        ("By Staff Reporter", []),
    ],
)
def test_authors(text: str, names: list[str]) -> None:
    assert split_authors(text) == names


def test_people_and_outlets_are_told_apart() -> None:
    assert is_person_like("Anna Berg")
    assert not is_person_like("Arbor Gazette")
    assert is_outlet_like("The Harbor Post")
    assert is_outlet_like("harborpost.net")
    assert not is_outlet_like("Anna Berg")


def test_languages() -> None:
    assert detect_language("Der Stadtrat hat am Mittwoch den Bau einer neuen Brücke beschlossen.")[0] == "de"
    assert detect_language("Kryeministri tha të mërkurën se qeveria do të ndërtojë një urë të re.")[0] == "sq"
    assert detect_language("ok 12") == (None, None)
    assert detect_language("ok", "pt-BR")[0] == "pt"
    assert normalize_language("nb_NO") == "no"
    assert normalize_language("english") is None


def test_markers_do_not_mind_case_spacing_or_numbers() -> None:
    assert fold("  Post VIEWS: 1,126 ") == "post views 0"
    assert is_line("comment", "No comments yet...")
    assert is_line("counter", "Post Views: 318")
    assert starts_with("read_also", "READ MORE: A headline") == len("READ MORE:")
    assert starts_with("byline", "Bypass opens") == 0
    assert has_phrase("caption", "A tram (Photo by Kim Lauer)")
    assert ends_with("counter", "It ended on Friday. Post Views: 12") == len("It ended on Friday. ")
