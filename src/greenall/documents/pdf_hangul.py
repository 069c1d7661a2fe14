"""Is a Korean word divided between two printed lines, or does a space belong there?

Word processors break Korean lines between words or inside them, and a PDF often does not tell which. Where a document
writes the space at the end of a broken line, its absence decides. Else the document's own words do: which syllables end
a word in it, which begin one, which pairs stand inside a word.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

# Endings and particles: what begins a line like this is the rest of a word.
_RESTS = re.compile(
    "(?:다|며|고|을|를|은|는|의|에|로|와|과|도록|한다|하며|하고|하여|한|할|해|된다|되며|되는|되고|된|될|으로|에서|에게|까지|부터|보다|라고|으며|이며"
    "|이고|이다|하는|하기|하도록|적으로|적인|들의|들이|들을|니다|합니다|됩니다|였다|었다|했다)(?![가-힣])"
)
_ENDS = "의을를에로고는은가한해여지및과와도서며된할인등"  # syllables that end most words, whatever the text


class Spacing:
    """What the running text of a document says about the ends and beginnings of its words."""

    def __init__(self, lines: Iterable[str], broken_after_space: list[bool]) -> None:
        """`broken_after_space` tells of each full line whether a space is written at its end."""
        self._tells = sum(broken_after_space) >= max(2, 0.15 * len(broken_after_space))
        self._final: Counter[str] = Counter(dict.fromkeys(_ENDS, 3))
        self._first: Counter[str] = Counter()
        self._syllables: Counter[str] = Counter(dict.fromkeys(_ENDS, 4))
        self._pairs: Counter[str] = Counter()  # 녹색 inside a word, 의 녹 over a space
        for line in lines:
            self._learn(line)

    def is_divided(self, before: str, after: str, spaced: bool, in_cell: bool) -> bool:
        """True when the last word of `before`, which ends in Hangul or a figure, goes on in `after` without a space."""
        if spaced or after[0] in "·ㆍ・":
            return not spaced
        if not "가" <= before[-1] <= "힣" or not "가" <= after[0] <= "힣":
            return before[-1].isdecimal() or after[0] in "([（"  # 2030 | 년, 계획 | (안)
        if self._tells and not in_cell:
            return True
        return _RESTS.match(after) is not None or self._weight(before[-1], after[0]) < 0

    def _learn(self, line: str) -> None:
        words = line.split(" ")
        for word in words[1:-1]:  # the first and the last may be parts
            self._syllables.update(word)
            self._pairs.update(a + b for a, b in pairwise(word))
            if word:
                self._final[word[-1]] += 1
                self._first[word[0]] += 1
        self._pairs.update(f"{a[-1]} {b[0]}" for a, b in pairwise(words[1:-1]) if a and b)

    def _weight(self, last: str, first: str) -> float:
        """Evidence for a space: above zero when it is likelier than not."""
        ends = (self._final[last] + 0.3) / (self._syllables[last] + 1)
        begins = (self._first[first] + 0.3) / (self._syllables[first] + 1)
        guess = math.log(ends / (1 - min(ends, 0.95))) + math.log(begins / (1 - min(begins, 0.95)))
        pairs = math.log((self._pairs[f"{last} {first}"] + 0.3) / (self._pairs[last + first] + 0.3))
        return guess + pairs + 1.2
