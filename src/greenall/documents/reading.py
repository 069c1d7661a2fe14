"""A file -> a Document: told what it is by its bytes, then read by the reader of its kind.

The libraries of the readers are imported by the reader that needs them: importing this module costs nothing much.
"""

from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from greenall.documents import plain
from greenall.documents.decoding import decode
from greenall.documents.document import Document, FileKind, Unreadable
from greenall.documents.recognition import recognise

LARGEST = 50 * 1024 * 1024  # bytes

# Each module has `read(name, data) -> Document`.
_READERS = {
    FileKind.HTML: "greenall.documents.web_page",
    FileKind.DOCX: "greenall.documents.word",
    FileKind.PDF: "greenall.documents.pdf",
    FileKind.HWPX: "greenall.documents.hwpx",
    FileKind.HWP: "greenall.documents.hwp",
}


def read(path: Path) -> Document:
    """The document in a file. Raises Unreadable."""
    try:
        if path.stat().st_size > LARGEST:
            raise Unreadable("documents.too_large", name=path.name)
        data = path.read_bytes()
    except IsADirectoryError as error:
        raise Unreadable("documents.a_folder", name=str(path)) from error
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise error if isinstance(error, Unreadable) else Unreadable("documents.not_found", name=str(path)) from error
    except OSError as error:
        raise Unreadable("documents.no_access", name=str(path)) from error
    return read_bytes(path.name, data)


def read_bytes(name: str, data: bytes) -> Document:
    """The document in the bytes of a file; `name` is only shown. Raises Unreadable, and nothing else for any bytes."""
    if len(data) > LARGEST:
        raise Unreadable("documents.too_large", name=name)
    if not data.strip(b" \t\r\n\x00"):
        raise Unreadable("documents.empty", name=name)
    try:
        kind = recognise(name, data)
        document = _reader(kind)(name, data)
    except Unreadable:
        raise
    except Exception as error:  # a damaged file can bring any error out of the libraries that parse it
        raise Unreadable("documents.broken", name=name) from error
    if not document.text.strip():
        raise Unreadable("documents.empty", name=name)
    return document


def from_text(text: str, name: str = "text") -> Document:
    """The document in a string of plain text or Markdown. Every offset of the string keeps its meaning."""
    return _written(name, text, sha256(text.encode(errors="surrogatepass")).hexdigest(), "")


def _read_text(name: str, data: bytes) -> Document:
    text, encoding = decode(name, data)
    return _written(name, text.replace("\r\n", "\n"), sha256(data).hexdigest(), encoding)


def _written(name: str, text: str, digest: str, encoding: str) -> Document:
    markdown = plain.is_markdown(text)
    text = plain.canonical(text, markdown)
    kind = FileKind.MARKDOWN if markdown else FileKind.TEXT
    return Document(name, kind, digest, text, plain.blocks_of(text, markdown), encoding)


def _reader(kind: FileKind) -> Callable[[str, bytes], Document]:
    module = _READERS.get(kind)
    if module is None:
        return _read_text
    reader: Callable[[str, bytes], Document] = import_module(module).read
    return reader
