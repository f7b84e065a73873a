-- One row: the numbers of the warehouse that a run reports.
select
    (select count(*) from files where status <> 'gone') as files,
    (select count(*) from articles) as articles,
    (select count(*) from articles where not is_canonical) as duplicates,
    (select count(*) from stories) as stories,
    (select count(*) from sources where article_count > 0) as sources,
    (select count(*) from entities) as entities,
    (select count(*) from quotes) as quotes,
    (select count(*) from quarantine) as quarantined
