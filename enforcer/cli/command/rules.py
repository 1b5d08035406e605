"""enforcer rules: all rules in force, as a list, a reference page or JSON."""

from typing import Annotated

import typer

from enforcer.cli import options, screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError

HELP = "列出全部规则。"
FORMATS = ("text", "md", "json")


def run(
    annex: Annotated[str | None, typer.Option("--annex", metavar="N", help=tr("只列这个附件的规则（1至4）"))] = None,
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = "text",
) -> int:
    """Prints the rules of one annex, or all of them."""
    from enforcer.rules import FOLDERS, load_rules  # noqa: PLC0415 - the help of other commands does not pay for it
    from enforcer.verdicts.rule_pages import as_json, as_markdown, listing  # noqa: PLC0415

    number = options.annex_of(annex)
    folders = FOLDERS if number is None else (f"annex{number}",)
    rules = [rule for folder in folders for rule in load_rules(folder)]
    match form:
        case "text":
            screen.show(listing(rules, tr))
        case "md":
            screen.write(as_markdown(rules, tr))
        case "json":
            screen.write(as_json(rules, tr))
        case _:
            raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=FORMATS)
    return 0
