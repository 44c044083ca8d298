"""The coach: pure. Values in, values out; no clock, no I/O, no SDK, no log."""
