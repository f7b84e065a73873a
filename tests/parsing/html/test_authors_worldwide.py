# ruff: noqa: E501 - cases stand on one line each
"""Bylines as newsrooms and publishing systems of many countries write them: what is shown, and who is an author by it."""

import json

import pytest

from assets.parsing.html.page import parse_html

TITLE = "Market day in the old town"
SITE = "Harbour Ledger"
TEXT = "".join(
    f"<p>Sentence number {i} tells at some length what happened at the weekly market of the old town.</p>"
    for i in range(6)
)


def authors(*, head: str = "", above: str = "", below: str = "", lang: str = "en") -> list[str]:
    page = f"<html lang={lang}><head><title>{TITLE} | {SITE}</title><meta property='og:site_name' content='{SITE}'>{head}</head><body><main><article><h1>{TITLE}</h1>{above}<div class='story'>{TEXT}</div>{below}</article></main></body></html>"
    return parse_html(page).articles[0].authors


def linked(value: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, "author": value}
    return f"<script type='application/ld+json'>{json.dumps(node)}</script>"


PERSON = {"@type": "Person", "name": "Anna Berg"}
OTHER = {"@type": "Person", "name": "Tom Reed"}


@pytest.mark.parametrize(
    ("value", "names"),
    [
        (["Anna Berg", "Tom Reed"], ["Anna Berg", "Tom Reed"]),
        ("Anna Berg, Tom Reed", ["Anna Berg", "Tom Reed"]),
        ("Anna Berg and Tom Reed", ["Anna Berg", "Tom Reed"]),
        ("Anna Berg; Tom Reed", ["Anna Berg", "Tom Reed"]),
        ("Anna Berg &amp; Tom Reed", ["Anna Berg", "Tom Reed"]),
        ("By Anna Berg", ["Anna Berg"]),
        ({"@type": "Person", "name": ["Anna Berg", "Tom Reed"]}, ["Anna Berg", "Tom Reed"]),
        ({"@type": "Person", "name": "Anna Berg, Political Editor"}, ["Anna Berg"]),
        ({"@type": "Person", "name": "Anna Berg, PhD"}, ["Anna Berg"]),
        ({"@type": "Person", "name": "Se&aacute;n O&#039;Casey"}, ["Seán O'Casey"]),
        ({"@type": "Thing", "name": "Anna Berg"}, ["Anna Berg"]),
        ({"@type": "Person", "name": {"@value": "Anna Berg", "@language": "en"}}, ["Anna Berg"]),
        ({"@list": [PERSON, OTHER]}, ["Anna Berg", "Tom Reed"]),
        ({"@type": "ProfilePage", "mainEntity": PERSON}, ["Anna Berg"]),
        ({"@type": "Organization", "name": SITE, "member": [PERSON]}, [SITE]),
        ([{"@type": "Organization", "name": "Reuters"}, PERSON], ["Anna Berg"]),
        ({"@type": "Organization", "name": "Reuters"}, ["Reuters"]),
        ({"@type": "NewsMediaOrganization", "name": "Ledger Redaktion"}, ["Ledger Redaktion"]),
        ({"@type": "Organization", "name": "Anna Berg"}, ["Anna Berg"]),
        ([PERSON, {"@type": "Person", "name": "anna berg"}], ["Anna Berg"]),
        ([[PERSON], [OTHER]], ["Anna Berg", "Tom Reed"]),
        ({"@type": "Person", "name": "Berg, Anna"}, ["Anna Berg"]),
        ({"@type": "Person", "name": "Dr. Anna Berg"}, ["Dr. Anna Berg"]),
        ([PERSON, {"@type": "Person", "name": "Photos: Li Wei"}], ["Anna Berg"]),
        ([PERSON, {"@type": "Person", "name": "Anna Berg"}, {"@type": "Person", "name": ""}], ["Anna Berg"]),
    ],
)
def test_values_of_structured_data(value: object, names: list[str]) -> None:
    assert authors(head=linked(value)) == names


