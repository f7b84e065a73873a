"""Who speaks in languages other than English, with the names of entities/ and without. All texts are invented."""

import polars as pl
import pytest

from assets.quotes.extract import extract_quotes
from tests.entities.samples import make_articles, resolve
from tests.quotes.helpers import DAY, quotes_of, said

# Language, text, how a quotation begins and the surname of who says it.
TEXTS = [
    (
        "de",
        "Die Stadt Hameln will ihr Freibad verkaufen. „Wir haben das Geld nicht mehr“, sagte Bürgermeisterin "
        "Ute Kranz am Montag. Im Rat gab es Streit. „Das Bad gehört den Kindern dieser Stadt, und daran wird "
        "sich nichts ändern“, rief Oppositionsführer Rolf Bender. Die Zahlen seien falsch, heißt es. Kranz "
        "wies den Vorwurf zurück: „Jeder kann die Bücher einsehen.“ Auf dem Platz vor dem Rathaus standen am "
        "Abend hundert Menschen mit Plakaten. „Ohne Bad keine Zukunft für unseren Ort“, stand dort. „Wir "
        "kommen wieder“, versprach die Schülerin Mia Lorenz.",
        {
            "Wir haben das Geld": "Kranz",
            "Das Bad gehört": "Bender",
            "Jeder kann": "Kranz",
            "Wir kommen wieder": "Lorenz",
            "Ohne Bad": None,
        },
    ),
    (
        "de",
        "Der Konzern streicht 300 Stellen. Vorstandschef Peter Oster lobte die Belegschaft. „Das ist ein "
        "harter Schnitt für alle“, so Oster. Die Gewerkschaft sieht das anders: „Wir werden um jede Stelle "
        "kämpfen, notfalls mit einem Streik“, kündigte Betriebsrätin Hanna Wolff an. Der Analyst Jan Meurer "
        "teilte mit, die Zahlen seien schwach. „Die Märkte haben das längst eingepreist und werden ruhig "
        "bleiben“, urteilte Meurer.",
        {
            "Das ist ein harter": "Oster",
            "Wir werden um jede": "Wolff",
            "Die Märkte": "Meurer",
        },
    ),
    (
        "es",
        "El club despidió ayer a su entrenador. «No había otra salida para el equipo», admitió el presidente "
        "Ramón Beltrán. El técnico, Julio Arce, se marchó en silencio. «Me voy con la cabeza alta y sin "
        "rencor», escribió Arce después. La afición está dividida. «Es una vergüenza para todos nosotros», "
        "lamentó la socia Pilar Conde, de 60 años. Según Beltrán, «el nuevo técnico llegará antes del "
        "viernes».",
        {
            "No había otra": "Beltrán",
            "Me voy con": "Arce",
            "Es una vergüenza": "Conde",
            "el nuevo técnico": "Beltrán",
        },
    ),
    (
        "fr",
        "La fermeture de l’usine surprend Limoges. « Personne ne nous a prévenus avant ce matin », regrette "
        "Didier Rolland, délégué syndical. Pour la maire, Anne Pasquier, l’État doit agir. « Nous demandons "
        "une réunion dès cette semaine », insiste-t-elle. « C’est la fin d’une époque pour nous tous », "
        "souffle Rolland. Le groupe, lui, parle d’un choix « douloureux mais nécessaire pour survivre », "
        "selon son directeur Marc Thibault.",
        {
            "Personne ne nous": "Rolland",
            "Nous demandons": "Pasquier",
            "C’est la fin": "Rolland",
            "douloureux mais": "Thibault",
        },
    ),
    (
        "it",
        "Il teatro riapre dopo tre anni. «È il giorno più bello della mia vita», ha detto la direttrice Elena"
        " Marconi. Il sindaco Paolo Ricci è più prudente: «Servono ancora due milioni per il tetto». «Non "
        "chiederemo soldi ai cittadini», ha aggiunto Ricci. Secondo Marconi «il pubblico tornerà in massa già"
        " da sabato».",
        {
            "È il giorno": "Marconi",
            "Servono ancora": "Ricci",
            "Non chiederemo": "Ricci",
            "il pubblico tornerà": "Marconi",
        },
    ),
    (
        "pt",
        "A ponte fecha na segunda-feira. “Não temos alternativa neste momento”, afirmou a engenheira Marta "
        "Lopes. O autarca Henrique Dias protestou: “Vão isolar três mil pessoas durante um mês”. “É preciso "
        "pensar primeiro na segurança das pessoas”, respondeu Lopes. Segundo Dias, “ninguém foi avisado a "
        "tempo do encerramento”.",
        {
            "Não temos": "Lopes",
            "Vão isolar": "Dias",
            "É preciso": "Lopes",
            "ninguém foi": "Dias",
        },
    ),
    (
        "nl",
        "De veerdienst stopt in maart. „We kunnen de kosten niet langer dragen”, zegt directeur Joost "
        "Veldman. Wethouder Karin Smit is boos. „Dit hadden ze een jaar geleden moeten melden”, aldus Smit. "
        "„Voor de school is het een ramp voor alle kinderen”, vindt leraar Bas Hendriks.",
        {
            "We kunnen de": "Veldman",
            "Dit hadden": "Smit",
            "Voor de school": "Hendriks",
        },
    ),
    (
        "sv",
        "Simhallen stängs i maj. ”Vi har inte råd längre med det här”, säger kommunalrådet Erik Sandberg. "
        "Tränaren Maria Holm är besviken. ”Barnen får åka tre mil för att simma”, säger Holm.",
        {
            "Vi har inte": "Sandberg",
            "Barnen får": "Holm",
        },
    ),
]


def speakers_in(language: str, body: str) -> dict[str, str | None]:
    """Quotation to the name of the entity that speaks."""
    articles = make_articles(body, language=language).with_columns(landed_on=pl.lit(DAY))
    found = resolve(articles)
    named = dict(found.entities.select("entity_id", "name").iter_rows())
    quotes = extract_quotes(articles, found.mentions).select("quote", "speaker_entity_id")
    return {quote: named.get(entity_id) for quote, entity_id in quotes.iter_rows()}


@pytest.mark.parametrize(("language", "body", "expected"), TEXTS, ids=[text[0] for text in TEXTS])
def test_quotations_have_their_speakers(language, body, expected):
    found = speakers_in(language, body)
    given = {start: next((who for quote, who in found.items() if quote.startswith(start)), None) for start in expected}
    assert {start: who and who.split()[-1] for start, who in given.items()} == expected


def test_a_german_noun_speaks_only_beside_its_verb():
    quotes = quotes_of("Die Zahlen sind schlecht. „Ein Aufschwung ist weiter nicht in Sicht.“", language="de")
    assert [speaker for _, speaker, _ in said(quotes)] == [None]
    quotes = quotes_of(
        "„Das Feuer ist noch nicht unter Kontrolle“, sagte ein Feuerwehrsprecher der Stadt.", language="de"
    )
    assert [speaker for _, speaker, _ in said(quotes)] == ["Feuerwehrsprecher der Stadt"]
