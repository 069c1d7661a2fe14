"""The peer's side of `bench/peer.py`, run by the Python of its own environment: recognizers-text-suite finds values.

In: a JSON line for a sentence {"language", "text"}. Out: {"values": [...], "seconds"}; the first call is not counted.
The peer is helped: values that it also reads as part of a date are left out, and of two that overlap the longer stays.
"""

import json
import sys
import time

from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension

CULTURES = {"zh": "zh-cn", "ko": "ko-kr", "en": "en-us"}


def find(model, text, culture):
    """(start, end, value) of what a model finds; a model without the language finds nothing."""
    try:
        results = model(text, culture)
    except Exception:  # the peer raises bare exceptions on languages and sentences it cannot read
        return []
    rows = []
    for result in results:
        value = (result.resolution or {}).get("value")
        if isinstance(value, str) and result.end >= result.start:
            rows.append((result.start, result.end, value.rstrip("%").replace(",", "")))
    return rows


def read(text, culture):
    """The values of a sentence in its order."""
    try:
        dates = [(result.start, result.end) for result in recognize_datetime(text, culture)]
    except Exception:  # as above: no dates in Korean
        dates = []
    models = (recognize_percentage, recognize_currency, recognize_dimension, recognize_number)
    rows = sorted((row for model in models for row in find(model, text, culture)), key=lambda row: row[0] - row[1])
    kept = []
    for row in rows:
        taken = dates + [(start, end) for start, end, _ in kept]
        if not any(row[0] <= end and start <= row[1] for start, end in taken):
            kept.append(row)
    return [value for _, _, value in sorted(kept)]


for culture in CULTURES.values():
    read("2025 50%", culture)
for line in sys.stdin:
    asked = json.loads(line)
    begun = time.perf_counter()
    values = read(asked["text"], CULTURES[asked["language"]])
    print(json.dumps({"values": values, "seconds": time.perf_counter() - begun}), flush=True)
