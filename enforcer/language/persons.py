"""Lists of people: 张三、李四（组长）, 张 三, 张三 15030200012, 张三等3人, 监察科2名执法人员, 全体执法人员."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from enforcer.language.blanks import fold, is_blank, is_none_word
from enforcer.language.names import TITLES, is_name, join_names
from enforcer.language.numerals import read_integer
from enforcer.language.patterns import pattern, verbose

_LONGEST: Final = 20_000
_LONGEST_KEPT: Final = 400
_KEPT: Final = 4096


@dataclass(frozen=True, slots=True)
class Person:
    """A person as named: the name without inner spaces, the role (组长) and the number typed beside it, if any.

    `number` is as typed, mostly a credential's; an id number of 18 characters is left out.
    """

    name: str
    role: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class Persons:
    """What a cell says about people.

    `people` are those it names. `count` is how many it speaks of, None where that is not sure; `least` how many it
    speaks of at least. `collective` tells that it speaks of a body or of unnamed people (全体执法人员, 2人).
    `sure` tells that every word was understood; `unread` are the pieces that were not.
    """

    people: tuple[Person, ...] = ()
    count: int | None = None
    least: int = 0
    collective: bool = False
    sure: bool = True
    unread: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names, in the order written."""
        return tuple(person.name for person in self.people)


def read_persons(text: str) -> Persons:
    """Read a cell that lists people; never invents one: what is no name for sure is left in `unread`.

    Names stand apart by 、 ， ； / a line break, or spaces; 张 三 is one person, 张三 李四 are two (told by family
    names and lengths; where both readings are possible, neither is read). A role or number in brackets or beside a name
    goes with it. 等3人 counts more people than it names, 等 alone an unknown number. Departments, 全体人员 and 2人 are
    collectives; 两名以上 sets `least`. A blank cell or 无 gives no one, and no count. Never raises; a cell of more than
    20,000 characters is left unread.
    """
    if len(text) <= _LONGEST_KEPT:
        return _read_kept(text)
    return _read(text) if len(text) <= _LONGEST else Persons(sure=False)


_NUMBER: Final = r"(?:\d{1,3}|[一二三四五六七八九十两廿]{1,4})"
_QUALIFIED: Final = (
    r"(?:行政|综合|现场|具体|专业|专职|持证|本单位|全体|所有|全部|各|相关|有关)*"
    r"(?:执法|检查|监察|稽查|监督|监管|办案|承办|工作|业务|科室|值班)*"
)
_NOUN: Final = rf"(?:{_QUALIFIED}(?:人员|队员|干部|职工|同志|人|员))"
_MEMBERS: Final = rf"(?:{_QUALIFIED}(?:人员|队员|干部|职工|领导|负责人|(?:执法|检查|监察|稽查|监督)员))"
_COUNT: Final = rf"""
    (?P<lead>.*?) \ ?(?P<etc>等)? \ ?(?P<sum>一?共计?|合计|总计)? (?P<more>另有?|以及|[和及与])?
    \ ?(?P<bound>不少于|至少|不低于|不得少于|最少)? \ ?(?P<low>{_NUMBER}) (?P<range>(?:-|至|到|~){_NUMBER})?
    \ ?[名位个]?
    (?P<above>(?:及|或|\()?以上\)?)? (?:{_NOUN}|名|位) (?P<after>(?:及|或|\()?以上\)?)? (?:参加|组成|为?一组|/组)?
"""
_OPEN: Final = rf"(?P<lead>.+?) ?(?:等(?:同志|人|{_NOUN})?|及其他{_NOUN})"
_BODY: Final = (
    r"(?P<body>.{2,}(?:[局科股室队所站厅处镇乡办]|中心|单位|部门|机构|大厅|街道|公司|委员会|小组|窗口|政府))?"
    rf"的?(?P<head>.*?)(?P<members>{_MEMBERS})?"
)
_TITLED: Final = rf"(?P<before>.{{2,4}}?)(?P<title>{TITLES})|(?P<office>{TITLES})(?P<behind>.{{2,4}})"
_LABELLED_NUMBER: Final = r"(?:行政)?(?:执法)?(?:检查)?证?件?编?号?码?"
_BRACKETED: Final = r"\(([^()]*)\)"
_ROLE_MARKS: Final = r"[ :,、;/]+"
_ROLE_OR_NUMBER: Final = r"[㐀-鿿]{2,4} ?[A-Za-z]{0,4}-?[0-9][0-9A-Za-z\-]{3,}"
_PIECE: Final = r"(?:[^、,;/|。\n\r\t()]|\([^()]*\))+|[()]"
_WORD: Final = r"\([^()]*\)|[A-Za-z0-9][A-Za-z0-9\-]*|[^\s()A-Za-z0-9]+"
_ENUMERATOR: Final = r"(?<![0-9A-Za-z])(?:[0-9]{1,2} ?[.、)]|\([0-9]{1,2}\)|[①-⑳]) ?(?=[㐀-鿿])"
_ENUMERATES: Final = r"[0-9①-⑳]"
_AND: Final = r"以及|[和及与]"
_DOTS: Final = str.maketrans(dict.fromkeys("•・‧∙⋅", "·"))
_OTHER_DOT: Final = "[•・‧∙⋅]"
_LONG_NUMBER: Final = r"[A-Za-z]{0,4}-?[0-9][0-9A-Za-z\-]{3,}"
_ID_NUMBER: Final = r"[0-9]{17}[0-9Xx]"
_LONGEST_ROLE: Final = 12
_LONGEST_PIECE: Final = 80


