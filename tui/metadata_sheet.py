"""The form of what is known of an article: its fields, where each came from, and the citation they make."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from corpus.citation.style import Form
from corpus.editing import edited
from corpus.encodings.names import said_codec
from corpus.errors import BadValue, PinciteError
from corpus.metadata import Metadata
from corpus.sources import READER
from tui.actions import FORM
from tui.citation_preview import CitationPreview
from tui.correcting import Correcting
from tui.field_list import FieldList
from tui.metadata_rows import ENCODING, FormRow, form_rows, missed_fields, said_of, swapped_text, text_of
from tui.prompt import Prompt, Settled
from tui.sheet import Sheet
from tui.style_samples import Samples

_FORMS: Final[tuple[Form, ...]] = ("cite", "entry")


class MetadataSheet(Sheet[None]):
    """Rows that are edited in their place, and the citation of the passage at hand as they change it."""

    AUTO_FOCUS = ""  # the line to type in is the only thing that could have the keys
    TITLE_WORDS: ClassVar[str] = "What is known of this article"
    FOOT_WORDS: ClassVar[str] = "Enter edits · s swaps name · u undoes · + all · e style · Esc goes back"
    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in FORM]

    def __init__(
        self,
        correcting: Correcting,
        style: str,
        choose_style: Callable[[Samples, Callable[[str], None]], None],
    ) -> None:
        """Correct in that style; `choose_style` lets the reader choose another, and tells which."""
        super().__init__()
        self._correcting = correcting
        self._style = style
        self._choose_style = choose_style
        self._everything = False
        self._chosen = 0
        self._rows: list[FormRow] = []
        self._encoding = correcting.encoding_row
        self._edited: FormRow | None = None
        """The row that is being edited."""

    def contents(self) -> Widget:
        """The rows with the line to type in over them, and the citation."""
        return Vertical(
            Container(FieldList(id="fields"), Prompt(id="field-input"), id="form"),
            CitationPreview(_FORMS, id="form-citation"),
        )

    def on_mount(self) -> None:
        """Begin at the first row."""
        self.query_one(Prompt).display = False
        self._show_all()

    @property
    def _list(self) -> FieldList:
        return self.query_one(FieldList)

    @property
    def _citation(self) -> CitationPreview:
        return self.query_one(CitationPreview)

    @property
    def _row(self) -> FormRow:
        return self._rows[self._chosen]

    # What is shown -------------------------------------------------------------------------------

    def _show_all(self) -> None:
        self._preview(self._correcting.metadata)
        self._show_rows()

    def _show_rows(self) -> None:
        """Show the rows; the row that was chosen stays chosen, or its field."""
        before = self._rows[self._chosen] if self._rows else None
        missed = missed_fields(self._citation.notes)
        self._rows = form_rows(self._correcting.metadata, missed, everything=self._everything)
        self._rows += [self._encoding] if self._encoding else []
        if before is not None:
            self._chosen = self._like(before)
        self._show_chosen()
        self._say(self.FOOT_WORDS)

    def _show_chosen(self) -> None:
        self._list.show(self._rows, self._chosen)
        self.call_after_refresh(self._show_title)

    def _show_title(self) -> None:
        below = self._list.below
        format, fault = self._correcting.format_and_fault
        title = Content.assemble(self.TITLE_WORDS, (f" · {format}", "not bold $page-dim"))
        if below:
            title = Content.assemble(title, (f" · {below} more below", "not bold $page-dim"))
        if fault:
            title = Content.assemble(title, (f"\n{fault}", "not bold $page-accent"))
        self.query_one(".sheet-title", Static).update(title)

    def _like(self, before: FormRow) -> int:
        same = [number for number, row in enumerate(self._rows) if row.field == before.field]
        nearest = [number for number in same if self._rows[number].person == before.person] or same[-1:]
        return nearest[0] if nearest else min(self._chosen, len(self._rows) - 1)

    def _preview(self, metadata: Metadata) -> None:
        """Show what the style makes of these metadata."""
        self._citation.preview(Samples(self._correcting.cited(metadata)), self._style)

    def on_citation_preview_made(self, event: CitationPreview.Made) -> None:
        """Tell what is missing for a slow style, too."""
        event.stop()
        if self._edited is None:
            self._show_rows()

    # Choosing a row ------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a line is being typed in, the keys are for it alone."""
        if self._edited is not None and action in {one.run.partition("(")[0] for one in FORM}:
            return False
        return super().check_action(action, parameters)

    def action_choose(self, by: int) -> None:
        """Choose another row, so many further on; ten are as many as are in view."""
        if abs(by) > 1:
            by = (1 if by > 0 else -1) * self._list.page
        self._chosen = max(0, min(len(self._rows) - 1, self._chosen + by))
        self._show_chosen()

    def action_unfold(self) -> None:
        """Show all fields, or only those that are usual or known."""
        self._everything = not self._everything
        self._show_rows()

    def action_style(self) -> None:
        """Choose another style."""
        self._choose_style(Samples(self._correcting.cited(self._correcting.metadata)), self._restyle)

    def _restyle(self, style: str) -> None:
        self._style = style
        self._show_all()

    def on_field_list_clicked(self, event: FieldList.Clicked) -> None:
        """Choose the row; the chosen one is edited."""
        event.stop()
        if self._edited is not None:
            return
        if event.row == self._chosen:
            self.action_edit()
        else:
            self._chosen = event.row
            self._show_chosen()

    def on_field_list_turned(self, event: FieldList.Turned) -> None:
        """Choose the next row, or the previous."""
        event.stop()
        if self._edited is None:
            self.action_choose(event.by)

    # Editing -------------------------------------------------------------------------------------

    def action_edit(self) -> None:
        """Edit the chosen row in its place."""
        self._begin(self._row)

    def action_edit_line(self) -> None:
        """Edit all people of the row's field on one line."""
        self._begin(self._row._replace(person=None))

    def _begin(self, row: FormRow) -> None:
        self._edited = row
        self._list.remark(row.hint)
        field = self.query_one(Prompt)
        with field.prevent(Input.Changed):
            field.value = text_of(self._correcting.metadata, row)
        field.cursor_position = len(field.value)
        field.display = True
        self._say("Enter keeps · Esc leaves it as it was")
        self._place_input()
        self.set_focus(field)

    def _place_input(self) -> None:
        line, field = self._list.line_of_chosen, self.query_one(Prompt)
        field.styles.offset = (line.x, line.y)
        field.styles.width = line.width

    def on_resize(self) -> None:
        """Keep the line to type in at its row."""
        self.call_after_refresh(self._show_title)
        if self._edited is not None:
            self.call_after_refresh(self._place_input)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what a citation makes of what is typed so far, as long as it can be read."""
        event.stop()
        if self._edited is None or self._edited.field == ENCODING:
            return
        self._list.remark(self._edited.hint)
        self._place_input()
        metadata = self._correcting.metadata
        try:
            said = said_of(metadata, self._edited, event.value)
            self._preview(edited(metadata, self._edited.field, said))
        except BadValue:
            pass  # it is not typed to its end yet: Enter tells

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep what was typed, or say what is wrong with it."""
        event.stop()
        row = self._edited
        if row is not None:
            metadata = self._correcting.metadata
            same = event.value == text_of(metadata, row)
            try:
                if not same and row.field == ENCODING:
                    self._read_again(event.value)
                elif not same:
                    self._correcting.keep(row.field, said_of(metadata, row, event.value))
            except PinciteError as fault:
                self._list.remark(str(fault), "accent")
                self._place_input()
                self._preview(metadata)  # not what the beginning of a faulty line would make
            else:
                self._end()
        self.app.post_message(Settled())

    def _read_again(self, name: str) -> None:
        """Have the article read again, as the reader says that it is encoded. Raises BadValue."""
        if name.strip():
            said_codec(name)
        self._correcting.read_again(name)
        self.dismiss(None)

    def action_leave(self) -> None:
        """Leave what was typed and not kept; where nothing is, leave the form."""
        if self._edited is None:
            super().action_leave()
        else:
            self._end()

    def _end(self) -> None:
        self._edited = None
        self.query_one(Prompt).display = False
        self.set_focus(None)
        self._list.remark("")
        self._show_all()

    def action_swap(self) -> None:
        """Take the other part of the name for the family name."""
        metadata, row = self._correcting.metadata, self._row
        text = swapped_text(metadata, row)
        if text is None:
            self._say("Only a name with two parts can be swapped: move to an author.")
        else:
            self._keep(row.field, said_of(metadata, row, text))

    def action_undo(self) -> None:
        """Go back to what the source says."""
        field = self._row.field
        if field == ENCODING and self._row.source == READER:
            self._read_again("")
        elif field in self._correcting.edits:
            self._keep(field, None)
        else:
            self._say("Nothing was changed here: this is what the source says.")

    def _keep(self, field: str, text: str | None) -> None:
        try:
            self._correcting.keep(field, text)
        except PinciteError as fault:
            self._say(str(fault))
        else:
            self._show_all()

    def _say(self, words: str) -> None:
        """Say something at the foot; where nothing is kept, that too."""
        why = self._correcting.for_the_session
        self.query_one(".sheet-foot", Static).update(Content(f"{words}\n{why}" if why else words))
