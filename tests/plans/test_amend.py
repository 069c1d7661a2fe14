"""Two versions of a plan: rows are matched by what they mean, wherever they stand."""

import json
import random
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from greenall.plans.amend import DifferenceKind, compare, dump_difference
from greenall.plans.ledger import Article, Change, Deadline, Ledger, Target
from greenall.quantity.amount import Comparator
from greenall.quantity.place import Span
from greenall.quantity.times import Origin, Window
from greenall.wording import LANGUAGES
from tests.sample import sample

OLD = sample("zh")
A, C, M, D = DifferenceKind.ADDED, DifferenceKind.CHANGED, DifferenceKind.MOVED, DifferenceKind.DROPPED


def with_target(row_id, **fields) -> Ledger:
    """The plan with one target reworded."""
    return replace(OLD, targets=tuple(replace(row, **fields) if row.id == row_id else row for row in OLD.targets))


def reordered(ledger, order):
    """The same articles in another order, numbered anew, as an office would print them."""
    text, articles, moved = ledger.source.title + "\n", [], {}
    for number, old_at in enumerate(order, 1):
        article = ledger.articles[old_at]
        shift = len(text) - article.span.start
        text += ledger.quote(article.span) + "\n"
        moved[article.number] = (str(number), shift)
        articles.append(Article(str(number), f"（{number}）", article.title, "", article.span.moved(shift)))

    def placed(row):
        number, shift = moved[row.article]
        return replace(row, article=number, clause=f"{number}.1", span=row.span.moved(shift))

    return replace(
        ledger, text=text, articles=tuple(articles),
        targets=tuple(sorted(map(placed, ledger.targets), key=lambda row: row.span)),
        measures=tuple(sorted(map(placed, ledger.measures), key=lambda row: row.span)),
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_does_not_differ_from_itself(language):
    difference = compare(sample(language), sample(language))
    assert (difference.rows, difference.unchanged) == ((), 10)


def test_reordered_articles_move_their_rows_and_change_none():
    new = reordered(OLD, (2, 1, 0))
    difference = compare(OLD, new)
    assert {row.kind for row in difference.rows} == {M}
    assert {(row.old_article, row.new_article) for row in difference.rows} == {("1", "3"), ("3", "1")}
    assert difference.unchanged == sum(
        row.article == "2" and not getattr(row, "repeats", "") for row in (*OLD.targets, *OLD.measures)
    )


def test_an_article_that_only_got_another_number_has_not_moved():
    dropped = replace(
        OLD, articles=OLD.articles[1:],
        targets=tuple(row for row in OLD.targets if row.article != "1"),
        measures=tuple(row for row in OLD.measures if row.article != "1"),
    )  # fmt: skip
    difference = compare(OLD, reordered(dropped, (0, 1)))
    assert {row.kind for row in difference.rows} == {D}
    assert {row.old_article for row in difference.rows} == {"1"}


def test_a_changed_value_names_what_it_was():
    row = compare(OLD, with_target("T03", value=Decimal(15), value_norm=Decimal(150000))).rows[0]
    assert (row.kind, row.old_id, row.new_id) == (C, "T03", "T03")
    assert row.changes == (Change("amount", "= 13万亩", "= 15万亩"),)


def test_the_same_amount_in_another_unit_is_no_change():
    assert not compare(OLD, with_target("T03", value=Decimal(130000), unit="亩")).rows


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"comparator": Comparator.ABOUT}, ["amount"]),
        ({"strict": True}, ["amount"]),
        ({"deadline": Deadline(Origin.STATED, Window.BY, None, date(2030, 12, 31))}, ["deadline"]),
        ({"deadline": Deadline()}, ["deadline"]),
        ({"indicator": "可再生能源发电装机占比"}, ["indicator"]),
        ({"scope": "全市"}, ["scope"]),
        ({"value": Decimal(50), "value_norm": Decimal(50), "scope": "全市"}, ["amount", "scope"]),
    ],
)
def test_each_field_that_differs_is_listed(fields, changed):
    rows = compare(OLD, with_target("T01", **fields)).rows
    assert [(row.kind, [change.field for change in row.changes]) for row in rows] == [(C, changed)]


def test_a_changed_row_in_another_article_lists_both():
    row = compare(OLD, with_target("T03", article="3", value=Decimal(15), value_norm=Decimal(150000))).rows[0]
    assert (row.kind, row.changes[-1]) == (C, Change("article", "2", "3"))


def test_a_row_of_another_meaning_is_dropped_and_added():
    new = with_target("T06", indicator="文化馆新增展厅面积", unit="平方米", unit_norm="平方米")
    assert sorted((row.kind, row.old_name, row.new_name) for row in compare(OLD, new).rows) == [
        (A, "", "文化馆新增展厅面积"),
        (D, "充电站", ""),
    ]


def test_the_same_indicator_of_two_scopes_is_told_apart():
    row = OLD.targets[0]
    city, county = replace(row, id="T01", scope="市区"), replace(row, id="T02", scope="县城", value=Decimal(30))
    old = replace(OLD, targets=(city, county))
    new = replace(OLD, targets=(replace(county, id="T01"), replace(city, id="T02")))
    assert compare(old, new).rows == ()


def test_going_back_turns_added_into_dropped():
    new = replace(OLD, targets=OLD.targets[1:], measures=OLD.measures[1:])
    there, back = compare(OLD, new), compare(new, OLD)
    assert (there.count(D), there.count(A)) == (back.count(A), back.count(D)) == (2, 0)


def test_the_json_has_the_counts_and_every_row():
    plain = json.loads(dump_difference(compare(OLD, with_target("T01", scope="全市"))))
    assert plain["summary"] == {"added": 0, "changed": 1, "moved": 0, "dropped": 0, "unchanged": 9}
    assert plain["rows"][0]["changes"] == [{"field": "scope", "before": "", "after": "全市"}]


def test_two_hundred_and_fifty_rows_of_each_kind_are_compared_quickly():
    draw = random.Random(7)
    signs = "可再生能源装机占比分布式光伏矿山修复治理面积煤炭消费量县城污水处理覆盖充电站绿色工厂垃圾回收利用率"

    def name() -> str:
        return "".join(draw.choice(signs) for _ in range(draw.randint(8, 24)))

    def target(number: int) -> Target:
        return replace(OLD.targets[0], id=f"T{number}", indicator=name(), span=Span(0, 1))

    old = replace(
        OLD, targets=tuple(target(number) for number in range(250)),
        measures=tuple(replace(OLD.measures[0], id=f"M{number}", object=name()) for number in range(250)),
    )  # fmt: skip
    new = replace(
        old, targets=tuple(replace(row, indicator=row.indicator[1:] + "数") for row in reversed(old.targets)),
        measures=tuple(reversed(old.measures)),
    )  # fmt: skip
    started = time.perf_counter()
    difference = compare(old, new)
    assert time.perf_counter() - started < 1  # 0.04 s measured; generous for a busy machine
    assert (difference.count(C), difference.unchanged) == (250, 250)
