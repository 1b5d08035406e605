"""A single file is judged by its day alone; the other rules on filing rest on a ledger and are loaded only with one."""

import subprocess
import sys
from pathlib import Path

from enforcer.rules import rules_for, rules_of_filing

SAMPLE = Path(__file__).parents[3] / "samples" / "fail" / "F002-late" / "annex2.xlsx"


def test_a_file_meets_f002_alone_of_the_rules_on_filing():
    assert [rule.code for rule in rules_for({1, 2, 3, 4}) if rule.code.startswith("F")] == ["F002"]


def test_with_a_ledger_all_rules_on_filing_are_in_force():
    codes = [rule.code for rule in rules_of_filing()]
    assert codes == ["F001", "F002", "F003", "F004", "F006", "F007", "F008", "F009", "F010"]


def test_plain_validate_imports_neither_the_county_nor_its_rules():
    program = (
        f"import sys; from enforcer.cli.door import main\n"
        f"try:\n    main(['validate', {str(SAMPLE)!r}])\nexcept SystemExit:\n"
        "    print([one for one in sys.modules if one.startswith(('enforcer.county', 'enforcer.rules.filing.'))])"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stdout.splitlines()[-1] == "['enforcer.rules.filing.late']"
