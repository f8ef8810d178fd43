"""Trying hard to break the store: killing it at any moment, filling its disk, taking its folder away, asking
it a million questions. These take minutes; `make break` runs them."""

import json
import os
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from knowledge.errors import StoreBusyError, StoreError
from knowledge.store import embedded
from knowledge.store.address import open_store
from knowledge.store.draft import Draft
from knowledge.store.embedded import EmbeddedStore
from knowledge.store.kept.asked import Asked, AskedOn, count_question
from knowledge.store.kept.counter import Counter, next_number
from knowledge.store.kept.person import Person
from knowledge.store.kept.update import Finished, Inbox, Update
from knowledge.store.store import Store

pytestmark = [
    pytest.mark.breaking,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes as POSIX has them"),
]
NOW = 1_900_000_000.0


def child(run: Callable[[Callable[[str], None]], None]) -> tuple[int, Iterator[str]]:
    """A process that runs `run` with a function to say lines, and the lines that it says."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        code = 1
        try:
            os.close(reading)
            run(lambda line: bool(os.write(writing, f"{line}\n".encode())) and None)
            code = 0
        except BaseException:
            traceback.print_exc()
        finally:
            os._exit(code)
    os.close(writing)
    return process, (line.rstrip("\n") for line in os.fdopen(reading, encoding="utf-8"))


def ended(process: int) -> int:
    """The exit code of a process that has come to its end."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


# ── killed at any moment ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lasting", [True, False])
def test_a_process_killed_200_times_loses_nothing_it_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lasting: bool
) -> None:
    monkeypatch.setattr(embedded, "_SMALLEST_JOURNAL", 4_000)  # a new snapshot every few dozen changes
    chance = random.Random(7)
    folder = tmp_path / "store"
    acknowledged = snapshots = 0
    for _ in range(200):

        def write(say: Callable[[str], None]) -> None:
            store = EmbeddedStore(folder)
            while True:
                number = store.change(lambda draft: put_both(draft, chance.random()), lasting=lasting)
                say(str(number))

        process, lines = child(write)
        wanted = chance.randrange(1, 80)
        seen = [int(line) for line in islice(lines, wanted)]
        time.sleep(chance.random() * 0.003)
        os.kill(process, signal.SIGKILL)
        seen += [int(line) for line in lines]
        assert ended(process) == -signal.SIGKILL
        with EmbeddedStore(folder, read_only=True) as store:
            assert store.notices == []
            kept = store.get(Counter, Person.TABLE)
            assert kept is not None
            assert kept.last >= seen[-1]  # the one under way may be there as well
            assert kept.last <= seen[-1] + 1
            assert store.get(Person, "same") == Person("same", started=kept.last)  # the other half
        assert seen[0] > acknowledged
        acknowledged = seen[-1]
        snapshots = max(snapshots, *(int(p.stem.split("-")[1]) for p in folder.glob("changes-*.log")))
    assert acknowledged > 2_000
    assert snapshots > 20
    print(f"\n200 kills, {acknowledged} changes acknowledged, {snapshots} snapshots written, 0 lost")


def put_both(draft: Draft, weight: float) -> int:
    """Two records that must agree, and a file now and then."""
    number = next_number(draft, Person)
    draft.put(Person("same", started=float(number)))
    if weight < 0.05:
        draft.put_file(os.urandom(5_000))
    return number


