"""(dossier, notice, rules) -> verdict: the heart."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from enforcer.domain.clause import Clause
from enforcer.domain.dossier import County, Dossier
from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.masking import masked
from enforcer.domain.notice import Notice
from enforcer.domain.policy import EVERYTHING, Policy
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, Rule, Unsure, worded
from enforcer.domain.sentence import Sentence, words
from enforcer.domain.verdict import Examined, Verdict

ANNEX_CLAUSE = "annex"
MATERIAL = "material"
_NO_CLAUSE = Sentence("通知或当日有效的法律没有这一条款，本规则未启用")


def examine(
    dossier: Dossier,
    notice: Notice,
    rules: Iterable[Rule],
    policy: Policy = EVERYTHING,
    beside: Iterable[Finding] = (),
) -> Verdict:
    """The verdict of these rules on one dossier, judged by the notice and the laws in force on the dossier's day.

    A rule whose clause the notice lacks is unexamined; so is one that breaks down, and the others go on.
    What the policy leaves out still silences, so that leaving a code out never brings up another; so do the findings
    `beside`, which stand already.
    """
    rules = tuple(rules)
    findings: list[Finding] = []
    unexamined: list[Unexamined] = []
    for rule in rules:
        for subject in _subjects(rule, dossier, notice):
            clause = _clause(rule, subject, dossier, notice)
            if clause is None:
                unexamined.append(Unexamined(rule.code, "not_applicable", _NO_CLAUSE))
                continue
            for outcome in _run(rule, subject, clause, _further(rule, dossier, notice)):
                if isinstance(outcome, Unexamined):
                    unexamined.append(outcome)
                else:
                    findings.append(policy.graded(outcome, dossier.day))
    findings = _explained(_unsilenced(findings, rules, beside), dossier.readings)
    findings = [one for one in findings if policy.selects(one.code)]
    return _by_file(dossier, notice, findings, [one for one in unexamined if policy.selects(one.code)], rules)


def observe(county: County, notice: Notice, rules: Iterable[Rule], policy: Policy = EVERYTHING) -> Verdict:
    """What these rules see across the units of a county: findings and what was not examined, without any file.

    As with `examine`, a clause that is not in force and a rule that breaks down leave it unexamined.
    """
    findings: list[Finding] = []
    unexamined: list[Unexamined] = []
    for rule in rules:
        if not policy.selects(rule.code):
            continue
        clause = notice.clause(rule.clause, county.day)
        if clause is None:
            unexamined.append(Unexamined(rule.code, "not_applicable", _NO_CLAUSE))
            continue
        for outcome in _run(rule, county, clause, ()):
            if isinstance(outcome, Unexamined):
                unexamined.append(outcome)
            else:
                findings.append(policy.graded(outcome, county.day))
    return Verdict(notice.number, None, (), tuple(findings), tuple(_merged(unexamined)))


def _subjects(rule: Rule, dossier: Dossier, notice: Notice) -> Iterator[Reading | Dossier]:
    """What the rule reads; a rule that rests on the annex's clause leaves an annex alone that the unit is free of."""
    if rule.subject is Reading:
        exempt = rule.clause == ANNEX_CLAUSE and dossier.unit is not None and dossier.unit.exemption
        for reading in dossier.readings:
            if not (exempt and reading.annex and exempt in notice.obligation_of(reading.annex).exempt):
                yield reading
    elif not rule.annexes or all(dossier.of(annex) for annex in rule.annexes):
        yield dossier


def _clause(rule: Rule, subject: Reading | Dossier, dossier: Dossier, notice: Notice) -> Clause | None:
    if rule.clause != ANNEX_CLAUSE:
        return notice.clause(rule.clause, dossier.day)
    form = subject.form if isinstance(subject, Reading) else None
    return notice.clause(form.clause if form else MATERIAL, dossier.day)


def _further(rule: Rule, dossier: Dossier, notice: Notice) -> tuple[Mapping[str, Clause], ...]:
    """What a rule that rests on several clauses is handed besides its own: those in force, by key."""
    if not rule.further:
        return ()
    found = ((key, notice.clause(key, dossier.day)) for key in rule.further)
    return ({key: clause for key, clause in found if clause is not None},)


