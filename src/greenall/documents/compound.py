"""OLE compound files from strangers: a small file system of streams inside one file."""

import zlib
from io import BytesIO
from typing import Self

from greenall.documents.document import Unreadable

_LIMIT = 200 * 1024 * 1024
_STEP = 256 * 1024


class CompoundFile:
    """The streams of a compound file by their names. Raises Unreadable for a broken file and for a bomb."""

    def __init__(self, name: str, data: bytes) -> None:
        import olefile

        self._name = name
        self._inflated = 0
        try:
            self._file = olefile.OleFileIO(BytesIO(data))
        except Exception as error:  # the library raises whatever a damaged table brings
            raise Unreadable("documents.broken", name=name) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def has(self, stream: str) -> bool:
        return bool(self._file.exists(stream))

    def names(self, folder: str) -> list[str]:
        """Names of the streams in a folder."""
        return [path[1] for path in self._file.listdir() if len(path) == 2 and path[0] == folder]

    def read(self, stream: str) -> bytes:
        try:
            data: bytes = self._file.openstream(stream).read()
        except Exception as error:
            raise Unreadable("documents.broken", name=self._name) from error
        return data

    def inflate(self, stream: str) -> bytes:
        """The bytes of a stream packed by raw deflate, counted while they come out."""
        packed = self.read(stream)
        inflater = zlib.decompressobj(-15)
        pieces: list[bytes] = []
        try:
            while packed and not inflater.eof:
                pieces.append(inflater.decompress(packed, _STEP))
                packed = inflater.unconsumed_tail
                self._inflated += len(pieces[-1])
                if self._inflated > _LIMIT:
                    raise Unreadable("documents.archive_bomb", name=self._name)
        except zlib.error as error:
            raise Unreadable("documents.broken", name=self._name) from error
        if not inflater.eof:
            raise Unreadable("documents.broken", name=self._name)
        return b"".join(pieces)
