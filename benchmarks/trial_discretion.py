"""What the ladder rules say of real discretion tables: python benchmarks/trial_discretion.py FOLDER.

Reads every .jsonl in the folder (one row an object: violation, legal_basis, statutory_range, tier, circumstance,
standard, seq, sheet, row), once as 标准来源=市, as it was published, and once as the unit's own, to see what the rules
would say that do not apply to provincial and city standards.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from enforcer.domain.dossier import Dossier
from enforcer.domain.finding import Finding
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row, Table
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.rules import load_rules

KEYS = {
    "number": "seq",
    "violation": "violation",
    "legal_basis": "legal_basis",
    "statutory_fine": "statutory_range",
    "tier": "tier",
    "conditions": "circumstance",
    "standard": "standard",
    "remarks": "remark",
}
LISTED = ("A302", "A303", "A304", "A305", "A308", "A309", "A311", "A312", "A315")
DAY = date(2014, 8, 1)


def main(folder: Path) -> None:
    """Print the listing: counts, each finding with its row, and what was left unexamined."""
    records = [json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.open(encoding="utf-8")]
    print(f"{len(records)} rows")
    for source in ("市", "本单位"):
        verdict = judge(records, source)
        print(f"\n标准来源={source}: {verdict.by_rule()}")
        for line in listing(verdict):
            print(line)


def judge(records: list[dict[str, object]], source: str) -> Verdict:
    """The verdict of all annex 3 rules on these rows, one table a sheet."""
    form = load_form(3)
    columns = {column.key: number for number, column in enumerate(form.columns, 1)}
    sheets: dict[str, list[dict[str, object]]] = {}
    for record in records:
        sheets.setdefault(str(record["sheet"] or record["doc"]), []).append(record)
    readings = []
    for sheet, rows in sheets.items():
        table = Table("trial", sheet, form, columns)
        made = []
        for number, record in enumerate(rows, 1):
            values = {**{key: record.get(name) for key, name in KEYS.items()}, "source": source}
            made.append(Row(table, int(str(record["row"] or number)), [values.get(one.key) for one in form.columns]))
        readings.append(Reading("trial", form=form, table=table, rows=tuple(made)))
    return examine(Dossier("trial", 2014, DAY, "as-of", tuple(readings)), load_notice(), load_rules("annex3"))


def listing(verdict: Verdict) -> Iterator[str]:
    """The findings of the ladder rules, then the unexamined, a line each."""
    for code in LISTED:
        findings = [one for one in verdict.all_findings() if one.code == code]
        yield f"{code}: {len(findings)}"
        yield from map(_line, findings)
    left: Counter[tuple[str, str]] = Counter()
    for one in verdict.all_unexamined():
        left[one.code, one.reason.render()] += len(one.places)
    yield "unexamined:"
    for (code, reason), count in sorted(left.items()):
        yield f"  {code} {count:4} {reason}"


def _line(finding: Finding) -> str:
    return f"  {finding.place.address}  {finding.message.render()}  [{finding.value or ''}]"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
