"""Numerals, units, comparators, amounts, dates and periods as written in Chinese, Korean and English."""
