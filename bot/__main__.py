"""The composition root: start the command with standard streams that speak UTF-8."""

import sys

from bot.cli import run, utf8


def main() -> None:
    """Run the command and leave with its exit code."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        utf8(stream)
    try:
        code = run()
    except (KeyboardInterrupt, BrokenPipeError):
        sys.stderr.close()
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
