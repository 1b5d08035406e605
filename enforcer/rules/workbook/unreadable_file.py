from collections.abc import Iterator

from enforcer.domain.clause import Clause
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, rule


@rule(
    "W001",
    "unreadable-file",
    "文件无法读取",
    severity="error",
    clause="material",
    message="{reason}",
    expected="电子版应当是能够直接打开的表格文件（.xlsx、.xls、.et、.ods）",
    remedy="{remedy}",
)
def unreadable_file(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：报送的电子版能够直接打开。

    依据：桓政办发〔2014〕36号 二（八）。
    错误示例：设了打开密码的工作簿；传输中损坏的文件；改了扩展名的照片。
    正确示例：未加密的.xlsx、.xls、.et或.ods工作簿。
    """
    failure = reading.failure
    if failure is not None:
        yield Remark(Place(reading.file), {"reason": failure.message, "remedy": failure.remedy})
