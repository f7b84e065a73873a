-- What is the mix of topics by outlet, country and week?
-- columns: week, country_code, source, top_topic, weight, share
with
    weekly as (
        select
            cast(date_trunc('week', day) as date) as week,
            country_code,
            source,
            top_topic,
            round(sum(weight), 3) as weight
        from marts.topic_daily
        group by date_trunc('week', day), country_code, source, top_topic
    )
select
    week,
    country_code,
    source,
    top_topic,
    weight,
    round(weight / nullif(sum(weight) over (partition by week, source, country_code), 0), 3) as share
from weekly
order by week, source nulls last, weight desc, top_topic
