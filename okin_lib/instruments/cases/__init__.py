"""Decided cases and this record side by side, each asked the same."""
