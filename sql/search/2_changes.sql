-- Forget articles that are gone or changed; number those that are to be indexed. The 1 goes up when words are told apart
-- otherwise. hash() may differ between versions of DuckDB: then everything is indexed again, to the same end.
create or replace temp table search_seen as
select article_id, hash(1, title, body) as text_hash from articles;

create or replace temp table search_gone as
select document from search_articles anti join search_seen using (article_id, text_hash);

delete from search_postings where document in (from search_gone);
delete from search_articles where document in (from search_gone);

create or replace temp table search_new as
select
    (select coalesce(max(document), 0) from search_articles)::integer
    + (row_number() over (order by article_id))::integer as document,
    article_id,
    text_hash
from search_seen
anti join search_articles using (article_id);
