-- Text that they share
select kind, similarity, containment, shared_words, explanation
from duplicates
where article_id = least($1, $2) and other_article_id = greatest($1, $2)
    or article_id = greatest($1, $2) and other_article_id = least($1, $2)
