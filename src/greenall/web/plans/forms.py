"""The forms of the plan pages. Words come from the catalogues, errors as full sentences."""

from decimal import Decimal
from typing import Any

from django import forms
from django.conf import settings

from greenall.reports import labels
from greenall.web.components.language import reader
from greenall.web.plans import duties
from greenall.web.plans.models import Plan
from greenall.wording import say

ACCEPTED = ".txt,.md,.html,.htm,.docx,.docm,.pdf,.hwpx,.hwp"


class DocumentField(forms.FileField):
    """A file that is there, is not empty and is not too large; each refusal says what to do."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        if data is None:
            raise forms.ValidationError(say("web.upload.missing", reader()))
        if data.size > settings.UPLOAD_LIMIT:
            size = labels.render_number(_megabytes(data.size))
            limit = labels.render_number(_megabytes(settings.UPLOAD_LIMIT))
            raise forms.ValidationError(say("web.upload.too_large", reader(), name=data.name, size=size, limit=limit))
        return data


class DayField(forms.DateField):
    """A day as browsers send it (2025-12-31), or nothing."""

    def __init__(self) -> None:
        super().__init__(required=False, input_formats=["%Y-%m-%d"])

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except forms.ValidationError as error:
            raise forms.ValidationError(say("web.upload.not_a_day", reader(), value=str(value)[:40])) from error


class UploadForm(forms.Form):
    """A document, and what the document may not say itself."""

    document = DocumentField(required=False)
    issued = DayField()
    directory = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.directories = duties.offered(reader())
        names = [("", ""), *((entry.id, entry.name) for entry in self.directories)]
        self.fields["directory"].choices = names  # type: ignore[attr-defined]


class WorkbookForm(forms.Form):
    """A workbook that comes back from review."""

    workbook = DocumentField(required=False)


class CompareForm(forms.Form):
    """Two plans to be compared."""

    old = forms.ModelChoiceField(Plan.objects.none())
    new = forms.ModelChoiceField(Plan.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("old", "new"):
            field = self.fields[name]
            field.queryset = Plan.objects.filter(compilation__state="done")  # type: ignore[attr-defined]
            field.error_messages |= {
                "required": say("web.compare.choose_two", reader()),
                "invalid_choice": say("web.compare.gone", reader()),
            }


def _megabytes(size: int) -> Decimal:
    return (Decimal(size) / (1024 * 1024)).quantize(Decimal("0.1"))
