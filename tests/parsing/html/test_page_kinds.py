# ruff: noqa: E501 - pages stand on few lines
"""What kind of page it is: never text where the page is no article, never nothing where it has text."""

import json

import pytest

from assets.parsing.html.page import parse_html
from assets.parsing.model import Article

SENTENCES = [
    "The harbour council agreed on Tuesday to rent out the old signal tower, which has stood empty for eleven years.",
    "Three bidders want to turn it into a guest house, and one would rather open a museum of knots and ropes.",
    "“It was the museum that won us over,” said Odile Brandt, who leads the council's culture committee.",
    "Repairs to the roof must be finished before the autumn storms, or the lease will be void, the clerk added.",
]
TEXT = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MENU = "<nav><a href=/>Home</a> <a href=/p>Politics</a> <a href=/s>Sport</a></nav>"
FOOT = "<footer>© 2026 Harbour Ledger <a href=/t>Terms</a> <a href=/c>Privacy</a></footer>"
CARDS = "".join(
    f"<li class=card><h3><a href='/n/{i}'>Headline number {i} about the old harbour and its ships</a></h3><p>In a few words, what report number {i} tells about the harbour, its ships and the people who live by them all year.</p></li>"
    for i in range(12)
)


def page(body: str, *, title: str = "Harbour Ledger", head: str = "", lang: str = "en") -> str:
    return f"<!doctype html><html lang={lang}><head><title>{title}</title>{head}</head><body>{body}</body></html>"


def article(html: str) -> Article:
    record = parse_html(html)
    assert record.rejection is None, record.rejection
    return record.articles[0]


