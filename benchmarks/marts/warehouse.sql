-- A warehouse of invented rows, in the proportions of news: few publishers write much, few entities are everywhere, a
-- story has four articles, an article ten entities, three topics, two quotations. Bodies are short: no mart reads them.
create macro chance(i, salt) as (hash(i * 1000003 + salt) % 1000000) / 1000000.0;
create macro pick(i, salt, n) as floor(chance(i, salt) * n)::bigint;
create macro pick_skewed(i, salt, n) as floor(power(chance(i, salt), 3) * n)::bigint;
create table articles_wanted as select unnest(range(getvariable('articles'))) as i;

insert into sources by name
select
    's' || i as source_id, 'Source ' || i as name, case when i < 8 then 'agency' else 'publisher' end as kind,
    ['en', 'de', 'fr'][1 + pick(i, 1, 3)] as language, ['US', 'GB', 'DE'][1 + pick(i, 2, 3)] as country_code,
    1 as article_count
from range(300) as t (i);

insert into topics by name
select
    't' || i as topic_id, 'Topic ' || i as label, case when i >= 17 then 't' || (i // 10) end as parent_topic_id,
    1 as level
from range(1100) as t (i);

insert into entities by name
select
    'e' || i as entity_id, 'Entity ' || i as name, ['person', 'organization', 'place'][1 + pick(i, 3, 3)] as kind,
    1 as article_count, 1 as mention_count
from range(30000) as t (i);

insert into articles by name
select
    md5(i::varchar) as article_id, md5('r' || i) as record_id, pick(i, 4, 20) = 0 as is_embedded,
    case when pick(i, 5, 50) > 0 then 's' || pick_skewed(i, 6, 300) end as source_id, 'Title ' || i as title,
    'heading' as title_basis, 'Body ' || i as body, []::varchar[] as authors,
    ['en', 'de', 'fr'][1 + pick(i, 7, 3)] as language, 0.5 + chance(i, 8) / 2 as language_confidence,
    timestamp '2026-09-01' + to_minutes((i // 4 * 4 * 86400 // getvariable('articles') + pick(i, 9, 2880))::integer)
        as published_at,
    ['second', 'minute', 'day', 'none'][1 + pick(i, 10, 4)] as published_precision, 'meta' as published_basis,
    100 + pick(i, 11, 900) as word_count, 0.9 as extraction_confidence, 1 as version_number,
    pick(i, 12, 30) > 0 as is_latest_version, pick(i, 13, 4) > 0 as is_canonical,
    case when pick(i, 13, 4) = 0 or pick(i, 14, 4) = 0 then 'd' || (i // 3) end as duplicate_group_id,
    'y' || (i // 4) as story_id, [] as changes, published_at::date + 1 as landed_on, '1' as parser_version
from articles_wanted;

insert into stories by name
select
    story_id, any_value(title) as title, min(article_id) as representative_article_id, count(*) as article_count,
    count(distinct source_id) as source_count, count(*) as independent_article_count, 'words' as method
from articles
group by story_id;

insert into story_articles by name
select story_id, article_id, 0.5 as similarity, []::varchar[] as shared_entities from articles;

insert into duplicate_groups by name
select
    duplicate_group_id, min(article_id) as canonical_article_id, count(*) as article_count,
    's' || pick(any_value(rowid), 15, 16) as agency_source_id, 'first' as reason
from articles
where duplicate_group_id is not null
group by duplicate_group_id;

insert into duplicates by name
select
    one.article_id, other.article_id as other_article_id, 'near' as kind, 0.8 as similarity, 0.9 as containment,
    80 as shared_words, 'They share runs.' as explanation
from articles as one
inner join articles as other
    on other.duplicate_group_id = one.duplicate_group_id and one.article_id < other.article_id;

insert into agency_credits by name
select
    md5(i::varchar) as article_id, 's' || pick(i, 16, 8) as source_id, 'credit_line' as evidence,
    'by an agency' as matched_text
from articles_wanted
where pick(i, 17, 3) = 0;

insert into article_entities by name
select distinct on (article_id, entity_id)
    md5(i::varchar) as article_id, 'e' || pick_skewed(i * 10 + j, 18, 30000) as entity_id, 1 + pick(i, 19, 4) as mention_count,
    j = 0 as in_title, chance(i * 10 + j, 20) as salience
from articles_wanted, range(10) as t (j);

insert into article_topics by name
select distinct on (article_id, topic_id)
    md5(i::varchar) as article_id, 't' || pick_skewed(i * 3 + j, 21, 1100) as topic_id, chance(i, 22) as score,
    ['word'] as evidence, 'lexicon' as method
from articles_wanted, range(3) as t (j);

insert into quotes by name
select
    md5(i || '-' || j) as quote_id, md5(i::varchar) as article_id, 'words said ' || i as quote, j = 0 as is_direct,
    j = 0 as is_canonical, 'Entity' as speaker, 'e' || pick_skewed(i * 2 + j, 23, 30000) as speaker_entity_id, 0.8 as confidence, 0 as char_start,
    9 as char_end, 'g' || pick(i * 2 + j, 24, 2 * getvariable('articles')) as quote_group_id
from articles_wanted, range(2) as t (j);

insert into field_candidates by name
select
    md5(i::varchar) as article_id, ['title', 'published_at', 'language', 'authors'][j // 2 + 1] as field, 'value ' || j as value,
    ['jsonld', 'meta'][j % 2 + 1] as basis, chance(i * 8 + j, 25) as confidence, j % 2 = 0 as is_chosen, 'rule' as reason
from articles_wanted, range(8) as t (j);

insert into files by name
select
    sha256(i::varchar) as file_id, landed_on || '/' || i as path, 4000 as size_bytes, 'html' as format, landed_on,
    case when pick(i, 26, 20) = 0 then 'quarantined' else 'parsed' end as status,
    case when status = 'quarantined' then 'no_content' end as reason,
    1 as record_count, 1 as article_count, 0 as quarantine_count
from (select rowid as i, landed_on from articles);

insert into record_files by name
select
    record_id, sha256(rowid::varchar) as file_id, 0 as ordinal, 0 as byte_start, 4000 as byte_end
from articles;

insert into quarantine by name
select file_id, 'parse' as stage, reason, 'nothing found' as detail, landed_on from files where status = 'quarantined';

insert into segments by name
select
    record_id, j as ordinal, j * 200 as char_start, j * 200 + 200 as char_end,
    ['title', 'byline', 'body', 'navigation', 'other'][j % 5 + 1] as role, article_id, 'rule' as reason
from articles, range(20) as t (j);