class _List:
    """What has been understood of a cell so far."""

    def __init__(self) -> None:
        self.people: list[Person] = []
        self.unread: list[str] = []
        self.unnamed = 0  # people counted but not named, for sure
        self.total: int | None = None  # the sum that the text itself gives
        self.open = False  # speaks of more people, nobody knows how many
        self.collective = False

    def add(self, name: str, role: str | None = None) -> None:
        self.people.append(Person(name, role))

    def amend(self, role: str | None, number: str | None) -> bool:
        """Give the last person a role or number; False where there is no one who lacks it."""
        if not self.people:
            return False
        last = self.people[-1]
        if (role and last.role) or (number and last.number):
            return False
        self.people[-1] = Person(last.name, role or last.role, number or last.number)
        return True

    def result(self) -> Persons:
        people = tuple(dict.fromkeys(self.people))
        sure = not self.unread
        named = len(people) + self.unnamed
        count: int | None = named
        if self.total is not None:
            count = self.total
            sure = sure and named <= self.total
        elif self.open or named == 0:
            count = None
        names = {person.name for person in people}
        if len(people) < len(self.people) or len(names) < len(people):
            sure = False  # the same person twice, or two of one name
        least = max(len(names) + self.unnamed, self.total or 0)
        return Persons(people, count if sure else None, least, self.collective, sure, tuple(self.unread))


def _read(text: str) -> Persons:
    if is_blank(text) or is_none_word(text):
        return Persons()
    found = _List()
    plain = fold(text)
    _pieces(plain.translate(_DOTS) if pattern(_OTHER_DOT).search(plain) else plain, found)
    return found.result()


_read_kept = lru_cache(maxsize=_KEPT)(_read)


def _pieces(plain: str, found: _List) -> None:
    for hit in pattern(_PIECE).finditer(
        pattern(_ENUMERATOR).sub("、", plain) if pattern(_ENUMERATES).search(plain) else plain
    ):
        piece = hit[0].strip(" .:")
        if not piece:
            continue
        if is_name(piece):
            found.add(piece)
            continue
        if len(piece) > _LONGEST_PIECE or piece in ("(", ")"):
            found.unread.append(piece)
        else:
            _piece(piece, found)


def _piece(piece: str, found: _List) -> None:
    label, colon, rest = piece.partition(":")
    if colon and "(" not in label:
        _labelled(label.strip(), rest.strip(), found)
        return
    outer = " ".join(pattern(_BRACKETED).sub(" ", piece).split())
    inner = [content for content in pattern(_BRACKETED).findall(piece) if content.strip()]
    squeezed = outer.replace(" ", "")
    if is_name(squeezed) or not outer or pattern(_ROLE_OR_NUMBER).fullmatch(outer):
        _words(piece, found)
    elif not (_joined(squeezed, inner, found) or _counted(outer, inner, found) or _open(outer, found)):
        if _is_body(squeezed) and not any(map(is_name, outer.split(" "))):
            _body(inner, found)
        else:
            _words(piece, found)


def _is_body(text: str) -> bool:
    """执法大队, 全体执法人员, 监察科人员; not 张三执法人员, which names somebody."""
    hit = pattern(_BODY).fullmatch(text)
    if hit is None or any(map(is_name, pattern(_AND).split(text))):
        return False
    return bool(hit["body"] or hit["members"]) and not is_name(hit["head"]) and not pattern(_TITLED).fullmatch(text)


def _labelled(label: str, rest: str, found: _List) -> None:
    """组长:张三, 监察科:张三, 执法证号:15030200012, 张三:组长."""
    if pattern(_LABELLED_NUMBER).fullmatch(label):
        _words(rest, found)
    elif is_name(label):
        _words(f"{label} {rest}", found)
    elif rest:
        before = len(found.people)
        _piece(rest, found)
        if len(found.people) == before + 1 and pattern(TITLES).fullmatch(label):
            found.amend(label, None)


