"""Collects every message of the product, and keeps the English catalogue complete.

`python -m enforcer.messages` adds what is new to the catalogue, drops what is gone, and compiles it;
with --check it only says whether that would change anything, or an English text is missing.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
CATALOGUE = PACKAGE / "locale" / "en" / "LC_MESSAGES" / "enforcer.po"

# In these rooms every Chinese string is shown to people; elsewhere only what these calls are given.
SPEAKING_ROOMS = ("cli", "verdicts", "reports")
SPEAKING_CALLS = ("Sentence", "EnforcerError", "translate", "tr")

# In a page template it is what _("…") is given.
_SAID_IN_TEMPLATES = re.compile(r'\b_\(\s*"((?:[^"\\]|\\.)*)"')

_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_PUNCTUATION = frozenset("、，。；：")


def messages() -> dict[str, str]:
    """Message -> where it comes from: code, rules, forms, notice. Sorted by origin, then text."""
    found: dict[str, str] = {}
    for origin, text in (*_of_code(), *_of_templates(), *_of_rules(), *_of_forms(), *_of_notice()):
        found.setdefault(text, origin)
    return dict(sorted(found.items(), key=lambda item: (item[1], item[0])))


def _of_code() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        origin = path.relative_to(PACKAGE).as_posix()
        if path == Path(__file__).resolve() or origin.startswith("rules/"):
            yield from ((origin, text) for text in _of_calls(path) if origin.startswith("rules/"))
        elif origin.startswith(SPEAKING_ROOMS):
            yield from ((origin, text) for text in _of_strings(path))
        else:
            yield from ((origin, text) for text in _of_calls(path))


def _of_templates() -> Iterator[tuple[str, str]]:
    """The words of the report's pages."""
    for path in sorted(PACKAGE.rglob("*.j2")):
        origin = path.relative_to(PACKAGE).as_posix()
        for text in _SAID_IN_TEMPLATES.findall(path.read_text(encoding="utf-8")):
            if _CHINESE.search(text) or text in _PUNCTUATION:
                yield origin, text


def _of_calls(path: Path) -> Iterator[str]:
    """What the speaking calls are given as literal text, also through a conditional expression or a named constant."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = dict(_constants(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in SPEAKING_CALLS:
            yield from _meant(node.args[0], constants, set())


def _constants(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from ((target.id, node.value) for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def _meant(node: ast.expr, constants: dict[str, ast.expr], seen: set[str]) -> Iterator[str]:
    """The Chinese texts of an expression, and of the module's constants that it names."""
    yield from _chinese(node)
    for name in (one.id for one in ast.walk(node) if isinstance(one, ast.Name)):
        if name in constants and name not in seen:
            seen.add(name)
            yield from _meant(constants[name], constants, seen)


def _of_strings(path: Path) -> Iterator[str]:
    """Every Chinese string but docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            docstrings.update(id(part) for part in node.values)
    for node in ast.walk(tree):
        if id(node) not in docstrings:
            yield from _chinese(node, deep=False)


def _chinese(node: ast.AST, *, deep: bool = True) -> Iterator[str]:
    for one in ast.walk(node) if deep else (node,):
        text = one.value if isinstance(one, ast.Constant) else None
        if isinstance(text, str) and (_CHINESE.search(text) or text in _PUNCTUATION):
            yield text


def _name(node: ast.expr) -> str:
    """The name that is called; self._translate is translate, the translate of a text is not."""
    if isinstance(node, ast.Attribute):
        return node.attr.removeprefix("_") if node.attr.startswith("_") else ""
    return node.id if isinstance(node, ast.Name) else ""


def _of_rules() -> Iterator[tuple[str, str]]:
    from enforcer.rules import FOLDERS, load_rules  # noqa: PLC0415 - a maintainer's tool looks up the stairs

    for folder in FOLDERS:
        for rule in load_rules(folder):
            yield from ((f"rules/{rule.code}", text) for text in rule.templates() if _CHINESE.search(text))
            yield f"rules/{rule.code}", f"explain {rule.code}"


def _of_forms() -> Iterator[tuple[str, str]]:
    from enforcer.forms import load_forms  # noqa: PLC0415

    for form in load_forms():
        yield f"forms/annex{form.annex}", form.name
        for entry in form.header:
            yield f"forms/annex{form.annex}", entry.label
        for column in form.columns:
            yield f"forms/annex{form.annex}", column.header


def _of_notice() -> Iterator[tuple[str, str]]:
    from enforcer.notices import load_notice  # noqa: PLC0415

    notice = load_notice()
    laws = [article.clause for versions in notice.articles.values() for article in versions]
    for clause in (*notice.clauses.values(), *laws):
        yield "notices", clause.number
        yield "notices", clause.quote
    for obligation in notice.obligations.values():
        yield "notices", obligation.title
        yield from (("notices", name) for name in obligation.file_names[:1])


def main() -> int:
    """Brings the catalogue up to date, or with --check says what is amiss: 0 when nothing is, else 1."""
    from babel.messages.catalog import Catalog  # noqa: PLC0415 - a tool of maintainers only
    from babel.messages.mofile import write_mo  # noqa: PLC0415
    from babel.messages.pofile import read_po, write_po  # noqa: PLC0415

    with CATALOGUE.open("rb") as file:
        old = read_po(file, locale="en")
    new = Catalog(locale="en", project="enforcer", fuzzy=False)
    for text, origin in messages().items():
        entry = old.get(text)
        new.add(text, entry.string if entry else "", auto_comments=[origin])
    missing = [str(message.id) for message in new if message.id and not message.string]
    compiled = CATALOGUE.with_suffix(".mo")
    if "--check" in sys.argv:
        gone = {str(message.id) for message in old} - {str(message.id) for message in new}
        for text in (*missing, *gone):
            print(f"{'no English' if text in missing else 'not in use'}: {text}")  # noqa: T201
        return 1 if missing or gone else 0
    with CATALOGUE.open("wb") as file:
        write_po(file, new, width=120, omit_header=True, sort_by_file=False)
    with compiled.open("wb") as file:
        write_mo(file, new)
    for text in missing:
        print(f"no English: {text}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
