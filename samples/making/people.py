"""Officers made by rule: names that nobody bears, id numbers that no county ever gave out."""

from dataclasses import dataclass
from datetime import date

SURNAMES = "赵钱孙李周吴郑冯陈褚卫蒋沈韩杨"
STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰"
# 37 is 山东; no county has the code 3799xx, so that no person has such a number.
REGION = "3799"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"
POSTS = ("大队长", "副大队长", "科长", "副科长", "科员")
EDUCATION = ("本科", "大专", "研究生", "本科", "中专")
STAFFING = ("公务员", "参公", "事业")


@dataclass(frozen=True, slots=True)
class Person:
    """An officer of the invented county: the `number`-th of the unit that stands at `place` in the roster."""

    place: int
    number: int
    letter: str

    @property
    def name(self) -> str:
        """赵安甲: a family name, the unit's letter, a heavenly stem."""
        return SURNAMES[self.number - 1] + self.letter + STEMS[self.number - 1]

    @property
    def sex(self) -> str:
        """Every third officer is a woman."""
        return "女" if self.number % 3 == 0 else "男"

    @property
    def birth(self) -> date:
        """Between 1962 and 1989."""
        return date(
            1962 + (self.number * 7 + self.place * 5) % 28, 1 + (self.number * 5) % 12, 1 + self.number * 2 % 28
        )

    @property
    def id_number(self) -> str:
        """Eighteen characters with a true check digit; the last digit of the sequence tells the sex."""
        sequence = f"{self.number:02}{8 if self.sex == '女' else 7}"
        return with_check_digit(f"{REGION}{self.place:02}{self.birth:%Y%m%d}{sequence}")

    @property
    def credential(self) -> str:
        """The number of the credential, made for the samples."""
        return f"C-{self.place:02}{self.number:04}"

    @property
    def valid_until(self) -> str:
        """Credentials hold for five years; every fourth officer's is an old one."""
        return "2015-08-31" if self.number % 4 == 0 else "2018-08-31"

    @property
    def post(self) -> str:
        """职务."""
        return POSTS[min(self.number, len(POSTS)) - 1]

    @property
    def education(self) -> str:
        """学历."""
        return EDUCATION[self.number % len(EDUCATION)]

    @property
    def staffing(self) -> str:
        """编制性质, such as may hold a credential."""
        return STAFFING[self.number % len(STAFFING)]

    @property
    def joined(self) -> str:
        """The month in which the officer came to the unit, years before 2014."""
        return f"{1996 + self.number % 16}-{1 + self.number * 7 % 12:02}"

    @property
    def phone(self) -> str:
        """A number that no exchange has given out."""
        return phone(self.place * 100 + self.number)


def phone(number: int) -> str:
    """0533-0000001: area code and a number that begins with zeros."""
    return f"0533-{number:07}"


def with_check_digit(body: str) -> str:
    """The 17 digits of an id number with the check digit of GB 11643-1999 behind them."""
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + CHECK_DIGITS[total % 11]
