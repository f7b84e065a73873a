"""Where every file and record ended: the tables files, record_files and quarantine, and the day each record landed.

Put here: the bookkeeping of what came in. Keep out: reading and parsing themselves.
"""
