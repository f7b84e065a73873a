-- Which articles have a doubtful title, date, language, author or publisher, and what was the runner-up?
-- columns: source, title, field, doubt, value, confidence, runner_up, runner_up_confidence
select source, title, field, doubt, value, confidence, runner_up, runner_up_confidence
from marts.doubtful_fields
order by field, source nulls last, article_id
