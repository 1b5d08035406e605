"""Where every command comes in, and where every error is said in one sentence."""

import gc
import os
import sys
from collections.abc import Sequence

from enforcer.cli import wording
from enforcer.domain.errors import EnforcerError
from enforcer.domain.masking import masked
from enforcer.domain.sentence import Sentence

NOT_DONE = 2
_DEBUG = "ENFORCER_DEBUG"
_COLLECTED_EVERY = 100_000


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs one command and exits with its code: 0 done, 1 open errors, 2 not done. No traceback reaches the user.

    With the environment variable ENFORCER_DEBUG set, an unexpected error is raised as it is.
    """
    is_whole_process = arguments is None
    if is_whole_process:
        # A run makes many objects that all live on; looking for garbage at every 700th would take a tenth of it.
        gc.set_threshold(_COLLECTED_EVERY)
    for stream in (sys.stdout, sys.stderr):
        # A GBK console prints ? for what it lacks; it never raises.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    code = _run(list(sys.argv[1:] if arguments is None else arguments))
    if is_whole_process:
        gc.freeze()  # else Python looks through everything once more before it ends, which takes as long as reading
    sys.exit(code)


def _run(arguments: list[str]) -> int:
    try:
        rest = wording.choose(arguments, os.environ)
        from enforcer.cli.commands import run  # noqa: PLC0415 - help texts are made in the language just chosen

        code = run(rest)
        sys.stdout.flush()
    except EnforcerError as error:
        return _say(error.sentence)
    except KeyboardInterrupt:
        return _say(Sentence("已中断，没有写出不完整的文件。"))
    except BrokenPipeError:
        # The reader of the pipe has gone; nothing more can be said, and Python must not try at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return NOT_DONE
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        values = {"kind": type(error).__name__, "error": str(error), "variable": _DEBUG}
        return _say(
            Sentence("程序内部出错（{kind}：{error}）。请联系维护人员；设置环境变量{variable}=1可看到详情。", values)
        )
    return code


def _say(sentence: Sentence) -> int:
    print(masked(sentence.render(wording.tr)), file=sys.stderr)  # noqa: T201 - the one place where errors are said
    return NOT_DONE
