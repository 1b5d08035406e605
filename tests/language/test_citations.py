import pytest
from hypothesis import given
from hypothesis import strategies as st

from enforcer.language.citations import Citation, quotes_text, read_citations
from enforcer.language.law_titles import normal_title
from enforcer.language.provisions import Provision

HAN = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]


def cited(text: str) -> list[str]:
    """Each citation as 安全生产法第94条第2款, with 至 before the end of a range."""
    return [
        (one.normal_title or one.order or "") + str(one.provision or "") + (f"至{one.through}" if one.through else "")
        for one in read_citations(text)
    ]


@pytest.mark.parametrize(
    ("text", "citations"),
    [
        ("《中华人民共和国安全生产法》第九十四条", ["安全生产法第94条"]),
        ("《劳动合同法》第92条第1款", ["劳动合同法第92条第1款"]),
        ("《劳动合同法》第 92 条 第 1 款", ["劳动合同法第92条第1款"]),
        ("《劳动合同法》９２条", ["劳动合同法第92条"]),
        ("《A法》第十条第一款第（二）项第3目", ["A法第10条第1款第2项第3目"]),
        ("《A法》第九条第1款（二）项", ["A法第9条第1款第2项"]),
        ("《A法》第一百二十条之一第二款", ["A法第120条之1第2款"]),
        ("《A法》第十条、第十二条第二款", ["A法第10条", "A法第12条第2款"]),
        ("《A法》第十三、十四条", ["A法第13条", "A法第14条"]),
        ("《A法》第十条第一、二、三款", ["A法第10条第1款", "A法第10条第2款", "A法第10条第3款"]),
        ("《A法》第十条第（一）（三）项", ["A法第10条第1项", "A法第10条第3项"]),
        (
            "《A法》第十条第一款第（二）、（三）项和第三款",
            ["A法第10条第1款第2项", "A法第10条第1款第3项", "A法第10条第3款"],
        ),
        ("《A法》第三条至第十条", ["A法第3条至第10条"]),
        ("《A法》第13-15条", ["A法第13条至第15条"]),
        ("《A法》第十条第一项至第五项", ["A法第10条第1项至第10条第5项"]),
        ("《A法》第六章第九十四条", ["A法第94条"]),
        ("《A法》第十条规定，第十二条规定", ["A法第10条", "A法第12条"]),
        ("《A法》第十条、《B条例》第十二条", ["A法第10条", "B条例第12条"]),
        ("《A法》、《B条例》第十二条", ["A法", "B条例第12条"]),
        ("1、《A法》第五条\n2、《B办法》第六条", ["A法第5条", "B办法第6条"]),
        (
            "《广东省实施〈中华人民共和国环境噪声污染防治法〉办法》第三十一条",
            ["广东省实施环境噪声污染防治法办法第31条"],
        ),
        ("《广东省实施《环境噪声污染防治法》办法》第三十一条", ["广东省实施环境噪声污染防治法办法第31条"]),
        ("依据安全生产法第九十四条进行处罚", ["安全生产法第94条"]),
        ("安全生产法第九十四条、消防法第六十条", ["安全生产法第94条", "消防法第60条"]),
        ("依照安全生产法和消防法第六十条", ["消防法第60条"]),
        ("违反城市市容和环境卫生管理条例第十七条", ["城市市容和环境卫生管理条例第17条"]),
        ("《安全生产法第九十四条", ["安全生产法第94条"]),
        ("依据上海市安全生产条例第十条", ["上海市安全生产条例第10条"]),
        ("本溪市环境保护条例第十条、国家安全法第三条", ["本溪市环境保护条例第10条", "国家安全法第3条"]),
        ("国家有关规定第三条", ["第3条"]),
        ("法律、法规规定第三条", ["第3条"]),
        ("国家法律法规规章规定第三条", ["第3条"]),
        ("《大气污染防治法》（以下简称《大气法》）第九十九条", ["大气污染防治法第99条"]),
        ("第十条", ["第10条"]),
        ("按照有关规定第三条", ["第3条"]),
        ("《卫生许可证》、《行政处罚决定书》", []),
        ("《关于加强检查的通知》", ["关于加强检查的通知"]),
        ("《行政处罚裁量权办法（试行）》", ["行政处罚裁量权办法(试行)"]),
        ("山东省人民政府令第269号", ["山东省人民政府令第269号"]),
        ("国务院令第l98号第三十一条", ["国务院令第198号第31条"]),
        ("《A法》第十条：违反规定的，处罚款。\n第十一条 有下列情形的，处罚款。", ["A法第10条", "A法第11条"]),
        ("国家有关法律法规", []),
        ("行政处罚法", []),
        ("第一条生产线第零条例", ["第1条"]),
        ("《A法》第十条至第三条", ["A法第10条", "A法第3条"]),
        ("", []),
    ],
)
def test_citations_are_read(text: str, citations: list[str]) -> None:
    assert cited(text) == citations


