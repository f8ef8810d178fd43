"""What the modules of a package each offer under the same name: a new one is a new file there."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any


def offered(package: str, name: str) -> Iterator[Any]:
    """The value called `name` of every module of a package, in order of file name."""
    found = importlib.import_module(package)
    for module in sorted(pkgutil.iter_modules(found.__path__), key=lambda m: m.name):
        yield getattr(importlib.import_module(f"{package}.{module.name}"), name)