NO_ARTICLES = {
    "browser check": page("<h1>ledger.example</h1><h2>Checking if the site connection is secure</h2><p>This process is automatic. Your browser will be sent to the content you asked for shortly. Please allow up to five seconds.</p><p>Ray ID: 7f1a</p>", title="Just a moment..."),
    "press and hold": page("<h1>Before we continue...</h1><p>Press &amp; Hold to confirm you are a human (and not a bot).</p><p>Reference ID 1f6a-77c2-11ee. If the problem goes on, write to our support and send this number along with it.</p>", title="Access to this page has been denied"),
    "access denied": page("<h1>Access Denied</h1><p>You don't have permission to access \"http://ledger.example/news/12\" on this server.</p><p>Reference #18.4f1c1502.1700000000.2b3c4d5e https://errors.edge.example/18.4f1c1502</p>", title="Access Denied"),
    "unusual traffic": page("<p>Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests, and not a robot.</p>", title="Sorry"),
    "region": page("<h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time.</p>"),
    "advert blocker": page("<h1>We noticed you're using an ad blocker</h1><p>Advertising helps us to pay our reporters. Please disable your ad blocker or add our site to your list of exceptions and reload the page.</p>"),
    "consent de": page("<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Details zum Tracking finden Sie in der Datenschutzerklärung und im Privacy Center.</p><p>Wir und unsere 187 Partner verarbeiten Ihre Daten und speichern Cookies auf Ihrem Gerät, um personalisierte Anzeigen auszuspielen und Inhalte zu messen.</p><h2>... oder das Pur-Abo</h2><p>Nutzen Sie uns ganz ohne Werbetracking und praktisch werbefrei für 4,99 Euro im Monat. Bereits Abonnent? Hier anmelden.</p>", lang="de"),
    "consent fr": page("<h2>Le respect de votre vie privée est notre priorité</h2><p>Avec votre accord, nos 142 partenaires et nous utilisons des cookies ou technologies similaires pour stocker et accéder à des informations personnelles.</p><p>Vous pouvez retirer votre consentement ou vous opposer aux traitements à tout moment.</p><button>Accepter et fermer</button>", lang="fr"),
    "consent es": page("<h1>Valoramos tu privacidad</h1><p>Nosotros y nuestros 812 socios almacenamos o accedemos a información en un dispositivo, tales como cookies, y procesamos datos personales.</p><p>Acepta las cookies para seguir leyendo gratis o suscríbete.</p>", lang="es"),
    "consent nl": page("<h1>Jouw privacy is belangrijk</h1><p>Wij en onze partners gebruiken cookies en vergelijkbare technieken om informatie op je apparaat op te slaan en te lezen, voor gepersonaliseerde advertenties.</p>", lang="nl"),
    "consent it": page("<h1>La tua privacy</h1><p>Noi e i nostri 350 fornitori archiviamo informazioni su dispositivi (e vi accediamo), come i cookie, e trattiamo i dati personali. Accetta i cookie o abbonati per continuare a leggere.</p>", lang="it"),
    "missing de": page(f"{MENU}<main><h1>Seite nicht gefunden</h1><p>Die von Ihnen aufgerufene Seite gibt es leider nicht (mehr). Vielleicht hilft Ihnen unsere Suche oder einer dieser Artikel weiter.</p><ul>{CARDS}</ul></main>", lang="de"),
    "missing fr": page("<h1>Oups !</h1><p>La page que vous recherchez semble introuvable. Elle a peut-être été déplacée, ou l'adresse contient une faute de frappe.</p>", lang="fr"),
    "missing es": page("<h1>Error 404</h1><p>Lo sentimos, no encontramos la página que buscabas. Puede que la noticia haya sido eliminada o que la dirección no sea correcta.</p>", lang="es"),
    "missing it": page("<h1>Pagina non trovata</h1><p>Ci dispiace, la pagina richiesta non è disponibile. Torna alla home page oppure usa la ricerca in alto a destra.</p>", lang="it"),
    "missing pt": page("<h1>Ops! Página não encontrada</h1><p>A página que você tentou acessar não foi encontrada ou não existe mais. Volte para a página inicial ou faça uma busca.</p>", lang="pt"),
    "missing pl": page("<h1>Ups, coś poszło nie tak</h1><p>Strona, której szukasz, nie istnieje albo została przeniesiona. Wróć na stronę główną albo skorzystaj z wyszukiwarki.</p>", lang="pl"),
    "missing tr": page("<h1>404</h1><p>Aradığınız sayfa bulunamadı. Sayfa kaldırılmış, adı değiştirilmiş ya da geçici olarak kullanılamıyor olabilir.</p>", lang="tr"),
    "missing sv": page("<h1>Sidan kunde inte hittas</h1><p>Sidan du söker finns inte längre eller så har adressen ändrats. Gå till startsidan eller prova vår sökfunktion.</p>", lang="sv"),
    "missing ja": page("<h1>404 Not Found</h1><p>お探しのページは見つかりませんでした。ページが移動または削除されたか、URLの入力間違いの可能性があります。トップページから検索してください。</p>", lang="ja"),
    "missing zh": page("<div class=err><h2>抱歉，您访问的页面不存在或已被删除</h2><p>请检查您输入的网址是否正确，或者点击下面的链接返回首页继续浏览其他新闻内容，给您带来不便敬请谅解。</p></div>", lang="zh"),
    "missing ko": page("<h1>페이지를 찾을 수 없습니다</h1><p>요청하신 페이지를 찾을 수 없습니다. 방문하시려는 페이지의 주소가 잘못 입력되었거나 삭제되어 사용하실 수 없습니다.</p>", lang="ko"),
    "missing ru": page("<h1>404</h1><p>К сожалению, запрашиваемая страница не найдена. Возможно, она была удалена или её адрес изменился. Воспользуйтесь поиском.</p>", lang="ru"),
    "server error": page("<h1>Internal Server Error</h1><p>The server encountered an internal error or misconfiguration and was unable to complete your request.</p><p>Please contact the server administrator and tell them what you did just before.</p>", title="500 Internal Server Error"),
    "unavailable": page("<h1>503 Service Temporarily Unavailable</h1><p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>", title="503 Service Temporarily Unavailable"),
    "maintenance": page("<h1>We'll be back soon!</h1><p>Sorry for the inconvenience but we're performing some maintenance at the moment. If you need to you can always contact us, otherwise we'll be back online shortly!</p>", title="Site Maintenance"),
    "new server": page("<h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>", title="Welcome to nginx!"),
    "domain for sale": page("<h1>ledger.example</h1><p>This domain is for sale! Buy this domain today, and have it in your account within minutes. Prices start at 900 dollars, paid in one go or by the month.</p>", title="ledger.example is for sale"),
    "listing": page("<h1>Index of /news</h1><pre><a href=../>../</a>\n<a href=a.html>a.html</a> 2026-01-02 10:11 12K\n<a href=b.html>b.html</a> 2026-01-03 10:11 14K\n<a href=c.html>c.html</a> 2026-01-04 10:11 9K</pre>", title="Index of /news"),
    "redirect": page("<p>You are being redirected to another page. If nothing happens within five seconds, <a href='https://ledger.example/n/1'>please follow this link to the page that you asked for</a>.</p>", head="<meta http-equiv=refresh content='0;url=https://ledger.example/n/1'>", title="Redirecting"),
    "login": page(f"{MENU}<main><h1>Log in to continue reading</h1><form><input name=mail><input name=password><button>Log in</button></form><p>You need to be signed in to read this article. Don't have an account? Create one now, it is free and takes a minute.</p></main>{FOOT}"),
    "section front": page(f"{MENU}<main><h1>Business</h1><ul>{CARDS}</ul></main>{FOOT}", head="<meta property=og:type content=website>"),
    "front of articles": page(f"{MENU}<main><h1>News</h1>" + CARDS.replace("<li", "<article").replace("</li", "</article") + f"</main>{FOOT}"),
    "tag page": page(f"{MENU}<main><h1>Topic: Harbour</h1><p class=intro>All that we have written about the harbour, its ships and the people who work there.</p><ul>{CARDS}</ul></main>{FOOT}"),
    "search results": page(f"{MENU}<main><h1>Results for “harbour”</h1><form><input></form><p>12 results, newest first</p><ol>{CARDS}</ol></main>{FOOT}"),
    "author page": page(f"{MENU}<main><h1>Maud Ellery</h1><p class=bio>Maud Ellery has been writing about the harbour and its ships for the Ledger since 2009. Before that she was a purser.</p><h2>Latest by Maud Ellery</h2><ul>{CARDS}</ul></main>{FOOT}", head="<meta property=og:type content=profile>"),
    "archive by month": page(f"{MENU}<main><h1>March 2026</h1><ul>" + "".join(f"<li>{i} March: <a href='/{i}'>What happened in the harbour on day {i}</a></li>" for i in range(1, 30)) + f"</ul></main>{FOOT}"),
    "wall fr": page("<h1>Article réservé aux abonnés</h1><p>Pour lire la suite de cet article, abonnez-vous ou connectez-vous à votre compte. Dès un euro par mois et sans engagement.</p>", lang="fr"),
    "consent da": page("<h1>Vi passer på dine data</h1><p>Vi og vores partnere bruger cookies til at gemme og tilgå oplysninger på din enhed, vise annoncer og måle, hvordan de virker. Du kan altid ændre dit valg.</p>", lang="da"),
    "gone": page("<h1>This story is no longer available</h1><p>The story you tried to reach was removed at the request of the agency that supplied it. We are sorry for the trouble.</p>"),
    "table of figures": page("<h1>Weather in Port Hale</h1><table>" + "".join(f"<tr><td>{h}:00</td><td>{h} °C</td><td>wind 4</td></tr>" for h in range(12)) + "</table>"),
    "front with a lead": page(f"{MENU}<main><section><h2><a href='/1'>Tower to be let</a></h2><p>{SENTENCES[0]} {SENTENCES[1]}</p></section><ul>{CARDS}</ul></main>{FOOT}", head="<meta property=og:type content=website>"),
    "script shell": page("<div id=app></div><script>window.x={}</script><noscript>We're sorry but this site doesn't work properly without JavaScript enabled. Please enable it to continue, or use another browser that can run it.</noscript>"),
}  # fmt: skip


