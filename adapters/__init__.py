"""The outside world, thin: each adapter reads, draws or carries, and never decides."""
