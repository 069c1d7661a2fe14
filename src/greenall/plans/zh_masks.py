"""What holds a figure and is no quantity, told by its form: numbers of documents, standards, articles, names.

>>> [(m.figure_class, m.span.of("按照GB/T51350-2019执行")) for m in find_masks("按照GB/T51350-2019执行")]
[('standard_number', 'GB/T51350-2019')]
"""

import re
from functools import cache

from greenall.quantity.place import Span
from greenall.quantity.scan import Mask

_HAN = "[〇零一二三四五六七八九十百千廿]"

# (class, rule, pattern). The first that reads a stretch keeps it.
_FORMS: tuple[tuple[str, str, str], ...] = (
    ("document_number", "zh.document_number", r"[〔\[(](?:19|20)\d\d[〕\])]\s*第?\s*\d+\s*号?|第\d+号(?:令|公告|文)?"),
    ("name", "zh.title", r"《[^》\n]{0,80}》"),
    (
        "standard_number",
        "zh.standard_number",
        r"(?<![A-Za-z])(?:GB|DB\d{0,4}|JGJ|CJJ|CJ|HJ|ISO|IEC|NY|SL|TB|JT|JTG|T|Q|CECS|QX|LY|DL|SH|YB|AQ|GA|WS|YD|SB|MT|QB|HG|JB|EN|KS|UL)"
        r"(?:/[A-Z]{1,8})?\s?\d{2,6}(?:\.\d+)*(?:[-—–]\d{2,4})?(?![\d%])"
        r"|(?<![A-Za-z])[A-Z]{1,5}(?:/[A-Z]{1,8})?\s?\d{2,6}(?:\.\d+)?-(?:19|20)\d\d(?!\d)|(?<![A-Za-z])[A-Z]{2,5}/T\s?\d{2,6}",
    ),
    (
        "article_reference",
        "zh.article_reference",
        rf"第(?:\d+|{_HAN}+)(?:条|款|项|章|节|编|目)(?:之{_HAN}+)?|附(?:件|表|图|录)\d+|(?<![\u4e00-\u9fff])[表图]\d+(?![万亿个块只张幅])|(?<=[见如])[表图]\d+",
    ),
    ("programme_name", "zh.quoted_name", r"[“\"「][^”\"」\n%]{0,12}\d[^”\"」\n%]{0,12}[”\"」]"),
    ("programme_name", "zh.sum_name", r"(?<![\d.])\d+(?:\+[\dNnXxA-Z]+)+"),
    (
        "plan_name",
        "zh.plan_name",
        rf"[“\"「]?(?:{_HAN}{{1,3}}五)[”\"」]?(?=规划|计划|及|和|《|电力|能源|生态|现代|综合|农业|节能|工业|水|交通|时代|目标纲要|开局|建设规划)|[“\"「]{_HAN}{{1,3}}五[”\"」]",
    ),
    ("slogan", "zh.quoted_words", rf"[“「][^”」\n\d]{{0,14}}{_HAN}[^”」\n\d]{{0,14}}[”」]"),
    (
        "name",
        "zh.sign",
        r"PM(?:2\.5|10)|CO2|SO2|NO2|N2O|CH4|O3|H2|NH3|(?<![\d.])[2-6]G(?![A-Za-z])|(?<![\d.])[1-5]A级?(?![A-Za-z])|(?<![\d.])[23]D(?![A-Za-z])",
    ),
    ("name", "zh.version", r"(?<![\d.])\d\.0版?(?=[\u4e00-\u9fff,;。]|$)(?!个|家|座|%)"),
    ("name", "zh.road", r"(?<![A-Za-z\d])[GSXYK]\d{2,4}(?![\d%])"),
    ("name", "zh.telephone", r"(?<!\d)0\d{2,3}-\d{7,8}|(?<!\d)1[238]\d{3}(?=热线|平台|服务热线|投诉)"),
    (
        "numbering",
        "zh.contents_line",
        rf"(?m)^(?:{_HAN}{{1,3}}、|\({_HAN}{{1,3}}\)|第{_HAN}{{1,3}}[章节])[^\n,。;%]{{2,40}}?(?<![\d.])\d{{1,3}}$",
    ),
    (
        "numbering",
        "zh.numbering",
        r"(?m)^\s*\(?\d{1,3}(?:[)、]|\.(?!\d))|(?<=[,;:。\s])\(\d{1,2}\)|^\s*\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?=[\s、\u4e00-\u9fff])(?!个|家|座|万|亿|%)",
    ),
    ("numbering", "zh.article_number", rf"(?m)^\s*(?:\({_HAN}{{1,3}}\)|{_HAN}{{1,3}}、|第{_HAN}{{1,3}}[章节])"),
    ("ordinal", "zh.ordinal", rf"第(?:\d+|{_HAN}+)(?!产业)|首[批个家台次座条]|前(?:\d+|{_HAN}+)[位名强]"),
    (
        "attribute",
        "zh.per_head",
        r"每(?:[万千百十]+)(?:人口|人|户|名|常住人口|元|车|辆|平方公里|平方米|公里|头|亩|从业人员|劳动力)?",
    ),
    (
        "attribute",
        "zh.per_output",
        rf"(?<![\d{_HAN[1:-1]}])万元(?=(?:地区|国内|工业|农业|规上|规模)?[\u4e00-\u9fff]{{0,6}}(?:GDP|生产总值|增加值|产值))|万元GDP",
    ),
    ("attribute", "zh.proportion", r"(?<![\d.])\d+(?:\.\d+)?[:∶]\d+(?:\.\d+)?(?:[:∶]\d+(?:\.\d+)?)?"),
    (
        "attribute",
        "zh.three_shifts",
        r"7[×xX*]24小时|24小时(?=[\u4e00-\u9fff]{0,4}(?:服务|值守|值班|在线|监控|监测|开放|营业|不间断|自助))",
    ),
)


@cache
def _grammar() -> re.Pattern[str]:
    flags_out = [(f"f{number}", pattern.replace("(?m)", "")) for number, (_, _, pattern) in enumerate(_FORMS)]
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in flags_out), re.MULTILINE)


def find_masks(text: str) -> list[Mask]:
    """Every stretch of folded `text` whose form says that its figures are no quantity, in order."""
    found = []
    for match in _grammar().finditer(text):
        number = int((match.lastgroup or "f0")[1:])
        figure_class, rule, _ = _FORMS[number]
        found.append(Mask(Span(*match.span()), figure_class, rule))
    return found
