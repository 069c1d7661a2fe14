"""Files -> one text with offsets and structure."""
