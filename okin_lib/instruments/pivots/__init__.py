"""Pivotal facts: what a finding turns on."""