def _counted(outer: str, inner: list[str], found: _List, *, more: bool = False) -> bool:
    """等3人, 2人, 监察科2名执法人员, 两名以上执法人员. False where the piece is no count."""
    hit = verbose(_COUNT).fullmatch(outer)
    number = read_integer(hit["low"]) if hit else None
    if hit is None or number is None:
        return False
    lead, is_sum = hit["lead"], bool(hit["etc"] or hit["sum"])
    more = more or bool(hit["more"])
    by_body = not lead or lead.startswith("每") or _is_body(lead.replace(" ", ""))
    if not by_body:
        named = _List()
        _words(lead, named)
        if named.unread:
            return False
        found.people += named.people
    if hit["bound"] or hit["range"] or hit["above"] or hit["after"] or lead.startswith("每"):
        found.open = found.collective = True
        found.unnamed += max(0, number - len(found.people)) if is_sum else number
    elif is_sum or (number == len(found.people) and not more and (not lead or not by_body)):
        found.total = number
    elif more or not found.people or (lead and by_body):
        _unnamed(number, inner, found)
    else:
        found.unread.append(outer)
    return True


def _unnamed(number: int, inner: list[str], found: _List) -> None:
    """2人, or 2人(张三、李四), whose bracket names them."""
    named = _List()
    for content in inner:
        _pieces(content, named)
    if named.people and not named.unread and len(named.people) == number:
        found.people += named.people
        return
    found.unread += [content for content in inner if named.people]
    found.unnamed += number
    found.collective = True


def _open(outer: str, found: _List) -> bool:
    """张三等, 张三等执法人员: nobody knows how many."""
    hit = pattern(_OPEN).fullmatch(outer)
    if hit is None:
        return False
    found.open = True
    if _is_body(hit["lead"]):
        found.collective = True
    else:
        _words(hit["lead"], found)
    return True


def _joined(outer: str, inner: list[str], found: _List) -> bool:
    """张三和李四, 张三及监察科2名执法人员. False where some part is neither a name nor a body."""
    parts = pattern(_AND).split(outer)
    if len(parts) == 1 or inner:
        return False
    if not all(is_name(part) or _is_body(part) or verbose(_COUNT).fullmatch(part) for part in parts):
        return False
    for place, part in enumerate(parts):
        if is_name(part):
            found.add(part)
        elif not _counted(part, [], found, more=place > 0):
            _body([], found)
    return True


def _body(inner: list[str], found: _List) -> None:
    """执法大队, 全体执法人员, or 监察科(张三、李四), whose bracket names them."""
    named = _List()
    for content in inner:
        _pieces(content, named)
    if named.people and not named.unread:
        found.people += named.people
        return
    found.collective = True
    found.unnamed += named.unnamed
    found.open = found.open or named.open or not named.unnamed


def _words(piece: str, found: _List) -> None:
    """Names with what goes with them: 张三(组长), 张三 15030200012, 张 三 组长, 组长李四."""
    run: list[str] = []
    attached = False
    for hit in pattern(_WORD).finditer(piece):
        token = hit[0]
        is_word = token[0] != "(" and not token[0].isascii()
        if is_word and not pattern(TITLES).fullmatch(token):
            if not pattern(_LABELLED_NUMBER).fullmatch(token):
                run.append(token)
            continue
        if run:
            attached = _names(run, found)
            run = []
        if is_word:
            attached = attached and found.amend(token, None)
        elif token[0] == "(":
            _bracket(token[1:-1], found, attached=attached)
        elif not (pattern(_ID_NUMBER).fullmatch(token) and found.people) and not (
            pattern(_LONG_NUMBER).fullmatch(token) and found.amend(None, token)
        ):
            found.unread.append(token)
    if run:
        _names(run, found)


def _names(run: list[str], found: _List) -> bool:
    while len(run) > 1 and _is_body(run[0]):
        run = run[1:]  # 监察大队 张三: the body he belongs to
    names = join_names(run)
    if names is None and len(run) == 1 and (hit := pattern(_TITLED).fullmatch(run[0])):
        name = hit["before"] or hit["behind"]
        if is_name(name):
            found.add(name, hit["title"] or hit["office"])
            return True
    if names is None:
        found.unread.append(" ".join(run))
        return False
    for name in names:
        found.add(name)
    return True


def _bracket(content: str, found: _List, *, attached: bool) -> None:
    """A bracket behind a name holds a role, a number or both; one that stands alone may hold names."""
    if not attached:
        if not found.unread:
            _pieces(content, found)
        return
    number = pattern(_LONG_NUMBER).search(content)
    words = pattern(_LONG_NUMBER).sub(" ", content) if number else content
    role = (
        "".join(pattern(_LABELLED_NUMBER).sub("", word, count=1) for word in pattern(_ROLE_MARKS).split(words)) or None
    )
    if role and len(role) > _LONGEST_ROLE:
        role = None
    typed = number[0] if number and not pattern(_ID_NUMBER).fullmatch(number[0]) else None
    found.amend(role, typed)
