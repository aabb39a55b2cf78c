"""Barrier-free: one test per requirement, and journeys of visitors; STATEMENT.md says what they prove and what not."""
