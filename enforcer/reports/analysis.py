"""The report's frames for analysts: enforcer.report("folder", year=2014)."""

from datetime import date
from pathlib import Path

from enforcer.county.calendar import today
from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.reading import without_workspace
from enforcer.county.standing import Standing, standing_in
from enforcer.county.workspace import SETTINGS_FILE, Workspace
from enforcer.locale import translator
from enforcer.reports.contents import contents
from enforcer.reports.tables import Tables


def report(
    folder: str | Path, year: int | None = None, as_of: date | str | None = None, language: str = "zh"
) -> Tables:
    """The frames that the county report is made of: `folder` is a workspace, or holds one folder a unit.

    `as_of` is a day, or its text 2014-12-31; without it a past year is seen at its end and this year as of today. In
    `findings` the column `message` has the sentence, in `duties` and `unexamined` `title` and `reason` stand besides,
    in the language asked for. Raises EnforcerError where the folder, its settings or its roster cannot be read.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    made = contents(_standing(Path(folder), year, day), language=language)
    translate = translator(language)
    frames = made.tables
    obligations = {key: translate(one.title) for key, one in made.notice.obligations.items()}
    reasons = [one.unexamined.reason.render(translate) for one in made.unexamined]
    return frames._replace(
        duties=frames.duties.assign(title=frames.duties["obligation"].map(obligations)),
        findings=frames.findings.assign(message=[one.finding.message.render(translate) for one in made.findings]),
        unexamined=frames.unexamined.assign(reason=reasons),
    )


def _standing(folder: Path, year: int | None, day: date | None) -> Standing:
    is_workspace = (folder / SETTINGS_FILE).is_file()
    settings = Workspace(folder).settings if is_workspace else without_workspace()
    wanted = settings.year if year is None else year
    until = day or min(today(), date(wanted, 12, 31))
    if is_workspace:
        return standing_in(Workspace(folder), until, wanted)
    return standing_of_folder(folder, wanted, until, settings.notice, settings)
