"""Names in languages that no recogniser reads: given names, roles, CLDR's names of places. All texts are invented."""

import pytest

from assets.entities.local_places import find_local_place
from assets.entities.recognize import recognize_names
from assets.entities.text import split_words
from assets.entities.words_abroad import split_elisions
from tests.entities.samples import make_articles, resolve

TEXTS = [
    (
        "de",
        "Der Bundeskanzler hat am Dienstag in Brüssel mit der belgischen Regierung verhandelt. Umweltministerin "
        "Annegret Wiesner sagte, Deutschland und Frankreich würden die Kosten tragen. „Das ist ein guter Tag“, "
        "erklärte Wiesner. Der Kölner Anwalt Karl-Heinz von Berg kritisierte den Vertrag. Über Nacht waren es bei"
        " Wind 12 Grad. Auch Nordkorea und die Vereinigten Staaten zeigten Interesse, hieß es in Mailand. Chinas "
        "Bild sei ein anderes.",
        {"Annegret Wiesner", "Karl-Heinz von Berg"},
        {"Brussels", "Germany", "France", "North Korea", "United States", "Milan", "China"},
    ),
    (
        "de",
        "Der Wirt Jürgen Kleinschmidt hatte sie vom Steg aus gesehen. Die Österreicherin Marlene Hofbauer und ihr"
        " Bruder Stefan Hofbauer waren bei Rostock gekentert. Hofbauer sagte der Zeitung, sie habe die Küste von "
        "Dänemark schon sehen können. Am Abend lud Kleinschmidt die Retter in das Emil-Krug-Haus ein.",
        {"Jürgen Kleinschmidt", "Marlene Hofbauer", "Stefan Hofbauer"},
        {"Rostock", "Denmark"},
    ),
    (
        "es",
        "Nada más empezar, la concejala María Quiroga Salinas abandonó la sala. Quiroga explicó después que "
        "Alemania y los Países Bajos ya habían aprobado una norma parecida. El portavoz, Juan Manuel Moreno, "
        "pidió calma. Moreno ha explicado que la ciudad no tiene deudas. Los vecinos de San Telmo protestaron en "
        "Londres y en Nueva York.",
        {"María Quiroga Salinas", "Juan Manuel Moreno"},
        {"Germany", "Netherlands", "London", "New York City"},
    ),
    (
        "fr",
        "La maire de Lille, Hélène Marchand, a présenté mardi un plan. Selon Mme Marchand, l’Allemagne et la "
        "Corée du Sud ont réussi. « Nous n’avons plus le choix », a déclaré Jean-Luc Perrault, président d’une "
        "association d’Angers. La Côte d’Ivoire attend. La rue Victor Hugo restera fermée.",
        {"Hélène Marchand", "Jean-Luc Perrault"},
        {"Lille", "Germany", "South Korea", "Angers", "Ivory Coast"},
    ),
    (
        "it",
        "Il sindaco di Torino ha incontrato Giovanni Battista Corelli. Corelli ha spiegato che la Germania e gli "
        "Stati Uniti sono i mercati principali. L’Italia perde posti, ha detto Francesca De Luca a Milano. Nel "
        "Mare del Nord la nave era in ritardo.",
        {"Giovanni Battista Corelli", "Francesca De Luca"},
        {"Turin", "Germany", "United States", "Italy", "Milan"},
    ),
    (
        "pt",
        "A ministra Ana Paula Ferreira disse em Lisboa que a Alemanha vai ajudar. O presidente da câmara do "
        "Porto, Rui dos Santos, discorda. Ferreira viaja para Moçambique. Santos afirmou que não foi convidado.",
        {"Ana Paula Ferreira", "Rui dos Santos"},
        {"Lisbon", "Germany", "Porto", "Mozambique"},
    ),
    (
        "nl",
        "Minister Pieter van der Wal wil een nieuwe brug in Rotterdam. Duitsland en het Verenigd Koninkrijk "
        "betalen mee, zei Van der Wal woensdag. Volgens onderzoeker Marieke Jansen is dat te weinig. Jansen werkt"
        " in Parijs.",
        {"Pieter van der Wal", "Marieke Jansen"},
        {"Rotterdam", "Germany", "United Kingdom", "Paris"},
    ),
    (
        "tr",
        "Bakan Mehmet Yıldırım salı günü Ankara'da konuştu. Yıldırım'a göre Almanya ve Türkiye'nin kararı ortak. "
        "Ayşe Demir ise İzmir'de karşı çıktı.",
        {"Mehmet Yıldırım", "Ayşe Demir"},
        {"Ankara", "Germany", "Turkey", "İzmir"},
    ),
    (
        "sv",
        "Statsminister Lars Bergqvist sade på torsdagen att Tyskland och Norge delar hans oro. Forskaren Karin "
        "Lindahl i Göteborg håller inte med. Enligt Lindahl är Storbritannien längre fram.",
        {"Lars Bergqvist", "Karin Lindahl"},
        {"Germany", "Norway", "Gothenburg", "United Kingdom"},
    ),
    (
        "de",
        "Nach dem Brand in der Papierfabrik von Eschweiler ermittelt die Polizei. Feuerwehrchef Ulrich "
        "Hammerstein sprach am Donnerstag von einem Schaden in Millionenhöhe. „So etwas habe ich in Österreich "
        "noch nicht gesehen“, sagte der Wiener Gutachter Florian Mayrhofer. Die Bürgermeisterin Sabine "
        "Lohmann-Fuchs (parteilos) will die Anwohner entschädigen. Mayrhofers Bericht wird in der Schweiz "
        "erwartet, wo der Konzern sitzt. Aus Polen kamen zwei Löschzüge.",
        {"Florian Mayrhofer", "Sabine Lohmann-Fuchs", "Ulrich Hammerstein"},
        {"Austria", "Poland", "Switzerland"},
    ),
    (
        "de",
        "Schwimmen: Gold für Lena Brandt in Tokio. Die 19-Jährige aus Potsdam schlug über 200 Meter Schmetterling"
        " die Favoritin Megan Whitford aus Australien. Brandt weinte auf dem Podest. Bundestrainer Heiko Stamm "
        "lobte ihren Mut. In Italien hatte sie im Mai noch aufgeben müssen.",
        {"Heiko Stamm", "Lena Brandt", "Megan Whitford"},
        {"Australia", "Italy", "Potsdam", "Tokyo"},
    ),
    (
        "fr",
        "Le procès de l’ancien notaire Gérard Vasseur s’est ouvert lundi à Bordeaux. Son avocate, Maître Sophie "
        "Delcourt, plaide la folie. Vasseur avait fui en Suisse puis au Brésil. « Il a menti à tout le monde », a"
        " dit Claire Fontanel, la sœur de la victime. À Paris, le ministre Olivier Castagne n’a pas souhaité "
        "réagir. L’Espagne l’avait arrêté en mars.",
        {"Claire Fontanel", "Gérard Vasseur", "Olivier Castagne", "Sophie Delcourt"},
        {"Bordeaux", "Brazil", "Paris", "Spain", "Switzerland"},
    ),
    (
        "es",
        "La sequía llega a Bolivia. En La Paz, la directora del servicio de aguas, Verónica Quispe Mamani, "
        "advirtió de cortes. «Nos quedan veinte días», dijo Quispe. El economista Hernán Zárate recuerda que Perú"
        " y Chile compraron agua a Argentina en 2016. Los ganaderos de Santa Cruz piden ayuda a Suiza. Quispe "
        "viajará a Ginebra.",
        {"Hernán Zárate", "Verónica Quispe Mamani"},
        {"Argentina", "Bolivia", "Chile", "Geneva", "La Paz", "Peru", "Santa Cruz", "Switzerland"},
    ),
    (
        "it",
        "Venezia sott’acqua. Il prefetto Alessandro Bortolin ha chiuso le scuole fino a venerdì. «È la terza "
        "volta in un mese», dice la commerciante Lucia Zanella, 52 anni. A Roma la ministra Paola Ferrante "
        "promette fondi. Bortolin teme che la Francia e la Svizzera chiudano i passi. Zanella ha perso tutto.",
        {"Alessandro Bortolin", "Lucia Zanella", "Paola Ferrante"},
        {"France", "Rome", "Switzerland", "Venice"},
    ),
    (
        "pl",
        "Prezes Krzysztof Wiśniewski ogłosił w Gdańsku nowy statek. Według Wiśniewskiego Szwecja i Dania zamówiły"
        " trzy jednostki. Rzeczniczka Joanna Maj dodała, że Wielka Brytania czeka.",
        {"Joanna Maj", "Krzysztof Wiśniewski"},
        {"Denmark", "Sweden", "United Kingdom"},
    ),
    (
        "pt",
        "O pescador Joaquim Teixeira morreu ontem ao largo de Aveiro. A filha, Beatriz Teixeira, soube da notícia"
        " em França. O barco tinha partido da Noruega. O capitão do porto, Nuno Albuquerque Reis, abriu um "
        "inquérito. Albuquerque Reis não comenta. Brasil e Angola enviaram condolências.",
        {"Beatriz Teixeira", "Joaquim Teixeira", "Nuno Albuquerque Reis"},
        {"Angola", "Aveiro", "Brazil", "France", "Norway"},
    ),
    (
        "da",
        "Borgmester Mads Thorsen vil lukke svømmehallen i Aarhus. Det vækker vrede hos formand Birgitte Lund, der"
        " bor i Tyskland. Thorsen siger, at Sverige har gjort det samme.",
        {"Birgitte Lund", "Mads Thorsen"},
        {"Germany", "Sweden", "Aarhus"},
    ),
]


