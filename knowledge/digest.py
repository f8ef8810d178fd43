"""The digest that texts and files are known again by."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b  # the same, without the library for secrets, which takes long to load
    except ImportError:
        from hashlib import blake2b

__all__ = ["blake2b"]
