"""Does it work? What is compared with what, from how many on, and what may be said of it (§12)."""
