"""What authors write of a course besides its text: `course.yaml`, and the front matter of modules."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field

from tuokio.fields import ONE_OR_MANY, Allowed, Author, Banks, Count, Day, Flag, Id, Language, Names, Period, Phrases, Share, Unit, Wording, list_words, matching


class Completion(Author):
    """When the course is completed: every module finished, and perhaps a share of the points."""

    modules: Literal["all"] = "all"
    """Every module must be finished: `all`."""
    mastery: Share | None = None
    """The share of all points a learner needs, such as `80%`. Left out: finishing is enough."""


Mail = Annotated[str, matching(r"^[^@\s<>,;:]+@[^@\s<>,;:]+\.[^@\s<>,;:.]+$", "unusable-mail", "is not a mail address", "Write one address: `products@example.com`. Left out, it is copied or printed.")]


class Contact(Author):
    """Who answers for a matter, and by when."""

    name: Wording
    """A person, or a task: `Product manager`."""
    mail: Mail = ""
    """Where a slip can be mailed to. Left out, it is copied or printed."""
    replies_in: Wording
    """When whoever sends something hears of it: `3 working days`."""


class Results(Author):
    """Where learners send that they have completed the course, and what they may send besides."""

    mail: Mail = ""
    """The address a mail draft is made out to: `training@example.com`. Left out, the learner chooses."""
    item_statistics: Flag = False
    """`true` lets learners send, without their name and if they tick it, how single questions went. The manager's page shows it for ten learners or more."""


class Publishing(Author):
    """What `tuokio publish` makes."""

    targets: Phrases = ["site", "print"]
    """The targets it builds."""


class Settings(Author):
    """`course.yaml`: what the course is."""

    vital: ClassVar[frozenset[str]] = frozenset({"contacts"})

    id: Id | None = None
    """Names the learner record: choose it once and never change it."""
    title: Wording = ""
    """A text, or one for each language: `{fi: Palaute, en: Feedback}`. So are all texts of this file."""
    description: Wording = ""
    """One or two sentences under the title on the course's home page."""
    languages: Annotated[list[Language], ONE_OR_MANY] = Field(default=["en"], min_length=1)
    """The first is the language the course is written in; the others are its translations."""
    theme: str = ""
    """A folder under `themes/`; left out, the course wears Tuokio's plain clothes."""
    areas: dict[Id, Wording] = {}
    """The subjects modules belong to, in the order they are shown: `rule: Säännöt`."""
    completion: Completion = Completion()
    roles: dict[Id, Wording] = {}
    """The tasks people have: `{staff: Salesperson, manager: Manager}`. The learner chooses one, and a module's `audience` says for whom it is meant."""
    results: Results = Results()
    publish: Publishing = Publishing()
    retired: Annotated[list[Unit], BeforeValidator(list_words, json_schema_input_type=Unit | list[Unit])] = []
    """Ids that went away for good since a version was published, of questions, blocks, cards, modules or banks: `[old-question, coffees.mocha]`. Their results are kept in learners' records and count no more."""
    service_model: dict[Id, Wording] = {}
    """The steps of good service as your firm has them, in their order: `{greet: Greet, listen: Listen, solve: Solve}`. Replies of a conversation name those they take."""
    contacts: dict[Id, Contact] = {}
    """Who answers for what, and by when: `{products: {name: Product manager, mail: products@example.com, replies_in: 3 days}}`."""
    values: dict[str, Wording] = {}
    """Names and figures used in many places: `{{ name }}` in any text stands for its value."""
    confidence: Flag | None = None
    """`true` asks "how sure are you?" before every answer, `false` before none; a module or a question may say otherwise. Left out: as each kind does."""
    allow: Allowed = {}
    """Findings of `tuokio check` that are not told in this course, each with the reason: `{long-sentence: Customers' own words.}` A module and a block may have their own. Errors cannot be allowed."""
    labels: Phrases = []
    """Words for people that `tuokio check` is to tell of besides its own, and with a minus those it is not: `[whiner, -troublemaker]`."""
    html: Flag = False
    """`true` lets HTML through in the modules' text, less all that could run or reach out."""


class Drawing(Author):
    """Which questions are drawn from the course's banks."""

    model_config = ConfigDict(serialize_by_alias=True)

    draw: Count | None = Field(default=None, ge=1, le=1000)
    """How many questions each attempt asks. Those the learner has not met come first."""
    banks: Banks = Field(default=[], alias="from")
    """The banks they are drawn from, by the names of their files: `from: products`, or `from: [products, rules]`."""
    tags: Phrases = []
    """Only questions with one of these tags."""
    objective: Names = []
    """Only questions of one of these objectives."""


class Exam(Drawing):
    """What makes a module an exam. Its own questions are always asked; others may be drawn. Without `draw` all of the banks are asked."""

    mastery: Share | None = None
    """The share of points that passes, such as `80%`. Left out: sending it is enough."""
    attempts: Count | None = Field(default=None, ge=1, le=100)
    """How many times it may be taken. Left out: as many as one likes."""
    feedback: Literal["during", "after", "never"] = "after"
    """When the learner is told what was right: after each question, after the exam, or not at all."""
    minutes: Count | None = Field(default=None, ge=1, le=600)
    """The time there is for it. Every learner may have more, or none."""


class Change(Author):
    """An entry of the change ledger."""

    date: Day
    """The day from which it holds: `2026-11-01`."""
    of: Unit
    """What changed, by its id: a block, a step, or the module itself."""
    kind: Literal["typo", "clarified", "changed"] = "changed"
    """`changed`: what was learned before is wrong now. `clarified`: it means the same, said better. `typo`: nobody needs to know."""
    note: str
    """What changed and why, in a sentence for those who learned it as it was."""


EXAM = "exam"
"""The id of the step that an exam is."""


class FrontMatter(Author):
    """The lines between `---` at the top of a module. All of them may be left out."""

    vital: ClassVar[frozenset[str]] = frozenset({"exam"})

    id: Id | None = None
    """Else the file's name without its number."""
    replaces: Names = []
    """The id of a module that this one took the place of, or a list of them: whoever finished that one has finished this."""
    title: str = ""
    """Else the first `#` heading."""
    area: str = ""
    """The subject it belongs to, by its id under `areas` in course.yaml."""
    audience: Names = []
    """The roles it is meant for: `[staff, manager]`. Left out: everyone. Others may read it, but need not."""
    valid: Period | None = None
    """How long having passed it holds: `12 months`. Then it is to be taken again. Left out: until it changes."""
    why: str = ""
    """Two sentences on why this matters, seen from the customer's day."""
    minutes: Count | None = Field(default=None, ge=1, le=600)
    """How long it takes. Left out, it is estimated from the text."""
    confidence: Flag | None = None
    """Asks "how sure are you?" before every answer of the module. Left out: as the course says."""
    objectives: dict[Id, str] = {}
    """What the learner can do afterwards: `how-far: You decide when a rule may bend.`"""
    changes: list[Change] = []
    """The change ledger, newest first: `- {date: 2026-11-01, of: return-time, kind: changed, note: Returns are taken for 30 days now.}` In another language write `date`, `of` and the `note`."""
    allow: Allowed = {}
    """Findings that are not told in this module, in any language, each with the reason: `{long-sentence: Customers' own words.}`"""
    exam: Exam | None = None
    """Makes the module an exam: `exam: {draw: 10, from: [products, rules], mastery: 80%, attempts: 3, feedback: after, minutes: 20}`."""
