"""enforcer explain: what a rule asks, on what it rests, a wrong and a right example."""

from typing import Annotated

import typer

from enforcer.cli import screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError

HELP = "说明一条规则：要求、依据、错误示例和正确示例。"


def run(
    codes: Annotated[list[str], typer.Argument(metavar=tr("代码..."), help=tr("规则代码或英文名，如A302"))],
) -> int:
    """Prints the page of each rule named."""
    from enforcer.rules import find_rule  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.verdicts.rule_pages import page_of  # noqa: PLC0415

    for code in codes:
        rule = find_rule(code)
        if rule is None:
            raise EnforcerError("没有“{code}”这条规则。用 enforcer rules 查看全部规则。", code=code)
        screen.show(page_of(rule, tr))
    return 0
