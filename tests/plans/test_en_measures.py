"""Measures in English: verb, object, type, who acts, by when."""

from datetime import date

import pytest

from greenall.documents.folding import fold
from greenall.plans.en_targets import read
from greenall.plans.ledger import Modality
from greenall.plans.reading import Context

ISSUED = date(2023, 5, 10)


def acts(text):
    return read(fold(text, "en").text, Context(ISSUED)).acts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council will publish an annual report.", [("publish", "annual report", "reporting")]),
        ("The city will install solar panels on schools.", [("install", "solar panels on schools", "project")]),
        ("Gas connections will be phased out.", [("phase out", "Gas connections", "regulation")]),
        (
            "The county will set up a panel, revise the planning rules and train inspectors.",
            [
                ("set up", "panel", "institution"),
                ("revise", "planning rules", "regulation"),
                ("train", "inspectors", "promotion"),
            ],
        ),
        ("The city will establish a revolving fund.", [("establish", "revolving fund", "finance")]),
        ("Bus lanes should be enforced.", [("enforce", "Bus lanes", "enforcement")]),
        ("Households are encouraged to save water.", [("save", "water", "project")]),
        ("The plan was adopted and trees were planted.", []),
        ("If funds allow, the road will be closed.", [("close", "road", "project")]),
        ("A fee may be charged once the park opens.", []),
    ],
)
def test_what_must_be_done(text, expected):
    assert [(act.verb, act.object, act.type) for act in acts(text)] == expected


def test_a_note_names_who_leads_and_who_helps():
    (act,) = acts("The city will build two depots. Lead: Transport Division; support: Harbour Ferries.")
    assert (act.actor, act.partner) == ("Transport Division", "Harbour Ferries")


def test_a_lead_line_gives_its_actor_and_time_to_the_list():
    found = acts("By 2026 the Housing Agency will:\n(a) insulate flats;\n(b) map damp homes.")
    assert [(act.verb, act.actor, act.time.end, act.inherited) for act in found] == [
        ("insulate", "Housing Agency", date(2026, 12, 31), True),
        ("map", "Housing Agency", date(2026, 12, 31), True),
    ]


def test_a_partner_is_named_behind_with():
    (act,) = acts("The Council will work with local growers to pilot composting.")
    assert (act.verb, act.actor, act.partner) == ("work", "Council", "local growers")


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The city will encourage firms to share vans.", Modality.ENCOURAGE),
        ("The city will examine a parking levy.", Modality.EXPLORE),
        ("The city will seek to lower fares.", Modality.STRIVE),
        ("The city must publish its data.", Modality.REQUIRE),
    ],
)
def test_how_binding_it_is(text, modality):
    assert [act.modality for act in acts(text)] == [modality]


def test_spans_quote_the_clause():
    text = "By 2027, the Council will plant oaks and dredge the lake."
    assert [act.span.of(text) for act in acts(text)] == ["the Council will plant oaks", "dredge the lake"]
