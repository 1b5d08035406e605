"""Files looked at one after the other, or by several processes: a file on which one dies costs its own verdict only."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from enforcer.county.intake.known import Known
from enforcer.county.intake.looked import Looked
from enforcer.county.intake.looking import look
from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from concurrent.futures import Future

Task: TypeAlias = tuple[Path, Known]

# Below this many files a second process costs more than it brings.
_WORTH: Final = 24
_AHEAD: Final = 16
_DIED: Final = Sentence("读取时程序意外中断，没有收下。请打开检查，另存为.xlsx后重新放入")


def looks(tasks: Sequence[Task], jobs: int, begin: Callable[[Path], bool] = lambda _: True) -> Iterator[Looked]:
    """What looking at each file came to, in their order, by up to `jobs` processes. Never raises for a file.

    Where no process can be started, this one looks at them all. `begin` is told each file that this process is about to
    look at, and says whether it may: one on which a process died before is looked at in a process of its own.
    """
    if jobs <= 1 or len(tasks) < _WORTH:
        yield from (look(path, known) if begin(path) else _alone((path, known)) for path, known in tasks)
        return
    waiting = list(tasks)
    while waiting:
        done = 0
        for looked in _together(waiting, jobs):
            done += 1
            yield looked
        waiting = waiting[done:]
        if waiting and not _can_begin():
            # That is no file's fault.
            yield from (look(path, known) for path, known in waiting)
            return
        # A process died. It was on one of the next files: these are looked at one by one, each in a process of its own.
        for task in waiting[: 2 * jobs]:
            yield _alone(task)
        waiting = waiting[2 * jobs :]


def _together(tasks: Sequence[Task], jobs: int) -> Iterator[Looked]:
    """Ends early where a process dies."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - an idle night does not pay for it
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    # Spawned, not forked: a child must not share the parent's open ledger.
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        waiting = deque(tasks)
        running: deque[Future[Looked]] = deque()
        try:
            while waiting or running:
                # Never far ahead of what is put on record: marked copies take memory.
                while waiting and len(running) < _AHEAD * jobs:
                    running.append(pool.submit(_look, *waiting.popleft()))
                yield running.popleft().result()
        except (BrokenProcessPool, OSError):
            return
        finally:
            for future in running:
                future.cancel()


def _can_begin() -> bool:
    """Whether a process can be started here at all: memory may be short, or the program be called in an odd way."""
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 - see above
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415
    from multiprocessing import get_context  # noqa: PLC0415

    try:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            return pool.submit(bool, 1).result()
    except (BrokenProcessPool, OSError):
        return False


def _alone(task: Task) -> Looked:
    found = list(_together([task], 1))
    path = task[0]
    return found[0] if found else Looked(path, path.name).refused(_DIED)


def _look(path: Path, known: Known) -> Looked:
    return look(path, known).without_rows()
