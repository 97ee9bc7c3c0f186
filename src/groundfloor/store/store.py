"""The store: profiles, postings and plans kept between runs, embedded SQLite unless a database URL says otherwise."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import platformdirs
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from groundfloor.errors import GroundfloorError
from groundfloor.model.posting import Posting, PostingReading
from groundfloor.model.profile import Profile
from groundfloor.store import schema

_ROWS_A_COMMIT = 1000


class StoredPlan(NamedTuple):
    """A kept plan: its record is the plan as JSON, with all that was ticked off; the other columns are for finding it.

    ``profile_id`` is the kept profile that the plan belongs to and goes with, None where there is none. Days are
    ISO 8601.
    """

    id: str
    profile_id: str | None
    goal: str
    record: dict[str, Any]
    added_on: str
    changed_on: str


class Store:
    """One open database. Close it, or use it as a context."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Gives the database back."""
        self._engine.dispose()

    def put_profile(self, profile: Profile, *, document_name: str, document_text: str, added_on: str) -> None:
        """Keeps a profile with the document it was read from, replacing one of the same id."""
        row = {
            "id": profile.id,
            "document_name": document_name,
            "document_text": document_text,
            "record": _to_json(profile),
            "added_on": added_on,
        }
        self._put(schema.profiles, [row])

    def find_profile(self, profile_id: str) -> Profile | None:
        """The profile of that id, or None."""
        row = self._find(schema.profiles, profile_id)
        return msgspec.json.decode(row.record, type=Profile) if row else None

    def iter_profiles(self) -> Iterator[Profile]:
        """Streams all profiles, in order of id."""
        query = sa.select(schema.profiles.c.record).order_by(schema.profiles.c.id)
        with self._connect() as connection:
            for (record,) in connection.execution_options(yield_per=_ROWS_A_COMMIT).execute(query):
                yield msgspec.json.decode(record, type=Profile)

    def put_postings(self, read: Iterable[tuple[Posting, PostingReading]], *, added_on: str) -> int:
        """Keeps postings with their readings, replacing those of the same id, a thousand a commit.

        Returns:
            How many rows were written. After a crash every committed batch is whole and a second run adds nothing.
        """
        rows = (_posting_row(posting, reading, added_on) for posting, reading in read)
        count = 0
        while batch := list(islice(rows, _ROWS_A_COMMIT)):
            self._put(schema.postings, batch)
            count += len(batch)
        return count

    def iter_readings(self) -> Iterator[PostingReading]:
        """Streams the readings of all postings, in order of id."""
        query = sa.select(schema.postings.c.reading).order_by(schema.postings.c.id)
        with self._connect() as connection:
            for (reading,) in connection.execution_options(yield_per=_ROWS_A_COMMIT).execute(query):
                yield msgspec.json.decode(reading, type=PostingReading)

    def list_ids(self, kind: str) -> list[str]:
        """Ids of all ``profiles``, ``postings`` or ``plans``, in order."""
        table = schema.metadata.tables[kind]
        with self._connect() as connection:
            return list(connection.execute(sa.select(table.c.id).order_by(table.c.id)).scalars())

    def put_plan(self, plan: StoredPlan) -> None:
        """Keeps a plan, replacing one of the same id."""
        self._put(schema.plans, [{**plan._asdict(), "record": _to_json(plan.record)}])

    def list_plans(self) -> list[StoredPlan]:
        """All plans, in order of id."""
        query = sa.select(schema.plans).order_by(schema.plans.c.id)
        with self._connect() as connection:
            return [_to_plan(row) for row in connection.execute(query)]

    def find_plan(self, plan_id: str) -> StoredPlan | None:
        """The plan of that id, or None."""
        row = self._find(schema.plans, plan_id)
        return _to_plan(row) if row else None

    def remove(self, kind: str, record_id: str) -> bool:
        """Removes one ``profiles``, ``postings`` or ``plans`` row and what hangs on it; False when there was none."""
        table = schema.metadata.tables[kind]
        with self._connect() as connection, connection.begin():
            return connection.execute(sa.delete(table).where(table.c.id == record_id)).rowcount > 0

    def _find(self, table: sa.Table, record_id: str) -> sa.Row[Any] | None:
        with self._connect() as connection:
            return connection.execute(sa.select(table).where(table.c.id == record_id)).one_or_none()

    def _put(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        insert = (postgresql if self._engine.dialect.name == "postgresql" else sqlite).insert(table)
        changed = {name: insert.excluded[name] for name in rows[0] if name != "id"}
        statement = insert.on_conflict_do_update(index_elements=["id"], set_=changed)
        with self._connect() as connection, connection.begin():
            connection.execute(statement, rows)

    @contextmanager
    def _connect(self) -> Iterator[sa.Connection]:
        with _told_plainly(self._engine.url), self._engine.connect() as connection:
            yield connection


def open_store(url: str | None = None) -> Store:
    """Opens the store, making or migrating its tables first.

    Args:
        url: a database URL such as ``sqlite:///my.db`` or ``postgresql+psycopg://…``; None means a file in the
            platform's user data folder.

    Raises:
        GroundfloorError: ``store-unavailable`` when it cannot be opened or written, ``feature-missing`` when the
            database's driver is not installed.
    """
    engine = _make_engine(url or _default_url())
    with _told_plainly(engine.url), engine.connect() as connection:
        if _schema_version(connection) != schema.SCHEMA_VERSION:
            _migrate(connection)
    return Store(engine)


def has_own_store() -> bool:
    """Whether anything was ever kept in the user's data folder; asking makes no store."""
    return _own_file().is_file()


def _own_file() -> Path:
    return Path(platformdirs.user_data_dir("groundfloor")) / "groundfloor.db"


def _default_url() -> str:
    file = _own_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {file.parent} for the store cannot be made: {error.strerror}."
        raise GroundfloorError("store-unavailable", message, hint="Name another place with --store URL.") from error
    return f"sqlite:///{file}"


def _make_engine(url: str) -> sa.Engine:
    try:
        engine = sa.create_engine(url)
    except sa.exc.ArgumentError as error:
        hint = "For example sqlite:///groundfloor.db"
        raise GroundfloorError("store-unavailable", f"{url!r} is no database address.", hint=hint) from error
    except (sa.exc.NoSuchModuleError, ImportError) as error:
        hint = "For PostgreSQL install it with: pip install 'groundfloor[postgres]'"
        raise GroundfloorError("feature-missing", "The driver of that database is not installed.", hint=hint) from error
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    for setting in ("journal_mode=WAL", "foreign_keys=ON", "busy_timeout=5000", "synchronous=FULL"):
        connection.execute(f"PRAGMA {setting}")


def _schema_version(connection: sa.Connection) -> str | None:
    if not sa.inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def _migrate(connection: sa.Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
        connection.commit()
    except CommandError as error:
        message = "The store was made by a newer version of Groundfloor."
        raise GroundfloorError("store-unavailable", message, hint="Update Groundfloor.") from error


@contextmanager
def _told_plainly(url: sa.URL) -> Iterator[None]:
    try:
        yield
    except sa.exc.DatabaseError as error:
        place = url.render_as_string(hide_password=True)
        if "locked" in str(error.orig):
            message = f"The store {place} is in use by another program."
            raise GroundfloorError("store-busy", message, hint="Try again in a moment.", can_retry=True) from error
        message = f"The store {place} cannot be used: {error.orig}."
        hint = "Check that the folder exists and can be written, or name another store with --store URL."
        raise GroundfloorError("store-unavailable", message, hint=hint) from error


def _posting_row(posting: Posting, reading: PostingReading, added_on: str) -> dict[str, str]:
    content_hash = hashlib.blake2b(posting.text.encode("utf-8", "replace"), digest_size=16).hexdigest()
    return {
        "id": posting.id,
        "content_hash": content_hash,
        "record": _to_json(posting),
        "reading": _to_json(reading),
        "added_on": added_on,
    }


def _to_plan(row: sa.Row[Any]) -> StoredPlan:
    record = msgspec.json.decode(row.record)
    return StoredPlan(row.id, row.profile_id, row.goal, record, row.added_on, row.changed_on)


def _to_json(record: Any) -> str:
    return msgspec.json.encode(record).decode()
