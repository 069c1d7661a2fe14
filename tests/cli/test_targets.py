"""`greenall targets --jsonl`: a line for a line, in order, whatever stands in them."""

import io
import json
import subprocess
import sys

import pytest

from greenall.wording import LANGUAGES

FIELDS = [
    "indicator", "comparator", "value", "value2", "unit", "value_norm", "unit_norm",
    "baseline_year", "deadline", "implicit", "start", "end", "confidence",
]  # fmt: skip


@pytest.fixture
def ask(greenall, monkeypatch):
    """Give lines (objects, or text as it is) and get the answers."""

    def give(*lines, ui="en"):
        text = "".join(
            (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines
        )
        stream = io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogateescape")))
        monkeypatch.setattr(sys, "stdin", stream)
        answer = greenall("targets", "--jsonl", "--ui", ui)
        return answer.code, [json.loads(line) for line in answer.out.splitlines()]

    return give


def test_an_answer_has_every_field_and_its_place(ask):
    text = "到2025年，完成造林１３万亩，电网投资16.93亿元。"
    code, [answer] = ask({"id": "a", "text": text, "lang": "zh"})
    assert code == 0
    assert answer["id"] == "a"
    assert [list(target) for target in answer["targets"]] == [FIELDS, FIELDS]
    area, money = answer["targets"]
    assert (area["value"], area["unit"], area["value_norm"], area["unit_norm"]) == (13, "万亩", 130000, "亩")
    assert (money["value"], money["unit"], money["value_norm"]) == (16.93, "亿元", 1693000000)
    assert area["deadline"] == "2025-12-31"
    assert area["baseline_year"] == ""
    assert area["value2"] is None
    assert "１３万亩" in text[area["start"] : area["end"]]


def test_whole_numbers_are_written_without_a_point(ask):
    _, [answer] = ask({"id": 1, "text": "2026년까지 수소버스 1만 2천 대를 보급한다.", "lang": "ko"})
    [target] = answer["targets"]
    assert isinstance(target["value_norm"], int)
    assert target["value_norm"] == 12000


def test_the_document_date_settles_relative_deadlines(ask):
    line = {"id": 1, "text": "三年内建成绿色工厂50家。", "lang": "zh", "doc_date": "2024-05-01"}
    _, [answer] = ask(line)
    assert answer["targets"][0]["deadline"].endswith("2027-05-01")


def test_a_text_without_targets_has_an_empty_list(ask):
    assert ask({"id": "x", "text": ""}, {"id": "y", "text": "Nothing is promised here."}) == (
        0,
        [{"id": "x", "targets": []}, {"id": "y", "targets": []}],
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_bad_lines_are_answered_in_their_place(ask, language):
    good = {"id": "good", "text": "到2025年，森林覆盖率达到30%。", "lang": "zh"}
    code, answers = ask(
        "{broken", [1, 2], {"id": "no text"}, {"id": "lang", "text": "x", "lang": "fr"}, good,
        {"id": "day", "text": "x", "doc_date": "yesterday"}, {"id": "day", "text": "x", "doc_date": 5}, "\udcff",
        ui=language,
    )  # fmt: skip
    assert code == 2
    assert [answer["id"] for answer in answers] == [None, None, "no text", "lang", "good", "day", "day", None]
    assert ["error" in answer for answer in answers] == [True, True, True, True, False, True, True, True]
    assert all(str(number) in answer["error"] for number, answer in enumerate(answers, 1) if "error" in answer)
    assert answers[4]["targets"][0]["value"] == 30


def test_without_jsonl_it_says_how_to_call_it(greenall):
    answer = greenall("targets")
    assert answer.code == 2
    assert "greenall targets --jsonl < in > out" in answer.err


def test_answers_come_while_lines_are_still_being_given():
    command = [sys.executable, "-m", "greenall.cli", "targets", "--jsonl"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as process:
        assert process.stdin
        assert process.stdout
        for number in range(3):
            process.stdin.write(json.dumps({"id": number, "text": "reach 30% by 2030"}) + "\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()
        assert process.wait(timeout=10) == 0


def test_a_reader_who_has_seen_enough_is_no_error():
    lines = "".join(json.dumps({"id": n, "text": "reach 30% by 2030"}) + "\n" for n in range(400))
    command = f"{sys.executable} -m greenall.cli targets --jsonl | head -n 1"
    done = subprocess.run(command, shell=True, input=lines, capture_output=True, text=True)
    assert json.loads(done.stdout)["id"] == 0
    assert "Traceback" not in done.stderr
