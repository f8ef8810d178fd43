"""Every check over one organization, the findings in order of severity."""

import importlib
import pkgutil
from collections.abc import Iterable
from functools import cache

from knowledge.documents.document import Document
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.organization import Organization


@cache
def checks() -> dict[str, Check]:
    """Every check: one in each module of `knowledge.health.checks`, by kind, in order of file name."""
    package = importlib.import_module("knowledge.health.checks")
    found = {}
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        check: Check = importlib.import_module(f"{package.__name__}.{module.name}").CHECK
        found[check.kind] = check
    return found


def check_up(organization: Organization, documents: Iterable[Document]) -> list[Finding]:
    """The findings, the worst first, then by kind, then in the order of the documents.

    `documents`: those that the organization was read from.
    """
    records = Records(organization, documents)
    findings = [finding for check in checks().values() for finding in check.find(records)]
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return sorted(findings, key=lambda f: (ranks[f.severity], f.kind))
