"""Targets in Chinese: one row a construction, wording of our own."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenall.documents.folding import fold
from greenall.plans.ledger import Modality, Tier
from greenall.plans.reading import Context
from greenall.plans.zh_targets import read

ISSUED = date(2022, 3, 1)


def commitments(text, issued=ISSUED):
    return [one for one in read(fold(text, "zh").text, Context(issued)).commitments if one.tier is Tier.FIGURE]


def rows(text, issued=ISSUED):
    """(indicator, comparator, value, unit, deadline) of each commitment."""
    found = []
    for one in commitments(text, issued):
        time = one.time
        day = (
            ""
            if one.every_year or not time
            else f"{time.start}/{time.end}"
            if time.start and time.end
            else str(time.end or time.start)
        )
        found.append((one.indicator, one.comparator.value, one.amount.value, one.amount.unit, day))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("到“十四五”末，全市清洁能源装机占比达到50％。", [("清洁能源装机占比", "=", 50, "%", "2025-12-31")]),
        ("力争到2026年，化石能源消费占比下降到七成以下。", [("化石能源消费占比", "<=", 7, "成", "2026-12-31")]),
        ("“十四五”期间，新增抽水蓄能装机120万千瓦。", [("抽水蓄能装机", "increase_by", 120, "万千瓦", "2021-01-01/2025-12-31")]),
        ("到2025年，规模以上工业能耗强度比2020年下降14%以上。", [("规模以上工业能耗强度", "decrease_by>=", 14, "%", "2025-12-31")]),
        ("未来三年，累计改造农村公路600公里，新增公交线路12条。", [
            ("改造农村公路", "=", 600, "公里", "2025-03-01"), ("公交线路", "increase_by", 12, "条", "2025-03-01")]),
        ("2022年、2023年、2024年分别完成清洁取暖改造2万户、2.5万户、3万户。", [
            ("完成清洁取暖改造", "=", 2, "万户", "2022-12-31"),
            ("完成清洁取暖改造", "=", Decimal("2.5"), "万户", "2023-12-31"),
            ("完成清洁取暖改造", "=", 3, "万户", "2024-12-31")]),
        ("确保2025年实现二氧化硫、氮氧化物、挥发性有机物排放总量分别削减8%、10%和12%。", [
            ("二氧化硫排放总量", "decrease_by", 8, "%", "2025-12-31"),
            ("氮氧化物排放总量", "decrease_by", 10, "%", "2025-12-31"),
            ("挥发性有机物排放总量", "decrease_by", 12, "%", "2025-12-31")]),
        ("化肥、农药利用率均达到43%以上。", [("化肥利用率", ">=", 43, "%", ""), ("农药利用率", ">=", 43, "%", "")]),
        ("建设口袋公园20个、绿道35公里、城市书房8座（2024年12月底前完成）。", [
            ("建设口袋公园", "=", 20, "个", "2024-12-31"), ("绿道", "=", 35, "公里", "2024-12-31"), ("城市书房", "=", 8, "座", "2024-12-31")]),
        ("培育专精特新企业50家，创建省级企业技术中心6个。上述任务于2023年底前完成。", [
            ("培育专精特新企业", "=", 50, "家", "2023-12-31"), ("创建省级企业技术中心", "=", 6, "个", "2023-12-31")]),
        ("2025年主要任务：\n——新建充电站25座；\n——淘汰老旧柴油车1500辆。", [
            ("新建充电站", "=", 25, "座", "2025-12-31"), ("淘汰老旧柴油车", "=", 1500, "辆", "2025-12-31")]),
        ("到2027年，森林碳汇量比2020年提高两倍。", [("森林碳汇量", "multiply_by", 3, "倍", "2027-12-31")]),
        ("到2027年，农产品加工业产值实现翻番。", [("农产品加工业产值", "multiply_by", 2, "", "2027-12-31")]),
        ("煤炭消费总量削减一半。", [("煤炭消费总量", "decrease_by", 50, "%", "")]),
        ("争取到2026年底建成投用换电站15座，加氢站3至5座，光储充一体站10座左右。", [
            ("建成投用换电站", "=", 15, "座", "2026-12-31"), ("加氢站", "range", 3, "座", "2026-12-31"), ("光储充一体站", "~", 10, "座", "2026-12-31")]),
        ("每年新建高标准农田8万亩，五年累计新建40万亩。", [
            ("新建高标准农田", "=", 8, "万亩", ""), ("新建高标准农田", "=", 40, "万亩", "")]),
        ("推动不少于100家规上企业开展节能诊断。", [("开展节能诊断的规上企业", ">=", 100, "家", "")]),
        ("半数行政村建成美丽乡村，2024年底前完成。", [("建成美丽乡村的行政村比例", "=", 50, "%", "2024-12-31")]),
        ("力争打造三条精品旅游线路、培育两家五星级酒店。", [("精品旅游线路", "=", 3, "条", ""), ("五星级酒店", "=", 2, "家", "")]),
        ("建成5个省级、12个市级田园综合体。", [("省级田园综合体", "=", 5, "个", ""), ("市级田园综合体", "=", 12, "个", "")]),
        ("到2025年，全市公交新能源车占比要达到80%，出租车、网约车占比分别不低于60%、70%。", [
            ("公交新能源车占比", "=", 80, "%", "2025-12-31"),
            ("出租车占比", ">=", 60, "%", "2025-12-31"), ("网约车占比", ">=", 70, "%", "2025-12-31")]),
        ("2024年6月底前，完成12条河道整治；2024年10月底前，完成剩余5条。", [
            ("河道整治", "=", 12, "条", "2024-06-30"), ("河道整治", "=", 5, "条", "2024-10-31")]),
    ],
)  # fmt: skip
def test_row(text, expected):
    found = rows(text)
    assert [row[1:] for row in found] == [row[1:] for row in expected]
    for (name, *_), (wanted, *_) in zip(found, expected, strict=True):
        assert name == wanted or name in wanted or wanted in name


@pytest.mark.parametrize(
    ("text", "year", "value"),
    [
        ("到2025年，能耗强度比2020年下降14%。", 2020, None),
        ("到2025年，森林蓄积量由2020年的386万立方米增加到420万立方米。", 2020, 386),
        ("到2025年，重复利用率由90%提升至94%。", None, 90),
        ("到2025年，覆盖率达到90%。", None, None),
        ("以2005年为基准，本市排放量于2030年减少30%。", 2005, None),
    ],
)
def test_baseline(text, year, value):
    [one] = commitments(text)
    assert (one.baseline_year, one.baseline_value) == (year, value)


@pytest.mark.parametrize(
    "text",
    [
        # reported
        "2020年，全县实现农业总产值32.6亿元，比上年增长4.1%。",
        "截至2021年底，全市累计建成光伏电站47座，总装机容量已达到82万千瓦。",
        "过去五年，我市累计治理水土流失面积320平方公里。",
        "全市现有规模以上工业企业412家，其中国家高新技术企业96家。",
        # forecast
        "预计到2025年，全社会用电量将达到168亿千瓦时。",
        "据测算，项目建成后每年可节约标准煤约3.6万吨。",
        # goals of others
        "国家提出，到2025年全国单位国内生产总值能耗比2020年下降13.5%，我县要主动对标。",
        # who is covered
        "对年综合能耗超过1万吨标准煤的企业实行在线监测。",
        "建筑面积2万平方米以上的大型商业综合体应当建立用能分项计量制度。",
        "本办法所称小微企业，是指从业人员300人以下的企业。",
        "申报条件。注册资本不少于1000万元，拥有专职技术人员10名以上。",
        # money and penalties
        "单个项目补助资金不超过项目总投资的30%，最高不超过500万元。",
        "居民生活用水价格为每立方米2.8元。",
        "违反前款规定的，处2万元以上20万元以下的罚款。",
        # norms and procedures
        "依据《建筑节能通用规范》（GB 55015—2021）第3.1.2条执行。",
        "管道最小覆土厚度不小于0.7米，检查井间距一般不大于40米。",
        "各单位每季度报送1次工作进展，重大事项在24小时内上报。",
        "检测报告有效期为12个月。",
        # no quantity at all
        "落实“一企一策”，实行“红黄绿”三色管理，打造一批示范企业。",
        "（清政发〔2021〕33号）和市政府第46次常务会议精神。",
    ],
)
def test_no_target(text):
    assert commitments(text) == []


@pytest.mark.parametrize(("text", "modality"), [
    ("力争建成充电站20座。", Modality.STRIVE), ("鼓励企业建成充电站20座。", Modality.ENCOURAGE), ("建成充电站20座。", Modality.REQUIRE),
])  # fmt: skip
def test_modality(text, modality):
    assert [one.modality for one in commitments(text)] == [modality]


@pytest.mark.parametrize(
    ("text", "indicator", "value", "relative_to"),
    [
        ("县城集中供热全覆盖。", "县城集中供热覆盖率", 100, ""),
        ("固定污染源排污许可应发尽发。", "固定污染源排污许可", 100, ""),
        ("杜绝企业无证排放。", "企业无证排放", 0, ""),
        ("绿色贷款余额增速不低于各项贷款平均增速。", "绿色贷款余额增速", None, "各项贷款平均增速"),
        ("各园区逐个制定循环化改造方案。", "制定循环化改造方案的比例", 100, ""),
    ],
)
def test_quantity_told_by_words(text, indicator, value, relative_to):
    [one] = read(fold(text, "zh").text, Context()).commitments
    assert (one.tier, one.value, one.relative_to) == (Tier.WORDS, value, relative_to)
    assert indicator in one.indicator


def test_each_figure_is_a_target_or_explained():
    text = fold("到2025年，新建充电站25座（GB 50966—2014），对年耗能1万吨以上的企业全部监测。", "zh").text
    reading = read(text, Context(ISSUED))
    spoken = [mask.span for mask in reading.explained] + [
        s for one in reading.commitments if one.amount for s in one.amount.figures
    ]
    assert all(any(span.start <= at < span.end for span in spoken) for at, sign in enumerate(text) if sign.isdigit())


@settings(max_examples=200)
@given(
    st.text(
        alphabet=st.sampled_from(
            "到2025年底前力争新增完成不低于30%以上万亩家个座，。；：、（）“”《》十四五末分别由从提高比翻一番其中\n "
        ),
        max_size=80,
    )
)
def test_plan_like_text_never_raises(text):
    folded = fold(text, "zh").text
    reading = read(folded, Context(ISSUED))
    assert all(0 <= one.quote.start <= one.quote.end <= len(folded) for one in reading.commitments)


@given(st.text(max_size=120))
def test_any_text_never_raises(text):
    read(fold(text, "zh").text, Context(ISSUED))
