-- How much of the raw input became article text, and what was the rest?
-- columns: level, outcome, reason, item_count, size, unit, share
select
    level,
    outcome,
    reason,
    sum(item_count) as item_count,
    sum(size) as size,
    unit,
    round(sum(size) / nullif(sum(sum(size)) over (partition by level), 0), 3) as share
from marts.funnel
group by level, outcome, reason, unit
order by level, size desc, outcome, reason nulls first
