"""Dated packs and language tables; no code but the loaders."""
