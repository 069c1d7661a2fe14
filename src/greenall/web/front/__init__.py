"""The first page, the language switch, the style guide, the health page and the pages for what went wrong."""
