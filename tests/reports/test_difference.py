"""The difference of two versions as a table a person reads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from greenall.plans.amend import compare
from greenall.plans.ledger import Deadline
from greenall.quantity.times import Origin, Window
from greenall.reports import difference as table
from greenall.wording import LANGUAGES
from tests.sample import sample

OLD = sample("zh")
FIRST, *OTHERS = OLD.targets
LATER = Deadline(Origin.STATED, Window.BY, None, date(2030, 12, 31))
NEW = replace(
    OLD, targets=(replace(FIRST, article="2", value=Decimal(50), value_norm=Decimal(50), deadline=LATER), *OTHERS[1:])
)


def test_a_changed_row_in_words():
    row = table.render(compare(OLD, NEW), "zh")[0]
    assert row.cells() == (
        "修改", "T01", "第1条 → 第2条", "可再生能源装机占比",
        "目标值：不低于 45％ → 不低于 50％\n完成时限：2027年12月31日 → 2030年12月31日",
    )  # fmt: skip


def test_a_dropped_row_in_words():
    row = table.render(compare(OLD, NEW), "en")[-1]
    assert row.cells() == ("dropped", "T02", "Article 1", "分布式光伏装机", "")


def test_every_language_has_heads_and_a_summary():
    for language in LANGUAGES:
        assert len(set(table.heads(language))) == 5
        assert "1" in table.summary(compare(OLD, NEW), language)
    assert table.summary(compare(OLD, OLD), "en") == "added 0 · changed 0 · moved 0 · dropped 0 · unchanged 10"
