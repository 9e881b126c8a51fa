"""A release as a draft mail (.eml) that Outlook and Thunderbird open ready to be sent."""

from __future__ import annotations

import base64
import unicodedata
from collections.abc import Sequence
from email.headerregistry import ContentDispositionHeader, ContentTypeHeader
from email.message import EmailMessage
from email.policy import EmailPolicy
from typing import Final, NamedTuple
from urllib.parse import quote

_MOST_NAME: Final = 120
"""Characters of an attachment's name; longer ones are cut before the ending."""


class Attachment(NamedTuple):
    """A file that goes with a mail; ``kind`` is its media type ("image/jpeg")."""

    file_name: str
    data: bytes
    kind: str


def draft_mail(subject: str, text: str, html: str, attachments: Sequence[Attachment] = ()) -> bytes:
    """A mail without sender, date or recipients: the mail program sets those when a person sends it.

    ``X-Unsent: 1`` makes Outlook open it for writing. ``html`` is a fragment; ``text`` its plain alternative.
    """
    mail = EmailMessage(policy=_DraftPolicy(linesep="\r\n", message_factory=EmailMessage))
    mail["Subject"] = " ".join(subject.split())
    mail["X-Unsent"] = "1"
    mail.set_content(text, cte="quoted-printable")
    page = f'<!DOCTYPE html>\n<html lang="id">\n<head><meta charset="utf-8"></head>\n<body>\n{html}\n</body>\n</html>\n'
    mail.add_alternative(page, subtype="html", cte="quoted-printable")
    for file_name, data, kind in attachments:
        main, _, sub = kind.partition("/")
        name = _short(file_name)
        mail.add_attachment(data, maintype=main, subtype=sub, filename=name, params={"name": name})
    return mail.as_bytes()


class _DraftPolicy(EmailPolicy):
    """SMTP's, but a file's name is never broken into pieces (RFC 2231, section 3), which Outlook does not join.

    A name beyond ASCII is written as the mail programs themselves do: ``filename*`` (RFC 2231, section 4)
    and, for those that do not read it, the same in ``name`` of the type as an encoded word (RFC 2047).
    """

    def fold(self, name: str, value: str) -> str:
        """One header as text."""
        return self._named(name, value) or super().fold(name, value)

    def fold_binary(self, name: str, value: str) -> bytes:
        """One header as bytes."""
        named = self._named(name, value)
        return named.encode("ascii") if named else super().fold_binary(name, value)

    def _named(self, name: str, value: str) -> str:
        if isinstance(value, ContentDispositionHeader) and value.params.get("filename"):
            return f"{name}: {value.content_disposition};\r\n {_disposition_name(value.params['filename'])}\r\n"
        if isinstance(value, ContentTypeHeader) and value.params.get("name"):
            return f"{name}: {value.content_type};\r\n {_type_name(value.params['name'])}\r\n"
        return ""


def _disposition_name(name: str) -> str:
    return f'filename="{name}"' if name.isascii() else f"filename*=utf-8''{quote(name)}"


def _type_name(name: str) -> str:
    if name.isascii():
        return f'name="{name}"'
    # An encoded word holds at most 75 characters: 45 bytes of text in base64.
    words = []
    rest = name
    while rest:
        part = rest
        while len(part.encode()) > 45:
            part = part[:-1]
        words.append(f"=?utf-8?B?{base64.b64encode(part.encode()).decode('ascii')}?=")
        rest = rest[len(part) :]
    return 'name="' + "\r\n ".join(words) + '"'


def _short(file_name: str) -> str:
    """Without what a header cannot hold; cut to a bounded length, the ending kept."""
    kept = "".join(c for c in file_name if unicodedata.category(c)[0] != "C" and c not in '"\\/')
    stem, dot, ending = kept.rpartition(".")
    return kept if len(kept) <= _MOST_NAME else f"{stem[: _MOST_NAME - len(ending) - 1].rstrip()}{dot}{ending}"
