"""What the forms of a word have in common, so that a text's `kuitilla` is known for the `kuitti` of a list.

Snowball's stemmers cut endings and leave what happens inside a word: `palautus`, `palautuksen`; `sääntö`, `säännön`. What is
done beyond them, for Finnish and Swedish, is coarse and only meant for comparing: a root is no word, and two words of one root
are most often, not always, forms of one. Where it goes wrong an author says so in a list of forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "eu": "basque",
    "fi": "finnish", "fr": "french", "ga": "irish", "hu": "hungarian", "hy": "armenian", "it": "italian", "lt": "lithuanian", "nb": "norwegian", "nl": "dutch", "nn": "norwegian",
    "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
SHORTEST = 3
"""Letters of a root. Less says too little of a word, which is then only itself."""
GENITIVES = ("nen", "sen"), ("ton", "ttoman"), ("tön", "ttömän"), ("nut", "neen"), ("nyt", "neen"), ("in", "imen")
"""How Finnish words that end in a consonant go on: puhelin, puhelimen."""


@lru_cache(maxsize=20_000)  # the words of a course are few, and each is asked for often
def find_roots(word: str, language: str) -> frozenset[str]:
    """Return the roots that a word met in a text may have."""
    root = _find_root(word.lower(), language.split("-")[0])
    return frozenset([root] if root else [])


def find_roots_of_entry(word: str, language: str) -> frozenset[str]:
    """Return the roots of a word in its basic form, as dictionaries list it, which its forms may have."""
    return find_roots(word, language).union(*(find_roots(form, language) for form in _guess_forms(word.lower(), language.split("-")[0])))


def is_form(word: str, entry: str, language: str) -> bool:
    """Say whether a word may be a form of an entry of the same root.

    It is no shorter, and a Finnish one keeps its vowel (`kuitin`, not `kuitenkin`) and is no verb's passive (`palautteen`, not `palautetaan`).
    """
    if len(word) < len(entry) or language.split("-")[0] != "fi":
        return len(word) >= len(entry)
    small, base = word.lower(), entry.lower()
    return _shape(base).match(small) is not None and (not small.endswith(("etaan", "etään")) or base.endswith(("eta", "etä")))


@lru_cache(maxsize=2_000)
def _shape(entry: str) -> re.Pattern[str]:
    """Return what the forms of a Finnish word begin with: consonants may change, a last `a` and `i` only before a plural's `i` and `j`."""
    parts = re.fullmatch(r"(.*?)([^aeiouyäö]*)([aeiouyäö]+)", entry)
    if not parts:
        return re.compile(re.escape(entry[: max(SHORTEST, len(entry) - 3)]))
    begin, _, vowels = parts.groups()
    last = {"a": "(?:[ai]|o[ij])", "ä": "(?:[äi]|ö[ij])", "i": "(?:i|e[ij])"}.get(vowels, vowels[0])
    return re.compile(re.escape(begin) + "[^aeiouyäö]*" + last)


def _guess_forms(word: str, code: str) -> tuple[str, ...]:
    """Return forms that show how a word goes on where its basic form alone misleads a stemmer."""
    ends_in_vowel = word[-1:] in "aeiouyåäö"
    if code == "sv":
        return () if ends_in_vowel else (f"{word}et",)
    if code != "fi":
        return ()
    if ends_in_vowel:
        return (f"{word}n",)
    genitive = next((word.removesuffix(end) + on for end, on in GENITIVES if word.endswith(end)), f"{word}en")
    return genitive, word + ("ta" if re.search("[aou]", word) else "tä")


def _find_root(word: str, code: str) -> str:
    stem = _stemmer(code)
    if not stem or len(word) < SHORTEST:
        return ""
    root = stem(word)
    if code == "fi":
        root = _fold_finnish(root)
    elif code == "sv":
        root = re.sub(r"([lmn])\1$", r"\1", _shorten(r"[aeiouyåäö]+$", _shorten(r"(?<=[aeiouyåäö])[nt]$", root)))  # kvitto-t, vara-n; medlem-men
    return root if len(root) >= SHORTEST else ""


def _fold_finnish(stem: str) -> str:
    """Level what changes within a Finnish word: palautu-s, palautu-ksen; kuiti-t, kuitte-ja; eho-t, ehdo-n; asiak-as, asiakka-an."""
    root = re.sub(r"([bdfgklmnprstv])\1", r"\1", stem)
    if noun := re.fullmatch(r"(.{2,}[uy])(?:ks|[sdt])?", root):
        return noun[1]
    root = _shorten(r"(?:as|äs|is)$", _shorten(r"[aeiouyäöj]+$", root), 4)
    root = re.sub(r"(?<=[nlr])t$|(?<=m)p$|(?<=n)[kg]$", "", root)
    return root[:-1] + {"d": "t", "v": "p"}.get(root[-1], root[-1])


def _shorten(ending: str, word: str, least: int = SHORTEST) -> str:
    shorter = re.sub(ending, "", word)
    return shorter if len(shorter) >= least else word


@cache
def _stemmer(code: str) -> Callable[[str], str] | None:
    if code not in ALGORITHMS:
        return None
    from snowballstemmer import stemmer  # 20 ms, and only for courses that compare words

    return stemmer(ALGORITHMS[code]).stemWord