@pytest.mark.parametrize("name", NO_ARTICLES)
def test_pages_without_an_article(name: str) -> None:
    record = parse_html(NO_ARTICLES[name])
    assert record.rejection is not None, record.articles[0].body
    assert record.rejection[0] == "no_content"


STATE = {
    "props": {"pageProps": {"article": {"id": 7, "blocks": [{"type": "paragraph", "text": s} for s in SENTENCES]}}}
}
CACHE = {"Article:1": {"__typename": "Article", "title": "Signal tower to be let", "body": [{"__typename": "Paragraph", "content": [{"text": s}]} for s in SENTENCES]}, "Query": {"menu": ["Home", "Sport"]}}  # fmt: skip
HYDRATED = json.dumps({"data": [{"story": {"html": TEXT}}]}).replace("<", "\\u003C")
BRIEFS = "".join(f"<article><h2>Brief {i}: tower to be let</h2>{TEXT}</article>" for i in range(3))
ARABIC = ["وافق مجلس الميناء يوم الثلاثاء على تأجير برج الإشارة القديم الذي ظل فارغا منذ أحد عشر عاما.", "يريد ثلاثة من مقدمي العروض تحويله إلى دار ضيافة، فيما يفضل آخر أن يفتح متحفا للحبال والعقد.", "وقالت رئيسة اللجنة الثقافية إن المتحف هو الذي أقنع أعضاء المجلس في نهاية المطاف."]  # fmt: skip
JAPANESE = ["港の評議会は3日、十一年間使われていない信号塔を貸し出すことを決めたと発表した。応募したのは三団体である。", "二つは宿にする計画で、もう一つは綱と結び目の博物館を開きたいという。評議会は後者を選ぶ見通しだ。", "屋根の修理は秋の嵐までに終える必要がある。契約は来月結ばれる。"]  # fmt: skip
CELLS = "<table width=100%><tr><td width=150><font size=1><a href=/>Home</a><br><a href=/s>Sport</a></font></td><td><font face=arial><b>Signal tower to be let</b><p>{}</font></td></tr></table>"

