"""Simulated teams of which the truth is known, to see whether an evaluation finds it."""