@pytest.mark.parametrize(
    "value",
    [
        {"@type": "Person", "url": "https://ledger.example/author/tom-reed"},
        {"@type": "Person", "name": "admin"},
        {"@type": "Person", "name": "treed"},
        {"@type": "Person", "name": "tom.reed"},
        {"@type": "Person", "name": "https://ledger.example/people/7"},
        {"@type": "Person", "name": "desk@ledger.example"},
        {"@type": "Person", "name": SITE},
        {"@type": "Organization", "name": SITE, "url": "https://ledger.example"},
        {"@type": "Person", "name": "Harbour Ledger Staff"},
        {"@type": "Person", "name": "[object Object]"},
        {"@type": "Person", "name": "{{author.name}}"},
        {"@type": "Person", "name": "2 authors"},
        None,
        [],
        17,
    ],
)
def test_the_page_names_whom_structured_data_does_not(value: object) -> None:
    assert authors(head=linked(value), above="<p class='byline'>By Maud Ellery</p>") == ["Maud Ellery"]


@pytest.mark.parametrize(
    "graph",
    [
        {
            "@graph": [
                {"@type": "Article", "headline": TITLE, "author": {"name": "Anna Berg", "@id": "#p"}},
                {"@type": "Person", "@id": "#p", "name": "Anna Berg"},
            ]
        },
        {
            "@graph": [
                {"@type": "Article", "headline": TITLE, "author": {"@id": "#p"}},
                {"@type": ["Person", "Organization"], "@id": "#p", "name": "Anna Berg"},
            ]
        },
        {
            "@graph": [
                {"@type": "Article", "headline": TITLE, "author": [{"@id": "#p"}]},
                {"@type": "Person", "@id": "#p", "name": "Anna Berg"},
            ]
        },
        {
            "@graph": [
                {"@type": "Article", "headline": TITLE, "author": "#p"},
                {"@type": "Person", "@id": "#p", "name": "Anna Berg"},
            ]
        },
        [
            {
                "@type": "http://schema.org/NewsArticle",
                "headline": TITLE,
                "author": {"@type": "http://schema.org/Person", "name": "Anna Berg"},
            }
        ],
        {"@type": "WebPage", "mainEntity": {"@type": "NewsArticle", "headline": TITLE, "creator": ["Anna Berg"]}},
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "creator": {"@type": "Person", "name": "Anna Berg"},
            "editor": {"@type": "Person", "name": "Li Wei"},
        },
    ],
)
def test_shapes_of_structured_data(graph: object) -> None:
    assert authors(head=f"<script type='application/ld+json'>{json.dumps(graph)}</script>") == ["Anna Berg"]


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("<meta name=author content='Anna Berg, Harbour Ledger'>", ["Anna Berg"]),
        ("<meta name=author content='Anna Berg | Harbour Ledger'>", ["Anna Berg"]),
        ("<meta name=author content='Anna Berg'><meta name=author content='Tom Reed'>", ["Anna Berg", "Tom Reed"]),
        ("<meta name=author content='Von Anna Berg und Jan Ott'>", ["Anna Berg", "Jan Ott"]),
        ("<meta name=author content='Harbour Ledger'><meta name=dc.creator content='Anna Berg'>", ["Anna Berg"]),
        ("<meta name=author content='admin'><meta name=parsely-author content='Anna Berg'>", ["Anna Berg"]),
        (
            "<meta property='article:author' content='https://social.example/anna'><meta name=byl content='By ANNA BERG'>",
            ["ANNA BERG"],
        ),
        ("<meta name='twitter:creator' content='@annaberg'>", []),
        ("<meta name=author content='anna.berg@ledger.example (Anna Berg)'>", ["Anna Berg"]),
        ("<meta itemprop=author content='Anna Berg'>", ["Anna Berg"]),
        (
            "<meta name='twitter:label1' content='Escrito por'><meta name='twitter:data1' content='Ana Ruiz'>",
            ["Ana Ruiz"],
        ),
        (
            "<meta name='twitter:label2' content='Written by'><meta name='twitter:data2' content='Anna Berg'>",
            ["Anna Berg"],
        ),
    ],
)
def test_values_of_meta_elements(head: str, names: list[str]) -> None:
    assert authors(head=head) == names


