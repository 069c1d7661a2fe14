"""The task table in Word: every row once, gaps said to be gaps, laid out for A4 landscape in the reader's language."""

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn

from greenall.plans.ledger import Change, Review, ReviewState
from greenall.reports.labels import column, label
from greenall.reports.word import write
from greenall.wording import LANGUAGES, say
from tests.sample import sample


def document(ledger, language):
    return Document(io.BytesIO(write(ledger, language)))


def tasks(ledger, language):
    """The rows of the task table as texts, groups with their repeated text once."""
    table = document(ledger, language).tables[1]
    return [list(dict.fromkeys(cell.text for cell in row.cells)) for row in table.rows]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("plan", LANGUAGES)
def test_every_measure_and_every_target_of_its_own_has_a_row(plan, language):
    ledger = sample(plan)
    table = document(ledger, language).tables[1]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == [
        column(key, language)
        for key in ("number", "clause", "measure", "amount", "deadline", "owner_to_confirm", "partner_unit", "note")
    ]
    numbered = [row for row in rows if row[0].isdigit()]
    assert [row[0] for row in numbered] == [str(number) for number in range(1, 10)]
    assert sum(len(set(row)) == 1 for row in rows) == 5  # two chapters, three articles
    assert {ledger.quote(measure.span) for measure in ledger.measures} <= {row[2] for row in numbered}
    missing = say("reports.deadline.not_stated", language)
    assert any(missing in row for row in numbered)
    confirm = say("reports.owner.to_be_confirmed", language, name=ledger.targets[0].suggestions[0].name)
    assert any(confirm in row for row in numbered)


def test_a_target_tied_to_a_measure_stands_with_it():
    row = next(row for row in tasks(sample("zh"), "zh") if "实施矿山修复工程" in row)
    assert "矿山修复治理面积：13万亩\n130,000\u00a0亩" in row
    assert "2025年1月1日至2027年12月31日\n（规划期）" in row


def test_a_target_by_words_keeps_its_words():
    assert any("实现全覆盖" in row for row in tasks(sample("zh"), "en"))


def test_what_a_review_decided_is_shown():
    ledger = sample("en")
    first, second, *others = ledger.measures
    rejected = replace(first, review=Review(ReviewState.REJECTED))
    changes = (Change("verb", "restore", "restore and plant"),)
    review = Review(ReviewState.CORRECTED, "Office of Land", "by ward", changes)
    corrected = replace(second, verb="restore and plant", review=review)
    reviewed = replace(ledger, measures=(rejected, corrected, *others))
    rows = tasks(reviewed, "en")
    assert not any("refit old boilers" in row for row in rows)
    row = next(row for row in rows if "restore and plant former quarries" in row)
    assert "Office of Land" in row
    assert "by ward\ncorrected in review" in row
    said = say("reports.word.left_out", "en", rows=first.id)
    assert said in [paragraph.text for paragraph in document(reviewed, "en").paragraphs]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_a4_landscape_with_repeated_heads_and_page_numbers(language):
    made = document(sample(language), language)
    section = made.sections[0]
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    for table in made.tables[1:]:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    fields = [field.get(qn("w:instr")) for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    fonts = made.styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == {"zh": "FangSong", "ko": "Malgun Gothic", "en": "Calibri"}[language]
    assert label("summary", "figures", language) in [cell.text for cell in made.tables[0].rows[0].cells]


def test_korean_words_in_a_chinese_table_have_a_korean_font():
    made = document(sample("ko"), "zh")
    run = next(run for run in made.element.iter(qn("w:r")) if "폐광 복원 사업" in "".join(run.itertext()))
    assert run.rPr.rFonts.get(qn("w:eastAsia")) == "Malgun Gothic"


def test_the_same_ledger_gives_the_same_bytes():
    data = write(sample("ko"), "ko")
    assert data == write(sample("ko"), "ko")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_characters_that_xml_forbids_are_left_out():
    ledger = sample("zh")
    target = replace(ledger.targets[0], indicator="a\x00b\x0b<&>")
    assert any("ab<&>" in row for row in tasks(replace(ledger, targets=(target,)), "zh"))


def test_a_ledger_without_rows_says_so():
    made = document(replace(sample("zh"), targets=(), measures=(), findings=()), "zh")
    assert len(made.tables) == 2
    assert say("reports.empty.findings", "zh") in [paragraph.text for paragraph in made.paragraphs]
