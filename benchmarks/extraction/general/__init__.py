"""General pages (blogs, offices, associations, companies): rendered from our own texts by publishing systems."""
