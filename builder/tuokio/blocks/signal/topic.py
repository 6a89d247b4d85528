"""What a slip can be about, and whose it is."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic_core import PydanticCustomError

from tuokio.blocks.signal.reply import read_promise
from tuokio.course import Contact
from tuokio.fields import make_id


class Topic(BaseModel):
    """A topic as the browser knows it: its owner, and when they promise to answer."""

    id: str
    """Its letter, in the author's order."""
    contact: str
    """The owner's id in course.yaml."""
    mail: str
    """Empty where slips are copied or printed."""
    days: int
    """Within how many days an answer is promised; 0 where the promise is in words that tell no number."""
    working: bool
    """Whether only working days count."""


def measure(id: str, name: str, contact: Contact | None) -> Topic:
    """Return what the browser knows of a topic."""
    promise = read_promise(contact.replies_in) if contact else None
    return Topic(id=id, contact=name, mail=contact.mail if contact else "", days=promise.days if promise else 0, working=bool(promise and promise.working))


def _refuse(message: str, cure: str, id: str = "wrong-shape") -> PydanticCustomError:
    return PydanticCustomError(id, "{message}", {"message": message, "cure": cure})


def refuse_bare_topics(value: Any) -> Any:
    """Refuse topics that do not say whose they are."""
    bare = [value] if isinstance(value, str) else value
    if isinstance(bare, list) and bare:
        first = next(iter(bare[0].items())) if isinstance(bare[0], dict) and bare[0] else None
        if first:
            raise _refuse("Topics are written without hyphens.", f"Write each on a line of its own: `{first[0]}: {first[1]}`.")
        raise _refuse("This does not say whose each topic is.", f"Write after each the contact who owns it, by its id in course.yaml, without a hyphen before it: `{bare[0]}: …`.")
    return value


def refuse_two_owners(value: Any) -> Any:
    """Refuse a topic that several answer for: then nobody does."""
    if isinstance(value, dict):
        raise _refuse("This is no contact.", "Write the id of one contact of course.yaml here; its name, mail and reply time stand there, under `contacts:`.")
    several = value if isinstance(value, list) else [one.strip() for one in value.split(",")] if isinstance(value, str) and "," in value else [value]
    if len(several) > 1:
        raise _refuse("Two answer for this topic, and then each waits for the other.", f"Write the one who answers, such as `{several[0]}`; they can pass it on. Or make two topics of it.", "two-owners")
    return several[0] if several else value


def introduce(owner: str) -> str:
    """Return what course.yaml needs for an owner that it does not have."""
    id = make_id(owner, "products")
    return f"Add under `contacts:` in course.yaml: `{id}: {{name: …, mail: …, replies_in: 3 working days}}`" + (f", and write `{id}` here." if id != owner else ".")
