-- Which agency's copy is most syndicated, in which outlets, and what share of each outlet's output is it?
-- columns: agency, source, article_count, share_of_output, evidence
select agency, source, article_count, share_of_output, evidence
from marts.syndication
order by agency, article_count desc, source nulls last