@pytest.mark.parametrize(
    ("above", "names"),
    [
        ("<span itemprop=author itemscope><meta itemprop=name content='Anna Berg'></span>", ["Anna Berg"]),
        (
            "<div itemprop=author itemscope><link itemprop=url href=/a><span itemprop=name>Anna Berg</span></div>",
            ["Anna Berg"],
        ),
        ("<address class=author>By <a rel=author href=/a>Anna Berg</a></address>", ["Anna Berg"]),
        ("<span class='author vcard'><a class='url fn n' href='/author/anna/'>Anna Berg</a></span>", ["Anna Berg"]),
        ("<div class='entry-meta'>Posted on 5 May 2026 by <a href='/author/anna/'>Anna Berg</a></div>", ["Anna Berg"]),
        (
            "<dd class=createdby itemprop=author itemscope>Written by <span itemprop=name>Anna Berg</span></dd>",
            ["Anna Berg"],
        ),
        ("<a data-testid=authorName href='/@anna'>Anna Berg</a>", ["Anna Berg"]),
        ("<a class='blog-author-name' href='/blog?author=5'>Anna Berg</a>", ["Anna Berg"]),
        (
            "<div class=b-byline><span>By </span><a href=/a>Anna Berg</a>, <a href=/t>Tom Reed</a><span> and </span><a href=/l>Li Wei</a></div>",
            ["Anna Berg", "Tom Reed", "Li Wei"],
        ),
        (
            "<p class=byline>By <a href=/a>Anna Berg</a> and <a href=/t>Tom Reed</a><br>Ledger Staff Writers</p>",
            ["Anna Berg", "Tom Reed"],
        ),
        (
            "<ul class='authors'><li><a href=/a>Anna Berg</a></li><li><a href=/t>Tom Reed</a></li></ul>",
            ["Anna Berg", "Tom Reed"],
        ),
        (
            "<div class='author'><img alt='Anna Berg'><div class='author__name'>Anna Berg</div><div class='author__role'>Science Correspondent</div></div>",
            ["Anna Berg"],
        ),
        ("<span class=byline>By Anna Berg | anna@ledger.example | Harbour Ledger</span>", ["Anna Berg"]),
        ("<p class=byline>By Anna Berg, 5 May 2026, 10:30</p>", ["Anna Berg"]),
        ("<p class=byline>Anna Berg • 5 min read</p>", ["Anna Berg"]),
        ("<p class=byline>by Anna Berg on May 5, 2026</p>", ["Anna Berg"]),
        ("<p class=byline>Posted by Anna Berg at 10:15</p>", ["Anna Berg"]),
        ("<p class=byline>Anna Berg, 3 hours ago</p>", ["Anna Berg"]),
        ("<p class=byline>By Anna Berg For Ledger Online</p>", ["Anna Berg"]),
        ("<p class=byline>By Anna Berg, Associated Press</p>", ["Anna Berg"]),
        ("<p class=byline>Reuters</p>", ["Reuters"]),
        ("<p class=byline>By J.R. Marsh and A. B. Cole</p>", ["J.R. Marsh", "A. B. Cole"]),
        ("<p class=byline>By Tom Reed Jr. and Anna Berg</p>", ["Tom Reed Jr.", "Anna Berg"]),
        ("<p class=byline>Words by Anna Berg. Photography by Li Wei.</p>", ["Anna Berg"]),
        ("<p class=byline>Story by Anna Berg; photos by Li Wei</p>", ["Anna Berg"]),
        ("<p class=byline>By Anna Berg, Tom Reed and the Ledger data team</p>", ["Anna Berg", "Tom Reed"]),
        ("<p class=byline>Anna Berg is a reporter at the Harbour Ledger.</p>", ["Anna Berg"]),
        ("<p>By Anna Berg, Staff Writer</p>", ["Anna Berg"]),
        ("<p>By our correspondent Anna Berg</p>", ["Anna Berg"]),
        ("<p>Anna Berg and Tom Reed</p>", ["Anna Berg", "Tom Reed"]),
        ("<p><em>Anna Berg, Port Hale</em></p>", ["Anna Berg"]),
        ("<div class=byline>Share this article</div>", []),
        ("<div class=byline>Published 5 May 2026</div>", []),
    ],
)
def test_bylines_of_publishing_systems(above: str, names: list[str]) -> None:
    assert authors(above=above) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("de", "Von Anna Berg, Berlin", ["Anna Berg"]),
        ("de", "Von unserer Redakteurin Anna Berg", ["Anna Berg"]),
        ("de", "Ein Kommentar von Anna Berg", ["Anna Berg"]),
        ("de", "Eine Analyse von Anna Berg und Jan Ott", ["Anna Berg", "Jan Ott"]),
        ("de", "VON ANNA BERG", ["ANNA BERG"]),
        ("de", "Interview: Anna Berg", ["Anna Berg"]),
        ("de", "Text: Anna Berg | Foto: Jan Ott", ["Anna Berg"]),
        ("fr", "Par Anne Morel et Luc Martin (avec AFP)", ["Anne Morel", "Luc Martin"]),
        ("fr", "Propos recueillis par Anne Morel", ["Anne Morel"]),
        ("fr", "Par Anne Morel, envoyée spéciale à Kiev", ["Anne Morel"]),
        ("fr", "Anne Morel (à Bruxelles)", ["Anne Morel"]),
        ("fr", "Publié par Anne Morel le 5 mai 2026", ["Anne Morel"]),
        ("fr", "La rédaction", ["La rédaction"]),
        ("es", "Por Ana Ruiz / Enviada especial", ["Ana Ruiz"]),
        ("es", "Texto: Ana Ruiz. Fotos: Luis Gil", ["Ana Ruiz"]),
        ("es", "Redacción", ["Redacción"]),
        ("es", "EFE / Ana Ruiz", ["Ana Ruiz"]),
        ("es", "Ana Ruiz y Luis Gil", ["Ana Ruiz", "Luis Gil"]),
        ("pt", "Por Ana Souza, Ledger — São Paulo", ["Ana Souza"]),
        ("pt", "Por Ana Souza e Rui Lima", ["Ana Souza", "Rui Lima"]),
        ("pt", "Da Redação", ["Da Redação"]),
        ("pt", "Ana Souza, do Recife", ["Ana Souza"]),
        ("it", "di Anna Bianchi e Luca Verdi", ["Anna Bianchi", "Luca Verdi"]),
        ("it", "a cura di Anna Bianchi", ["Anna Bianchi"]),
        ("it", "dal nostro inviato Luca Verdi", ["Luca Verdi"]),
        ("nl", "Door Anna de Vries", ["Anna de Vries"]),
        ("nl", "Van onze verslaggever Jan Bakker", ["Jan Bakker"]),
        ("nl", "Anna de Vries – redacteur economie", ["Anna de Vries"]),
        ("sv", "Av Anna Berg", ["Anna Berg"]),
        ("sv", "Text: Anna Berg Foto: Lars Lund", ["Anna Berg"]),
        ("sv", "Anna Berg/TT", ["Anna Berg"]),
        ("no", "Journalist Kari Berg", ["Kari Berg"]),
        ("da", "Af Mette Holm", ["Mette Holm"]),
        ("fi", "Teksti Anna Virtanen, kuvat Matti Laine", ["Anna Virtanen"]),
        ("fi", "Toimittaja Anna Virtanen", ["Anna Virtanen"]),
        ("is", "Eftir Jón Jónsson", ["Jón Jónsson"]),
        ("pl", "Autor: Jan Nowak", ["Jan Nowak"]),
        ("pl", "Jan Nowak, PAP", ["Jan Nowak"]),
        ("pl", "oprac. Jan Nowak", ["Jan Nowak"]),
        ("cs", "Jan Novák, ČTK", ["Jan Novák"]),
        ("hu", "Szerző: Kovács Anna", ["Kovács Anna"]),
        ("ro", "De Ana Popescu", ["Ana Popescu"]),
        ("hr", "Piše: Ana Kovač", ["Ana Kovač"]),
        ("sq", "Nga Arben Hoxha", ["Arben Hoxha"]),
        ("tr", "Haber: Ayşe Yılmaz", ["Ayşe Yılmaz"]),
        ("tr", "Ayşe Yılmaz / Ankara", ["Ayşe Yılmaz"]),
        ("el", "Γράφει η Μαρία Παππά", ["Μαρία Παππά"]),
        ("ru", "Автор: Анна Петрова", ["Анна Петрова"]),
        ("ru", "Текст: Анна Петрова, фото: Иван Сидоров", ["Анна Петрова"]),
        ("ru", "Анна Петрова, корреспондент", ["Анна Петрова"]),
        ("uk", "Автор: Олена Коваль", ["Олена Коваль"]),
        ("bg", "Автор: Иван Петров", ["Иван Петров"]),
        ("vi", "Tác giả: Lê Minh", ["Lê Minh"]),
        ("id", "Penulis: Siti Rahma", ["Siti Rahma"]),
        ("id", "Reporter: Siti Rahma | Editor: Budi Santoso", ["Siti Rahma"]),
        ("id", "Oleh Siti Rahma", ["Siti Rahma"]),
        ("sw", "Na Juma Ali", ["Juma Ali"]),
        ("ar", "كتبت سارة خالد", ["سارة خالد"]),
        ("ar", "كتب: أحمد علي", ["أحمد علي"]),
        ("ar", "بقلم: أحمد علي", ["أحمد علي"]),
        ("ar", "سارة خالد - القاهرة", ["سارة خالد"]),
        ("fa", "نویسنده: سارا احمدی", ["سارا احمدی"]),
        ("he", "מאת: דנה לוי", ["דנה לוי"]),
        ("he", "דנה לוי ורון כהן", ["דנה לוי", "רון כהן"]),
        ("hi", "लेखक: राहुल शर्मा", ["राहुल शर्मा"]),
        ("th", "โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("ja", "記者 山田太郎", ["山田太郎"]),
        ("ja", "山田太郎記者", ["山田太郎"]),
        ("ja", "文・山田太郎", ["山田太郎"]),
        ("ja", "取材・文＝山田太郎", ["山田太郎"]),
        ("ja", "【山田太郎】", ["山田太郎"]),
        ("ja", "山田太郎、鈴木花子", ["山田太郎", "鈴木花子"]),
        ("ja", "山田 太郎", ["山田 太郎"]),
        ("ko", "김철수 기자", ["김철수"]),
        ("ko", "김철수·이영희 기자", ["김철수", "이영희"]),
        ("ko", "김철수 기자 kim@ledger.example", ["김철수"]),
        ("ko", "[한강일보 김철수 기자]", ["김철수"]),
        ("ko", "글 김철수 사진 이영희", ["김철수"]),
        ("ko", "입력 2026.05.05 10:30 김철수 기자", ["김철수"]),
        ("zh", "记者 王小明", ["王小明"]),
        ("zh", "文/王小明", ["王小明"]),
        ("zh", "作者：王小明", ["王小明"]),
        ("zh", "来源：新华社 作者：王小明", ["王小明"]),
        ("zh", "新华社记者王小明", ["王小明"]),
        ("zh", "本报记者 王小明 李大海", ["王小明", "李大海"]),
        ("zh", "記者王小明／台北報導", ["王小明"]),
        ("zh", "責任編輯：李四", []),
    ],
)
def test_bylines_of_many_languages(lang: str, line: str, names: list[str]) -> None:
    assert authors(above=f"<div class=byline>{line}</div>", lang=lang) == names


