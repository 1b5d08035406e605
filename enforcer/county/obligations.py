"""Which obligation is meant by a key, a title, a short name, or the beginning of one."""

from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Notice, Obligation
from enforcer.language.blanks import bare


def obligations_meant(notice: Notice, text: str) -> tuple[Obligation, ...]:
    """Those whose key, title or short name (检查计划, 总结) this is; else those of which one begins so; else 附件N's.

    Spaces, book-title marks and case do not count. Empty where none is meant.
    """
    wanted = bare(text).strip("《》“”")
    if not wanted:
        return ()
    known = [
        (one, [bare(name) for name in (one.key, one.title, *one.file_names)]) for one in notice.obligations.values()
    ]
    for fits in (str.__eq__, str.startswith):
        found = tuple(one for one, names in known if any(fits(name, wanted) for name in names))
        if found:
            return found
    annex = wanted.removeprefix("附件").removeprefix("annex")
    return tuple(one for one, _ in known if one.annex is not None and annex == str(one.annex))


def obligation_named(notice: Notice, text: str) -> Obligation:
    """The obligation that `text` means. Raises EnforcerError where none or several are, naming those there are."""
    found = obligations_meant(notice, text)
    if len(found) == 1:
        return found[0]
    listed = [f"{one.key}（{one.title}）" for one in found or notice.obligations.values()]
    if found:
        raise EnforcerError("“{text}”可以指几个事项：{listed}。请写全一些。", text=text, listed=listed)
    raise EnforcerError("没有“{text}”这个应报事项。可以写：{listed}。", text=text, listed=listed)
