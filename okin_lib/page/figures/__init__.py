"""Figures. Each is drawn only when it is asked for: nothing else imports matplotlib."""
