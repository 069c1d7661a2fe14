"""The ledger as JSON: `dump` and `load` are each other's inverse, and `dump` is byte-identical for equal ledgers.

Decimals and dates travel as strings, spans as [start, end], empty values are kept so that every row has every key.
The published schema is `data/schema/ledger.schema.json`.
"""

import json
import types
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from greenall.plans.ledger import Ledger, summarise
from greenall.quantity.place import Span

FORMAT = "greenall-ledger/1"


class NotALedger(ValueError):
    """A file that is no ledger, or one of another format. `code` is plans.not_a_ledger."""

    code = "plans.not_a_ledger"


def dump(ledger: Ledger) -> str:
    """The ledger as JSON text, keys in the order of the types, ending in a line feed."""
    summary = _plain(summarise(ledger))
    return json.dumps({"format": FORMAT, "summary": summary, **_plain(ledger)}, ensure_ascii=False, indent=1) + "\n"


def load(text: str) -> Ledger:
    """Read a ledger that `dump` wrote. Raises NotALedger with what is wrong and where."""
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise NotALedger(f"line {error.lineno}: {error.msg}") from error
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise NotALedger(f'"format" is not "{FORMAT}"')
    try:
        ledger = _typed(Ledger, data)
    except (KeyError, TypeError, ValueError, ArithmeticError) as error:
        raise NotALedger(str(error)) from error
    assert isinstance(ledger, Ledger)
    return ledger


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value) and not isinstance(value, type):
        return {name: _plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    return value


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _typed(hint: Any, data: Any) -> Any:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        if data is None:
            return None
        hint = next(part for part in get_args(hint) if part is not type(None))
        return _typed(hint, data)
    if origin is tuple:
        parts = get_args(hint)
        if len(parts) == 2 and parts[1] is ...:
            return tuple(_typed(parts[0], part) for part in data)
        return tuple(_typed(part, item) for part, item in zip(parts, data, strict=True))
    if hint is Span:
        start, end = data
        return Span(int(start), int(end))
    if is_dataclass(hint) and isinstance(hint, type):
        hints = _hints(hint)
        return hint(**{name: _typed(hints[name], data[name]) for name in _names(hint)})
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(data)
    if hint is Decimal:
        return Decimal(data)
    if hint is date:
        return date.fromisoformat(data)
    if not isinstance(data, hint):
        raise TypeError(f"{data!r} is not {hint.__name__}")
    return data
