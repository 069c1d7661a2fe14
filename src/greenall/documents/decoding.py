"""Bytes -> text, strictly: every byte is understood or the place of the first that is not is told.

UTF-8 and UTF-16 tell themselves. GB18030 and CP949 use the same bytes for different characters, so both are tried and
the one wins whose text holds more of the commonest characters of its language: every fourth character of a Chinese text
is one of a hundred, every third of a Korean one is one of sixty.
"""

import re
from collections.abc import Iterator

from greenall.documents.document import Unreadable

_COMMON = {
    "gb18030": frozenset(
        "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
        "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日"
        "那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想"
        "已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指"
        "区推市责任项目单位标准绿色能源碳节环保培育强完善，。、；：（）《》“”％"
    ),
    "cp949": frozenset(
        "이다의는에을하고가로지를한은기도사과대인정서자시리여전해으일제어부나수보성구관계화상장동조소적용있원비주공산업국및생위지역"
        "년까한녹색에너탄환경개단분연간중물발선설통스할된등만재치건내라세유신안요학회무방당행마모그것들게"
    ),
}
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([-\w]{3,20})", re.IGNORECASE)
_SAME_AS = {
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030",
    "euc-kr": "cp949", "euckr": "cp949", "ks_c_5601-1987": "cp949", "cp949": "cp949", "ms949": "cp949", "uhc": "cp949",
    "big5": "big5", "iso-8859-1": "cp1252", "windows-1252": "cp1252",
}  # fmt: skip


def decode(name: str, data: bytes) -> tuple[str, str]:
    """The text and its encoding ("utf-8", "utf-16", "gb18030", "cp949"). Raises Unreadable("documents.undecodable")."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _strictly(name, data, "utf-16"), "utf-16"
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            raise undecodable(name, data, error) from error
        return _decode_legacy(name, data, error)


def decode_page(name: str, data: bytes) -> tuple[str, str]:
    """The same for a web page, which may declare its encoding."""
    declared = _DECLARED.search(data[:4096])
    encoding = _SAME_AS.get(declared.group(1).decode("ascii").lower()) if declared else None
    if encoding and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode()
        except UnicodeDecodeError:
            return _strictly(name, data, encoding), encoding
    return decode(name, data)


def undecodable(name: str, data: bytes, error: UnicodeDecodeError) -> Unreadable:
    """The refusal that tells where the byte stands."""
    line = data.count(b"\n", 0, error.start) + 1
    found = data[error.start : error.start + 1].hex().upper()
    return Unreadable("documents.undecodable", name=name, offset=error.start, line=line, byte=found)


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise undecodable(name, data, error) from error


def _is_mostly_utf8(data: bytes) -> bool:
    """True when far more characters beyond ASCII are well formed than not: a damaged UTF-8 file."""
    text = data.decode(errors="replace")
    bad = text.count("\ufffd")
    good = sum(sign > "\x7f" for sign in text) - bad
    return good >= 3 * bad


def _decode_legacy(name: str, data: bytes, first_error: UnicodeDecodeError) -> tuple[str, str]:
    best: tuple[float, str, str] = (0.0, "", "")
    furthest = first_error
    for encoding in _COMMON:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if error.start > furthest.start and _likeness(data[: error.start].decode(encoding), encoding) > 0.1:
                furthest = error
        else:
            best = max(best, (_likeness(text, encoding), text, encoding))
    likeness, text, encoding = best
    if likeness < 0.06:  # neither language: Latin letters with accents, another encoding, no text at all
        raise undecodable(name, data, furthest)
    return text, encoding


def _likeness(text: str, encoding: str) -> float:
    """Share of the commonest characters of the encoding's language among all that are not ASCII."""
    foreign = [sign for sign in _sample(text) if sign > "\x7f"]
    common = _COMMON[encoding]
    return sum(sign in common for sign in foreign) / len(foreign) if foreign else 0.0


def _sample(text: str) -> Iterator[str]:
    """The first 20,000 characters and as many from the middle: enough to tell a language."""
    middle = len(text) // 2
    yield from text[:20_000]
    yield from text[max(middle, 20_000) : middle + 20_000]
