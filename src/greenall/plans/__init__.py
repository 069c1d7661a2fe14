"""Document -> measures, targets, owners, findings; the difference of two versions; the ledger's file formats."""
