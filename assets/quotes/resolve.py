"""Which entity a speaker is: names by surname, pronouns by the last person, roles by who was introduced with one.

Keep out: finding speakers. Nothing is guessed across articles; what stays open has no entity.
"""

import re

from assets.quotes.speakers import Speaker, is_possessive
from assets.quotes.tables import Tables
from assets.quotes.text import Text

_WORD = re.compile(r"[\w’'-]+(?:\.\w\.?)*")
_REACH = 1_500  # characters back to the person a pronoun stands for
_INTRODUCTION = re.compile(r"(?:\s(?:of|for)(?:\s[\w’'&-]+){1,5})?,?\s(?:[A-Z][\w]*\.\s)?")
_APPOSITION = re.compile(r",\s")
_STEM = 5  # letters that tell two modifiers apart: defense and defence are one


class Resolver:
    """The people of one article, ready to be asked who a speaker is."""

    def __init__(self, text: Text, mentions: list[Speaker], speakers: list[Speaker]) -> None:
        self._text = text
        self._people = [m for m in mentions if m.kind == "person" and "\x01" not in text.plain[m.start : m.end]]
        self._genders = self._read_genders(mentions)
        self._introduced = self._read_introductions(speakers)

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
        """People of the article whose name ends alike, or holds the words; only when they are one."""
        words = speaker.text.lower().split()
        alike = {p.entity_id for p in self._people if p.text.lower().split()[-1] == words[-1]}
        return alike.pop() if len(alike) == 1 else None

    def _by_pronoun(self, speaker: Speaker) -> str | None:
        gender, is_plural = self._text.tables.pronouns[speaker.word]
        if is_plural or not gender:
            return None
        before = [p for p in self._people if speaker.start - _REACH < p.start < speaker.start]
        fitting = [p for p in reversed(before) if self._genders.get(p.entity_id or "", gender) == gender]
        subjects = [p for p in fitting if self._is_subject(p)]
        chosen = (subjects or fitting)[:1]
        return chosen[0].entity_id if chosen else None

    def _is_subject(self, person: Speaker) -> bool:
        plain = self._text.plain
        before = re.search(r"([\w’'-]+)\s+(?:[A-Z]\w*\.?\s+){0,3}$", plain[max(0, person.start - 50) : person.start])
        prepositions = self._text.tables.connectors.get("preposition", frozenset())
        return not is_possessive(plain, person) and (before is None or before[1].lower() not in prepositions)

    def _by_role(self, speaker: Speaker) -> str | None:
        tables, role = self._text.tables, self._text.tables.roles[speaker.word]
        words = _WORD.findall(speaker.text.lower())
        if role.is_plural or not role.is_person or words[0] in tables.connectors.get("indefinite", ()):
            return None
        wanted = _modifiers(words, speaker.word, tables)
        before = [i for i in self._introduced if i[1] == role.group and i[0] < speaker.start]
        agreeing = [i for i in before if not wanted or wanted & i[2]]
        people = {i[3] for i in agreeing}
        if wanted and len(people) > 1:
            most = max(len(wanted & i[2]) for i in agreeing)
            people = {i[3] for i in agreeing if len(wanted & i[2]) == most}
        if len(people) == 1:
            return people.pop()
        return agreeing[-1][3] if agreeing and not wanted else None

    def _read_genders(self, mentions: list[Speaker]) -> dict[str, str]:
        """Gender of an entity as its form of address tells it."""
        genders: dict[str, str] = {}
        for mention in mentions:
            words = self._text.body[max(0, mention.start - 10) : mention.start].split()
            first = mention.text.split(" ", 1)[0]
            gender = self._text.tables.honorifics.get(words[-1] if words else "") or self._text.tables.honorifics.get(first)
            if gender and mention.entity_id:
                genders.setdefault(mention.entity_id, gender)
        return genders

    def _read_introductions(self, speakers: list[Speaker]) -> list[tuple[int, str, frozenset[str], str | None]]:
        """Where, with which group of roles and which modifiers, a person is introduced."""
        found = []
        tables, body = self._text.tables, self._text.body
        by_end = {p.end: p for p in self._people}
        by_start = {p.start: p for p in self._people}
        for match in tables.role_pattern.finditer(self._text.plain):
            role = tables.roles[match[0].lower()]
            if role.is_plural or not role.is_person:
                continue
            link = _INTRODUCTION.match(body, match.end())
            person = by_start.get(link.end()) if link else None
            words = body[max(0, match.start() - 45) : link.end() if link and person else match.end()]
            words = re.split(r"[.!?]\s|[,;:()\n]", words[: words.rfind(match[0])])[-1] + words[words.rfind(match[0]) :]
            if person is None:
                comma = body.rfind(", ", max(0, match.start() - 60), match.start())
                person = by_end.get(comma) if comma >= 0 else None
            if person is not None:
                modifiers = _modifiers(_WORD.findall(words.lower()), match[0].lower(), tables)
                found.append((match.start(), role.group, modifiers, person.entity_id))
        return found


def _modifiers(words: list[str], role: str, tables: Tables) -> frozenset[str]:
    """The words that say which minister or chief, as stems."""
    small = tables.connectors.get("determiner", frozenset()) | tables.connectors.get("preposition", frozenset())
    plain = (word.replace(".", "").removesuffix("'s").removesuffix("’s") for word in words)
    return frozenset(w[:_STEM] for w in plain if w and w not in small and w not in role.split())
