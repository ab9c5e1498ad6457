"""The functions of PDFium that are called, by its own names, and what they take and give.

Sources: its headers fpdfview.h, fpdf_doc.h, fpdf_edit.h and fpdf_text.h. The library comes with pypdfium2,
whose own module declares all 600 of its functions and loads much of Python to find it: several times as long
as it takes to read the first page. Handles are integers here, or None.
"""

from __future__ import annotations

import ctypes
import os
from ctypes import POINTER, c_char_p, c_double, c_float, c_int, c_size_t, c_uint, c_ulong, c_ushort, c_void_p
from importlib.machinery import PathFinder
from typing import Any, Final

_PACKAGE: Final = "pypdfium2_raw"
_FILES: Final = ("libpdfium.so", "libpdfium.dylib", "pdfium.dll")


class Configuration(ctypes.Structure):
    """FPDF_LIBRARY_CONFIG, version 2."""

    _fields_ = (
        ("version", c_int),
        ("user_font_paths", POINTER(c_char_p)),
        ("isolate", c_void_p),
        ("embedder_slot", c_uint),
    )


class Box(ctypes.Structure):
    """FS_RECTF."""

    _fields_ = (("left", c_float), ("top", c_float), ("right", c_float), ("bottom", c_float))


class Matrix(ctypes.Structure):
    """FS_MATRIX."""

    _fields_ = tuple((name, c_float) for name in "abcdef")


def _library() -> ctypes.CDLL:
    """The library, as it lies in its package. Raises ImportError where it cannot be had."""
    found = PathFinder.find_spec(_PACKAGE)
    for folder in (found and found.submodule_search_locations) or ():
        for name in _FILES:
            if os.path.exists(path := os.path.join(folder, name)):
                try:
                    return ctypes.CDLL(path)
                except OSError as fault:
                    raise ImportError(str(fault)) from fault
    # Where a system keeps it elsewhere, the package has been told where.
    from pypdfium2_raw import bindings

    library: ctypes.CDLL = bindings._libs["pdfium"]  # noqa: SLF001 # it has no other name
    return library


_LIBRARY: Final = _library()


def _function(name: str, gives: Any, *takes: Any) -> Any:
    function = getattr(_LIBRARY, name)
    function.restype, function.argtypes = gives, takes
    return function


_handle, _buffer, _number = c_void_p, c_void_p, POINTER(c_int)

FPDF_InitLibraryWithConfig = _function("FPDF_InitLibraryWithConfig", None, POINTER(Configuration))
FPDF_GetLastError = _function("FPDF_GetLastError", c_ulong)
FPDF_ERR_PASSWORD: Final = 4

FPDF_LoadMemDocument64 = _function("FPDF_LoadMemDocument64", _handle, c_char_p, c_size_t, c_char_p)
FPDF_CloseDocument = _function("FPDF_CloseDocument", None, _handle)
FPDF_GetPageCount = _function("FPDF_GetPageCount", c_int, _handle)
FPDF_GetMetaText = _function("FPDF_GetMetaText", c_ulong, _handle, c_char_p, _buffer, c_ulong)
FPDF_GetPageLabel = _function("FPDF_GetPageLabel", c_ulong, _handle, c_int, _buffer, c_ulong)

FPDFBookmark_GetFirstChild = _function("FPDFBookmark_GetFirstChild", _handle, _handle, _handle)
FPDFBookmark_GetNextSibling = _function("FPDFBookmark_GetNextSibling", _handle, _handle, _handle)
FPDFBookmark_GetTitle = _function("FPDFBookmark_GetTitle", c_ulong, _handle, _buffer, c_ulong)
FPDFBookmark_GetDest = _function("FPDFBookmark_GetDest", _handle, _handle, _handle)
FPDFDest_GetDestPageIndex = _function("FPDFDest_GetDestPageIndex", c_int, _handle, _handle)
FPDFDest_GetLocationInPage = _function(
    "FPDFDest_GetLocationInPage", c_int, _handle, *[_number] * 3, *[POINTER(c_float)] * 3
)

FPDFLink_Enumerate = _function("FPDFLink_Enumerate", c_int, _handle, _number, POINTER(_handle))
FPDFLink_GetAnnotRect = _function("FPDFLink_GetAnnotRect", c_int, _handle, POINTER(Box))
FPDFLink_GetAction = _function("FPDFLink_GetAction", _handle, _handle)
FPDFLink_GetDest = _function("FPDFLink_GetDest", _handle, _handle, _handle)
FPDFAction_GetType = _function("FPDFAction_GetType", c_ulong, _handle)
FPDFAction_GetDest = _function("FPDFAction_GetDest", _handle, _handle, _handle)
FPDFAction_GetURIPath = _function("FPDFAction_GetURIPath", c_ulong, _handle, _handle, _buffer, c_ulong)
PDFACTION_GOTO: Final = 1
PDFACTION_URI: Final = 3

FPDF_LoadPage = _function("FPDF_LoadPage", _handle, _handle, c_int)
FPDF_ClosePage = _function("FPDF_ClosePage", None, _handle)
FPDF_GetPageWidthF = _function("FPDF_GetPageWidthF", c_float, _handle)
FPDF_GetPageHeightF = _function("FPDF_GetPageHeightF", c_float, _handle)
FPDFPage_CountObjects = _function("FPDFPage_CountObjects", c_int, _handle)
FPDFPage_GetObject = _function("FPDFPage_GetObject", _handle, _handle, c_int)
FPDFPageObj_GetType = _function("FPDFPageObj_GetType", c_int, _handle)
FPDFPageObj_GetBounds = _function("FPDFPageObj_GetBounds", c_int, _handle, *[POINTER(c_float)] * 4)
FPDF_PAGEOBJ_PATH: Final = 2
FPDF_PAGEOBJ_IMAGE: Final = 3
FPDF_PAGEOBJ_FORM: Final = 5

FPDFText_LoadPage = _function("FPDFText_LoadPage", _handle, _handle)
FPDFText_ClosePage = _function("FPDFText_ClosePage", None, _handle)
FPDFText_CountChars = _function("FPDFText_CountChars", c_int, _handle)
FPDFText_GetText = _function("FPDFText_GetText", c_int, _handle, c_int, c_int, POINTER(c_ushort))
FPDFText_GetUnicode = _function("FPDFText_GetUnicode", c_uint, _handle, c_int)
FPDFText_GetCharOrigin = _function(
    "FPDFText_GetCharOrigin", c_int, _handle, c_int, POINTER(c_double), POINTER(c_double)
)
FPDFText_GetLooseCharBox = _function("FPDFText_GetLooseCharBox", c_int, _handle, c_int, POINTER(Box))
FPDFText_GetMatrix = _function("FPDFText_GetMatrix", c_int, _handle, c_int, POINTER(Matrix))
FPDFText_GetFontSize = _function("FPDFText_GetFontSize", c_double, _handle, c_int)
FPDFText_GetTextObject = _function("FPDFText_GetTextObject", _handle, _handle, c_int)
FPDFTextObj_GetFont = _function("FPDFTextObj_GetFont", _handle, _handle)
FPDFFont_GetBaseFontName = _function("FPDFFont_GetBaseFontName", c_size_t, _handle, _buffer, c_size_t)
FPDFFont_GetFlags = _function("FPDFFont_GetFlags", c_int, _handle)
