"""Shared looks: the page, its parts, the words in them."""
