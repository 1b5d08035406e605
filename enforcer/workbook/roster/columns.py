"""The columns of 单位名录: what the blank shows and what the reader expects, one source."""

from typing import Final, Literal, NamedTuple

ROSTER_SHEET: Final = "单位名录"
GUIDE_SHEET: Final = "填写说明"

ColumnKind = Literal["code", "text", "choice", "date", "phone"]

NATURES: Final = ("行政机关", "派出机关", "授权组织", "受托组织")
EXEMPTIONS: Final = ("无", "公安", "税务")
POWERS: Final = ("有", "无")
ANSWERS: Final = ("否", "是")
UNCONFIRMED: Final = "未确认"


class RosterColumn(NamedTuple):
    """One column. `also` are other headers that mean it; `choices` the only words that its cells take."""

    key: str
    header: str
    also: tuple[str, ...]
    kind: ColumnKind
    width: int
    required: bool
    help: str
    right: str
    wrong: str
    choices: tuple[str, ...] = ()


COLUMNS: Final = (
    RosterColumn(
        key="code",
        header="单位代码",
        also=("代码", "编码", "单位编码", "单位编号", "机构代码", "统一社会信用代码"),
        kind="code",
        width=11,
        required=True,
        help="县里给每个单位编的代码，一个单位一个，定了就不要再改：台账靠它认单位。只用数字和字母。",
        right="037",
        wrong="两个单位用同一个代码",
    ),
    RosterColumn(
        key="name",
        header="单位名称",
        also=("名称", "单位", "全称", "单位全称", "机构名称", "行政执法单位", "行政执法单位名称", "执法单位"),
        kind="text",
        width=26,
        required=True,
        help="全称，与公章一致。县名写不写都可以，各处写法会自动对上。",
        right="桓台县农业局",
        wrong="农口",
    ),
    RosterColumn(
        key="short_names",
        header="简称",
        also=("单位简称", "又称", "别名", "别称", "曾用名", "简称或别名"),
        kind="text",
        width=18,
        required=False,
        help="文件夹、文件名、表头里可能出现的其他叫法，几个用顿号隔开。两个单位不能用同一个简称。",
        right="安监局、县安监局",
        wrong="局里",
    ),
    RosterColumn(
        key="nature",
        header="性质",
        also=("单位性质", "主体性质", "机构性质"),
        kind="choice",
        width=11,
        required=True,
        help="受托组织以委托机关的名义执法，由委托机关报送，要在“由谁报送”写明是谁。",
        right="行政机关",
        wrong="事业单位",
        choices=NATURES,
    ),
    RosterColumn(
        key="exemption",
        header="免报类别",
        also=("免报", "免报情况", "除外类别"),
        kind="choice",
        width=10,
        required=False,
        help="公安、税务机关免报人员信息登记表和数据库（通知二（七）），其他事项照报。谁免报以本名录为准，不看单位名称。",
        right="无",
        wrong="免报全部",
        choices=EXEMPTIONS,
    ),
    RosterColumn(
        key="penalty_power",
        header="有无行政处罚权",
        also=("行政处罚权", "处罚权", "有无处罚权", "是否有行政处罚权"),
        kind="choice",
        width=10,
        required=True,
        help="没有行政处罚权的单位，附件2和附件3报零报告。",
        right="有",
        wrong="部分",
        choices=POWERS,
    ),
    RosterColumn(
        key="reporter",
        header="由谁报送",
        also=("报送单位", "代报单位", "由谁代报"),
        kind="text",
        width=18,
        required=False,
        help="材料由别的单位代为报送的，写那个单位的代码、名称或简称；自己报的空着。",
        right="桓台县农业局",
        wrong="本单位",
    ),
    RosterColumn(
        key="own_credentials",
        header="使用本系统制发证件",
        also=("使用本系统证件", "本系统制发证件", "是否使用本系统制发证件", "使用本系统制发的执法证件"),
        kind="choice",
        width=11,
        required=False,
        help="执法人员用的是不是本系统（上级主管部门）制发的执法证件。填“是”的，要报清理结果（通知二（七））。",
        right="否",
        wrong="部分",
        choices=ANSWERS,
    ),
    RosterColumn(
        key="confirmation",
        header="主体确认文号",
        also=("确认文号", "主体资格确认文号", "执法主体确认文号"),
        kind="text",
        width=20,
        required=False,
        help="县政府确认公布其行政处罚主体资格的文号；尚未确认公布的写“未确认”，不清楚的空着。",
        right="桓政发〔2012〕8号",
        wrong="已确认",
    ),
    RosterColumn(
        key="superior",
        header="上级业务主管单位",
        also=("上级主管单位", "业务主管单位", "上级业务主管部门", "上级主管部门", "上级单位"),
        kind="text",
        width=18,
        required=True,
        help="检查计划还要报它备案（通知二（二））。没有的写“无”。",
        right="市农业局",
        wrong="上级",
    ),
    RosterColumn(
        key="contact",
        header="联系人",
        also=("姓名", "联络员", "负责人", "经办人"),
        kind="text",
        width=10,
        required=False,
        help="催报、退回找谁。",
        right="张三",
        wrong="办公室的人",
    ),
    RosterColumn(
        key="phone",
        header="联系电话",
        also=("电话", "手机", "电话号码", "手机号", "办公电话"),
        kind="phone",
        width=17,
        required=False,
        help="几个号码用顿号隔开。",
        right="0533-0000000",
        wrong="000000",
    ),
    RosterColumn(
        key="mail",
        header="电子邮箱",
        also=("邮箱", "电子邮件", "邮件", "邮箱地址", "e-mail", "email"),
        kind="text",
        width=22,
        required=False,
        help="催报通知发到这里；没有的空着，改用电话。几个邮箱用顿号隔开。",
        right="nyj@example.org",
        wrong="农业局邮箱",
    ),
    RosterColumn(
        key="last_log",
        header="最近一次报备执法检查登记表",
        also=("最近一次报备登记表", "最近报备登记表日期", "登记表最近报备日期", "期初数"),
        kind="date",
        width=13,
        required=False,
        help="启用本台账以前，县法制办最近一次收到该单位执法检查登记表是哪一天；不清楚的空着，不会据此说它没有报备。",
        right="2014-05-20",
        wrong="上半年",
    ),
    RosterColumn(
        key="since",
        header="起始日期",
        also=("生效日期", "成立日期", "起", "启用日期", "有效期起"),
        kind="date",
        width=12,
        required=False,
        help="单位从哪天起存在；一直都在的空着。",
        right="2014-09-01",
        wrong="2014年秋",
    ),
    RosterColumn(
        key="until",
        header="终止日期",
        also=("失效日期", "撤销日期", "止", "停用日期", "有效期止"),
        kind="date",
        width=12,
        required=False,
        help="合并、撤销的单位，存在到哪天（含当天）；现在还在的空着。不要删除这一行，台账里还有它的材料。",
        right="2014-08-31",
        wrong="已撤",
    ),
    RosterColumn(
        key="successor",
        header="承继单位",
        also=("承继", "继任单位", "并入单位", "职责承继单位"),
        kind="text",
        width=18,
        required=False,
        help="合并、撤销以后职责由谁承接：写那个单位的代码、名称或简称，没有报完的事项随之转过去。",
        right="桓台县市场监督管理局",
        wrong="待定",
    ),
)

BY_KEY: Final = {column.key: column for column in COLUMNS}
