"""Rows for the style guide: one of each kind, compiled from two sentences of our own in the reader's language."""

from functools import cache

from markupsafe import Markup

from greenall import documents
from greenall.plans.compile import compile_plan
from greenall.reports.page import draw
from greenall.reports.page.index import index

SENTENCES = {
    "zh": (
        "一、总体要求",
        "（一）能源。到2027年底，全市可再生能源装机占比达到45％以上。推进老旧机组改造。",
        "（二）建筑。新建建筑全面执行绿色标准。",
    ),
    "ko": (
        "제1조(에너지) 2027년 말까지 재생에너지 설비 비중을 45% 이상으로 높인다. 노후 설비 개선을 추진한다.",
        "제2조(건물) 신축 건물에 녹색 기준을 전면 적용한다.",
    ),
    "en": (
        "1. Energy",
        "By the end of 2027 the share of renewable capacity shall reach at least 45%. The city will refit old boilers.",
        "2. Buildings",
        "All new buildings will fully meet the green standard.",
    ),
}


@cache
def cards(language: str) -> Markup:
    """The list of rows of the sentences."""
    ledger = compile_plan(documents.from_text("\n".join(SENTENCES[language]), "sample"), language=language)
    return draw.more_cards(draw.Scene(index(ledger), language))
