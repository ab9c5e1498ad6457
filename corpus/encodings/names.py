"""The names of encodings: what is written for one, and the codec that is meant (WHATWG Encoding, § 4.2)."""

from __future__ import annotations

import codecs
from typing import Final

from corpus.encodings.said import BY_ITS_BYTES
from corpus.errors import BadValue
from corpus.expression import expression
from corpus.sanitiser import clean_line

# What browsers read in place of an encoding: the larger one of its maker, which most texts are in that claim
# to be in the smaller.
_MEANT: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_cn": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "utf-16": "utf-16-le",
    "utf_16": "utf-16-le",
    "utf-8-sig": "utf-8",
}
# Labels that Python does not know.
_LABELS: Final = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "ms932": "cp932",
    "ks_c_5601-1987": "cp949",
    "ks_c_5601": "cp949",
    "ksc5601": "cp949",
    "ksc_5601": "cp949",
    "windows-949": "cp949",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "chinese": "gb18030",
    "x-x-big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "dos-874": "cp874",
    "windows-874": "cp874",
    "x-cp1250": "cp1250",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "x-cp1253": "cp1253",
    "x-cp1254": "cp1254",
    "x-mac-roman": "mac_roman",
    "macintosh": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-mac-ukrainian": "mac_cyrillic",
    "koi": "koi8-u",
    "koi8": "koi8-u",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
    "iso-8859-8-i": "iso8859-8",
    "iso-8859-8-e": "iso8859-8",
    "unicode-1-1-utf-8": "utf-8",
    "x-unicode20utf8": "utf-8",
    "utf8mb4": "utf-8",
    "unicode": "utf-16-le",
    "ucs-2": "utf-16-le",
    "iso-10646-ucs-2": "utf-16-le",
    "unicodefeff": "utf-16-le",
    "unicodefffe": "utf-16-be",
    "x-user-defined": "cp1252",
}
# Python has more: UTF-7, which hides markup from whoever looks for it, and what is no encoding of text.
_OF_TEXT: Final = expression(
    r"utf-8|utf-(?:16|32)(?:-[lb]e)?|cp\d+|iso8859-\d+|koi8-[rtu]|mac-\w+|gb18030|big5\w*|euc_\w+|iso2022_\w+"
    r"|shift_jis\w*|johab|hz|kz1048|ptcp154|hp-roman8"
)
_SHOWN: Final = {
    "gb18030": "GB18030",
    "big5hkscs": "Big5",
    "cp932": "Shift_JIS",
    "cp949": "EUC-KR",
    "euc_jp": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "cp866": "IBM866",
    "mac-roman": "macintosh",
    "mac-cyrillic": "x-mac-cyrillic",
    "koi8-u": "KOI8-U",
    "koi8-r": "KOI8-R",
}
_COMMON: Final = (
    "utf-8 utf-16-le utf-16-be windows-1250 windows-1251 windows-1252 windows-1253 windows-1254 windows-1255"
    " windows-1256 windows-1257 windows-1258 iso-8859-1 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5"
    " iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 iso-8859-16 koi8-r"
    " koi8-u ibm866 cp437 cp850 cp852 cp855 macintosh x-mac-cyrillic shift_jis euc-jp iso-2022-jp"
    " gb18030 gbk gb2312 big5 euc-kr tis-620"
).split()


def codec_of(label: str) -> str:
    """The codec that is meant by the name of an encoding; "" where there is none."""
    name = label.strip().strip("\"'").lower().replace(" ", "-")
    try:
        codec = codecs.lookup(_LABELS.get(name) or _LABELS.get(name.replace("_", "-")) or name)
    except (LookupError, ValueError):
        return ""
    meant = _MEANT.get(codec.name, codec.name)
    return meant if _OF_TEXT.fullmatch(meant) else ""


def said_codec(label: str) -> str:
    """The codec that a reader has named, or `BY_ITS_BYTES`. Raises BadValue with names that are like it."""
    if label.strip().lower() == BY_ITS_BYTES:
        return BY_ITS_BYTES
    if codec := codec_of(label):
        return codec
    from difflib import get_close_matches  # few names are wrong

    wanted = clean_line(label.strip()[:40])
    near = get_close_matches(wanted.lower(), _COMMON, 3, 0.5)
    like = f"did you mean {' or '.join(near)}?" if near else "utf-8, windows-1252 and shift_jis are some."
    raise BadValue(f"There is no encoding “{wanted}”: {like}")


def shown_name(codec: str) -> str:
    """The name of a codec as the web has it: "windows-1251" for "cp1251"."""
    if codec in _SHOWN:
        return _SHOWN[codec]
    if codec.startswith("cp125"):
        return "windows-" + codec[2:]
    if codec.startswith("iso8859"):
        return "iso-8859" + codec[7:].replace("_", "-")
    return codec.replace("_", "-")
