from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakor_desktop.domain import codec
from rakor_desktop.domain.meeting import SCHEMA, Attendee, Bundle, Held, Item, Meeting
from rakor_desktop.errors import BundleError

WHOLE = Bundle(
    meeting=Meeting(
        id="m",
        title='Rapat "Jum\'at" <&> 👮 {{ x }}',
        held=Held(date=date(2024, 8, 15), start=time(9), zone="WIB"),
        numbers={"notula": "B/1/VIII/2024"},
        attendees=(Attendee(id="a", front=("Dr.",), name="Budi", back=("S.H.", "M.H.")),),
        items=(Item(id="i", text="baris satu\nbaris dua"),),
    )
)


def saved(change: Any = None) -> bytes:
    raw = json.loads(codec.encode(WHOLE))
    if change:
        change(raw)
    return json.dumps(raw).encode()


def refused(data: bytes) -> BundleError:
    with pytest.raises(BundleError) as caught:
        codec.decode(data)
    assert "\n" not in caught.value.message
    return caught.value


def test_a_bundle_comes_back_equal_in_both_forms() -> None:
    assert codec.decode(codec.encode(WHOLE)) == WHOLE
    assert codec.decode(codec.encode_readable(WHOLE)) == WHOLE
    assert b"\n  " in codec.encode_readable(WHOLE)


def test_a_form_with_only_what_is_known_is_filled_up_with_defaults() -> None:
    assert codec.decode(b'{"meeting": {"title": "Rakor"}}') == Bundle(meeting=Meeting(title="Rakor"))
    assert codec.decode(b"\xef\xbb\xbf{}") == Bundle()


def test_a_clock_may_be_written_short() -> None:
    held = codec.decode(b'{"meeting": {"held": {"start": "09:00", "end": "11:40:00"}}}').meeting.held
    assert (held.start, held.end) == (time(9), time(11, 40))


def test_records_without_an_id_get_one() -> None:
    meeting = codec.decode(b'{"meeting": {"attendees": [{"name": "A"}, {"name": "B"}]}}').meeting
    assert len({attendee.id for attendee in meeting.attendees} - {""}) == 2


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", "broken_json", "baris 1 kolom 1"),
        (b'{"meeting": {\n"title": "x"', "broken_json", "baris 2"),
        (b"[]", "not_a_meeting", "objek JSON"),
        (b"12", "not_a_meeting", "objek JSON"),
        (b'{"meeting": "\xff"}', "not_utf8", "bita ke-"),
        (b'{"meeting": {"title": "\\udc00"}}', "lone_surrogate", '"meeting.title"'),
        (b'{"schema": 99}', "newer_schema", "perbarui Rakor Desktop"),
        (b'{"schema": "1"}', "wrong_type", '"schema"'),
        (b'{"schema": 0}', "wrong_type", '"schema"'),
        (b'{"schema": true}', "wrong_type", '"schema"'),
        (b'{"meeting": {"titel": "x"}}', "unknown_field", '"meeting.titel"'),
        (b'{"meeting": {"attendees": [{"nam": "x"}]}}', "unknown_field", '"meeting.attendees[0].nam"'),
        (b'{"meeting": {"title": 5}}', "wrong_type", '"meeting.title" harus berupa teks'),
        (b'{"meeting": {"held": {"date": "15/8/2024"}}}', "wrong_value", "tanggal seperti 2024-08-15"),
        (b'{"meeting": {"held": {"start": "pagi"}}}', "wrong_value", "jam seperti 09:00"),
        (b'{"meeting": {"classification": "X"}}', "wrong_value", "meeting.classification"),
        (b'{"meeting": {"attendees": {}}}', "wrong_type", '"meeting.attendees"'),
        (b'{"meeting": null}', "wrong_type", '"meeting"'),
        (b'{"meeting": {"items": [{"id": "i"}, {"id": "i"}]}}', "double_id", '"meeting.items[1].id"'),
        (b"[" * 100_000, "broken_json", "rusak"),
        (b" " * (codec.LARGEST + 1), "too_large", "MB"),
    ],
)
def test_a_form_that_cannot_be_read_names_the_field_or_the_place(data: bytes, code: str, said: str) -> None:
    error = refused(data)
    assert error.code == code
    assert said in error.message


def test_a_number_that_json_does_not_know_is_not_taken_for_a_broken_character() -> None:
    assert refused(b'{"office": {"font": {"size": Infinity}}}').code != "lone_surrogate"


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_at_all_bring_anything_but_a_bundle_or_a_known_error(data: bytes) -> None:
    try:
        read = codec.decode(data)
    except BundleError as error:
        told = error.message
    else:
        told = read.meeting.title + "bundle"
    assert told


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
FIELDS = sorted(json.loads(codec.encode(WHOLE))["meeting"])


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(FIELDS), JSON)
def test_a_wrong_value_in_any_field_is_refused_by_name_or_read(name: str, value: Any) -> None:
    def put(raw: dict[str, Any]) -> None:
        raw["meeting"][name] = value

    data = saved(put)
    try:
        read = codec.decode(data)
    except BundleError as error:
        assert name in error.message  # noqa: PT017
    else:
        assert codec.decode(codec.encode(read)) == read


def test_every_field_is_in_the_schema() -> None:
    schema = codec.schema()
    assert {"schema", "office", "meeting"} <= set(schema["$defs"]["Bundle"]["properties"])
    assert set(schema["$defs"]["Meeting"]["properties"]) == set(FIELDS)


def test_every_older_schema_has_its_upgrade() -> None:
    assert sorted(codec.UPGRADES) == list(range(1, SCHEMA))


def test_ten_thousand_attendees_come_back() -> None:
    many = tuple(Attendee(id=f"a{n}", name=f"Nama {n}") for n in range(10_000))
    large = replace(WHOLE, meeting=replace(WHOLE.meeting, attendees=many))
    assert codec.decode(codec.encode(large)) == large
