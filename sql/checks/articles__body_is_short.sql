-- warn: Few articles have a body under 20 words.
select article_id, title, word_count from articles where word_count < 20
