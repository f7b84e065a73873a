"""The page a reader opens in the morning: one self-contained HTML file per landing day.

Put here: what the page says and how it looks, rows in and text out. Keep out: asking the database, writing files.
"""

# Part of the stamp that each page carries: a page of another version is written anew.
VERSION = "1"