@pytest.mark.parametrize(
    ("lang", "line", "names"),
    [
        ("fr", "Par Anne Morel", ["Anne Morel"]),
        ("es", "Por Ana Ruiz", ["Ana Ruiz"]),
        ("it", "di Anna Bianchi", ["Anna Bianchi"]),
        ("nl", "Door Anna de Vries", ["Anna de Vries"]),
        ("sv", "Av Anna Berg", ["Anna Berg"]),
        ("pl", "Autor: Jan Nowak", ["Jan Nowak"]),
        ("hr", "Piše: Ana Kovač", ["Ana Kovač"]),
        ("ru", "Автор: Анна Петрова", ["Анна Петрова"]),
        ("id", "Penulis: Siti Rahma", ["Siti Rahma"]),
        ("ar", "بقلم: أحمد علي", ["أحمد علي"]),
        ("he", "מאת: דנה לוי", ["דנה לוי"]),
        ("hi", "लेखक: राहुल शर्मा", ["राहुल शर्मा"]),
        ("th", "โดย สมชาย ใจดี", ["สมชาย ใจดี"]),
        ("ko", "김철수 기자", ["김철수"]),
        ("ja", "山田太郎記者", ["山田太郎"]),
        ("zh", "作者：王小明", ["王小明"]),
        ("en", "By the time the market closed it was dark", []),
        ("de", "Von Montag an gilt ein neuer Fahrplan", []),
        ("es", "Por fin llega el mercado", []),
    ],
)
def test_lines_without_a_name_in_the_code(lang: str, line: str, names: list[str]) -> None:
    assert authors(above=f"<p>{line}</p>", lang=lang) == names


