"""XML from strangers: nothing outside is fetched, nothing inside multiplies.

A part with a document type declaration is refused: office programs write none, and all attacks by XML need one.
"""

from typing import TYPE_CHECKING

from greenall.documents.document import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(name: str, part: str, data: bytes) -> "_Element":
    """The root of a part of the file `name`. Raises Unreadable for broken XML and for declarations."""
    from lxml import etree

    refused = Unreadable("documents.external_entity", name=name, part=part)
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise refused
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable("documents.broken", name=name) from error
    if root.getroottree().docinfo.doctype:  # in an encoding in which the bytes above look different
        raise refused
    return root


def local(element: "_Element") -> str:
    """The name of an element without its namespace: the same reader serves all editions of a format."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: "_Element | None", name: str) -> "_Element | None":
    """The first child of that name."""
    return next((one for one in element if local(one) == name), None) if element is not None else None


def attribute(element: "_Element | None", name: str) -> str:
    """The value of an attribute, whatever its namespace; "" where there is none."""
    if element is None:
        return ""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