def test_version_and_order_stand_beside_the_title() -> None:
    (citation,) = read_citations("《安全生产法》（2014年修正）第九十四条")
    assert citation == Citation("安全生产法", Provision(94), version="2014年修正", span=(0, 21))
    for text in (
        "《危险化学品安全管理条例》（国务院令第591号）第七十八条",
        "《危险化学品安全管理条例》（2011年国务院令第591号修订）第七十八条",
        "《危险化学品安全管理条例》（国务院第５９１号令，2013年修订）第七十八条",
        "国务院令第591号《危险化学品安全管理条例》第七十八条",
    ):
        (citation,) = read_citations(text)
        assert citation.normal_title == "危险化学品安全管理条例"
        assert citation.order == "国务院令第591号"
        assert citation.provision == Provision(78)
        assert citation.span == (0, len(text))


def test_a_letter_l_in_an_order_number_is_a_one() -> None:
    (citation,) = read_citations("《城市道路管理条例》（国务院令第l98号）第四十二条")
    assert citation.order == "国务院令第198号"


@pytest.mark.parametrize(
    ("text", "title", "reference"),
    [
        ("《水污染防治法》第七十条：违反本法第十七条的", "水污染防治法", "本法"),
        ("《水污染防治法》第七十条、同法第十七条", "水污染防治法", "同法"),
        ("《城市道路管理条例》第七条。违反该条例第十七条的", "城市道路管理条例", "该条例"),
        ("《水污染防治法》第七十条：依照本条例第十七条", None, "本条例"),
        ("违反本办法第十七条", None, "本办法"),
        ("违反本条例规定第十七条", None, "本条例"),
        ("《税收征收管理法实施细则》第三条：违反本实施细则第十七条", "税收征收管理法实施细则", "本实施细则"),
    ],
)
def test_a_reference_is_resolved_where_its_kind_agrees(text: str, title: str | None, reference: str) -> None:
    citation = read_citations(text)[-1]
    assert (citation.title, citation.reference, citation.provision) == (title, reference, Provision(17))


@pytest.mark.parametrize(
    "title",
    [
        "《中华人民共和国安全生产法》",
        "安全生产法",
        " 安全 生产法 ",
        "安全生产法（2014年修正）",
        "《安全生产法》（2014年8月31日修订）",
        "中华人民共和国安全生产法(2014)",
        "安全生产法（主席令第13号）",
    ],
)
def test_one_law_has_one_normal_title(title: str) -> None:
    assert normal_title(title) == "安全生产法"


def test_a_trial_version_and_another_law_keep_their_titles() -> None:
    assert normal_title("《裁量办法（试行）》") != normal_title("《裁量办法》")
    assert normal_title("《食品安全法实施条例》") != normal_title("《食品安全法》")


@pytest.mark.parametrize(
    "text",
    [
        "《安全生产法》第九十四条：生产经营单位有下列行为之一的，责令限期改正，可以处五万元以下的罚款",
        "《A法》第十条 拒绝检查的，由主管部门给予警告，并处一万元以下的罚款。",
        "逾期不改正的，处100万元以上200万元以下罚款；",
    ],
)
def test_a_basis_with_the_words_of_the_law_quotes_them(text: str) -> None:
    assert quotes_text(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "《安全生产法》第九十四条",
        "依据《安全生产法》第九十四条第（一）项的规定进行处罚",
        "1.《A法》第十条、第十一条第一款第（二）项；2.《B条例》（国务院令第591号）第七十八条",
        "《A法》第十条等有关规定，责令改正",
        "桓政办发〔2014〕36号",
        "国家有关法律法规",
        "山东省环境保护条例、安全生产法",
    ],
)
def test_titles_and_numbers_alone_quote_nothing(text: str) -> None:
    assert not quotes_text(text)


def test_long_cells_are_read_in_time() -> None:
    text = "《A法》第十条第一款、第十二条，违反本法第三条。" * 4000
    assert len(read_citations(text)) == 12_000
    assert quotes_text("的，" * 100_000)


TITLES = st.text(alphabet="安全生产水污染防治道路运输", min_size=2, max_size=10).map(lambda stem: stem + "条例")
NUMBERS = st.integers(1, 10)


@given(st.lists(st.tuples(TITLES, NUMBERS, NUMBERS, NUMBERS), min_size=1, max_size=5), st.sampled_from("、；\n，"))
def test_what_is_written_is_read_back(laws: list[tuple[str, int, int, int]], mark: str) -> None:
    for template in ("《{0}》第{1}条第{2}款第（{3}）项", "《中华人民共和国{0}》第{4}条第{5}款第{6}项"):
        text = mark.join(template.format(title, *places, *(HAN[place] for place in places)) for title, *places in laws)
        found = read_citations(text)
        assert [one.normal_title for one in found] == [title for title, *_ in laws]
        assert [one.provision for one in found] == [Provision(a, 0, b, c) for _, a, b, c in laws]
        assert mark.join(text[slice(*one.span)] for one in found) == text


@given(
    st.text() | st.text(alphabet="《》〈〉第一二十0123条款项目之、至-和（）()本该法条例令号l国务院安全规定2014年修\n。")
)
def test_nothing_raises_and_spans_lie_in_the_text(text: str) -> None:
    last = 0
    for citation in read_citations(text):
        start, end = citation.span
        assert 0 <= start < end <= len(text)
        assert start >= last
        last = end
        assert citation.provision is None or citation.provision.article > 0
        if citation.through:
            assert citation.provision
            assert citation.through > citation.provision
    quotes_text(text)
