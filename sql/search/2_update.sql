-- Count the words of articles that are new or changed, and forget those that are gone: the cost grows with the change.
create or replace temp table search_changed as
select coalesce(articles.article_id, documents.article_id) as article_id, articles.title, articles.body, articles.content_hash
from (select article_id, title, body, md5(concat_ws(chr(0), coalesce(title, ''), body)) as content_hash from articles) as articles
full outer join search_documents as documents using (article_id)
where documents.content_hash is distinct from articles.content_hash;

delete from search_terms where article_id in (select article_id from search_changed);
delete from search_documents where article_id in (select article_id from search_changed);

insert into search_terms
with
    texts as (
        select article_id, lower(strip_accents(concat_ws(' ', title, title, title, body))) as text
        from search_changed
        where content_hash is not null
    ),
    words as (select article_id, unnest(regexp_extract_all(text, '[\p{L}\p{N}]+')) as term from texts)
select term, article_id, count(*)::integer from words group by term, article_id order by term, article_id;

insert into search_documents
select article_id, any_value(content_hash), coalesce(sum(term_count), 0)::integer
from search_changed
left join search_terms using (article_id)
where content_hash is not null
group by article_id
order by article_id;
