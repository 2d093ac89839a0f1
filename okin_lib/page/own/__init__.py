"""Facts of a learner's own, on a page: how they are said, shown, added and taken out."""
