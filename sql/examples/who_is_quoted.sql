-- Whose voice is quoted most, and who is quoted without being named in the headline?
-- columns: speaker, kind, quote_count, article_count, source_count, untitled_article_count
select speaker, kind, quote_count, article_count, source_count, untitled_article_count
from marts.most_quoted
where speaker is not null
order by quote_count desc, article_count desc, speaker, speaker_entity_id nulls last
limit 30
