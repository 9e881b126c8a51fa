from __future__ import annotations

import datetime as dt

import pytest

from rakor_desktop.catalog import Catalog
from rakor_desktop.desk.jobs import Cancelled
from rakor_desktop.domain.meeting import Attendee, Meeting
from rakor_desktop.domain.people import Person, PostHeld
from rakor_desktop.reading.values import PersonRead, Reading
from rakor_desktop.ui.reading.known import Known, known_of

BOOK = (
    Person("o1", "Iptu", name="Melati Ayunda", posts=(PostHeld("Kasat Lantas", "Polres Uji"),),
           last_seen=dt.date(2026, 3, 12)),
    Person("o2", "AKP", name="Listyo Sigit Prabowo", last_seen=dt.date(2026, 3, 12)),
    Person("o3", "AKP", name="Damar Wicaksana", last_seen=dt.date(2026, 3, 12)),
)  # fmt: skip


def known(catalog: Catalog, *people: PersonRead, present: tuple[Attendee, ...] = ()) -> Known:
    return known_of(Reading(people=people), BOOK, Meeting(attendees=present), catalog.ranks, lambda: None)


def test_a_new_rank_is_asked_about_and_the_person_is_known(catalog: Catalog) -> None:
    found = known(catalog, PersonRead("AKP", name="Melati Ayunda", position="Kasat Lantas", institution="Polres Uji"))
    (doubt,) = found.doubts[0]
    assert (doubt.field, doubt.proposal) == ("rank", "Iptu")
    assert "12 Maret 2026" in doubt.reason
    assert found.persons == {0: "o1"}


def test_a_new_post_is_asked_about(catalog: Catalog) -> None:
    found = known(catalog, PersonRead("Iptu", name="Melati Ayunda", position="Kapolsek", institution="Polres Uji"))
    assert [(d.field, d.proposal) for d in found.doubts[0]] == [("position", "Kasat Lantas")]


def test_a_name_almost_like_one_in_the_book_is_asked_about(catalog: Catalog) -> None:
    found = known(catalog, PersonRead("AKP", name="Listyo Sigid Prabowo"))
    assert [(d.field, d.proposal) for d in found.doubts[0]] == [("name", "Listyo Sigit Prabowo")]
    assert found.persons == {}


def test_who_is_as_the_book_says_and_who_is_new_raise_no_question(catalog: Catalog) -> None:
    found = known(catalog, PersonRead("AKP", name="Damar Wicaksana"), PersonRead(name="Yohanes Karim"))
    assert found == Known({}, {0: "o3"}, {})


def test_who_of_those_present_is_meant_is_told_by_id(catalog: Catalog) -> None:
    there = (Attendee("m1", rank="AKP", name="Suryo Laksono"), Attendee("m2", name="Winarto"))
    found = known(catalog, PersonRead("AKP", name="Suryo Laksona"), present=there)
    assert found.near == {0: "m1"}


def test_comparing_can_be_called_off(catalog: Catalog) -> None:
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        known_of(Reading(people=(PersonRead(name="Budi"),)), BOOK, Meeting(), catalog.ranks, stop)
