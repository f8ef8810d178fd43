"""Questions that can be asked instead."""

from knowledge.roles.statement import Statement


def question_for(statement: Statement) -> str:
    """A question that a statement answers: 谁审批日常费用报销, 哪个岗位有采购价格的决定权."""
    words = statement.passage.text
    first = words[: statement.rights[0].end] if statement.rights else words
    first = first.removeprefix("负责").removeprefix("有").strip()
    if first.endswith(("权", "权力", "权利", "权限")):
        return f"哪个岗位有{first}"
    verbal = bool(
        statement.rights and statement.rights[0].verb and first.startswith(statement.rights[0].verb)
    )
    return f"谁{first}" if verbal else f"谁负责{first}"
