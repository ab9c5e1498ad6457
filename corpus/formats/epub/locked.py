"""Which files of an EPUB its seller has locked.

Sources: EPUB 3.3 §§ 4.2.6.3.2 (encryption.xml) and 4.4 (font obfuscation), XML Encryption 1.1 § 3.
"""

from __future__ import annotations

from typing import Final

from corpus.formats.archive import Archive, BadEntry
from corpus.formats.epub.package import within
from corpus.formats.xml import BadXML, local, tree

_ENCRYPTION: Final = "META-INF/encryption.xml"
# Fonts are disguised so, and nothing else.
_DISGUISES: Final = frozenset(("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"))


def locked_files(archive: Archive) -> frozenset[str]:
    """The names of the files that are encrypted; fonts that are merely disguised are none."""
    name = archive.find(_ENCRYPTION)
    if not name:
        return frozenset()
    try:
        root = tree(archive.read(name))
    except (BadXML, BadEntry):
        return frozenset()
    found = set()
    for data in root.iter():
        if local(data.tag) != "EncryptedData":
            continue
        method = next(
            (one.get("Algorithm", "") for one in data.iter() if local(one.tag) == "EncryptionMethod"), ""
        )
        for one in data.iter():
            if local(one.tag) == "CipherReference" and method not in _DISGUISES:
                # Names count from the root of the archive.
                found.add(within(archive, "", one.get("URI", "")))
    return frozenset(found - {""})
