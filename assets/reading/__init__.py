"""Raw bytes -> records: finding files, telling formats and encodings, splitting a file into its records.

Put here: everything up to one record's decoded text. Keep out: what a record says (parsing/), where results are kept.
"""

# Changes whenever the same bytes would give other records.
VERSION = "4"
