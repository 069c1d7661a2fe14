"""How dates and numbers are written on the site. Django's own Chinese formats leave the digits ungrouped."""
