"""The calendar sources: one file each."""
