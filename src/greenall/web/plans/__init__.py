"""Plans: taken in, compiled, read, reviewed, compared."""
