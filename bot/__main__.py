"""The composition root: start the command with standard streams that speak UTF-8."""

import gc
import sys

_WORKINGS = "workings"
_SELDOM = 20_000, 20, 20  # objects, and rounds, before garbage is looked for: reading documents makes little


def main() -> None:
    """Run the command and leave with its exit code."""
    gc.disable()  # nothing of what is loaded is garbage, and looking for some takes as long as a question
    from bot.cache import cache_folder
    from knowledge.generated import keep_generated
    from knowledge.workings import WORKINGS

    folder = cache_folder()
    WORKINGS.keep_in(folder and folder / _WORKINGS)
    keep_generated()
    from bot.cli import run, utf8  # most of what is kept is for this

    gc.freeze()
    gc.set_threshold(*_SELDOM)
    gc.enable()
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        utf8(stream)
    try:
        code = run()
        sys.stdout.flush()
        WORKINGS.save()
    except (KeyboardInterrupt, BrokenPipeError):
        sys.stderr.close()
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
