"""People who play a dialogue script: each finds what to tap in what the coach really sent."""
