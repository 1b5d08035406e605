"""Reads the fines of a text, sentence by sentence."""

from collections.abc import Iterator
from typing import Final

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines.conditions import is_numbered
from enforcer.language.fines.sentence import Sentence
from enforcer.language.fines.tokens import Token, tokenise
from enforcer.language.fines.words import SEGMENT_ENDS, Part
from enforcer.language.numerals import read_number
from enforcer.language.patterns import pattern

_FINE: Final = "罚款"
_LONG: Final = 2000
_LONGEST: Final = 4000
"""The longest sentences of the law have some hundred words that the grammar knows."""
_INTERVAL: Final = r"[\[［][0-9０-９]"
_DASH: Final = r"[-－—–―~～〜至到]+"


def read_fines(text: str, *, bare: bool = False) -> list[Fine | UnreadFine]:
    """Read every fine a text sets, in text order; what speaks of a fine and a number but is unclear is an UnreadFine.

    The text is a clause, an article or a cell of a discretion table, of any length. Numbers are exact; spans are
    offsets into the text as given. Clauses about procedure and competence, thresholds, surcharges, 滞纳金 and the like
    yield nothing. With `bare`, the text is known to be about a fine (a cell of 具体标准 or 法定罚款幅度): a range
    with its unit is then a fine without the word 罚款 (1万-2万元), and 个人处… names whom it is for. The reading
    follows 民法典 第一千二百五十九条: 以上, 以下 and 以内 include the number, 不满 and 超过 do not. Never raises.
    """
    if bare:
        if _is_unclear_cell(text):
            return [UnreadFine(text, (0, len(text)))]
    elif _FINE not in text:
        return []
    results: list[Fine | UnreadFine] = []
    for start, end, tokens in _sentences(text):
        if not bare and text.find(_FINE, start, end) < 0:
            continue
        if tokens is None:
            results.append(UnreadFine(text[start:end], (start, end)))
        else:
            results += Sentence(text, start, end, tokens, bare=bare).read()
    return results


def _is_unclear_cell(text: str) -> bool:
    """Is this cell a number or two without a unit (10000-20000), or an interval as mathematics writes it ([1万,2万))?

    Such a cell is plain to people only by its column's header.
    """
    if pattern(_INTERVAL).search(text):
        return True
    numbers = pattern(_DASH).split(text.strip())
    return all(read_number(one) is not None for one in numbers) and not text.rstrip().endswith(("万", "亿"))


def _sentences(text: str) -> Iterator[tuple[int, int, list[Token] | None]]:
    """Each sentence with its words. A line that breaks off in mid-sentence goes on in the next one.

    A sentence beyond all measure is cut at a comma; where it has none either, its words are None.
    """
    start = 0
    words: list[Token] | None = []
    for token in tokenise(text):
        if token.part is Part.STOP:
            if (
                token.word.isspace()
                and words
                and not (words[-1].part is Part.SEMICOLON or is_numbered(text, token.end))
            ):
                continue
        elif words is not None and (len(words) < _LONG or token.part not in SEGMENT_ENDS):
            words.append(token)
            if len(words) > _LONGEST:
                words = None
            continue
        elif token.part not in SEGMENT_ENDS:
            continue
        if words is None or words:
            yield start, token.start, words
        start, words = token.end, []
    if words is None or words:
        yield start, len(text), words
