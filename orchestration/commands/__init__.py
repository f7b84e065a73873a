"""One file for each command of `broadsheet`. Put here: what a command does and prints. Keep out: how rows are made."""
