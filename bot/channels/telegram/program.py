"""The command `rolebot telegram`: settings, store and handbook made ready, then the service run."""

import argparse
import asyncio
import os
import sys
from collections.abc import Mapping

from bot.channels.telegram.logs import set_up_logs
from bot.channels.telegram.settings import SECRETS, Settings, given, make_settings
from knowledge import Handbook, KnowledgeError
from knowledge.store.address import open_store

_DONE, _BAD_INPUT = 0, 2
_TURN = 0.0005  # seconds that a thread at work beside the loop may keep the loop waiting, each time


def run(flags: argparse.Namespace, environment: Mapping[str, str]) -> int:
    """Run the channel until it is told to stop; the exit code."""
    try:
        found = given(flags, environment)
        settings = make_settings(found)
        _hide_secrets(flags, found)
        set_up_logs([settings.token, settings.webhook_secret])
        return _serve(settings)
    except KnowledgeError as error:
        print(error, file=sys.stderr)
        return _BAD_INPUT


def _hide_secrets(flags: argparse.Namespace, found: Mapping[str, str]) -> None:
    """Start over without the secrets among the arguments, where the list of processes shows them."""
    if flags.telegram_token is None and flags.webhook_secret is None:
        return
    kept = {name: found[name] for name in SECRETS if name in found}
    hidden = {"--telegram-token", "--webhook-secret"}
    arguments: list[str] = []
    skipping = False
    for argument in sys.argv[1:]:
        if not skipping and argument.partition("=")[0] not in hidden:
            arguments.append(argument)
        skipping = argument in hidden
    command = [sys.executable, "-m", "bot", *arguments]
    os.execve(sys.executable, command, {**os.environ, **kept})


def _serve(settings: Settings) -> int:
    from bot.channels.telegram.service import Service
    from bot.channels.telegram.shelf import Shelf

    documents = Handbook.load(settings.documents) if settings.documents else None
    with open_store(settings.store) as store:
        for notice in store.notices:
            print(notice, file=sys.stderr)
        service = Service(settings, store, Shelf(store, documents))
        sys.setswitchinterval(_TURN)
        asyncio.run(service.run())
    return _DONE
