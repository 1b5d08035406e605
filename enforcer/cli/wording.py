"""The language of this run: Chinese, or English by --lang en or ENFORCER_LANG=en."""

from collections.abc import Mapping

from enforcer.domain.errors import EnforcerError
from enforcer.locale import LANGUAGES, translator

OPTION = "--lang"
VARIABLE = "ENFORCER_LANG"

_chosen = ["zh"]


def choose(arguments: list[str], environment: Mapping[str, str]) -> list[str]:
    """Settles the language and returns the arguments without --lang, which may stand anywhere before `--`.

    Raises EnforcerError for a language that is not there.
    """
    language = environment.get(VARIABLE) or "zh"
    _chosen[0] = language if language in LANGUAGES else "zh"
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            return [*rest, word, *words]
        if word == OPTION or word.startswith(f"{OPTION}="):
            language = word.removeprefix(f"{OPTION}=") if "=" in word else next(words, "")
            if language not in LANGUAGES:
                raise EnforcerError("--lang只能是zh（中文）或en（英文），不能是“{language}”。", language=language)
            _chosen[0] = language
        else:
            rest.append(word)
    return rest


def language() -> str:
    """Zh or en."""
    return _chosen[0]


def tr(template: str) -> str:
    """The template in the language of this run."""
    return translator(_chosen[0])(template)
