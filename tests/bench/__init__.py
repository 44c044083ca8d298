"""Measures the product beside named peers and limits: `make bench`."""
