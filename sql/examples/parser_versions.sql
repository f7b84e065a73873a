-- What differs between parser versions, by outlet and field?
-- columns: source, parser_version, article_count, untitled_count, undated_count, unsigned_count, mean_words, mean_confidence
select
    sources.name as source,
    articles.parser_version,
    count(*) as article_count,
    count(*) filter (where articles.title is null) as untitled_count,
    count(*) filter (where articles.published_at is null) as undated_count,
    count(*) filter (where len(articles.authors) = 0) as unsigned_count,
    round(avg(articles.word_count)) as mean_words,
    round(avg(articles.extraction_confidence), 3) as mean_confidence
from articles
left join sources using (source_id)
group by sources.name, articles.parser_version
order by source nulls last, articles.parser_version
