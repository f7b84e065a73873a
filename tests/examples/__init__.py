"""Every example query says what it answers, and answers it."""
