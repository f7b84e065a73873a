-- Where did a quote first appear, and how do its versions differ?
-- columns: group_speaker, position, source, published_at, is_first, wording, quote
select group_speaker, position, source, published_at, is_first, wording, quote
from marts.quote_lineup
where source_count > 1
order by source_count desc, quote_group_id, position
