"""English numerals: 12,500 and 12 500, 2 1/2, twenty-five, two hundred and fifty, a dozen.

>>> parse_numeral("two hundred and fifty"), parse_numeral("1,250.5"), parse_numeral("a dozen")
(Decimal('250'), Decimal('1250.5'), Decimal('12'))
"""

import re
from decimal import Decimal
from functools import cache

from greenall.data.language.tables import any_of, words
from greenall.quantity.amount import plainly

FIGURES = r"(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d{1,3}(?:[ ]\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?(?:[ ]\d/\d(?!\d))?|(?<!\d)\.\d+)"


@cache
def numeral_words() -> str:
    """A pattern for a numeral written in words, without the multipliers from thousand on at its end."""
    table = words("en", "numerals")
    small = any_of([*table["ones"], *table["tens"]])
    unit = rf"{small}(?:-{any_of(table['ones'])})?"
    hundreds = rf"(?:{unit}|an?)[ ]hundred(?:[ ]and[ ]{unit}|[ ]{unit})?"
    below = rf"(?:{hundreds}|{unit})"
    dozen = rf"(?:(?:half[ ]a|an?|{unit})[ ]{any_of(table['dozens'])})"
    full = rf"{below}[ ]thousand(?:,?[ ](?:and[ ])?{below})"
    return rf"(?:{dozen}|{full}|{below})"


def parse_numeral(written: str) -> Decimal | None:
    """The value of figures or of a numeral in words; None when it is neither."""
    written = written.strip().lower()
    if not written:
        return None
    if written[0].isdigit() or written[0] == ".":
        whole, _, fraction = written.replace(",", "").rpartition(" ") if "/" in written else (written, "", "")
        value = Decimal(whole.replace(",", "").replace(" ", "") or 0)
        if fraction:
            top, _, bottom = fraction.partition("/")
            if not int(bottom):
                return None
            value += (Decimal(top) / Decimal(bottom)).quantize(Decimal("0.0001")).normalize()
        return value
    table = words("en", "numerals")
    total = group = Decimal(0)
    seen = False
    for word in re.split(r"[ ,-]+", written):
        if word in table["ones"] or word in table["tens"]:
            group += table["ones"].get(word, table["tens"].get(word))
        elif word in ("a", "an"):
            group = group or Decimal(1)
        elif word == "half":
            group += Decimal("0.5")
        elif word in table["dozens"]:
            group = (group or Decimal(1)) * table["dozens"][word]
        elif word == "hundred":
            group = (group or Decimal(1)) * 100
        elif word in table["multipliers"]:
            total, group = total + (group or Decimal(1)) * table["multipliers"][word], Decimal(0)
        elif word != "and":
            return None
        seen = True
    return plainly(total + group) if seen else None
