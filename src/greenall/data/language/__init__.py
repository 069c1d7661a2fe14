"""Language tables and their loader."""
