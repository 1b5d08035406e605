"""Text measured in columns of a terminal: a Chinese character takes two."""

from unicodedata import combining, east_asian_width

# Punctuation that must not begin a line.
_CLOSING = "，。；：！？、）》」』”’】〕％%),.;:!?"


def width(text: str) -> int:
    """How many columns the text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(one) else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def padded(text: str, columns: int) -> str:
    """The text, followed by spaces up to that many columns."""
    return text + " " * max(columns - width(text), 0)


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most that many columns; a closing mark may hang over, Latin words stay whole."""
    lines = [""]
    for word in _words(text):
        room = columns - width(lines[-1])
        if word == "\n":
            lines.append("")
        elif width(word) > room and lines[-1] and word[0] not in _CLOSING:
            lines.append(word.lstrip())
        else:
            lines[-1] += word
    return [line.rstrip() for line in lines]


def _words(text: str) -> list[str]:
    """Single wide characters, line breaks, and runs of other characters with the space before them."""
    words: list[str] = []
    for one in text:
        joins = words and one != "\n" and not one.isspace() and width(one) == 1 and words[-1] != "\n"
        if joins and width(words[-1][-1]) == 1:
            words[-1] += one
        else:
            words.append(one)
    return words
