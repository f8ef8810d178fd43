"""What is counted, in Prometheus' form."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_LATENCY = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Metrics:
    """One registry of its own, so that several may live in one process."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        self.received = Counter("rolebot_updates", "Updates received", ["kind"], registry=registry)
        self.repeated = Counter("rolebot_updates_repeated", "Updates that came before", registry=registry)
        self.questions = Counter(
            "rolebot_questions", "Questions by outcome", ["outcome", "intent"], registry=registry
        )
        self.answering = Histogram(
            "rolebot_answer_seconds",
            "From taking up an update to its written replies",
            buckets=_LATENCY,
            registry=registry,
        )
        self.replying = Histogram(
            "rolebot_reply_seconds",
            "From the receipt of an update to its last reply sent",
            buckets=_LATENCY,
            registry=registry,
        )
        self.sending = Histogram(
            "rolebot_send_seconds", "One call of the Bot API", buckets=_LATENCY, registry=registry
        )
        self.retried = Counter("rolebot_send_retries", "Calls made again", ["why"], registry=registry)
        self.failed = Counter("rolebot_send_failures", "Calls refused", ["why"], registry=registry)
        self.errors = Counter("rolebot_errors", "Updates that could not be handled", registry=registry)
        self.queue = Gauge("rolebot_queue", "Updates received and not finished", registry=registry)
        self.denied = Counter("rolebot_denied", "Updates of people who may not ask", registry=registry)

    def text(self) -> bytes:
        """Everything counted so far."""
        return generate_latest(self._registry)