ARTICLES = {
    "teaser before a paywall": (page(f"{MENU}<main><article><h1>Signal tower to be let</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p><div class=paywall><h2>Subscribe to read on</h2><p>Get every story of the harbour for one dollar a week.</p></div></article></main>{FOOT}", title="Signal tower to be let"), SENTENCES[:2]),
    "video with two lines": (page(f"{MENU}<main><h1>Watch: the tower from above</h1><video></video><p>{SENTENCES[0]}</p><p>Pictures: a drone of the harbour office.</p></main>{FOOT}", head="<meta property=og:type content='video.other'>", title="Watch: the tower from above"), SENTENCES[:1]),
    "gallery": (page(f"<main><h1>The tower in pictures</h1><p>{SENTENCES[0]}</p>" + "".join(f"<figure><img><figcaption>Picture {i}: the tower as it looked in the year 19{i}0, when the harbour was full of herring boats.</figcaption></figure>" for i in range(5)) + "</main>", title="The tower in pictures"), SENTENCES[:1]),
    "live blog": (page("<main><article><h1>Storm over the harbour: live</h1><div class=liveblog>" + "".join(f"<div class='liveblog-entry'><time>10:{10 + i}</time><h3>Update number {i}</h3><p>{s}</p></div>" for i, s in enumerate(SENTENCES)) + "</div></article></main>", title="Storm over the harbour: live"), SENTENCES),
    "press release": (page(f"<main><h1>Harbour Council Lets Signal Tower</h1><p>PORT HALE, Feb. 3, 2026 -- {SENTENCES[0]}</p><p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p><p><b>About the Harbour Council</b></p><p>The Harbour Council runs the port of Port Hale, its three piers and the lighthouse.</p></main>", title="Harbour Council Lets Signal Tower"), SENTENCES[1:3]),
    "recipe": (page(f"<main><h1>Herring as the keepers ate it</h1><p>{SENTENCES[0]}</p><h2>Ingredients</h2><ul><li>Four fresh herrings</li><li>Two onions</li></ul><h2>Method</h2><ol><li>Clean the herrings and lay them in salt for an hour, no longer.</li><li>Fry the onions until they are brown and lay them over the fish.</li></ol></main>", title="Herring as the keepers ate it"), ["Four fresh herrings", "Fry the onions until they are brown and lay them over the fish."]),
    "review": (page(f"<main><article><h1>A lamp that lasts</h1><div class=rating>4 of 5</div>{TEXT}<h3>Pros</h3><ul><li>Bright</li></ul><h3>Cons</h3><ul><li>Heavy</li></ul></article></main>", title="A lamp that lasts"), SENTENCES),
    "state of blocks": (page(f"<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{json.dumps(STATE)}</script>", title="Signal tower to be let"), SENTENCES),
    "state as html": (page(f"<div id=__nuxt></div><script>window.__NUXT__={HYDRATED}</script>", title="Signal tower to be let"), SENTENCES),
    "cache of nodes": (page(f"<div id=root></div><script>window.__APOLLO_STATE__={json.dumps(CACHE)};</script>", title="Signal tower to be let"), SENTENCES),
    "amp": (page(f"<amp-sidebar><ul><li>Home</ul></amp-sidebar><article><h1>Signal tower to be let</h1><amp-img src=x></amp-img>{TEXT}<amp-ad></amp-ad></article>", title="Signal tower to be let"), SENTENCES),
    "print page": (page(f"<h1>Signal tower to be let</h1>{TEXT}<hr><p>https://ledger.example/n/7</p>", title="Print: Signal tower to be let"), SENTENCES),
    "breaks only": (page("<div class=c><div>Signal tower to be let</div><div>" + "<br><br>".join(SENTENCES) + "</div></div>", title="Signal tower to be let"), SENTENCES),
    "single breaks": (page("<div id=t>" + "<br>".join(SENTENCES) + "</div>", title="Signal tower to be let"), SENTENCES),
    "one div a paragraph": (page("<div class=x1><div class=x2>Signal tower to be let</div>" + "".join(f"<div class=x3><span>{s}</span></div>" for s in SENTENCES) + "</div>", title="Signal tower to be let"), SENTENCES),
    "tables": (page(CELLS.format("<p>".join(SENTENCES)), title="Signal tower to be let"), SENTENCES),
    "arabic": (page("<div dir=rtl><h1>تأجير برج الإشارة</h1>" + "".join(f"<p>{s}</p>" for s in ARABIC) + "</div>", title="تأجير برج الإشارة", lang="ar"), ARABIC),
    "japanese": (page("<div><h1>信号塔を貸し出しへ</h1><div>" + "<br><br>".join("\u3000" + s for s in JAPANESE) + "</div></div>", title="信号塔を貸し出しへ", lang="ja"), JAPANESE),
    "briefs": (page(f"<main><h1>In brief</h1>{BRIEFS}</main>", title="In brief"), SENTENCES),
    "two sentences": (page(f"{MENU}<main><article><h1>Signal tower to be let</h1><p>{SENTENCES[0]}</p></article></main>{FOOT}", title="Signal tower to be let"), SENTENCES[:1]),
    "about cookies": (page("<main><article><h1>Court: cookie banners must offer a plain no</h1><p>A court in Port Hale ruled on Tuesday that web sites must let readers refuse cookies as easily as they accept them.</p><p>The judges said that a banner without a second button is no consent.</p><p>The harbour office, which had sued, called the ruling a relief for all who only want to read the tide table.</p></article></main>", title="Court: cookie banners must offer a plain no"), ["The judges said that a banner without a second button is no consent."]),
    "about robots": (page("<main><article><h1>Are you a robot? Harbour tests its doors</h1><p>The new doors of the harbour office ask each visitor whether they are human before they open, and most visitors laugh.</p><p>Sailors who were asked on Monday found the question odd, but said that the doors were at least warm to stand at.</p></article></main>", title="Are you a robot? Harbour tests its doors"), ["Sailors who were asked on Monday found the question odd, but said that the doors were at least warm to stand at."]),
    "article and many cards": (page(f"{MENU}<main><article><h1>Signal tower to be let</h1><p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p></article><section><h2>More</h2><ul>{CARDS}</ul></section></main>{FOOT}", title="Signal tower to be let", head="<meta property=og:type content=article>"), SENTENCES[:2]),
    "text outside the body": (f"<p>{SENTENCES[0]}</p><p>{SENTENCES[1]}</p>", SENTENCES[:2]),
    "hidden until a script runs": (page(f"<main><article style='display:none'><h1>Signal tower to be let</h1>{TEXT}</article></main>", title="Signal tower to be let"), SENTENCES),
    "text in noscript": (page(f"<div id=app></div><noscript><h1>Signal tower to be let</h1>{TEXT}</noscript>", title="Signal tower to be let"), SENTENCES),
    "text in a form": (page(f"<form action=/x method=post><h1>Signal tower to be let</h1><div>{TEXT}</div></form>", title="Signal tower to be let"), SENTENCES),
}  # fmt: skip


@pytest.mark.parametrize("name", ARTICLES)
def test_pages_with_an_article(name: str) -> None:
    html, sentences = ARTICLES[name]
    paragraphs = article(html).body.split("\n\n")
    assert [sentence for sentence in sentences if sentence not in paragraphs] == []


def test_what_a_paywall_offers_is_no_text() -> None:
    assert "dollar" not in article(ARTICLES["teaser before a paywall"][0]).body


def test_cards_beside_a_short_article_are_no_text() -> None:
    assert "In a few words" not in article(ARTICLES["article and many cards"][0]).body


def test_teasers_in_a_script_are_no_text() -> None:
    teasers = [{"url": f"/n/{i}", "title": f"Headline {i}", "text": sentence} for i, sentence in enumerate(SENTENCES)]
    shell = f"<div id=__next></div><script id=__NEXT_DATA__ type=application/json>{json.dumps(teasers)}</script>"
    assert parse_html(page(shell)).rejection is not None
