"""The labels of a delegate's fields, for forms and for column headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from checkin.domain.delegates import Field

if TYPE_CHECKING:
    from checkin.wording.language import Language


def label(say: Language, field: Field) -> str:  # noqa: C901, PLR0911, PLR0912 - one line for each field
    """The label of a delegate's field, for forms and for column headings."""
    match field:
        case Field.REFERENCE:
            return say.text("Reference")
        case Field.HONORIFIC:
            return say.text("Title")
        case Field.FAMILY_NAME:
            return say.text("Family name")
        case Field.GIVEN_NAME:
            return say.text("Given name")
        case Field.NATIVE_NAME:
            return say.text("Name in native script")
        case Field.NATIVE_HONORIFIC:
            return say.text("Title in native script")
        case Field.NAME_ORDER:
            return say.text("Name order")
        case Field.LATIN_ONLY:
            return say.text("Latin name alone on the badge")
        case Field.SALUTATION:
            return say.text("Salutation")
        case Field.POSITION:
            return say.text("Position")
        case Field.NATIVE_POSITION:
            return say.text("Position in native script")
        case Field.ORGANISATION:
            return say.text("Organisation")
        case Field.NATIVE_ORGANISATION:
            return say.text("Organisation in native script")
        case Field.NATIONALITY:
            return say.text("Nationality")
        case Field.SEX:
            return say.text("Sex")
        case Field.ACCOMPANIES:
            return say.text("Accompanies")
        case Field.REPRESENTED_BY:
            return say.text("Represented by")
        case Field.DELEGATION:
            return say.text("Delegation")
        case Field.HEAD_OF_DELEGATION:
            return say.text("Head of delegation")
        case Field.COUNTRY:
            return say.text("Country")
        case Field.CATEGORY:
            return say.text("Category")
        case Field.PRECEDENCE:
            return say.text("Precedence")
        case Field.EMAIL:
            return say.text("E-mail")
        case Field.PHONE:
            return say.text("Phone")
        case Field.LANGUAGE:
            return say.text("Language")
        case Field.DIET:
            return say.text("Dietary need")
        case Field.TICKET:
            return say.text("Ticket code")
        case Field.PHOTO:
            return say.text("Photo")
        case Field.PRIVATE_NOTE:
            return say.text("Private note")
        case Field.PUBLIC_NOTE:
            return say.text("Public note")
        case Field.ATTENTION:
            return say.text("Attention")
        case Field.STATUS:
            return say.text("Status")
        case _:
            assert_never(field)
