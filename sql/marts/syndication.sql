-- One row per agency and publisher that uses it: how much of the publisher's output is the agency's.
-- agency_source_id: The agency.
-- agency: Its name.
-- source_id: The publisher; null for the articles whose page does not name one.
-- source: Its name; null likewise.
-- article_count: Articles (newest versions) that credit the agency or share its text.
-- copy_count: Those that are exact or near copies in a group whose text is this agency's.
-- shared_text_count: Those shown to be the agency's by its own text.
-- source_article_count: All articles of the publisher.
-- share_of_output: article_count by source_article_count, 0 to 1.
-- evidence: Kinds of evidence there are, in alphabetical order.
with
    output as (
        select source_id, count(*) as source_article_count
        from articles
        where is_latest_version
        group by source_id
    ),
    uses as (
        select
            agency_credits.source_id as agency_source_id,
            articles.source_id,
            articles.article_id,
            agency_credits.evidence,
            duplicate_groups.agency_source_id is not distinct from agency_credits.source_id as is_copy
        from agency_credits
        inner join articles on articles.article_id = agency_credits.article_id
        left join duplicate_groups using (duplicate_group_id)
        where articles.is_latest_version and articles.source_id is distinct from agency_credits.source_id
    ),
    uses_by_source as (
        select
            agency_source_id,
            source_id,
            count(distinct article_id) as article_count,
            count(distinct article_id) filter (where is_copy) as copy_count,
            count(distinct article_id) filter (where evidence = 'shared_text') as shared_text_count,
            list(distinct evidence order by evidence) as evidence
        from uses
        group by agency_source_id, source_id
    )
select
    uses_by_source.agency_source_id,
    agencies.name as agency,
    uses_by_source.source_id,
    sources.name as source,
    uses_by_source.article_count,
    uses_by_source.copy_count,
    uses_by_source.shared_text_count,
    output.source_article_count,
    round(uses_by_source.article_count / output.source_article_count, 6) as share_of_output,
    uses_by_source.evidence
from uses_by_source
inner join sources as agencies on agencies.source_id = uses_by_source.agency_source_id
inner join output on output.source_id is not distinct from uses_by_source.source_id
left join sources on sources.source_id = uses_by_source.source_id
order by uses_by_source.article_count desc, uses_by_source.agency_source_id, uses_by_source.source_id nulls last
