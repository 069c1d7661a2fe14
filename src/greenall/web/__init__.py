"""The site: upload a plan, read its ledger, review it, compare two plans. For one machine, on 127.0.0.1.

`greenall serve` starts it. Accounts come later; until then `access.local_use` admits this machine only.
"""
