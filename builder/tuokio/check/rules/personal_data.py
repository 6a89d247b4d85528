"""A text holds what may belong to a real person: an identity code, a phone number, a mail address, a card or account number.

**Why.** A course is copied to every learner's phone and never called back. Real customers do not belong in it, nor do colleagues'
own numbers. Whom to ask about what is written under `contacts` in course.yaml, where it can be changed.

Reported are Finnish identity codes whose check sign is right (those with 900–999 are for tests), Finnish and Swedish mobile numbers,
mail addresses that look like a person's, card numbers and IBANs whose check digits are right. Not reported are example.com and the like,
numbers kept for fiction (Sweden, Britain), and numbers that are clearly made up. Finland keeps none for fiction: write `040 000 0000`.

**Subject:** text. **Severity:** warning. **Source:** GDPR, article 5 (data minimisation); the Finnish act on privacy in working life (759/2004).

**Bad:** a customer's order pasted in as it came
**Good:** a case of your own making: `Maija Meikäläinen, 040 000 0000, maija@example.com`
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date

from tuokio.check.manuscript import Manuscript
from tuokio.finding import Finding, Severity

CODE = re.compile(r"(?<![\w-])(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-FHJ-NPR-Y])(?![\w-])")
CENTURY = {"+": 1800} | dict.fromkeys("-UVWXY", 1900) | dict.fromkeys("ABCDEF", 2000)
SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
MOBILE = re.compile(r"(?<![\w.,/+-])(?:(?:\+|00)358[ -]?(?:\(0\)[ -]?)?|0)(?:4\d|50)(?:[ -]?\d){5,8}(?![\w-]|[.,]\d)|(?<![\w.,/+-])(?:(?:\+|00)46[ -]?(?:\(0\)[ -]?)?|0)7[02369](?:[ -]?\d){7}(?![\w-]|[.,]\d)")
MAIL = re.compile(r"(?<![\w.+-])([a-zåäö0-9][\w.+-]{0,60})@((?:[\w-]{1,60}\.){1,4}[a-z]{2,10})\b", re.I)
CARD = re.compile(r"(?<![\d.,-])(?:(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2})([ -]?)\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?![\d-]|[.,]\d)")
IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
FREE = {"gmail.com", "googlemail.com", "hotmail.com", "hotmail.fi", "hotmail.se", "outlook.com", "live.com", "live.fi", "icloud.com", "me.com", "yahoo.com", "luukku.com", "suomi24.fi", "kolumbus.fi", "elisanet.fi", "saunalahti.fi", "pp.inet.fi", "proton.me", "protonmail.com", "telia.com", "msn.com", "mail.com"}
"""Where people have addresses of their own."""
MADE_UP = re.compile(r"(?:^|\.)(?:example|esimerkki|exempel)(?:\.\w+)+$|\.(?:example|test|invalid|localhost)$|^(?:yritys|firma|foretag|företag|company|domain|oma-?yritys|yourcompany|kauppa|kahvila)\.\w+$", re.I)
NOBODY = re.compile(r"etunimi|sukunimi|förnamn|fornamn|efternamn|firstname|lastname|first\.last|name\.surname|me[iy]k[aä]l[aä]i|john\.doe|jane\.doe|svensson\.svensson|medelsvensson|esimerkki|example|exempel|\btest", re.I)
TASK = re.compile(r"info|asiakas|palvelu|tuki\b|palaute|myynti|tilau|laskut|hallinto|toimisto|kassa|myymal|rekry|huolto|tieto|service|support|help|sales|orders?|office|billing|team|contact|feedback|returns|staff|training|hr\b|kund|kontakt|order|faktura|butik|tjanst|noreply|no-reply|privacy|security|admin|shop|store|post", re.I)
EXAMPLES = {"FI2112345600000785", "FI1410093000123458", "FI4250001510000023", "FI5542345670000081", "SE4550000000058398257466", "SE3550000000054910000003", "GB82WEST12345698765432", "GB33BUKB20201555555555", "DE89370400440532013000", "NO9386011117947", "DK5000400440116243", "EE382200221020145685", "FR1420041010050500013M02606"}
TESTS = {"4111111111111111", "4242424242424242", "4000056655665556", "4012888888881881", "4000000000000002", "5555555555554444", "5105105105105100", "2223003122003222", "5200828282828210", "378282246310005", "371449635398431", "378734493671000", "4012000033330026", "4917610000000000", "4988438843884305", "5454545454545454"}
CURE = "Make it up: `040 000 0000`, `maija@example.com`, `131052-9999`. Whom to ask is written under `contacts` in course.yaml."


def inspect(manuscript: Manuscript) -> Iterator[Finding]:
    ours = {contact.mail.lower() for contact in manuscript.settings.contacts.values()} | {manuscript.settings.results.mail.lower()}
    for text in manuscript.find("@0123456789"):
        words = text.words
        if "@" in words:
            for match in MAIL.finditer(words):
                if match[0].lower() not in ours and _is_somebodys(match[1], match[2]):
                    yield _tell(text.span, match[0], "a mail address of somebody")
        if not _has_digits(words):
            continue
        for pattern, judge, what in ((CODE, _is_code, "a Finnish identity code"), (MOBILE, _is_mobile, "a mobile number"), (CARD, _is_card, "a card number"), (IBAN, _is_account, "an account number")):
            yield from (_tell(text.span, match[0], what) for match in pattern.finditer(words) if judge(match))


def _tell(span: Callable[[str], object], found: str, what: str) -> Finding:
    return Finding("personal-data", Severity.WARNING, span(found), f"This reads as {what}.", CURE)  # type: ignore[arg-type]


_has_digits = re.compile(r"\d\d\d").search  # twice as fast as `\d{3}`


def _is_code(match: re.Match[str]) -> bool:
    day, month, year, sign, number, check = match.groups()
    try:
        date(CENTURY[sign] + int(year), int(month), int(day))
    except ValueError:
        return False
    return 2 <= int(number) <= 899 and match[0] not in {"131052-308T", "010101-123N"} and SIGNS[int(day + month + year + number) % 31] == check


def _is_mobile(match: re.Match[str]) -> bool:
    digits = re.sub(r"\(0\)|\D", "", match[0])
    digits = re.sub(r"^(?:00)?(?:358|46)", "0", digits)
    own = digits[3:]
    fiction = digits.startswith("07") and "0701740605" <= digits <= "0701740699"
    return not fiction and "000" not in own and not _runs(own) and "12345" not in digits and "555" not in own[:4]


def _runs(digits: str) -> bool:
    """Say whether digits are too regular to have been given to anybody: `1111111`, `123456`, `1212121`."""
    return len(set(digits)) <= 2 or any("0123456789"[at : at + 5] in digits or "9876543210"[at : at + 5] in digits for at in range(6))


def _is_somebodys(name: str, domain: str) -> bool:
    if MADE_UP.search(domain) or NOBODY.search(name) or TASK.search(name):
        return False
    return domain.lower() in FREE or re.fullmatch(r"[^\W\d_]{2,}(?:-[^\W\d_]{2,})?\.(?:[^\W\d_]\.)?[^\W\d_]{2,}(?:-[^\W\d_]{2,})?\d{0,2}", name) is not None


def _is_card(match: re.Match[str]) -> bool:
    digits = re.sub(r"\D", "", match[0])
    doubled = (int(digit) * 2 if place % 2 else int(digit) for place, digit in enumerate(reversed(digits)))
    return digits not in TESTS and "0000000" not in digits and sum(one - 9 if one > 9 else one for one in doubled) % 10 == 0


def _is_account(match: re.Match[str]) -> bool:
    code = match[0].replace(" ", "")
    return code not in EXAMPLES and "0000000" not in code and int("".join(str(int(sign, 36)) for sign in code[4:] + code[:4])) % 97 == 1
