"""What every screen is made of: words, states, passages, acts, regions, figures' base."""
