"""What differs is shown where it is checked."""

from __future__ import annotations

import pytest

pytest.register_assert_rewrite("tests.month.checks")
