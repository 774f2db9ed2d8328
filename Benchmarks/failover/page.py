"""A page as a browser knows it: its forms, with what they hold already."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    """What would be sent, and the fields that still wait for a document."""

    action: str
    values: list[tuple[str, str]] = field(default_factory=list)
    # What can be chosen: radio buttons, boxes and options, by the name of the field.
    choices: dict[str, list[str]] = field(default_factory=dict)
    documents: list[str] = field(default_factory=list)
    is_multipart: bool = False

    def filled(self, values: dict[str, str]) -> list[tuple[str, str]]:
        """What is sent when these fields are filled in; a name that ends in * fills the field that ends so."""
        names = {name for name, _ in self.values} | self.choices.keys()
        wanted = {}
        for name, value in values.items():
            matching = [each for each in names if each.endswith(name[1:])] if name.startswith("*") else [name]
            wanted.update(dict.fromkeys(matching, value))
        return [(name, value) for name, value in self.values if name not in wanted] + list(wanted.items())


@dataclass
class Page:
    """The answer to a request, after the redirects that a browser follows."""

    status: int
    path: str
    text: str

    def form(self, action: str) -> Form | None:
        """The form that is sent to this address."""
        return next((form for form in _forms(self.text) if form.action == action), None)

    def forms(self, ending: str) -> list[Form]:
        """The forms whose address ends so."""
        return [form for form in _forms(self.text) if form.action.endswith(ending)]


def _forms(text: str) -> list[Form]:
    reader = _Reader()
    reader.feed(text)
    return reader.forms


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms: list[Form] = []
        self._select: str | None = None
        self._area: tuple[str, str] | None = None
        # Whether the part of the form that is read says that its document was given.
        self._is_given = False

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        if tag == "form":
            is_multipart = found.get("enctype") == "multipart/form-data"
            self.forms.append(Form(found.get("action") or "", is_multipart=is_multipart))
        elif tag == "section":
            self._is_given = False
        elif self.forms:
            self._take_field(tag, found)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._area:
            self.forms[-1].values.append(self._area)
            self._area = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if data == "Toegevoegd":
            self._is_given = True
        if self._area:
            self._area = (self._area[0], self._area[1] + data)

    def _take_field(self, tag: str, found: dict[str, str | None]) -> None:
        form, name, value = self.forms[-1], found.get("name") or "", found.get("value") or ""
        if tag == "input":
            self._take_input(form, found.get("type") or "text", name, value, "checked" in found)
        elif tag == "textarea":
            self._area = (name, "")
        elif tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            form.choices.setdefault(self._select, []).append(value)
            if "selected" in found:
                form.values.append((self._select, value))

    def _take_input(self, form: Form, kind: str, name: str, value: str, is_checked: bool) -> None:
        if kind == "file":
            form.documents += [] if self._is_given else [name]
        elif kind in ("radio", "checkbox"):
            form.choices.setdefault(name, []).append(value)
            if is_checked:
                form.values.append((name, value))
        elif name:
            form.values.append((name, value))
