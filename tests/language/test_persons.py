import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.names import is_name, join_names
from enforcer.language.persons import Person, Persons, read_persons

FAMILY = st.sampled_from("王李张刘陈杨赵周于孙")
GIVEN = st.text(alphabet="伟芳娜敏静丽强磊军洋勇艳杰娟涛霞平刚桂英", min_size=1, max_size=2)
NAMES = st.builds(lambda family, given_name: family + given_name, FAMILY, GIVEN)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("张三", [Person("张三")]),
        ("张 三", [Person("张三")]),
        ("张　三、李　四", [Person("张三"), Person("李四")]),
        ("张三 李四", [Person("张三"), Person("李四")]),
        ("王小明 李 四", [Person("王小明"), Person("李四")]),
        ("张 三 李 四", [Person("张三"), Person("李四")]),
        ("欧阳 明", [Person("欧阳明")]),
        (
            "张三，李四;王五/赵六\n孙七",
            [Person("张三"), Person("李四"), Person("王五"), Person("赵六"), Person("孙七")],
        ),
        ("1.张三 2.李四", [Person("张三"), Person("李四")]),
        ("（1）张三（2）李四", [Person("张三"), Person("李四")]),
        ("张三和李四", [Person("张三"), Person("李四")]),
        ("李和平", [Person("李和平")]),
        ("司马相如、欧阳明日", [Person("司马相如"), Person("欧阳明日")]),
        ("买买提·艾力、古丽•巴哈尔·木", [Person("买买提·艾力"), Person("古丽·巴哈尔·木")]),
        ("张三（组长）、李四", [Person("张三", "组长"), Person("李四")]),
        ("张三(组长)李四(组员)", [Person("张三", "组长"), Person("李四", "组员")]),
        ("张三 组长 李四 组员", [Person("张三", "组长"), Person("李四", "组员")]),
        ("组长：张三，组员：李四", [Person("张三", "组长"), Person("李四", "组员")]),
        ("组长：张三，组员：李四、王五", [Person("张三", "组长"), Person("李四", "组员"), Person("王五")]),
        ("李四局长", [Person("李四", "局长")]),
        ("张三：组长", [Person("张三", "组长")]),
        ("张三（15030200012）", [Person("张三", number="15030200012")]),
        ("张三 15030200012", [Person("张三", number="15030200012")]),
        ("张三15030200012、李四LZ-0013", [Person("张三", number="15030200012"), Person("李四", number="LZ-0013")]),
        ("张三、15030200012", [Person("张三", number="15030200012")]),
        ("张三（组长，执法证号：15030200012）", [Person("张三", "组长", "15030200012")]),
        ("监察一科（张三、李四）", [Person("张三"), Person("李四")]),
        ("监察大队：张三、李四", [Person("张三"), Person("李四")]),
        ("监察大队 张三 李四", [Person("张三"), Person("李四")]),
        ("2名执法人员（张三、李四）", [Person("张三"), Person("李四")]),
        ("（张三、李四）", [Person("张三"), Person("李四")]),
        ("张三、李四，共2人", [Person("张三"), Person("李四")]),
        ("张三、李四 2人", [Person("张三"), Person("李四")]),
        ("张三、李四等2名执法人员", [Person("张三"), Person("李四")]),
    ],
)
def test_people_are_read_with_what_goes_with_them(text: str, people: list[Person]) -> None:
    assert read_persons(text) == Persons(tuple(people), count=len(people), least=len(people))


@pytest.mark.parametrize(
    ("text", "names", "count"),
    [
        ("张三、李四等3人", ("张三", "李四"), 3),
        ("张三和李四等三人", ("张三", "李四"), 3),
        ("张三 李四 等3人", ("张三", "李四"), 3),
        ("张三及监察科2名执法人员", ("张三",), 3),
        ("张三、李四另2人", ("张三", "李四"), 4),
        ("2人", (), 2),
        ("两人", (), 2),
        ("执法人员2名", (), 2),
        ("监察科2名执法人员", (), 2),
        ("执法大队（2人）", (), 2),
        ("共3人", (), 3),
    ],
)
def test_people_may_be_counted_without_being_named(text: str, names: tuple[str, ...], count: int) -> None:
    persons = read_persons(text)
    assert persons.names == names
    assert (persons.count, persons.least, persons.sure) == (count, count, True)


