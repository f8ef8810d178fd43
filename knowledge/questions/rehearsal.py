"""Questions that are put before the first one comes, so that what questions need is ready."""

TO_BEGIN_WITH = (
    "上机是谁",
    "shui shenpi baoxiao",
    "谁審批火箭发射",
    "我是专员,5000元的费用谁批?",
    "经理和主管的职责有什么区别",
    "谁既管采购又管合同",
    "经理能审批报销吗,为什么",
    "这个岗位平时都忙些什么",
)  # between them they need what questions need: sounds, tables, patterns
