"""From how many on something may be said: chosen so that what matters would mostly be seen.

In each case four times of five (power 0.8, two-sided 0.05, one comparison). Below it the answer is
"not yet known", never a verdict (METHOD §12).
"""

from __future__ import annotations

# No figure about people from fewer; and from fewer clusters no interval can be trusted.
PEOPLE = 5
# Calls of each sort: (1.96 + 0.84)² · 2 / 30 is Cohen's h of 0.72, a large difference.
CALLS = 30
# People, or matched pairs, of whom a change is known: one of 1.2 standard deviations is seen.
PAIRED = 8
# Calls of one person before and since, and months: fewer say nothing of how somebody usually is.
EACH = 3
MONTHS = 2
# Calls in the first so many weeks with the coach are "before", where nothing else is.
BEGINNING_WEEKS = 4
# How far starting points of a matched pair may lie apart, in standard deviations (Austin 2011).
CALIPER = 0.2
