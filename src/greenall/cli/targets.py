"""`greenall targets --jsonl`: sentences in, targets out, a line for a line and in the same order.

In    {"id", "text", "lang"?, "doc_date"?}
Out   {"id", "targets": [...]}, or {"id", "error"} for a line that cannot be read; then the exit code is 2.

Amounts are JSON numbers: 13 for 13万亩, 16.93 for 16．93亿元. Places count characters of the text as given.
"""

import json
import sys
from datetime import date
from decimal import Decimal
from typing import Any

import click

from greenall.cli import options
from greenall.cli.help import WordedCommand
from greenall.cli.voice import Refused, Voice
from greenall.plans.ledger import Target, Tier
from greenall.wording import LANGUAGES


@click.command("targets", cls=WordedCommand, help="cli.targets.help")
@click.option("--jsonl", is_flag=True, help="cli.option.jsonl")
@options.ui
@click.pass_obj
def find_targets(voice: Voice, jsonl: bool) -> int:
    if not jsonl:
        raise Refused("cli.targets.needs_jsonl")
    code = 0
    for number, line in enumerate(sys.stdin.buffer, 1):
        if not line.strip():
            continue
        answer = _answer(line, number, voice)
        if "error" in answer:
            code = 2
        print(json.dumps(answer, ensure_ascii=False), flush=True)
    return code


def _answer(line: bytes, number: int, voice: Voice) -> dict[str, Any]:
    """The answer to one line."""
    from greenall.plans.batch import read_targets

    asked: Any = None
    try:
        asked = json.loads(line)
        text, language, issued = _question(asked, number)
        found = read_targets(text, language=language, issued=issued)
    except (json.JSONDecodeError, UnicodeDecodeError, RecursionError) as error:
        return {"id": None, "error": voice("cli.targets.not_json", line=number, reason=str(error))}
    except Refused as refusal:
        name = asked.get("id") if isinstance(asked, dict) else None
        return {"id": name, "error": voice(refusal.code, **refusal.values_)}
    return {"id": asked.get("id"), "targets": [record(target) for target in found]}


def _question(asked: Any, number: int) -> tuple[str, str | None, date | None]:
    """Text, language and date of the document, or the refusal of what is wrong with them."""
    if not isinstance(asked, dict):
        raise Refused("cli.targets.not_an_object", line=number)
    text, language, day = asked.get("text"), asked.get("lang") or None, asked.get("doc_date") or None
    if not isinstance(text, str):
        raise Refused("cli.targets.no_text", line=number)
    if language is not None and language not in LANGUAGES:
        raise Refused("cli.targets.unknown_lang", line=number, value=language)
    try:
        return text, language, date.fromisoformat(day) if day is not None else None
    except (TypeError, ValueError) as error:
        raise Refused("cli.targets.not_a_day", line=number, value=day) from error


def record(target: Target) -> dict[str, Any]:
    """A target as the batch mode writes it."""
    return {
        "indicator": target.indicator,
        "comparator": target.comparator.value,
        "value": _number(target.value),
        "value2": _number(target.value2),
        "unit": target.unit,
        "value_norm": _number(target.value_norm),
        "unit_norm": target.unit_norm,
        "baseline_year": str(target.baseline.year or ""),
        "deadline": target.deadline.iso,
        "implicit": target.tier is Tier.WORDS,
        "start": target.span.start,
        "end": target.span.end,
        "confidence": _number(target.confidence),
    }


def _number(value: Decimal | None) -> int | float | None:
    """A JSON number: whole where it is whole, else the shortest decimal that means the same."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
