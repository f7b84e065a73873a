-- Stories that two publishers both carried in the 14 days up to this one, for the twelve publishers with most stories.
with
    carried as (
        select distinct source_id, story_id
        from articles
        where
            landed_on > $day - interval 14 day
            and landed_on <= $day
            and source_id is not null
            and story_id is not null
    ),
    busiest as (
        select source_id, count(*) as story_count from carried group by source_id order by story_count desc, source_id limit 12
    )
select
    names.name as source,
    other_names.name as other_source,
    count(*) as shared_count,
    busiest.story_count,
    other_busiest.story_count as other_story_count
from carried
inner join carried as other_carried using (story_id)
inner join busiest on busiest.source_id = carried.source_id
inner join busiest as other_busiest on other_busiest.source_id = other_carried.source_id
inner join sources as names on names.source_id = carried.source_id
inner join sources as other_names on other_names.source_id = other_carried.source_id
where carried.source_id <= other_carried.source_id
group by carried.source_id, other_carried.source_id, names.name, other_names.name, busiest.story_count, other_busiest.story_count
order by carried.source_id, other_carried.source_id
