"""Which entity a speaker is: names by surname, pronouns by the last subject, roles by who was introduced with one.

Keep out: finding speakers. Nothing is guessed across articles; what stays open has no entity.
"""

from bisect import bisect_left, bisect_right

from assets.quotes.clauses import Reading
from assets.quotes.introductions import find_introductions, find_modifiers
from assets.quotes.speakers import Speaker, follows_preposition, is_possessive
from assets.quotes.text import Text

_REACH = 1_500  # characters back to the person a pronoun stands for


class Resolver:
    """The people of one article, ready to be asked who a speaker is."""

    def __init__(self, reading: Reading, mentions: list[Speaker]) -> None:
        self._text = reading.text
        self._people = [speaker for speaker in reading.speakers if speaker.kind == "person"]
        self._surnames: dict[str, set[str | None]] = {}
        for person in self._people:
            self._surnames.setdefault(_last_word(person.text), set()).add(person.entity_id)
        self._genders = _read_genders(reading.text, mentions)
        self._introduced = find_introductions(reading.text, self._people)
        self._subjects = _find_subjects(reading)
        self._starts = [sentence.start for sentence in self._text.sentences]
        self._known: dict[int, str | None] = {}

    def entity_of(self, speaker: Speaker) -> str | None:
        """The entity's id; None when the article does not tell."""
        if speaker.entity_id is not None:
            return speaker.entity_id
        if speaker.kind == "name":
            return self._by_name(speaker)
        if speaker.kind == "pronoun":
            return self._by_pronoun(speaker)
        return self._by_role(speaker) if speaker.kind == "role" else None

    def _by_name(self, speaker: Speaker) -> str | None:
        """People of the article whose name ends with the same word; only when they are one."""
        alike = self._surnames.get(_last_word(speaker.text), set())
        return next(iter(alike)) if len(alike) == 1 else None

    def _by_pronoun(self, speaker: Speaker) -> str | None:
        """The nearest subject before it that fits; a pronoun of the same word hands its own person on."""
        if speaker.start not in self._known:
            gender, is_plural = self._text.tables.pronouns[speaker.word]
            self._known[speaker.start] = None if is_plural or not gender else self._find_antecedent(speaker, gender)
        return self._known[speaker.start]

    def _find_antecedent(self, speaker: Speaker, gender: str) -> str | None:
        subjects = _before(self._subjects, speaker)
        subjects.sort(key=lambda subject: (-bisect_right(self._starts, subject.start), subject.start))
        for subject in [*subjects, *reversed(_before(self._people, speaker))]:
            if subject.kind == "pronoun" and subject.word != speaker.word:
                continue
            entity = self.entity_of(subject)
            if entity is not None and self._genders.get(entity, gender) == gender:
                return entity
        return None

    def _by_role(self, speaker: Speaker) -> str | None:
        """Who was introduced with a role of the same group; modifiers ("defense") must agree where there are some."""
        tables, role = self._text.tables, self._text.tables.roles[speaker.word]
        first_word = speaker.text.lower().split()[0]
        if role.is_plural or not role.is_person or first_word in tables.words("indefinite"):
            return None
        wanted = find_modifiers(speaker.text, speaker.word, tables)
        # Up to its own end: "X, the minister, said" introduces X with the role that speaks.
        known = [i for i in self._introduced if i.group == role.group and i.at < speaker.end]
        if not wanted:
            return known[-1].entity_id if known else None
        most = max((len(wanted & i.modifiers) for i in known), default=0)
        people = {i.entity_id for i in known if most and len(wanted & i.modifiers) == most}
        return people.pop() if len(people) == 1 else None


def _last_word(name: str) -> str:
    return name.lower().split()[-1]


def _read_genders(text: Text, mentions: list[Speaker]) -> dict[str, str]:
    """Gender of an entity as its first form of address in the article tells it."""
    genders: dict[str, str] = {}
    for mention in mentions:
        before = text.body[max(0, mention.start - 10) : mention.start].split()[-1:]
        addresses = [*before, mention.text.split(" ", 1)[0]]
        gender = next((g for word in addresses if (g := text.tables.honorifics.get(word))), None)
        if gender and mention.entity_id:
            genders.setdefault(mention.entity_id, gender)
    return genders


def _before(speakers: list[Speaker], speaker: Speaker) -> list[Speaker]:
    """Those of an ordered list that stand before a speaker, within reach."""
    first = bisect_right(speakers, speaker.start - _REACH, key=lambda other: other.start)
    return speakers[first : bisect_left(speakers, speaker.start, key=lambda other: other.start)]


def _find_subjects(reading: Reading) -> list[Speaker]:
    """Persons who are neither owners nor after a preposition, in order."""
    return [
        speaker
        for speaker in reading.speakers
        if _is_person(reading.text, speaker)
        and not is_possessive(reading.text.plain, speaker)
        and not follows_preposition(reading.text, speaker)
    ]


def _is_person(text: Text, speaker: Speaker) -> bool:
    if speaker.kind == "role":
        return text.tables.roles[speaker.word].is_person
    if speaker.kind == "pronoun":
        return bool(text.tables.pronouns[speaker.word][0])
    return speaker.kind in ("person", "name")
