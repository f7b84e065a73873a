-- What a search may be narrowed to, as the articles have it now: a publisher or a landing day can change without the text.
create or replace temp table search_moved as
select search_articles.document, articles.source_id, articles.landed_on, origins.origin
from search_articles
inner join articles using (article_id)
left join loading.origins on origins.table_name = 'articles' and origins.owner = articles.article_id
where
    articles.source_id is distinct from search_articles.source_id
    or articles.landed_on is distinct from search_articles.landed_on
    or origins.origin is distinct from search_articles.origin;

update search_articles
set source_id = search_moved.source_id, landed_on = search_moved.landed_on, origin = search_moved.origin
from search_moved
where search_moved.document = search_articles.document;

delete from search_corpus;
insert into search_corpus select count(*), coalesce(sum(word_count), 0)::bigint from search_articles;
