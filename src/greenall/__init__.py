"""GreenAll: a policy document in, an accountable ledger out."""

__version__ = "0.1.0"