def names_in(language: str, body: str) -> dict[str, set[str]]:
    found = resolve(make_articles(body, language=language)).entities
    return {kind: set(found.filter(kind=kind)["name"]) for kind in ("person", "place")}


@pytest.mark.parametrize(("language", "body", "people", "places"), TEXTS, ids=[text[0] for text in TEXTS])
def test_people_and_places_have_their_names(language, body, people, places):
    assert names_in(language, body) == {"person": people, "place": places}


WITHOUT_CAPITALS = [
    ("ja", "日本と米国は東京で会談し、北朝鮮の問題を協議した。", {"Japan", "United States", "Tokyo", "North Korea"}),
    ("ko", "한국과 미국은 서울에서 중국 문제를 논의했다.", {"South Korea", "United States", "Seoul", "China"}),
    ("zh", "中国和美国在北京会谈，乌克兰也参加。", {"China", "United States", "Beijing", "Ukraine"}),
    (
        "ar",
        "قالت الولايات المتحدة إن روسيا وأوكرانيا ستجتمعان بالقاهرة",
        {"United States", "Russia", "Ukraine", "Cairo"},
    ),
    ("he", "ישראל וארצות הברית נפגשו בירושלים", {"Israel", "United States", "Jerusalem"}),
]


@pytest.mark.parametrize(("language", "body", "places"), WITHOUT_CAPITALS, ids=[row[0] for row in WITHOUT_CAPITALS])
def test_scripts_without_capitals_have_countries_and_capitals(language, body, places):
    assert names_in(language, body) == {"person": set(), "place": places}


def test_the_table_says_that_a_name_is_translated():
    articles = make_articles("Die Regierung von Frankreich hat zugestimmt.", language="de")
    row = recognize_names(articles, "gazetteer").row(0, named=True)
    assert (row["text"], row["full_name"], row["basis"]) == ("Frankreich", "France", "translation")


def test_a_place_is_looked_up_in_its_language_only():
    assert find_local_place("Island", "de") == "Iceland"
    assert find_local_place("Island", "fr") is None
    assert find_local_place("Granada", "es") is None  # The gazetteer has it.
    assert find_local_place("Deutschlands", "de") == "Germany"
    assert find_local_place("Tours", "fr") == "Tours"
    assert find_local_place("Frankreich", "no such language") is None


def test_elided_words_and_case_endings_leave_names():
    def words(text, language):
        return [word.text for word in split_elisions(split_words(text), language)]

    assert words("l’Italie et d’Emmanuel, O’Connor", "fr") == ["Italie", "et", "Emmanuel", "O’Connor"]
    assert words("Ankara'da Yıldırım'a", "tr") == ["Ankara", "Yıldırım"]
