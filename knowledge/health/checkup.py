"""Every check over one organization, the findings in order of severity."""

from collections.abc import Iterable
from functools import cache

from knowledge.documents.document import Document
from knowledge.health.finding import Check, Finding, Severity
from knowledge.health.records import Records
from knowledge.organization import Organization
from knowledge.plugins import offered


@cache
def checks() -> dict[str, Check]:
    """Every check: one in each module of `knowledge.health.checks`, by kind, in order of file name."""
    return {check.kind: check for check in offered("knowledge.health.checks", "CHECK")}


def check_up(organization: Organization, documents: Iterable[Document]) -> list[Finding]:
    """The findings, the worst first, then by kind, then in the order of the documents.

    `documents`: those that the organization was read from.
    """
    records = Records(organization, documents)
    findings = [finding for check in checks().values() for finding in check.find(records)]
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return sorted(findings, key=lambda f: (ranks[f.severity], f.kind))
