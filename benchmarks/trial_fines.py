"""How well fines are read: the measures against labelled clauses.

    python benchmarks/trial_fines.py FOLDER [--misses N]

FOLDER holds .jsonl files: labelled clauses ("ranges" in every line; a "category" marks clauses that set no fine) and
clauses without labels. For labelled clauses it prints, by stratum, how many are read exactly and how many of each field
are right; for negatives how many yield no range; for unlabelled ones how many leave nothing unread. What was missed is
listed below each measure. It prints figures and never fails.
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines import read_fines

Record = dict[str, Any]
EXACT = ("basis", "unit", "low", "low_inclusive", "high", "high_inclusive")
OTHERS = ("base", "per", "cap", "floor", "relation", "target", "condition")
NUMBERS = ("low", "high", "cap", "floor")
SHOWN = 40


def records(path: Path) -> list[Record]:
    """The objects of a file, one a line; decimals exact."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line, parse_float=Fraction) for line in lines if line.strip()]


def agree(field: str, read: Fine, label: Record) -> bool:
    """Is a field read as it is labelled? A base agrees by containment."""
    value, expected = getattr(read, field), label.get(field)
    if field == "base" and value and expected:
        return value in expected or expected in value
    if field in NUMBERS and value is not None and expected is not None:
        return Fraction(value) == Fraction(expected)
    return bool(value == expected)


def wrong_fields(found: Sequence[Fine | UnreadFine], labels: Sequence[Record]) -> list[str]:
    """The fields read otherwise than labelled; "count" where the ranges cannot be paired."""
    fines = [item for item in found if isinstance(item, Fine)]
    if len(fines) != len(labels) or len(fines) != len(found):
        return ["count"]
    pairs = zip(fines, labels, strict=True)
    return [field for fine, label in pairs for field in (*EXACT, *OTHERS) if not agree(field, fine, label)]


def told(item: Fine | UnreadFine) -> str:
    """One reading on one line."""
    if isinstance(item, UnreadFine):
        return f"unread: {item.text}"
    left, right = "[" if item.low_inclusive else "(", "]" if item.high_inclusive else ")"
    words = (f"{field}={getattr(item, field)}" for field in OTHERS if getattr(item, field) is not None)
    return f"{left}{item.low}, {item.high}{right} {item.unit} {' '.join(words)}".rstrip()


def show_misses(misses: Sequence[tuple[str, Iterable[str]]], shown: int) -> None:
    """List what was missed, at most `shown` of it."""
    for text, lines in misses[:shown]:
        print(f"    {text}")
        for line in lines:
            print(f"        {line}")
    if len(misses) > shown:
        print(f"    … and {len(misses) - shown} more")


def judge_labelled(path: Path, labelled: Sequence[Record], shown: int) -> None:
    """Print how clauses with hand-made labels are read; uncertain ones are counted apart."""
    print(f"{path.name}: {len(labelled)} labelled clauses")
    clauses: dict[str, Counter[str]] = defaultdict(Counter)
    fields: Counter[str] = Counter()
    misses: list[tuple[str, Iterable[str]]] = []
    ranges = 0
    for record in labelled:
        stratum = "uncertain" if record.get("uncertain") else str(record.get("stratum", "-"))
        found = read_fines(record["text"])
        wrong = wrong_fields(found, record["ranges"])
        exact = not {"count", *EXACT} & set(wrong)
        clauses[stratum].update(all=1, exact=exact, right=not wrong)
        if stratum != "uncertain":
            ranges += len(record["ranges"])
            fields.update(set(wrong) if "count" in wrong else wrong)
        if wrong:
            label = [f"label: { ({k: v for k, v in one.items() if v is not None}) }" for one in record["ranges"]]
            misses.append((f"[{stratum}] {', '.join(wrong)}: {record['text']}", [*map(told, found), *label]))
    for stratum, count in sorted(clauses.items()):
        total = count["all"]
        print(f"  {stratum:12} {count['exact']}/{total} exact, {count['right']}/{total} right in every field")
    paired = max(ranges - fields["count"], 1)
    shares = (f"{field} {(paired - fields[field]) / paired:.1%}" for field in (*EXACT, *OTHERS))
    print(f"  fields of {ranges} certain ranges ({fields['count']} clauses not paired): {', '.join(shares)}")
    show_misses(misses, shown)


def judge_negatives(path: Path, negatives: Sequence[Record], shown: int) -> None:
    """Print how many clauses that set no fine yield no range."""
    read = [(record, read_fines(record["text"])) for record in negatives]
    clean = sum(not any(isinstance(item, Fine) for item in found) for _, found in read)
    print(f"{path.name}: {clean}/{len(negatives)} clauses without a fine yield no range")
    show_misses([(f"[{one['category']}] {one['text']}", map(told, found)) for one, found in read if found], shown)


def judge_unlabelled(path: Path, clauses: Sequence[Record], shown: int) -> None:
    """Print how many clauses leave nothing unread, and list those that do or yield nothing."""
    read = [(record["text"], read_fines(record["text"])) for record in clauses]
    unread = [(text, found) for text, found in read if any(isinstance(item, UnreadFine) for item in found)]
    empty = [text for text, found in read if not found]
    fines = sum(isinstance(item, Fine) for _, found in read for item in found)
    share = 1 - len(unread) / max(len(read), 1)
    print(f"{path.name}: {share:.2%} of {len(read)} clauses with nothing unread; {fines} ranges")
    show_misses([(text, map(told, found)) for text, found in unread], shown)
    print(f"  {len(empty)} clauses yield nothing (procedure, surcharges, other measures)")
    show_misses([(text, ()) for text in empty], shown)


def main(arguments: list[str]) -> int:
    """Measure every file of the folder."""
    if not arguments:
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    shown = int(arguments[arguments.index("--misses") + 1]) if "--misses" in arguments else SHOWN
    paths = sorted(folder.glob("*.jsonl"))
    if not paths:
        print(f"{folder}: no .jsonl file")
        return 2
    for path in paths:
        found = records(path)
        if found and "category" in found[0]:
            judge_negatives(path, found, shown)
        elif found and "ranges" in found[0]:
            judge_labelled(path, found, shown)
        else:
            judge_unlabelled(path, found, shown)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
