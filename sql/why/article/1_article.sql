-- Article
select article_id, title, s.name as source, authors, dateline, published_at, published_precision, articles.language,
    word_count, extraction_confidence, version_number, is_latest_version, is_canonical, parser_version
from articles
left join sources s using (source_id)
where article_id = $1