@pytest.mark.parametrize(
    ("text", "names", "least"),
    [
        ("张三等", ("张三",), 1),
        ("张三等人", ("张三",), 1),
        ("张三、李四等执法人员", ("张三", "李四"), 2),
        ("两名以上执法人员", (), 2),
        ("不少于2人", (), 2),
        ("2-3人", (), 2),
        ("每组2人", (), 2),
        ("执法大队2人以上", (), 2),
        ("张三、李四及其他执法人员", ("张三", "李四"), 2),
        ("执法大队全体人员", (), 0),
        ("全体执法人员", (), 0),
        ("相关科室人员", (), 0),
        ("县安监局", (), 0),
        ("马桥镇政府", (), 0),
    ],
)
def test_an_open_number_is_no_count(text: str, names: tuple[str, ...], least: int) -> None:
    persons = read_persons(text)
    assert persons.names == names
    assert (persons.count, persons.least, persons.sure) == (None, least, True)
    assert persons.collective or names


@pytest.mark.parametrize(
    "text",
    [
        "王队长",
        "欧阳队长",
        "张某",
        "张某某",
        "XX",
        "ＸＸＸ",
        "待定",
        "双随机抽取",
        "张三丰李四",
        "张李明华",
        "张 李四",
        "张三 丰",
        "张三执法人员",
        "John Smith",
        "买买提.艾力",
        "适时确定",
        "、".join(["张" * 100]),
    ],
)
def test_nobody_is_invented(text: str) -> None:
    persons = read_persons(text)
    assert persons.people == ()
    assert persons.count is None
    assert persons.unread
    assert not persons.sure


@pytest.mark.parametrize(
    "text",
    [
        "张三、王队长",
        "张三、某",
        "张三(男",
        "张三、张三",
        "张三（0001）、张三（0002）",
        "张三等0人",
        "张三、李四、王五等2人",
    ],
)
def test_a_cell_with_a_doubt_has_no_count(text: str) -> None:
    persons = read_persons(text)
    assert "张三" in persons.names
    assert persons.count is None
    assert not persons.sure


@pytest.mark.parametrize("text", ["", " ", "-", "无", "没有"])
def test_a_blank_cell_speaks_of_nobody(text: str) -> None:
    assert read_persons(text) == Persons()


def test_an_id_number_beside_a_name_is_not_kept() -> None:
    for text in ("张三 11010119000101001X", "张三（11010119000101001x）"):
        assert read_persons(text) == Persons((Person("张三"),), count=1, least=1)


def test_a_megabyte_is_left_unread() -> None:
    persons = read_persons("张三、" * 400_000)
    assert persons.people == ()
    assert not persons.sure


@pytest.mark.parametrize(
    "text", ["张三", "张三丰", "欧阳明", "诸葛孔明", "买买提·艾力", "王安全", "李建会", "于小明", "李㛃"]
)
def test_names_are_names(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "张",
        "欧阳",
        "安监局",
        "监察科",
        "农业大队",
        "执法人员",
        "全体",
        "张某某",
        "李主任",
        "王工程师",
        "张三等",
        "abc",
        "·张三",
        "张三李四",
    ],
)
def test_departments_titles_and_pieces_are_no_names(text: str) -> None:
    assert not is_name(text)


def test_words_are_joined_in_one_sure_way_or_not_at_all() -> None:
    assert join_names(["张", "三", "丰"]) == ["张三丰"]
    assert join_names(["李", "小", "明", "王", "大", "力"]) == ["李小明", "王大力"]
    assert join_names(["张", "于", "王", "李", "周"]) is None
    assert join_names(["张三"] * 50) == ["张三"] * 50
    assert join_names([]) == []


@given(
    st.lists(NAMES.filter(is_name), min_size=1, max_size=8, unique=True),
    st.sampled_from(["、", "，", ",", "；", ";", "/", "\n", " 、 "]),
)
def test_a_list_gives_its_names_back(names: list[str], mark: str) -> None:
    persons = read_persons(mark.join(names))
    assert persons.names == tuple(names)
    assert persons.count == len(names)
    assert persons.sure


@given(NAMES.filter(is_name), st.integers(10_000, 10**11))
def test_a_number_goes_with_its_name(name: str, number: int) -> None:
    for text in (f"{name}（{number}）", f"{name} {number}", f"{name}{number}", f"{name}（执法证号：{number}）"):
        assert read_persons(text).people == (Person(name, number=str(number)),)


@given(
    st.text() | st.text(alphabet="张三李四王欧阳小明等人名执法员大队局科共及和2两0123X·（）():：、，;/ \n组长全体某")
)
def test_nothing_raises_and_every_name_stands_in_the_text(text: str) -> None:
    persons = read_persons(text)
    letters = "".join(text.split())
    assert persons.least <= (persons.count if persons.count is not None else persons.least)
    assert persons.count is None or persons.sure
    for person in persons.people:
        assert is_name(person.name)
        assert all(letter in letters or letter == "·" for letter in person.name)
