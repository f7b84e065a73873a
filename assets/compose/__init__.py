"""Put together the published tables that need several stages: articles, teasers, story_articles.

Put here: joins of finished frames. Keep out: any decision that a stage should make.
"""
