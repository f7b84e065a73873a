-- Forget articles that are gone or changed; number those that are to be indexed. Texts are read only of articles whose row
-- was made anew since they were indexed (loading.origins), and hashed, as most of these changed in something else. The 1
-- goes up when words are told apart otherwise; hash() may differ between versions of DuckDB: then all are indexed again.
create or replace temp table search_same as
select search_articles.article_id
from search_articles
inner join loading.origins
    on origins.table_name = 'articles'
    and origins.owner = search_articles.article_id
    and origins.origin = search_articles.origin;

create or replace temp table search_suspects as
select article_id from articles anti join search_same using (article_id);

create or replace temp table search_seen as
select
    articles.article_id,
    hash(1, articles.title, articles.body) as text_hash,
    coalesce(strlen(articles.title), 0) + strlen(articles.body) as bytes
from articles
inner join search_suspects using (article_id);

create or replace temp table search_gone as
select document
from search_articles
anti join search_same using (article_id)
anti join search_seen using (article_id, text_hash);

update search_words
set article_count = search_words.article_count - gone.articles
from (
    select word_id, count(*)::integer as articles
    from search_postings
    where document in (from search_gone)
    group by word_id
) as gone
where gone.word_id = search_words.word_id;

delete from search_postings where document in (from search_gone);
delete from search_articles where document in (from search_gone);

create or replace temp table search_new as
select
    (select coalesce(max(document), 0) from search_articles)::integer
    + (row_number() over (order by article_id))::integer as document,
    article_id,
    text_hash,
    bytes
from search_seen
anti join search_articles using (article_id);
