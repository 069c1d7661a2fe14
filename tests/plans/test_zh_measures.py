"""Measures in Chinese: what an act is, what only goes with it, and what is none. Wording of our own."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from greenall.documents import from_text
from greenall.documents.folding import fold
from greenall.plans.compile import compile_plan
from greenall.plans.ledger import Modality
from greenall.plans.reading import Context
from greenall.plans.zh_measures import find_acts

ISSUED = date(2023, 5, 1)


def acts(text, issued=ISSUED):
    return find_acts(fold(text, "zh").text, Context(issued))


def pairs(text):
    """(verb, object) of each act."""
    return [(act.verb, act.object) for act in acts(text)]


@pytest.mark.parametrize(
    ("text", "verb", "words"),
    [
        ("大力发展装配式建筑。", "发展", "装配式建筑"),
        ("加快老旧管网更新改造。", "加快", "老旧管网更新改造"),
        ("加快推进焦化行业全流程超低排放改造。", "推进", "焦化行业全流程超低排放改造"),
        ("到2026年底，全面推行合同节水管理。", "推行", "合同节水管理"),
        ("建立和完善碳排放统计核算制度。", "建立完善", "碳排放统计核算制度"),
        ("建立完善的废旧电池回收网络。", "建立", "完善的废旧电池回收网络"),
        ("探索建立林业碳汇价值核算机制。", "探索建立", "林业碳汇价值核算机制"),
        ("积极争取中央预算内资金。", "争取", "中央预算内资金"),
        ("争取新建雨水花园25处。", "新建", "雨水花园25处"),
        ("在老城区推行雨污分流改造。", "推行", "雨污分流改造"),
        ("在产业园区规划、建设过程中落实海绵城市要求。", "落实", "海绵城市要求"),
        ("按照分级分类原则编制地下水污染防治方案。", "编制", "地下水污染防治方案"),
        ("依托职业学院设立碳管理实训基地。", "设立", "碳管理实训基地"),
        ("将再生水厂用地纳入国土空间规划。", "纳入", "再生水厂用地纳入国土空间规划"),
        ("对重点排污单位开展执法监测。", "开展", "执法监测"),
        ("对加油站油气回收装置进行排查。", "排查", "加油站油气回收装置"),
        ("对入河排污口进行全面溯源排查。", "开展", "全面溯源排查"),
        ("对推诿扯皮的予以通报。", "通报", "推诿扯皮"),
        ("对企业环保信用评价结果定期公布。", "公布", "企业环保信用评价结果"),
        ("加大对露天焚烧秸秆的巡查和打击力度。", "加大", "对露天焚烧秸秆的巡查和打击力度"),
        ("加大对非法倾倒固废行为排查和整治。", "排查和整治", "非法倾倒固废行为"),
        ("推进重点行业实施绿色低碳改造提升行动。", "实施", "绿色低碳改造提升行动"),
        ("推动城区新建住宅全面执行七成五节能标准。", "执行", "七成五节能标准"),
        ("推进化肥农药减量增效。", "推进", "化肥农药减量增效"),
        ("推进区域大气联防联控。", "推进", "区域大气联防联控"),
        ("新建公共建筑全部采用高效照明灯具。", "采用", "高效照明灯具"),
        ("投资3.2亿元实施污泥处置中心扩建工程。", "投资", "污泥处置中心扩建工程"),
        ("按时序完成好农村黑臭水体整治工作。", "完成", "农村黑臭水体整治工作"),
        ("规范发展二手商品交易市场。", "规范发展", "二手商品交易市场"),
        ("重大事项及时向县委、县政府报告。", "报告", "重大事项"),
        ("鼓励商户登录管理平台登记。", "登记", "登录管理平台"),
        ("农村人居环境质量全面提升。", "提升", "农村人居环境质量"),
        ("对未达标企业执行差别电价，每千瓦时加价0．1元。", "执行", "差别电价"),
        ("“十四五”时期严控钢铁产能。", "严控", "钢铁产能"),
        ("擦亮城市底色，培育“山水青石”品牌。", "培育", "“山水青石”品牌"),
        ("1．建成2－3座飞灰处置设施。", "建成", "2-3座飞灰处置设施"),
    ],
)
def test_one_clause(text, verb, words):
    assert pairs(text) == [(verb, words)]


@pytest.mark.parametrize(
    ("text", "actor", "partner", "scope"),
    [
        ("各县（区）、各部门要强化要素保障。", "各县(区)、各部门", "", ""),
        ("市水务局要会同有关部门加强取水口监管。", "市水务局", "有关部门", ""),
        ("市交通运输局牵头制定船舶岸电使用办法。", "市交通运输局", "", ""),
        ("各街道办事处负责辖区内行道树补植。", "各街道办事处", "", ""),
        ("推广雨水花园。（市住建局、市城管局按职责分工负责）", "市住建局、市城管局", "", ""),
        ("规模以上养殖场建立粪污处理台账。", "规模以上养殖场", "", ""),
        ("有条件的乡镇驻地实现污水管网全覆盖。", "", "", "有条件的乡镇驻地"),
        ("新建、改建工业厂房全部配备屋顶光伏。", "", "", "新建、改建工业厂房"),
        ("鼓励有条件的商贸企业开展绿色配送。", "商贸企业", "", ""),
        ("督促危险货物运输企业安装定位装置。", "危险货物运输企业", "", ""),
        ("引导信贷资金投向节水产业。", "", "", ""),
        ("积极配合省水利厅推进河湖生态补水试点。", "", "省水利厅", ""),
        ("联合气象部门开展重污染天气会商。", "", "气象部门", ""),
        ("市直各单位每季度末将工作进展报市节能办公室。", "市直各单位", "市节能办公室", ""),
        ("鼓励餐饮单位每季度向街道办公室报告厨余垃圾产生情况。", "餐饮单位", "街道办公室", ""),
        ("在沿江乡镇开展岸线复绿。", "沿江乡镇", "", "沿江乡镇"),
        ("在青石河流域开展岸线复绿。", "", "", "青石河流域"),
        ("对年用水量30万立方米以上的单位开展节水诊断。", "", "", "年用水量30万立方米以上的单位"),
        (
            "建立生态警务机制。（牵头单位：市公安局；配合单位：市生态环境局、市水务局）",
            "市公安局",
            "市生态环境局、市水务局",
            "",
        ),
        (
            "推行公交优先。（市交通运输局牵头，市公安局、各县（区）政府配合）",
            "市交通运输局",
            "市公安局、各县(区)政府",
            "",
        ),
    ],
)
def test_who_acts(text, actor, partner, scope):
    [act] = acts(text)
    assert (act.actor, act.partner, act.scope) == (actor, partner, scope)


def test_an_actor_holds_for_the_rest_of_the_sentence():
    found = acts("各成员单位要高度重视，细化任务清单，每年12月10日前报送年度总结。")
    assert [(act.verb, act.actor) for act in found] == [("细化", "各成员单位"), ("报送", "各成员单位")]
    assert [act.actor for act in acts("各村要落实管护责任。加强河道巡查。")] == ["各村", ""]


def test_a_note_holds_for_its_line_only():
    text = "推进公园绿地开放。建设口袋公园。（责任单位：市城管局）\n开展屋顶绿化。"
    assert [act.actor for act in acts(text)] == ["市城管局", "市城管局", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what comes of it
        ("推进废旧轮胎回收，形成规范有序的回收格局。", ["推进"]),
        ("实施商圈改造，打造夜间消费新地标，带动周边就业。", ["实施"]),
        ("加强管网检测，稳步提升污水收集效能。", ["加强"]),
        # its figure
        ("加快充电网络建设，到2025年，充电桩保有量达到8000台。", ["加快"]),
        ("加快充电网络建设，新增公用充电桩300台。", ["加快"]),
        # the same thing
        ("完善餐厨垃圾收运体系，建设餐厨垃圾处理厂。", ["完善"]),
        ("落实生产者责任延伸制度，落实《废弃电器电子产品回收管理办法》。", ["落实"]),
        # what somebody is asked to do
        ("鼓励快递企业使用循环包装，优化配送线路，申报绿色网点。", ["鼓励"]),
        ("支持科研院所牵头组建创新联合体，推进中试基地建设。", ["支持", "推进"]),
        # an act of its own
        ("推进公铁联运，加强船舶污染防治，建设绿色仓库。", ["推进", "加强", "建设"]),
        ("完善水价形成机制，积极推进水权交易。", ["完善", "推进"]),
        ("开展节水宣传，将用水效率纳入年度考核。", ["开展", "纳入"]),
        ("发展林下中药材，申报国家森林康养基地。", ["发展", "申报"]),
        ("新建公园6座，改造绿道12公里。", ["新建", "改造"]),
        ("遴选一批节水标杆，打造一批节水型社区。", ["遴选", "打造"]),
        ("完善节水标准，公共机构率先使用节水器具。", ["完善", "使用"]),
        ("推广节水灌溉；提升耕地地力。", ["推广"]),
        # a lead
        ("拓宽民间投资渠道，鼓励社会资本参与矿山修复。", ["鼓励"]),
        ("加大宣传力度，推广阶梯水价。", ["推广"]),
    ],
)
def test_one_act_or_more(text, expected):
    assert [act.verb for act in acts(text)] == expected


def test_what_goes_on_is_part_of_the_quote():
    text = "推进废旧轮胎回收，形成规范有序的回收格局。"
    [act] = acts(text)
    assert act.span.of(text) == text.rstrip("。")
    [act] = acts("拓宽民间投资渠道，鼓励社会资本参与矿山修复。")
    assert act.span.start == 0


@pytest.mark.parametrize(
    "text",
    [
        "（六）推动交通运输结构调整。",
        "# 推进清洁生产\n",
        "（一）指导思想。深入贯彻新发展理念，加快建设美丽县城。",
        "坚持节水优先、空间均衡，以水定需、量水而行。",
        "以新发展理念为指导，推动县域经济全面绿色转型。",
        "按照全省统一部署，",
        "以创建节水型城市为契机，",
        "在完成任务的基础上，",
        "做品牌、拓市场、促增收。",
        "截至2022年底，全市建成污水处理厂9座。",
        "本办法所称再生水，是指经处理后达到一定标准的污水。",
        "逾期未整改的，处以2万元罚款。",
        "到2025年，城市污水集中收集率达到72%。",
        "新建大型商场单位面积能耗不高于80千克标准煤。",
        "本方案自印发之日起施行。",
        "整体推进，重点突破。",
        "应收尽收。",
    ],
)
def test_no_measure(text):
    assert pairs(text) == []


def test_a_title_with_its_text_behind_it():
    text = "1．工业节水行动。实施高耗水工艺淘汰。\n2．农业节水行动。推广滴灌。"
    assert [act.verb for act in acts(text)] == ["实施", "推广"]
    assert [act.verb for act in acts("协同推进种植业、养殖业节水。")] == ["推进"]
    assert [act.verb for act in acts("推进工业节水\n实施高耗水工艺淘汰。")] == ["实施"]
    assert [act.verb for act in acts("1.实施高耗水工艺淘汰；\n2.推广滴灌。")] == ["实施", "推广"]


@pytest.mark.parametrize(
    ("clause", "verb", "words"),
    [
        ("产业布局更加优化", "优化", "产业布局"),
        ("资源利用效率大幅提高", "提高", "资源利用效率"),
        ("环境质量持续改善", "改善", "环境质量"),
        ("绿色金融体系初步形成", "形成", "绿色金融体系"),
        ("碳排放总量稳中有降", "下降", "碳排放总量"),
        ("低碳试点取得积极进展", "取得", "低碳试点"),
        ("治理体系更加有效", "完善", "治理体系"),
        ("城乡绿色转型成效显著", "转型", "城乡绿色转型"),
        ("简约生活成为市民自觉行动", "成为", "简约生活成为市民自觉行动"),
        ("综合实力达到全省先进水平", "达到", "综合实力达到全省先进水平"),
    ],
)
def test_goals(clause, verb, words):
    [act] = acts(f"（二）主要目标。到2030年，{clause}。")
    assert (act.verb, act.object, act.type, act.modality, act.actor) == (verb, words, "goal", Modality.GOAL, "")
    assert act.time is not None
    assert act.time.end == date(2030, 12, 31)
    assert act.inherited


def test_a_figure_among_the_goals_is_left_to_the_targets():
    assert [act.verb for act in acts("（二）发展目标。到2025年，森林覆盖率达到38%，城乡面貌明显改善。")] == ["改善"]


def test_an_article_without_goals_ends_them():
    text = "（一）工作目标。城乡面貌明显改善。\n（二）重点任务。\n推广绿色建材。"
    assert [act.type for act in acts(text)] == ["goal", "project"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("推进绿道建设。", Modality.REQUIRE),
        ("鼓励社区开展旧物交换。", Modality.ENCOURAGE),
        ("探索开展碳普惠。", Modality.EXPLORE),
        ("力争建成零碳园区。", Modality.STRIVE),
        ("争取创建国家公交都市。", Modality.STRIVE),
        ("力争到2027年底，全市绿色矿山占比达到80%。", Modality.STRIVE),
    ],
)
def test_modality(text, modality):
    [act] = acts(text)
    assert act.modality is modality


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("查处违规倾倒建筑垃圾行为。", "enforcement"),
        ("编制温室气体减排规划。", "planning"),
        ("申报国家低碳试点。", "application"),
        ("开展绿色学校创建。", "certification"),
        ("完善居民用气价格联动政策。", "pricing"),
        ("推进用能权有偿使用和交易。", "market"),
        ("发行绿色债券。", "finance"),
        ("扩大绿色采购范围。", "procurement"),
        ("建立跨部门数据共享平台。", "statistics"),
        ("健全河湖长制度。", "regulation"),
        ("建立上下游补偿机制。", "mechanism"),
        ("倡导低碳出行。", "promotion"),
        ("开展氢能关键技术攻关。", "technology"),
        ("每季度报送进展。", "reporting"),
        ("将减排任务纳入年度考核。", "assessment"),
        ("开展地下水状况调查。", "survey"),
        ("设立环境资源法庭。", "institution"),
        ("新建高标准农田2万亩。", "project"),
    ],
)
def test_type(text, kind):
    assert acts(text)[0].type == kind


def test_the_day_of_a_sentence_holds_for_its_acts():
    found = acts("2024年6月底前，完成漏损管网普查，启动分区计量改造。")
    assert [(act.time.end if act.time else None, act.inherited) for act in found] == [
        (date(2024, 6, 30), True),
        (date(2024, 6, 30), True),
    ]


def test_figures_stay_whole():
    assert pairs("建设容积0．5万立方米调蓄池。") == [("建设", "容积0.5万立方米调蓄池")]
    [measure] = compile_plan(from_text("（一）水务。新建1－2座再生水厂。")).measures
    assert measure.object == "1-2座再生水厂"


han = st.text(
    alphabet=st.sampled_from(
        "推进建设在对将把为与会同鼓励企业各部门要应到2025年底，。；：、（）“”《》的和万亩%3.5\n一是（一）力争争取配合"
    ),
    max_size=60,
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=80), han))
def test_any_text_is_read_and_spans_stand_in_order(text):
    folded = fold(text, "zh").text
    end = 0
    for act in find_acts(folded, Context(ISSUED)):
        assert end <= act.span.start < act.span.end <= len(folded)
        assert act.verb
        assert act.object
        end = act.span.end
