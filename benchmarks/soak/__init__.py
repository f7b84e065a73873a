"""Break the line on purpose, many times, and look whether anything was lost: `make soak`."""
