"""ZIP files from strangers: what is inflated is counted while it comes out, whatever the file says of its own size."""

import zipfile
from io import BytesIO

from greenall.documents.document import Unreadable

_TOTAL = 200 * 1024 * 1024  # inflated bytes of all parts that are read
_UNSUSPECTED = 20 * 1024 * 1024  # below this a part may be as well packed as it likes: repeated text packs 300 to 1
_RATIO = 150
_PARTS = 10_000
_STEP = 256 * 1024


class Archive:
    """The parts of a ZIP file by their names."""

    def __init__(self, name: str, data: bytes) -> None:
        self._name = name
        self._inflated = 0
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._parts = {info.filename: info for info in self._zip.infolist()}
        except Exception as error:  # the library raises whatever a damaged directory brings
            raise Unreadable("documents.broken", name=name) from error
        if len(self._parts) > _PARTS:
            raise Unreadable("documents.archive_bomb", name=name)

    @property
    def names(self) -> list[str]:
        return list(self._parts)

    def read(self, part: str, limit: int = _TOTAL) -> bytes:
        """The bytes of a part, b"" if there is none. Raises Unreadable when it is broken, encrypted or a bomb."""
        info = self._parts.get(part)
        if info is None:
            return b""
        if info.flag_bits & 0x1:
            raise Unreadable("documents.encrypted", name=self._name)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(info) as file:
                while size < limit and (piece := file.read(_STEP)):
                    size += len(piece)
                    self._check(size, len(piece), info.compress_size)
                    pieces.append(piece)
        except Unreadable:
            raise
        except Exception as error:  # a bad checksum, a bad stream, an unknown method of packing
            raise Unreadable("documents.broken", name=self._name) from error
        return b"".join(pieces)[:limit]

    def _check(self, size: int, step: int, packed: int) -> None:
        self._inflated += step
        if self._inflated > _TOTAL or (size > _UNSUSPECTED and size > _RATIO * max(packed, 1)):
            raise Unreadable("documents.archive_bomb", name=self._name)
