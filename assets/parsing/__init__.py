"""Record -> articles: segments with roles, fields with their candidates. No other record is looked at.

Put here: everything that reads one record's text. Keep out: files and encodings (reading/), other records (dedupe/).
"""

VERSION = "6"
