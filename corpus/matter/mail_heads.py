"""The head of an e-mail before its text: From, Date, Subject (RFC 5322), as a mail program prints it."""

from __future__ import annotations

from typing import Final

from corpus.dates import parse_date
from corpus.expression import expression
from corpus.matter.block_reading import Reading, cut, known
from corpus.names import parse_names
from corpus.sanitiser import clean_line

_FIELD: Final = expression(
    r"(?:(?<=\s)|\A)(?P<name>From|To|Cc|Subject|Date|Sent|Sender|Reply-To|Message-ID|In-Reply-To|References"
    r"|Content-[Tt]ype|Abstract) ?:\s"
)
_FEWEST: Final = 3


def read_mail_head(text: str) -> Reading | None:
    """What the head of an e-mail says, None if the block is none.

    It names its sender, a day, and a subject; or these two and nothing but fields, as where the subject
    stands above it as a heading.
    """
    if "From" not in text or ("Date" not in text and "Sent" not in text):
        return None
    matches = list(_FIELD.finditer(text))
    if not matches or matches[0].start():
        return None
    ends = [match.start() for match in matches[1:]] + [len(text)]
    fields: dict[str, str] = {}
    for match, end in zip(matches, ends, strict=True):
        fields.setdefault(match["name"], text[match.end() : end].strip())
    date = parse_date(fields.get("Date") or fields.get("Sent") or "")
    if date is None or not fields.get("From"):
        return None
    subject = fields.get("Subject", "")
    if not (subject and len(matches) >= _FEWEST) and not all(map(_FIELD.match, text.split("\n"))):
        return None
    sender = fields["From"].partition("<")[0].strip(' "')
    names = parse_names(sender) if sender and "@" not in sender else ()
    label = ("E-mail", date.iso(), cut(clean_line(subject or sender or fields["From"])))
    return Reading(known("the head of the e-mail", date=date, authors=names), tuple(filter(None, label)))
