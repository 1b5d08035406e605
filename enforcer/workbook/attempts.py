"""One file held in memory, tried as what its first bytes say it is."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from enforcer.domain.sentence import Sentence
from enforcer.workbook.book import Book, Kind
from enforcer.workbook.causes import Refusal, Skipped, Unreadable, note
from enforcer.workbook.formats import opc
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.formats.package import Package
from enforcer.workbook.formats.sniff import container
from enforcer.workbook.limits import MEBIBYTE, Budget

Outcome = Book | Unreadable | Skipped

_LOCKS = ("~$", ".~")
# What a name's ending promises; any other content is worth a note.
_PROMISED: dict[str, frozenset[Kind]] = {
    ".xlsx": frozenset({"xlsx"}),
    ".xltx": frozenset({"xlsx"}),
    ".xlsm": frozenset({"xlsm", "xlsx"}),
    ".xltm": frozenset({"xlsm", "xlsx"}),
    ".xls": frozenset({"xls"}),
    ".xlt": frozenset({"xls"}),
    ".et": frozenset({"xls"}),
    ".ett": frozenset({"xls"}),
    ".xlsb": frozenset({"xlsb"}),
    ".ods": frozenset({"ods"}),
    ".ots": frozenset({"ods"}),
    ".fods": frozenset({"ods"}),
    ".csv": frozenset({"csv", "tsv"}),
    ".tsv": frozenset({"csv", "tsv"}),
    ".txt": frozenset({"csv", "tsv"}),
    ".html": frozenset({"html"}),
    ".htm": frozenset({"html"}),
    ".xml": frozenset({"xml"}),
}


def is_lock(name: str) -> bool:
    """Whether the name is one that a spreadsheet program gives to its own lock file."""
    return name.replace("\\", "/").rpartition("/")[2].startswith(_LOCKS)


def attempt(
    name: str,
    content: bytes,
    budget: Budget,
    archived: Callable[[Package], list[Outcome]],
) -> list[Outcome]:
    """The outcomes for a file held in memory; `archived` is asked for those of an archive.

    Raises nothing but what `archived` raises.
    """
    digest = hashlib.sha256(content).hexdigest()
    try:
        contents = _contents(name, content, budget)
        if isinstance(contents, Package):
            return archived(contents)
    except Refusal as refusal:
        return [Unreadable(name, refusal.cause, refusal.values, digest, len(content))]
    except MemoryError:
        return [Unreadable(name, "memory", {}, digest, len(content))]
    except Exception as trouble:  # noqa: BLE001 - whatever a file can be, it must not stop the files after it
        return [Unreadable(name, "crashed", {"detail": f"{type(trouble).__name__}: {trouble}"}, digest, len(content))]
    if not contents.sheets:
        return [Unreadable(name, "no_sheet", {}, digest, len(content))]
    notes = (*contents.notes, *_disguise(name, contents))
    return [Book(name, contents.kind, digest, len(content), contents.sheets, contents.properties, notes)]


def _contents(name: str, content: bytes, budget: Budget) -> Contents | Package:
    """What a file holds; a package that is no workbook of its own is an archive of files. Raises Refusal."""
    form = container(content)
    if form == "zip":
        return _of_package(name, content, budget)
    if form == "ole2":
        from enforcer.workbook.formats import confined  # noqa: PLC0415 - only for files that need a child

        return confined.read(content, "ole2", budget)
    limit = budget.limits.text_size
    if len(content) > limit:
        raise Refusal("too_large", size=-(-len(content) // MEBIBYTE), limit=limit // MEBIBYTE)
    from enforcer.workbook.formats import text_tables  # noqa: PLC0415 - few files are text

    return text_tables.read(content, budget)


def _of_package(name: str, content: bytes, budget: Budget) -> Contents | Package:
    package = Package(content, budget)
    if package.has("word/"):
        raise Refusal("word")
    if package.has("ppt/"):
        raise Refusal("slides")
    if package.has("ofd.xml"):
        raise Refusal("pdf", format="OFD")
    if package.has("index/document.iwa"):
        raise Refusal("other_office", format="Numbers")
    if package.has("[content_types].xml") or package.has("_rels/.rels") or package.has("xl/"):
        root = opc.relationships(package, "", budget)
        main = opc.workbook_part(package, root)
        if main is None:
            raise Refusal("broken")
        if main.name.lower().endswith(".bin"):
            from enforcer.workbook.formats import confined  # noqa: PLC0415 - only for files that need a child

            return confined.read(content, "xlsb", budget)
        from enforcer.workbook.formats import ooxml  # noqa: PLC0415 - each format brings in its own reader only

        return ooxml.read(package, root, main.name, budget)
    if package.find("content.xml"):
        return _of_open_document(package, budget)
    if not package.parts:
        raise Refusal("empty_archive" if name.lower().endswith(".zip") else "broken")
    return package


def _of_open_document(package: Package, budget: Budget) -> Contents:
    mimetype = package.find("mimetype")
    spoken = package.read(mimetype)[:200].decode("ascii", "replace") if mimetype else ""
    for word, cause in (("opendocument.text", "word"), ("opendocument.presentation", "slides")):
        if word in spoken:
            raise Refusal(cause)
    from enforcer.workbook.formats import ods  # noqa: PLC0415 - each format brings in its own reader only

    return ods.read(package, budget)


def _disguise(name: str, contents: Contents) -> tuple[Sentence, ...]:
    """The note due when the name's ending promises something else."""
    extension = Path(name).suffix.lower()
    kind = contents.kind
    if not extension or kind in _PROMISED.get(extension, ()) or kind == "xml":
        return ()
    if kind == "html":
        return (note("html", extension=extension),)
    if kind in ("csv", "tsv"):
        return (note("text", extension=extension, kind=kind.upper(), encoding=contents.encoding),)
    return (note("extension", extension=extension, kind=kind),)
