"""The operator's mistakes: raised anywhere, said once, at the front door."""

from enforcer.domain.sentence import Sentence


class EnforcerError(Exception):
    """The work could not be done; the sentence says why and what to do about it.

    The filer's mistakes are findings, never errors of this kind.
    """

    def __init__(self, template: str, **values: object) -> None:
        self.sentence = Sentence(template, values)
        super().__init__(self.sentence.render())