def _run(
    rule: Rule, subject: Reading | Dossier | County, clause: Clause, further: tuple[Mapping[str, Clause], ...]
) -> Iterator[Finding | Unexamined]:
    try:
        for remark in rule.examine(subject, clause, *further):
            if isinstance(remark, Unsure):
                places = (remark.at,) if remark.at else ()
                yield Unexamined(rule.code, remark.cause, remark.reason, places)
            else:
                yield finding_of(rule, clause, remark)
    except Exception as error:  # noqa: BLE001 - one broken rule must not take the others down
        reason = Sentence(
            "规则运行出错（{kind}：{error}），请联系维护人员", {"kind": type(error).__name__, "error": str(error)}
        )
        yield Unexamined(rule.code, "crashed", reason)


def finding_of(rule: Rule, clause: Clause, remark: Remark) -> Finding:
    """A remark stamped with its rule's name, grade, clause and words; id numbers in what was typed are masked."""
    value = None if remark.value is None else masked(words(remark.value))
    values = {"value": value or "", "address": remark.at.address, **remark.values}
    return Finding(
        code=rule.code,
        name=rule.name,
        title=rule.title,
        severity=remark.severity or rule.severity,
        clause=remark.clause or clause,
        place=remark.at,
        field=remark.at.field,
        value=value,
        message=Sentence(worded(rule.message, remark.case), values),
        expected=Sentence(worded(rule.expected, remark.case), values),
        remedy=Sentence(worded(rule.remedy, remark.case), values),
        related=remark.related,
    )


def _unsilenced(findings: list[Finding], rules: Iterable[Rule], beside: Iterable[Finding]) -> list[Finding]:
    """One fault, one code: a finding goes where a code that silences it stands at the same cell."""
    silencers = {rule.code: rule.silenced_by for rule in rules if rule.silenced_by}
    spoken: dict[Place, set[str]] = {}
    for finding in (*findings, *beside):
        spoken.setdefault(_cell(finding.place), set()).add(finding.code)
    return [one for one in findings if not spoken[_cell(one.place)].intersection(silencers.get(one.code, ()))]


def _explained(findings: list[Finding], readings: Iterable[Reading]) -> list[Finding]:
    """A soft finding that the unit answered in writing is explained; an error cannot be explained away."""
    answers = {(one.code, _cell(one.place)): one.text for reading in readings for one in reading.explanations}
    if not answers:
        return findings
    return [
        replace(one, state="explained", explanation=masked(text))
        if one.state == "open" and one.severity != "error" and (text := answers.get((one.code, _cell(one.place))))
        else one
        for one in findings
    ]


def _cell(place: Place) -> Place:
    return place._replace(field=None)


def _by_file(
    dossier: Dossier, notice: Notice, findings: list[Finding], unexamined: list[Unexamined], rules: Iterable[Rule]
) -> Verdict:
    """Each finding with the reading on whose sheet it stands; what names no sheet goes with the file's first."""
    readings = dossier.readings
    if not readings:
        return Verdict(notice.number, None, (), tuple(findings), tuple(_merged(unexamined)))
    annexes = {rule.code: rule.annexes for rule in rules}
    own: list[tuple[list[Finding], list[Unexamined]]] = [([], []) for _ in readings]
    loose: list[Finding] = []
    for finding in findings:
        index = _owner(readings, finding.place)
        (loose if index is None else own[index][0]).append(finding)
    for one in unexamined:
        index = _owner(readings, one.places[0]) if one.places else _first(readings, annexes[one.code])
        own[0 if index is None else index][1].append(one)
    files = tuple(
        Examined(
            reading,
            reading.unit or dossier.name,
            reading.year or dossier.year,
            dossier.day,
            dossier.day_source,
            tuple(found),
            tuple(_merged(left)),
        )
        for reading, (found, left) in zip(readings, own, strict=True)
    )
    return Verdict(notice.number, None, files, tuple(loose))


def _owner(readings: tuple[Reading, ...], place: Place) -> int | None:
    same_file = [index for index, reading in enumerate(readings) if reading.file == place.file]
    same_sheet = [index for index in same_file if readings[index].place.sheet == place.sheet]
    return next(iter(same_sheet or same_file), None)


def _first(readings: tuple[Reading, ...], annexes: tuple[int, ...]) -> int | None:
    """The first reading of an annex that the rule is about."""
    return next((i for i, reading in enumerate(readings) if reading.annex in annexes), None)


def _merged(unexamined: list[Unexamined]) -> Iterator[Unexamined]:
    """The same rule unsure for the same reason at many cells is said once, with all the cells."""
    groups: dict[tuple[str, str, str], list[Unexamined]] = {}
    for one in unexamined:
        groups.setdefault((one.code, one.cause, one.reason.render()), []).append(one)
    for group in groups.values():
        yield group[0]._replace(places=tuple(place for one in group for place in one.places))
