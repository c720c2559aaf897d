"""Word sums: number words added and multiplied to one number, "two and a half million", "three quarters"."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from ..lang import Lexicon

ZERO, ONE, HALF, HUNDRED, DOZEN = Decimal(0), Decimal(1), Decimal("0.5"), Decimal(100), Decimal(12)
ENDLESS = Decimal("Infinity")
INSIDE = -1  # the end of a word that is written together with the next
Words = list[tuple[str, int]]  # number words in a row, each with its end
LARGEST = Decimal(10) ** 24  # as far as scales are multiplied


class Spelled(msgspec.Struct, frozen=True, gc=False):
    """A number in words: what is written, times which scale, and where it ends; vague names a law of `interval`."""

    written: Decimal
    scale: Decimal
    end: int
    form: str = "words"
    vague: str | None = None


def of_a_scale(words: Words, i: int, lex: Lexicon) -> tuple[Decimal, int] | None:
    """The scale at a place in a run, "of a million", and where it ends."""
    w = lex.words
    for table in (w.links, w.articles):
        i += i < len(words) and words[i][0] in table
    if i >= len(words) or words[i][0] not in w.scales or (words[i][0] in w.many and words[i - 1][0] in w.links):
        return None
    scale, end = w.scales[words[i][0]], words[i][1]
    if i + 1 < len(words) and words[i + 1][0] in w.scales:  # "half a hundred thousand"
        return scale * w.scales[words[i + 1][0]], words[i + 1][1]
    return scale, end


def ratio(words: Words, i: int, lex: Lexicon, after_article: bool) -> tuple[Decimal, int] | None:
    """The fraction at a place in a run, "three quarters", and where the run goes on."""
    w = lex.words
    word = words[i][0] if i < len(words) else ""
    after = words[i + 1][0] if i + 1 < len(words) else ""
    if word in w.halves:
        return HALF, i + 1
    if word in w.part and (after_article or of_a_scale(words, i + 1, lex)):
        return ONE / w.part[word], i + 1
    over = w.numbers.get(word)
    if word in w.under and (of := w.over_under.get(after) or w.numbers.get(after)):
        return Decimal(of) / w.under[word], i + 2
    if over and over == 1 and after in w.part:
        return ONE / w.part[after], i + 2
    under = w.parts.get(after) or (w.part.get(after) if of_a_scale(words, i + 2, lex) else None)
    if over and under and over % 1 == 0 and 1 < over < under:
        return over / under, i + 2
    return None


class Sum:
    """Adds and multiplies the words of a run as they are read, as far as they make one number."""

    def __init__(self, words: Words, lex: Lexicon) -> None:
        self.words, self.lex, self.i = words, lex, 0
        self.total = self.group = ZERO
        self.room = self.below = ENDLESS  # the next word that adds is smaller, and so is the group with it
        self.last: Decimal | None = None  # the scale read last
        self.join: int | None = None  # where a joining word was read last
        self.stop = 0

    def read(self) -> Spelled | None:
        """The number; None where it would end inside a word."""
        while self.i < len(self.words) and self._take(self.words[self.i][0]):
            word, end = self.words[self.i]
            self.stop = self.stop if word in self.lex.numbering.joins else end
            self.i += 1
        if self.stop in (INSIDE, 0):
            return None
        scale = self.last or ONE
        value = ((self.total + self.group) / scale).normalize()
        return Spelled(value, scale, self.stop, "dozen" if scale == DOZEN else "words")

    def _take(self, word: str) -> bool:
        w, first = self.lex.words, self.i == 0
        number = self.lex.numbering.numbers.get(word)
        if number is not None and number < self.room and self.group + number < self.below:
            self.group, self.room = self.group + number, self._room_after(number)
            return True
        if word in w.scales and not (word in w.spelled_only and self.group >= 10):
            return self._times(w.scales[word])
        if first:
            return False
        if word in w.halves:
            joined = self.join is not None or self.words[self.i - 1][1] == INSIDE
            joined = joined or not (w.joins or word in w.half_nouns)  # "iki buçuk"
            return joined and self._more(HALF)
        if word in w.joins:
            self.join = self.i
            return self._joined_share() or self.i + 1 < len(self.words)
        return (word in w.articles and self.join == self.i - 1) or (word in w.points and self._decimals())

    def _room_after(self, number: Decimal) -> Decimal:
        """What the next word that adds must be smaller than: after "twenty" ten, after "two hundred" a hundred."""
        if number in self.lex.words.rooms:
            return self.lex.words.rooms[number]
        digits = str(int(number))
        zeros = len(digits) - len(digits.rstrip("0"))
        return ONE.scaleb(zeros) if number >= 20 and zeros else ZERO

    def _times(self, scale: Decimal) -> bool:
        if self.total >= LARGEST:
            return False
        if not self.group and self.i and self.words[self.i - 1][0] not in self.lex.words.scales:
            return False
        if scale == HUNDRED:
            return self._hundred()
        higher = self.last is not None and scale >= self.last
        if higher and self.group and self.join is not None:
            return self._back()  # "between two million and three million"
        low = (self.total % scale or self.total) if higher else ZERO  # "three thousand million"
        self.total += ((low + self.group) or ONE) * scale - low
        self.group, self.last, self.room, self.below = ZERO, scale, ENDLESS, scale
        return True

    def _hundred(self) -> bool:
        if self.group >= HUNDRED:
            return self._back()  # "two hundred and five hundred"
        self.group, self.room = (self.group or ONE) * HUNDRED, HUNDRED
        return True

    def _back(self) -> bool:
        """Ends the number before the word that joined on what belongs to the next one."""
        if self.join is not None:
            before = Sum(self.words[: self.join], self.lex)
            before.read()
            self.total, self.group, self.last, self.stop = before.total, before.group, before.last, before.stop
        return False

    def _more(self, share: Decimal) -> bool:
        """Adds "and a half" to the number, or to the scale it ended with: "one million and a half"."""
        if self.group or not self.last:
            self.group += share
        else:
            self.total += share * self.last
        self.room = ZERO
        return True

    def _joined_share(self) -> bool:
        """ "one and three quarter million", "six and a third" """
        i = self.i + 1
        article = i < len(self.words) and self.words[i][0] in self.lex.words.articles
        found = ratio(self.words, i + article, self.lex, article)
        if not found:
            return False
        self.i = found[1] - 1
        return self._more(found[0])

    def _decimals(self) -> bool:
        """ "one point five", "nine point nought four" """
        digits, at = "", self.i
        for n, (word, _) in enumerate(self.words[self.i + 1 :], self.i + 1):
            value = self.lex.numbering.numbers.get(word)
            if value is None or value % 1 or (digits and value >= 10):
                break
            tens = n == self.i + 2 and digits[1:] == "0" and 0 < value < 10  # "point seventy-one"
            digits, at = (digits[:1] if tens else digits) + str(int(value)), n
        if digits:
            share = Decimal(f"0.{digits}")
            after = self.words[at + 1][0] if at + 1 < len(self.words) else ""
            if after in self.lex.words.parts:  # "две целых три сотых"
                share, at = Decimal(digits) / self.lex.words.parts[after], at + 1
            self.group, self.room, self.i = self.group + share, ZERO, at
        return bool(digits)
