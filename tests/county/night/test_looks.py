"""Looking at many files with several processes gives what one gives, in the same order; a death costs one file."""

import os
from pathlib import Path

import pytest

from enforcer.county.night import looks as module
from enforcer.county.night.looks import looks

MANY = module._WORTH


class Deadly(type(Path())):
    """A file on which the process that is handed it dies."""

    def __reduce__(self):
        return os._exit, (9,)


def told(found):
    return [(one.name, one.sha256, [part.obligation.key for part in one.parts]) for one in found]


@pytest.fixture
def tasks(plan, known, document):
    """A plan among many files that are none."""
    paths = [document(f"{number}.bin", b"x" * number) for number in range(1, MANY)]
    return [(path, known) for path in (*paths[:5], plan(), *paths[5:])]


def test_several_processes_give_what_one_gives_in_the_same_order(tasks):
    alone = told(looks(tasks, 1))
    assert told(looks(tasks, 2)) == alone
    assert alone[5][0] == "附件1.xlsx"
    assert alone[5][2] == ["plan"]


def test_few_files_are_not_worth_a_process(tasks, monkeypatch):
    monkeypatch.setattr(module, "_together", None)
    assert len(told(looks(tasks[: MANY - 1], 8))) == MANY - 1


def test_where_no_process_can_begin_no_file_is_blamed(tasks, monkeypatch):
    monkeypatch.setattr(module, "_together", lambda tasks, jobs: iter(()))
    monkeypatch.setattr(module, "_can_begin", lambda: False)
    assert told(looks(tasks, 2)) == told(looks(tasks, 1))


def test_a_process_that_dies_costs_its_file_alone(tasks):
    path, known = tasks[2]
    tasks[2] = (Deadly(path), known)
    found = list(looks(tasks, 2))
    assert [one.name for one in found] == [path.name for path, _ in tasks]
    dead = [one.name for one in found if any("意外中断" in reason.render() for reason in one.refusals)]
    assert dead == [path.name]
    assert found[5].parts


def test_a_file_that_ended_an_earlier_night_is_looked_at_in_a_process_of_its_own(tasks):
    path, known = tasks[2]
    tasks[2] = (Deadly(path), known)
    found = list(looks(tasks[:4], 1, lambda one: one != path))
    assert [bool(one.refusals) and "意外中断" in one.refusals[0].render() for one in found] == [
        False,
        False,
        True,
        False,
    ]
