-- Every record gave articles or is in quarantine, never both, never neither.
select records.record_id, found.record_id is not null as gave_articles, refused.record_id is not null as is_quarantined
from records
left join (select distinct record_id from articles) as found using (record_id)
left join (select distinct record_id from quarantine) as refused using (record_id)
where (found.record_id is null) = (refused.record_id is null)