# ── places that do not take what is written ──────────────────────────────────────────────────────────────


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A file system of half a megabyte."""
    place = Path(tempfile.mkdtemp(prefix="rolebot-full-"))
    mount = shutil.which("mount")
    command = [mount or "mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", str(place)]
    if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
        place.rmdir()
        pytest.skip("cannot mount a small file system here (needs root)")
    yield place
    subprocess.run(["umount", str(place)], check=True)
    place.rmdir()


def fill(store: Store) -> tuple[int, str]:
    """Put people until it is refused; how many were taken, and what was said then."""
    for number in range(1_000_000):
        try:
            store.change(lambda draft, n=number: draft.put(Person(str(n), roles=("岗" * 300,))))
        except StoreError as error:
            return number, str(error)
    raise AssertionError("it was never full")


def test_a_full_disk(small_disk: Path) -> None:
    folder = small_disk / "store"
    with EmbeddedStore(folder) as store:
        taken, told = fill(store)
        assert taken > 50
        assert "磁盘空间" in told
        assert len(store.all(Person)) == taken
        with pytest.raises(StoreError):
            store.change(lambda draft: draft.put_file(os.urandom(400_000)))
        assert store.digests() == frozenset()
    for _ in range(3):  # closed and opened on the full disk
        with EmbeddedStore(folder) as store:
            assert len(store.all(Person)) == taken
            assert store.notices == []
            store.change(lambda draft: draft.remove(Person, "0"))  # a short line may still fit
            store.change(lambda draft: draft.put(Person("0")))


def test_a_limit_on_the_size_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "store"

    def write(say: Callable[[str], None]) -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        with EmbeddedStore(folder) as store:
            for number in range(10_000):
                try:
                    store.change(lambda draft, n=number: draft.put(Person(str(n), roles=("岗" * 300,))))
                except StoreError:
                    say(str(number))
                    return

    process, lines = child(write)
    (taken,) = lines
    assert ended(process) == 0
    with EmbeddedStore(folder) as store:
        assert len(store.all(Person)) == int(taken) > 20
        assert store.notices == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="takes another user's rights: root"
)
def test_a_read_only_folder() -> None:
    place = Path(tempfile.mkdtemp(prefix="rolebot-ro-"))
    place.chmod(0o755)
    try:
        with open_store(str(place / "store")) as store:
            store.change(lambda draft: draft.put(Person("7")))

        def use(say: Callable[[str], None]) -> None:
            os.setuid(65534)
            with open_store(str(place / "store"), read_only=True) as store:
                say(json.dumps([person.person for person in store.all(Person)]))
            for where in (place / "store", place / "new"):
                try:
                    open_store(str(where))
                except StoreError as error:
                    say(str(error))

        process, lines = child(use)
        people, *refused = lines
        assert ended(process) == 0
        assert json.loads(people) == ["7"]
        assert len(refused) == 2
        assert all("权限" in line for line in refused)
    finally:
        shutil.rmtree(place)


def test_a_folder_that_is_taken_away(tmp_path: Path) -> None:
    """What was written to a removed file cannot be saved, but the next start must find a store that opens."""
    with EmbeddedStore(tmp_path / "store") as store:
        store.change(lambda draft: draft.put(Person("7")))
        shutil.rmtree(tmp_path / "store")
        store.change(lambda draft: draft.put(Person("8")))
        with pytest.raises(StoreError):
            store.change(lambda draft: draft.put_file(b"x"))
    with EmbeddedStore(tmp_path / "store") as store:
        assert store.all(Person) == []


def test_processes_that_race_for_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "store"

    def write(say: Callable[[str], None]) -> None:
        for _ in range(40):
            try:
                with EmbeddedStore(folder) as store:
                    say(str(store.change(lambda draft: next_number(draft, Person))))
            except StoreBusyError:
                continue

    children = [child(write) for _ in range(4)]
    numbers = [int(line) for _, lines in children for line in lines]
    assert [ended(process) for process, _ in children] == [0] * 4
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


# ── a million questions ──────────────────────────────────────────────────────────────────────────────────


def test_a_million_questions_leave_a_small_store(tmp_path: Path) -> None:
    """Half of them always new, half of them the same few; the clock jumps."""
    folder = tmp_path / "store"
    chance = random.Random(7)
    sizes: list[int] = []
    with EmbeddedStore(folder) as store:
        for number in range(1_000_000):
            wording = f"第{number}个岗位的上级是谁" if number % 2 else f"第{number % 500}个岗位的职责"
            at = NOW + number + chance.choice((0, 0, 0, 3_600, -86_400 * 800, 86_400 * 800))
            store.change(lambda d, w=wording, a=at: count_question(d, w, "answered", a), lasting=False)
            if number % 100_000 == 99_999:
                sizes.append(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()))
        assert len(store.all(Asked)) == Asked.MOST
        assert len(store.all(AskedOn)) <= AskedOn.MOST
        assert sum(sum(on.counts.values()) for on in store.all(AskedOn)) == 1_000_000
        popular = store.get(Asked, "第4个岗位的职责")
        assert popular is not None
        assert popular.times == 2_000
    assert max(sizes) < 10_000_000
    assert max(sizes[5:]) < 1.5 * max(sizes[:5])
    print(f"\nbytes on disk after each 100,000 questions: {sizes}")


# ── instances that die ───────────────────────────────────────────────────────────────────────────────────


def test_of_two_instances_under_load_one_is_killed(database: str) -> None:
    """A third process brings updates; the one that lives handles what the dead one had, each exactly once."""
    updates, chats, lease = 600, 30, 5.0

    def instance(number: int) -> Callable[[Callable[[str], None]], None]:
        def run(say: Callable[[str], None]) -> None:
            with open_store(database) as store:
                box = Inbox(store, f"{os.getpid()}", lease)
                while len(store.all(Finished)) < updates:
                    for update in box.take(time.monotonic(), most=4):
                        replies = (f"第{update.id}个回答",)
                        if not update.answered and not store.change(
                            lambda d, id=update.id, r=replies: handle(box, d, id, r)
                        ):
                            continue  # another instance has it
                        say(f"{number} {update.id}")
                        box.finish(update.id)

        return run

    def bring(say: Callable[[str], None]) -> None:
        with open_store(database) as store:
            box = Inbox(store, "receiver", lease)
            for id in range(updates):
                box.receive(id, str(id % chats), "", time.time())

    bringing, _ = child(bring)
    (doomed, its_lines), (living, lines) = child(instance(1)), child(instance(2))
    sent = list(islice(its_lines, 100))
    os.kill(doomed, signal.SIGKILL)
    sent += [*its_lines, *lines]
    assert ended(doomed) == -signal.SIGKILL
    assert [ended(bringing), ended(living)] == [0, 0]
    ids = [int(line.split()[1]) for line in sent]
    with open_store(database) as store:
        assert set(ids) == set(range(updates))  # every reply was sent
        assert store.get(Counter, "handled") == Counter("handled", updates)  # and every update handled once
        assert store.all(Update) == []
        assert len(store.all(Finished)) == updates
    resent = len(ids) - updates
    assert resent <= 8  # those whose reply was sent when it died, before it could say so
    print(f"\n{updates} updates, one of two instances killed: 0 lost, 0 handled twice, {resent} sent twice")


def handle(box: Inbox, draft: Draft, id: int, replies: tuple[str, ...]) -> bool:
    """Count an update in the change that writes its replies down; False where another instance has it."""
    if not box.answer(draft, id, replies):
        return False
    before = draft.get(Counter, "handled") or Counter("handled")
    draft.put(Counter("handled", before.last + 1))
    return True


def test_postgres_killed_again_and_again_under_load(server: object, database: str) -> None:
    """Three writers count; the database dies as in a power cut, five times; no count is lost or made
    twice."""
    rounds, writers = 5, 3

    def write(say: Callable[[str], None]) -> None:
        with open_store(database) as store:
            say("ready")
            for _ in range(400):
                say(str(store.change(lambda draft: next_number(draft, Person))))

    children = [child(write) for _ in range(writers)]
    assert [next(lines) for _, lines in children] == ["ready"] * writers
    for _ in range(rounds):
        time.sleep(0.4)
        server.stop("immediate")  # type: ignore[attr-defined]
        server.start()  # type: ignore[attr-defined]
    numbers = sorted(int(line) for _, lines in children for line in lines)
    assert [ended(process) for process, _ in children] == [0] * writers
    assert numbers == list(range(1, 400 * writers + 1))
    print(f"\n{len(numbers)} changes over {rounds} crashes of the database: 0 lost, 0 made twice")
