"""The chat platforms: one file, or one folder, each."""
