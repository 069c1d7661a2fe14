"""The compiler as a whole: ledgers of plans of our own, and of the real one where it is at hand."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenall.documents import from_text
from greenall.plans.compile import STEPS, compile_plan
from greenall.plans.files import NotALedger, dump, load
from greenall.plans.ledger import Origin, Tier, summarise

PLAN = """青川市绿色发展行动方案

2023年2月10日

（一）主要目标。到2025年，全市清洁能源装机占比达到45％，单位能耗比2020年下降12％以上。
（二）能源转型。加快推进光伏项目建设，2024年建成充电站30座、换电站5座。到2025年，数据中心电能利用率不超过1．25。
（三）工业升级。对年耗能1万吨标准煤以上的企业开展节能诊断，实现重点用能单位能源审计全覆盖。
（四）回顾。截至2022年底，全市已建成绿色工厂12家。到2025年，全市清洁能源装机占比达到50％。
"""


def test_rows_point_into_the_published_text():
    ledger = compile_plan(from_text(PLAN))
    assert ledger.source.issued == date(2023, 2, 10)
    assert [ledger.quote(row.span) for row in ledger.targets if row.indicator == "清洁能源装机占比"] == [
        "达到45％",
        "达到50％",
    ]
    for row in (*ledger.targets, *ledger.measures, *ledger.findings):
        assert 0 <= row.span.start <= row.span.end <= len(ledger.text)
    for figure in ledger.figures:
        assert ledger.quote(figure.span) == figure.text


def test_findings_ask_what_a_careful_clerk_would_ask():
    ledger = compile_plan(from_text(PLAN))
    asked = {
        (finding.code, ledger.row(finding.row).indicator if finding.row[0] in "TW" else "")
        for finding in ledger.findings
    }
    assert ("plans.conflict", "清洁能源装机占比") in asked
    assert ("plans.unusual_unit", "数据中心电能利用率") in asked
    assert any(code == "plans.by_words" for code, _ in asked)


def test_every_figure_is_accounted_for():
    ledger = compile_plan(from_text(PLAN))
    summary = summarise(ledger)
    assert summary.figures == summary.explained
    classes = {figure.text: figure.figure_class for figure in ledger.figures if figure.written == "digits"}
    assert classes["45"] == classes["1．25"] == "target"
    assert classes["12"] in ("target", "status")
    assert classes["10"] == "issue_date"


def test_figures_of_targets_name_their_row():
    ledger = compile_plan(from_text(PLAN))
    rows = {row.id for row in ledger.targets}
    assert {figure.target for figure in ledger.figures if figure.figure_class == "target"} <= rows
    with_figures = {row.id for row in ledger.targets if row.tier is Tier.FIGURE}
    assert with_figures <= {figure.target for figure in ledger.figures}


def test_same_input_gives_the_same_bytes_and_survives_the_file():
    text = dump(compile_plan(from_text(PLAN)))
    assert text == dump(compile_plan(from_text(PLAN)))
    assert dump(load(text)) == text


@pytest.mark.parametrize("broken", ["", "{}", "[]", '{"format": "greenall-ledger/1"}', "not json"])
def test_a_broken_ledger_is_refused(broken):
    with pytest.raises(NotALedger):
        load(broken)


@pytest.mark.parametrize("step", STEPS)
def test_each_step_can_be_the_last(step):
    ledger = compile_plan(from_text(PLAN), until=step)
    assert bool(ledger.articles) == (step != "read")
    assert bool(ledger.findings) == (step == "findings")


def test_an_unknown_step_is_named():
    with pytest.raises(ValueError, match="no step"):
        compile_plan(from_text(PLAN), until="tragets")


def test_progress_is_told_before_each_pass():
    told = []
    compile_plan(from_text(PLAN), progress=lambda step, number, of: told.append((step, number, of)))
    assert [step for step, _, _ in told] == list(STEPS[1:])
    assert told[-1][1] == told[-1][2]


def test_a_table_gives_targets_with_the_day_of_their_column():
    ledger = compile_plan(
        from_text(
            "（一）指标\n指标 | 单位 | 2020年基期值 | 2025年\n森林覆盖率 | % | 23.1 | 24.5\n充电桩 | 万个 | 0.3 | 1.2\n"
        )
    )
    rows = [
        (row.indicator, row.value, row.unit, row.deadline.iso, row.deadline.origin, row.baseline.year)
        for row in ledger.targets
    ]
    assert rows == [
        ("森林覆盖率", Decimal("24.5"), "%", "2025-12-31", Origin.COLUMN, 2020),
        ("充电桩", Decimal("1.2"), "万个", "2025-12-31", Origin.COLUMN, 2020),
    ]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_compiles_and_its_account_adds_up(text):
    ledger = compile_plan(from_text(text))
    assert "".join(article.span.of(ledger.text) for article in ledger.articles) == ledger.text
    for figure in ledger.figures:
        assert ledger.quote(figure.span) == figure.text
    assert dump(load(dump(ledger))) == dump(ledger)


def test_the_real_plan(shared):
    """Datong: 29 articles, 36 targets with a figure, 67 figures explained (the text is known, so this is no accuracy)."""
    text = (shared / "seeds" / "datong-plan.txt").read_text(encoding="utf-8")
    summary = summarise(compile_plan(from_text(text)))
    assert (summary.articles, summary.targets, summary.figures, summary.explained) == (29, 36, 67, 67)
    assert summary.by_words >= 9
    assert summary.repeats == 2
