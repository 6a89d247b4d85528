"""What findings are about, for the handbook's index: each subject with the names of its findings, wherever they are told."""

from __future__ import annotations

SUBJECTS = {
    "questions": """
        all-in-one-bucket all-options-correct all-regions-correct ambiguous-number answer-without-feedback answers-not-translated catch-all-option
        covered-region crowded-regions double-negative empty-answer empty-area empty-bucket empty-criterion empty-extra empty-gap empty-option
        empty-pair empty-region empty-thing extra-goes-with-a-pair gap-in-link gap-not-closed gaps-differ identical-answers identical-buckets
        identical-criteria identical-extras identical-options identical-pairs identical-regions identical-things judging-feedback
        long-right-side longest-is-right longest-often-right many-two-option-questions no-correct-option no-correct-region no-gap no-kind
        no-model-answer no-question nothing-to-choose one-sided-statements option-by-place option-without-feedback overlapping-ranges
        question-without-objective region-outside repeated-feedback same-place-often-right stray-star telltale-absolutes too-many-typos
        two-correct-options two-kinds unasked-question unknown-type unmarked-negative unsaid-feedback unshuffled-order unusable-place
        unusable-range value-in-answer wrong-is-right""",
    "conversations": """
        angry-customers begins-with-end dead-end empty-customer empty-errand empty-mood empty-point empty-question empty-reply empty-scene
        empty-title empty-twist end-with-replies endless few-customers few-points good-end-in-bad-mood good-end-though-wrong identical-customers
        identical-moods identical-points identical-replies identical-twists long-card many-points missing-mood mood-never-changes no-good-end
        no-replies no-service-model no-way-back nothing-hidden nothing-right obvious-best-reply one-reply replies-alike reply-without-feedback
        silent-person too-many-returns unknown-mood unknown-person unknown-scene unknown-step unreachable-scene unsaid-right unused-mood""",
    "blocks": """
        all-cases-alike bend-without-flex card-without-back card-without-front card-without-id empty-block empty-case empty-checklist
        empty-details empty-entry empty-example empty-item empty-label empty-prompt empty-role empty-situation empty-starter empty-statement
        empty-suggestion empty-tab empty-topic half-a-plan identical-cards identical-cases identical-entries identical-examples identical-items
        identical-labels identical-prompts identical-roles identical-situations identical-statements identical-suggestions identical-tabs
        identical-topics law-that-bends limit-falls lone-card long-case long-checklist long-example long-suggestion long-why many-labels
        many-prompts missing-limit mixed-cards no-contacts no-wrong-reasons not-a-limit not-days one-label one-prompt one-tab other-unit
        plan-does-not-add-up product-without-whom profile-without-text rule-without-cases rule-without-limit step-too-long
        success-without-because too-many-prompts two-owners unfit-buckets unknown-contact unknown-role unknown-statement value-in-limit""",
    "text": """
        bare-address cells-lost dead-link duplicate-term empty-explanation empty-glossary empty-note heading-without-space heavy-text
        html-removed html-shown-as-text line-makes-heading link-outside-build list-without-space long-explanation long-sentence long-stretch
        missing-note note-in-block open-remark pasted-table person-label personal-data skipped-heading table-without-rule unknown-alert
        unknown-term unread-link unread-note unseen-character unusable-link unused-note unused-term vague-link""",
    "pictures": """
        alt-without-image broken-drawing broken-picture broken-recording chapter-after-end colour-only drawing-cleaned drawing-entities
        heavy-drawing heavy-recording heavy-recordings heic-picture huge-picture late-captions no-captions no-picture no-recording no-transcript
        not-a-picture not-a-recording not-captions packed-drawing picture-without-words place-in-recording remote-picture remote-recording
        sound-as-video undescribed-picture undescribed-video unordered-chapters unplayable-on-apple unplayable-recording unreadable-captions
        unusable-moment vague-alt video-as-sound""",
    "keys": """
        colon-in-text comma-in-text deep-nesting duplicate-id duplicate-key empty-value fence-not-closed front-matter-mark
        front-matter-not-closed lost-fence missing-id missing-key mixed-quotes nested-block not-a-date not-a-flag not-a-number not-a-period
        out-of-range parted-by-comma text-cut-by-remark too-few too-many unknown-fence unknown-key unknown-kind unknown-value
        unknown-value-of-key unreadable-yaml unusable-id unusable-mail wrong-shape yaml-alias yaml-tag""",
    "files": """
        empty-file empty-module file-outside-course garbled-letters hidden-ending huge-file legacy-encoding lost-letter misnamed-file
        missing-file names-alike no-course no-modules not-a-bank not-markdown not-text not-utf-8 same-course-id source-as-file
        unreadable-file""",
    "course": """
        allow-without-reason draw-in-bank empty-bank empty-exam fence-in-bank idle-role minutes-off nameless-role no-target
        too-few-to-draw ungraded-in-exam unknown-area unknown-audience unknown-bank unknown-objective unmatched-draw unseen-objective
        untested-objective unused-allow unused-bank""",
    "languages": """
        half-translated language-not-listed not-a-translation not-in-source phrase-places placeholders-differ plural-forms repeated-row
        source-changed stale-translation translation-differs translation-not-listed unknown-language unknown-phrase unknown-row
        unmarked-translation untranslated unusable-language""",
    "brand": """
        brand-colour-darkened brand-colour-moved broken-template dark-paper forbidden-font heavy-font no-font-file not-a-colour not-a-font
        not-a-font-file pale-accent see-through-colour unknown-theme unused-font unused-template unusable-logo""",
    "publishing": """
        damaged-lock forgotten-change future-change large-record large-single-file later-lock lock-conflict moved-options oldest-change-first
        other-answer other-course-id replaced-id replaced-twice retired-id unclassed-change unknown-change unknown-id unknown-target
        unpublished-package untold-change vanished-id vanished-step""",
    "exchange": """
        active-content ambiguous-answer broken-xml date-cell failed-cell file-left-out formula html-as-text huge-cell huge-question huge-sheet
        kept-as-remark letter-case letters-out-of-order link-left-out missing-picture no-columns no-options no-pairs no-questions no-right-answer
        not-carried not-exported not-imported picture-left-out picture-not-carried round-brackets rounded-cell row-as-heading second-answer
        several-right sheet-left-out styled-cell text-above text-in-bank too-many-questions two-questions unclosed-quiz unclosed-quote unequal-weights
        unknown-column unknown-format unknown-question unread-cell unread-question unreadable-sheet unsafe-name wildcard xml-doctype""",
}
"""By subject, in the order in which the index shows them."""
ELSEWHERE = ("publishing", "exchange")
"""Subjects of commands of their own, where `allow` has no say."""


def list_subject(subject: str) -> list[str]:
    """Return the names of a subject's findings."""
    return SUBJECTS[subject].split()