@pytest.mark.parametrize(
    ("shown", "names"),
    [
        ({"above": "<p class=byline>By The Associated Press</p>"}, ["The Associated Press"]),
        ({"above": "<p class=byline>By Reuters Staff</p>"}, ["Reuters Staff"]),
        ({"above": "<p class=byline>By Anna Berg and Associated Press</p>"}, ["Anna Berg"]),
        ({"above": "<div class=meta>Fact-checked by Li Wei</div><div class=byline>By Anna Berg</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Written by Anna Berg<br>Edited by Tom Reed</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Written by Anna Berg, Edited by Tom Reed</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Medically reviewed by Dr. Li Wei — Written by Anna Berg</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Guest post by Anna Berg</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Sponsored by Harbour Bank</div>"}, []),
        ({"above": "<div class=byline>Provided by AFP</div>"}, ["AFP"]),
        ({"above": "<div class=byline>Anna Berg<span>@annaberg</span></div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Anna Berg<br>anna@ledger.example<br>555-0101</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>By Anna Berg<span> · </span><time>2 hours ago</time></div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>By <b>ANNA BERG</b> <i>City Hall Reporter</i></div>"}, ["ANNA BERG"]),
        (
            {"above": "<div class=byline>By Anna Berg, Tom Reed, Li Wei and 3 others</div>"},
            ["Anna Berg", "Tom Reed", "Li Wei"],
        ),
        ({"above": "<div class=byline>By Anna Berg (text) and Tom Reed (photos)</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Anna Berg Contributor</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Anna Berg, Contributing Writer</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Anna Berg | Harbour Ledger (TNS)</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>By Anna Berg | The Harbour Post</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>By Anna Berg, Special to the Harbour Ledger</div>"}, ["Anna Berg"]),
        ({"above": "<div class=byline>By ANNA BERG and TOM REED | Staff</div>"}, ["ANNA BERG", "TOM REED"]),
        ({"above": "<div class=byline>Ledger Editorial Board</div>"}, ["Ledger Editorial Board"]),
        ({"above": "<div class=byline>by Anna-Lena von der Berg</div>", "lang": "de"}, ["Anna-Lena von der Berg"]),
        ({"above": "<p>Von Anna Berg und Agenturen</p>", "lang": "de"}, ["Anna Berg"]),
        ({"above": "<p>Von Anna Berg, dpa</p>", "lang": "de"}, ["Anna Berg"]),
        ({"above": "<p>dpa</p>", "lang": "de"}, ["dpa"]),
        (
            {"above": "<div class=byline>Anna Berg ist Redakteurin im Ressort Wirtschaft.</div>", "lang": "de"},
            ["Anna Berg"],
        ),
        (
            {"above": "<div class=byline>Ein Gastbeitrag von Prof. Dr. Anna Berg</div>", "lang": "de"},
            ["Prof. Dr. Anna Berg"],
        ),
        ({"above": "<div class=byline>Aus Berlin berichtet Anna Berg</div>", "lang": "de"}, ["Anna Berg"]),
        ({"above": "<div class=byline>Anna Berg, Korrespondentin in Brüssel</div>", "lang": "de"}, ["Anna Berg"]),
        (
            {"above": "<div class=byline>Stand: 05.05.2026, 10:30 Uhr | Von: Anna Berg, Jan Ott</div>", "lang": "de"},
            ["Anna Berg", "Jan Ott"],
        ),
        ({"above": "<div class=byline>Par Le Ledger avec AFP</div>", "lang": "fr"}, ["Le Ledger", "AFP"]),
        ({"above": "<div class=byline>Anne Morel avec AFP - Publié le 5 mai 2026</div>", "lang": "fr"}, ["Anne Morel"]),
        ({"above": "<div class=byline>Anne MOREL</div>", "lang": "fr"}, ["Anne MOREL"]),
        (
            {"above": "<div class=byline>De notre envoyée spéciale à Kiev, Anne Morel</div>", "lang": "fr"},
            ["Anne Morel"],
        ),
        ({"above": "<div class=byline>Texte : Anne Morel / Photos : Luc Martin</div>", "lang": "fr"}, ["Anne Morel"]),
        (
            {"above": "<div class=byline>Por Ana Ruiz García, Madrid | 5 de mayo de 2026</div>", "lang": "es"},
            ["Ana Ruiz García"],
        ),
        ({"above": "<div class=byline>Ana Ruiz (EFE)</div>", "lang": "es"}, ["Ana Ruiz"]),
        ({"above": "<div class=byline>EFE</div>", "lang": "es"}, ["EFE"]),
        ({"above": "<div class=byline>Redacción Ledger</div>", "lang": "es"}, ["Redacción Ledger"]),
        ({"above": "<div class=byline>Corresponsal en París: Ana Ruiz</div>", "lang": "es"}, ["Ana Ruiz"]),
        ({"above": "<div class=byline>Ana Souza - Estadão Conteúdo</div>", "lang": "pt"}, ["Ana Souza"]),
        ({"above": "<div class=byline>Ana Souza Repórter</div>", "lang": "pt"}, ["Ana Souza"]),
        ({"above": "<div class=byline>Redazione</div>", "lang": "it"}, ["Redazione"]),
        ({"above": "<div class=byline>di Anna Bianchi - Roma</div>", "lang": "it"}, ["Anna Bianchi"]),
        (
            {"above": "<div class=byline>Anna de Vries en Jan Bakker</div>", "lang": "nl"},
            ["Anna de Vries", "Jan Bakker"],
        ),
        ({"above": "<div class=byline>ANP</div>", "lang": "nl"}, ["ANP"]),
        ({"above": "<div class=byline>Anna Lis, Jan Nowak</div>", "lang": "pl"}, ["Anna Lis", "Jan Nowak"]),
        ({"above": "<div class=byline>Jan Novák, Eva Malá</div>", "lang": "cs"}, ["Jan Novák", "Eva Malá"]),
        ({"above": "<div class=byline>Anna Virtanen STT</div>", "lang": "fi"}, ["Anna Virtanen"]),
        ({"above": "<div class=byline>Ritzau</div>", "lang": "da"}, ["Ritzau"]),
        (
            {"above": "<div class=byline>Анна Петрова, Иван Сидоров</div>", "lang": "ru"},
            ["Анна Петрова", "Иван Сидоров"],
        ),
        ({"above": "<div class=byline>Редакция</div>", "lang": "ru"}, ["Редакция"]),
        ({"above": "<div class=byline>دبي - سارة خالد</div>", "lang": "ar"}, ["سارة خالد"]),
        ({"above": "<div class=byline>القاهرة: سارة خالد</div>", "lang": "ar"}, ["سارة خالد"]),
        ({"above": "<div class=byline>رويترز</div>", "lang": "ar"}, ["رويترز"]),
        ({"above": "<div class=byline>Ayşe Yılmaz - İHA</div>", "lang": "tr"}, ["Ayşe Yılmaz"]),
        ({"above": "<div class=byline>공동취재단</div>", "lang": "ko"}, ["공동취재단"]),
        ({"above": "<div class=byline>김철수 기자 | 2026.05.05 10:30</div>", "lang": "ko"}, ["김철수"]),
        ({"above": "<div class=byline>編集部・山田太郎</div>", "lang": "ja"}, ["山田太郎"]),
        ({"above": "<div class=byline>共同通信</div>", "lang": "ja"}, ["共同通信"]),
        ({"above": "<div class=byline>中央社記者王小明台北5日電</div>", "lang": "zh"}, ["王小明"]),
        ({"above": "<div class=byline>王小明 发自北京</div>", "lang": "zh"}, ["王小明"]),
        ({"above": "<div class=byline>编辑：李四 作者：王小明</div>", "lang": "zh"}, ["王小明"]),
        (
            {
                "below": "<div class='author-bio'><h4>About the author</h4><a href='/author/anna' rel=author>Anna Berg</a><p>Anna Berg writes about ships.</p></div>"
            },
            ["Anna Berg"],
        ),
        ({"below": "<p>— Anna Berg</p>"}, ["Anna Berg"]),
        ({"below": "<p>Anna Berg can be reached at anna@ledger.example.</p>"}, ["Anna Berg"]),
        ({"below": "<p>Contact Anna Berg at anna@ledger.example</p>"}, ["Anna Berg"]),
        (
            {"below": "<p>(Reporting by Anna Berg in Berlin and Tom Reed in Paris; Editing by Li Wei)</p>"},
            ["Anna Berg", "Tom Reed"],
        ),
        (
            {
                "below": "<section class=comments><div class=comment><span class=author>Otto Meier</span><p>Nice text, thanks for it.</p></div></section>"
            },
            [],
        ),
    ],
)
def test_bylines_with_more_around_them(shown: dict[str, str], names: list[str]) -> None:
    assert authors(**shown) == names
