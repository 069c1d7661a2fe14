"""What happened, never rewritten."""
