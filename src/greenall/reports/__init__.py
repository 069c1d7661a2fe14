"""Ledgers, records and verdicts -> Word, Excel, HTML."""
