"""The published JSON Schema says what `dump` writes, no more and no less."""

import json
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest

from greenall import data
from greenall.plans import ledger as types
from greenall.plans.files import dump
from greenall.plans.ledger import ReviewState
from greenall.plans.review import Edit, apply_edits
from greenall.quantity.amount import Comparator
from greenall.quantity.times import Origin, Window
from greenall.wording import LANGUAGES
from tests.sample import sample

SCHEMA = json.loads((Path(data.__file__).parent / "schema/ledger.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def test_it_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_dump_writes_is_valid(language):
    ledger = sample(language)
    VALIDATOR.validate(json.loads(dump(ledger)))
    reviewed = apply_edits(ledger, [Edit("T01", "value", "45", "46"), Edit("T05", "deadline", "", "2026/2030")]).ledger
    VALIDATOR.validate(json.loads(dump(reviewed)))


@pytest.mark.parametrize(
    "name",
    ["Target", "Measure", "Figure", "Finding", "Article", "Clause", "Source", "Deadline", "Baseline", "Review",
     "Change", "Suggestion", "Summary"],
)  # fmt: skip
def test_it_names_every_field_and_no_other(name):
    part = SCHEMA["$defs"][name.lower()]
    assert list(part["properties"]) == part["required"] == [field.name for field in fields(getattr(types, name))]


def test_it_lists_every_value_of_the_closed_lists():
    parts = SCHEMA["$defs"]
    assert parts["comparator"]["enum"] == [value.value for value in Comparator]
    assert parts["origin"]["enum"] == [value.value for value in Origin]
    assert parts["window"]["enum"] == [value.value for value in Window]
    assert parts["modality"]["enum"] == [value.value for value in types.Modality]
    assert parts["review"]["properties"]["state"]["enum"] == [value.value for value in ReviewState]
    for field, values in (("tier", types.Tier), ("kind", types.TargetKind), ("direction", types.Direction)):
        assert parts["target"]["properties"][field]["enum"] == [value.value for value in values]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format",), "greenall-ledger/2"),
        (("targets", 0, "value"), 45),
        (("targets", 0, "comparator"), "=>"),
        (("targets", 0, "span"), [1]),
        (("targets", 0, "deadline", "end"), "31 Dec 2027"),
        (("measures", 0, "extra"), ""),
        (("source", "sha256"), "abc"),
    ],
)
def test_what_dump_never_writes_is_invalid(path, value):
    plain = json.loads(dump(sample("zh")))
    part = plain
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    assert not VALIDATOR.is_valid(plain)
