"""Pages of the site: reading them, checking their shape, and what is added when they are shown."""
