"""The command line: `greenall compile plan.docx`."""
