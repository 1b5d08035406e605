"""Why a file could not be read, said to the clerk who sent it: a machine's word, what is wrong, how to mend it."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from enforcer.domain.reading import Failure, Reading
from enforcer.domain.sentence import Sentence


class Wording(NamedTuple):
    """The templates of one cause: what is wrong, and what to do about it."""

    message: str
    remedy: str


_RESAVE = "请用 WPS 或 Excel 打开核对，另存为 .xlsx 文件后重新报送。"
_RESEND = "请在原电脑上用 WPS 或 Excel 打开确认能正常显示，另存为 .xlsx 文件后重新报送。"
_WORKBOOK = "请把内容填入县里下发的电子表格（.xlsx），报送表格文件本身。"
_TRIM = "请删除表格以外的空行、空列和多余内容（选中整行、整列后删除），另存为 .xlsx 文件后重新报送。"
_ASK = "请把表格内容复制到县里下发的空白表中，保存后重新报送；仍不能读取时请与县法制办联系。"

CAUSES: dict[str, Wording] = {
    # What the clerk can mend by opening the file and saving it again.
    "empty": Wording("文件是空的（0 字节），里面没有任何内容。", "可能是复制或发送时中断，请重新发送原文件。"),
    "encrypted": Wording(
        "文件已加密，没有密码无法读取。",
        "文件已加密，请取消密码后重新报送。若平时打开并不需要密码，请撤消“审阅”中的工作簿保护后另存为 .xlsx 文件。",
    ),
    "truncated": Wording("文件不完整，后半部分丢失，可能是下载、复制或发送时中断。", _RESEND),
    "broken": Wording("文件已损坏，无法作为电子表格打开。", _RESEND),
    "old_format": Wording("文件是旧版表格格式（{version}），现在的软件已不支持。", _RESAVE),
    "web_archive": Wording("文件是网页存档（MHTML），只是用了表格文件的名字。", _RESAVE),
    "unknown_text": Wording("文件是纯文本，但看不出文字编码，无法可靠读出。", _RESAVE),
    "broken_text": Wording("文件是文本表格，第{line}行附近引号不成对，无法确定各列的边界。", _RESAVE),
    "no_table": Wording("文件是文本或网页，里面没有表格。", _WORKBOOK),
    "no_sheet": Wording("文件能打开，但里面没有工作表。", _WORKBOOK),
    # What is no spreadsheet at all.
    "word": Wording("文件是文字处理文档（Word、WPS 文字或 RTF），不是电子表格。", _WORKBOOK),
    "slides": Wording("文件是演示文稿，不是电子表格。", _WORKBOOK),
    "pdf": Wording("文件是版式文件（{format}），其中的表格无法可靠读出。", _WORKBOOK),
    "image": Wording("文件是图片（{format}），其中的表格无法读出。", _WORKBOOK),
    "other_office": Wording("文件是 {format} 文件，本程序不能读取。", _RESAVE),
    "program": Wording("文件是程序，不是电子表格；请勿打开，并检查电脑是否感染病毒。", _WORKBOOK),
    "not_spreadsheet": Wording("文件不是电子表格。", _WORKBOOK),
    # Archives.
    "archive_format": Wording(
        "文件是 {format} 压缩包，本程序不能解开。",
        "请解压后直接报送其中的表格文件，或改用 .zip 格式压缩。",
    ),
    "nested_archive": Wording("压缩包里还有压缩包，里面的文件未读。", "请解压后直接报送其中的表格文件，不要多层压缩。"),
    "encrypted_archive": Wording("压缩包设有密码，无法解开。", "请取消密码后重新压缩，或直接报送其中的表格文件。"),
    "empty_archive": Wording("压缩包里没有表格文件。", "请检查压缩时是否选对了文件，重新压缩后报送。"),
    "too_many_members": Wording(
        "压缩包里有{count}个文件，超过上限{limit}个。", "请分成几个压缩包，或直接报送表格文件。"
    ),
    "unpacking": Wording(
        "文件使用了少见的压缩方法，本程序不能解开。", "请改用普通的 .zip 方式压缩，或直接报送表格文件。"
    ),
    # What asks too much of the machine, by accident or on purpose.
    "too_large": Wording("文件有{size}兆字节，超过上限{limit}兆字节。", _TRIM),
    "bomb": Wording("文件解开后超过{limit}兆字节，与表格应有的大小不符，为安全起见未读。", _TRIM),
    "too_many_parts": Wording("文件由{count}个部分组成，超过上限{limit}个，为安全起见未读。", _ASK),
    "duplicate_parts": Wording("文件内部有两个同名而内容不同的部分（{part}），不能确定以哪个为准。", _RESEND),
    "hostile_xml": Wording("文件内部含有表格不应有的实体声明，为安全起见未读。", _ASK),
    "too_deep": Wording("文件内部结构嵌套过深，为安全起见未读。", _ASK),
    "too_many_sheets": Wording(
        "文件有{count}张工作表，超过上限{limit}张。", "请只保留需要报送的工作表，保存后重新报送。"
    ),
    "far_cells": Wording(
        "工作表的内容延伸到 {cell}，范围超过{limit}万个单元格，为安全起见未读。",
        "多半是远处误填了内容：按 Ctrl+End 可跳到该处，删除后保存，重新报送。",
    ),
    "too_many_facts": Wording("公式、错误值、合并单元格和隐藏的行列合计超过{limit}处，为安全起见未读。", _TRIM),
    "too_much_text": Wording("单元格文字合计超过{limit}兆字节，为安全起见未读。", _TRIM),
    "timeout": Wording("读取文件超过{seconds}秒仍未完成，为安全起见已停止。", _TRIM),
    "memory": Wording("读取文件所需内存超过上限，为安全起见已停止。", _TRIM),
    "crashed": Wording("读取文件的程序中途停止，文件很可能已损坏。", _RESEND),
    # What the file system says.
    "vanished": Wording("文件在读取前已被移走或删除。", "请确认文件位置后重试。"),
    "denied": Wording("没有读取此文件的权限。", "请检查文件权限，或把文件复制到自己的文件夹后重试。"),
    "in_use": Wording("文件正被其他程序占用。", "请先在 WPS 或 Excel 中关闭该文件，再重试。"),
    "not_a_file": Wording("这不是普通文件（可能是文件夹、设备或管道）。", "请指定表格文件本身。"),
    "disk": Wording("读取磁盘时出错。", "请检查磁盘或网络连接，把文件复制到本机后重试。"),
}

SKIPS: dict[str, str] = {
    "lock_file": "这是表格打开时自动产生的临时文件（~$ 开头），不是报送材料，已跳过。",
    "companion": "压缩包中的{what}，不是电子表格，未读。",
}

COMPANIONS: dict[str, str] = {
    "word": "文字处理文档",
    "slides": "演示文稿",
    "pdf": "版式文件",
    "image": "图片",
    "no_table": "文本文件",
    "not_spreadsheet": "其他文件",
}

NOTES: dict[str, str] = {
    "extension": "文件名以“{extension}”结尾，内容实为 {kind} 格式，已按内容读取。",
    "html": "文件是网页表格（HTML），只是用了“{extension}”的名字，已按网页表格读取。",
    "text": "文件是文本表格（{kind}，{encoding} 编码），只是用了“{extension}”的名字，已按文本表格读取。",
    "xml": "文件是 XML 表格（2003 格式），已按此读取。",
    "macros": "文件带有宏，本程序不会运行宏。",
}


class Refusal(Exception):  # noqa: N818 - it is the guard's answer, not an error of the program
    """The guard's or a reader's no: a key of `CAUSES` and the values for its sentence."""

    def __init__(self, cause: str, **values: str | int) -> None:
        super().__init__(cause)
        self.cause = cause
        self.values = values


class Unreadable(NamedTuple):
    """A file that could not be read, and why. `sha256` is empty where its bytes could not be read either."""

    name: str
    cause: str
    values: Mapping[str, str | int] = MappingProxyType({})
    sha256: str = ""
    size: int = 0

    @property
    def message(self) -> Sentence:
        """What is wrong with it."""
        return Sentence(CAUSES[self.cause].message, self.values)

    @property
    def remedy(self) -> Sentence:
        """What its sender can do."""
        return Sentence(CAUSES[self.cause].remedy, self.values)

    @property
    def failure(self) -> Failure:
        """The same as a reading carries it."""
        return Failure(self.cause, self.message, self.remedy)

    @property
    def reading(self) -> Reading:
        """The reading of a file that could not be read."""
        return Reading(self.name, self.sha256, failure=self.failure)


class Skipped(NamedTuple):
    """A file that is left alone on purpose, no fault of anyone's, and why."""

    name: str
    reason: Sentence

    @property
    def reading(self) -> Reading:
        """The reading of a file that was not to be read."""
        return Reading(self.name, skip=self.reason)


def skipped(name: str, key: str) -> Skipped:
    """A file left alone for a reason of `SKIPS`."""
    return Skipped(name, Sentence(SKIPS[key]))


def companion(name: str, cause: str) -> Skipped:
    """A file in an archive that only goes with the workbooks, by the cause for which it could not be read."""
    return Skipped(name, Sentence(SKIPS["companion"], {"what": Sentence(COMPANIONS[cause])}))


def note(key: str, **values: str | int) -> Sentence:
    """A sentence of `NOTES` with its values."""
    return Sentence(NOTES[key], values)


def templates() -> Iterator[str]:
    """Every template that this room may speak of files, for the catalogue of languages."""
    for wording in CAUSES.values():
        yield from wording
    yield from SKIPS.values()
    yield from COMPANIONS.values()
    yield from NOTES.values()
