"""One file per format: how its bytes are split into records. registry.py lists them; docs/add-a-format.md says how."""
