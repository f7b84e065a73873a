"""Record -> articles: segments with roles, fields with their candidates. Each record alone, no other record is looked at.

Put here: everything that reads one record's text. Keep out: files and encodings (reading/), other records (dedupe/, stories/).
"""

VERSION = "1"
