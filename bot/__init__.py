"""The program: runs the adapters around the coach."""
