"""Web pages: the article and nothing around it."""

from greenall.documents import BlockKind, FileKind, read_bytes

PAGE = """<!DOCTYPE html><html><head><meta charset="{charset}"><title>站点</title><style>p {{}}</style></head><body>
<header><a href="/">首页</a> 某市人民政府</header>
<nav><ul><li><a href="a">要闻</a></li><li><a href="b">公开</a></li></ul></nav>
<div class="breadcrumb">当前位置：首页 &gt; 文件</div>
<div id="main"><h1>青溪市绿色转型方案</h1><div class="share">分享到微博</div>
<div class="article-body">
<p>为推进绿色转型，结合本市实际，
现提出如下方案，请各单位认真落实。</p>
<h2>一、目标</h2>
<p>到2030年，森林覆盖率达到<b>30</b>％，面积<sub>不少于</sub>20km<sup>2</sup><sup><a href="#n1">[1]</a></sup>。<br>各区同步推进。</p>
<ol start="3"><li>建设公园</li><li><p>修复湿地</p><ul><li>上游</li></ul></li></ol>
<table><caption>主要指标</caption><thead><tr><th>指标</th><th>2025年</th><th>2030年</th></tr></thead>
<tr><td rowspan="2">能耗</td><td>1.2</td><td>1.0</td></tr><tr><td colspan="2">持平</td></tr></table>
<script>var text = "不是正文";</script>
<h3>相关阅读</h3><ul><li><a>另一份文件的通知</a></li><li><a>又一份文件的通知</a></li><li><a>还有一份文件</a></li></ul>
</div></div>
<aside>广告位招租</aside><footer>版权所有 2024</footer></body></html>"""


def test_the_article_of_a_page():
    document = read_bytes("page.txt", PAGE.format(charset="utf-8").encode())
    assert document.kind is FileKind.HTML
    assert document.text.split("\n") == [
        "青溪市绿色转型方案",
        "为推进绿色转型，结合本市实际，现提出如下方案，请各单位认真落实。",
        "一、目标",
        "到2030年，森林覆盖率达到30％，面积不少于20km2。",
        "各区同步推进。",
        "3. 建设公园",
        "4. 修复湿地",
        "上游",
        "主要指标",
        "指标\t2025年\t2030年",
        "能耗\t1.2\t1.0",
        "持平",
    ]
    assert [(block.kind.value, block.level) for block in document.blocks[:8]] == [
        ("heading", 1),
        ("paragraph", 0),
        ("heading", 2),
        ("paragraph", 0),
        ("paragraph", 0),
        ("list_item", 1),
        ("list_item", 1),
        ("list_item", 2),
    ]
    cells = [block for block in document.blocks if block.kind is BlockKind.CELL]
    assert [(c.place.row, c.place.column, c.is_header) for c in cells] == [
        (1, 1, True),
        (1, 2, True),
        (1, 3, True),
        (2, 1, False),
        (2, 2, False),
        (2, 3, False),
        (3, 2, False),
    ]


def test_the_declared_encoding_counts():
    page = PAGE.format(charset="gb2312")
    assert read_bytes("x", page.encode("gb18030")).text == read_bytes("x", page.encode()).text
    korean = '<html><head><meta charset="euc-kr"></head><body><p>계획</p></body></html>'
    assert read_bytes("x", korean.encode("cp949")).text == "계획"


def test_a_page_that_is_laid_out_with_tables():
    page = """<html><body><table><tr><td><table><tr><td><a>menu</a></td></tr></table></td>
    <td><h1>Plan</h1><p>The city plants 300 trees each year until 2030 along its streets.</p></td></tr></table></body></html>"""
    assert read_bytes("x", page.encode()).text.split("\n")[-2:] == [
        "Plan",
        "The city plants 300 trees each year until 2030 along its streets.",
    ]


def test_the_page_of_an_article_with_its_own_header():
    page = """<html><body><header>Site</header><article><header><h1>Plan</h1></header><p>Plant trees.</p>
    <footer>Adopted 1 May 2024</footer></article><p class="ad">Buy now</p></body></html>"""
    assert read_bytes("x", page.encode()).text == "Plan\nPlant trees.\nAdopted 1 May 2024"


def test_what_lies_very_deep_is_still_read():
    page = "<html><body>" + "<div>" * 1000 + "deep text" + "</div>" * 1000 + "</body></html>"
    assert read_bytes("x", page.encode()).text == "deep text"


def test_hidden_text_is_no_text():
    page = '<html><body><p>shown</p><p style="display: none">not shown</p><p hidden>nor this</p></body></html>'
    assert read_bytes("x", page.encode()).text == "shown"


def test_words_of_a_class_are_whole_words():
    page = '<html><body><div class="headline shadow">The headline</div><div class="ad-box">ad</div><p>Text of the plan</p></body></html>'
    assert read_bytes("x", page.encode()).text == "The headline\nText of the plan"
