"""Files -> one text with offsets and structure.

>>> document = from_text("指标\\t单位\\t2025年\\n覆盖率\\t％\\t24.5")
>>> [block.span.of(document.text) for block in document.blocks if block.is_header]
['指标', '单位', '2025年']
"""

from greenall.documents.document import Block, BlockKind, Document, FileKind, Notice, Place, Unreadable
from greenall.documents.folding import Folded, fold
from greenall.documents.reading import from_text, read, read_bytes

__all__ = [
    "Block",
    "BlockKind",
    "Document",
    "FileKind",
    "Folded",
    "Notice",
    "Place",
    "Unreadable",
    "fold",
    "from_text",
    "read",
    "read_bytes",
]
