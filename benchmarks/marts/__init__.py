"""How long the marts take over a large warehouse of invented rows. Keep out: whether their answers are right."""
