"""When and where things run: definitions, jobs, schedules, sensors, the command line. Keep out: anything about news."""
