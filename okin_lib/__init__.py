"""A teaching model of one opinion: record, doctrine, reasoning, views, lessons, hosts."""
