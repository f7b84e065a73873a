-- One row per speaker: whose voice is heard, and where. A quotation that several articles hold counts once. One more row holds the quotations whose speaker the text does not name (they, the chief, officials).
-- speaker_entity_id: The speaker as an entity; null for one known by name only.
-- speaker: The entity's name, or the name as written; null for all that are not named.
-- kind: person, organization or place; null without an entity.
-- quote_count: Different quotations.
-- direct_quote_count: Those in quotation marks.
-- occurrence_count: Times they stand in an article (newest versions), copies included.
-- article_count: Articles that quote the speaker.
-- source_count: Publishers of those articles.
-- story_count: Stories of those articles.
-- untitled_article_count: Articles that quote the speaker without naming them in the headline; null without an entity.
-- first_day: First day of such an article: of publication (UTC), or of landing where the page does not say.
-- last_day: Last such day.
with
    spoken as (
        select
            quotes.quote_group_id,
            quotes.is_direct,
            quotes.article_id,
            quotes.speaker_entity_id,
            -- Who is no entity has a name when two words or more are written large, the last one too.
            case
                when entities.name is not null then entities.name
                when regexp_matches(quotes.speaker, '(^|\s)\p{Lu}\S*(\s\S+)*\s\p{Lu}\S*$|\p{Lo}') then quotes.speaker
            end as speaker,
            entities.kind,
            articles.source_id,
            articles.story_id,
            coalesce(article_entities.in_title, false) as in_title,
            case
                when articles.published_precision in ('second', 'minute', 'day') then cast(articles.published_at as date)
                else articles.landed_on
            end as day
        from quotes
        inner join articles using (article_id)
        left join entities on entities.entity_id = quotes.speaker_entity_id
        left join article_entities
            on article_entities.article_id = quotes.article_id
            and article_entities.entity_id = quotes.speaker_entity_id
        where articles.is_latest_version and quotes.speaker is not null
    )
select
    speaker_entity_id,
    speaker,
    kind,
    count(distinct quote_group_id) as quote_count,
    count(distinct quote_group_id) filter (where is_direct) as direct_quote_count,
    count(*) as occurrence_count,
    count(distinct article_id) as article_count,
    count(distinct source_id) as source_count,
    count(distinct story_id) as story_count,
    case
        when speaker_entity_id is not null then count(distinct article_id) filter (where not in_title)
    end as untitled_article_count,
    min(day) as first_day,
    max(day) as last_day
from spoken
group by speaker_entity_id, speaker, kind
order by speaker is null, quote_count desc, article_count desc, speaker, speaker_entity_id nulls last
