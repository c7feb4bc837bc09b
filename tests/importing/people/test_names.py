from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin.domain.delegates import NameOrder
from checkin.importing.people.cells import tidy
from checkin.importing.people.names import (
    NameWords,
    TakenApart,
    WrittenAs,
    is_unnamed,
    order_of_whole_names,
    take_apart,
)

FAMILY, GIVEN = NameOrder.FAMILY_FIRST, NameOrder.GIVEN_FIRST
_ONE_WORD = """
Mr Mrs Ms Dr Prof. H.E. Hon Gen Sir Haji M. Mme Me S.E. Herr Dipl.-Ing. Excmo. Sr. D. Ma Don U Eng Ông Bà г-н
ឯកឧត្តម លោក លោកស្រី ឯ.ឧ. ท่าน นาย นางสาว ดร. พล.อ. คุณ ທ່ານ ဦး ဒေါ် မ السيد د. श्री
"""
BEFORE = [
    *_ONE_WORD.split(),
    "Frau",
    "Müh.",
    "DI",
    "Des.",
    "Min",
    "Prince",
    "Lt. Gen.",
    "Dato' Sri",
    "Tan Sri",
    "His Excellency",
]
AFTER = [
    "Neto",
    "MAS",
    "CBE",
    "AM",
    "PhD",
    "M.A.",
    "Ph.D.",
    "Jr.",
    "さん",
    "様",
    "教授",
    "先生",
    "님",
    "씨",
    "जी",
]
WORDS = NameWords.of(
    {
        "honorifics": {"before": BEFORE, "after": AFTER},
        "rows": {
            "represented": [
                "represented by",
                "on behalf of",
                "représenté par",
                "i.V.",
                "តំណាងដោយ",
                "代",
                "代表",
                "باسم",
                "vertritt",
            ],
            "accompanying": ["spouse", "guest", "+1", "conjoint", "Frau", "mit Gattin", "និងភរិយា", "ភ្ញៀវ"],
            "unnamed": ["TBC", "TBA", "N.N.", "to be nominated", "à désigner", "មិនទាន់បញ្ជាក់", "待定", "미정"],
        },
        "job_titles": {"words": ["director", "minister", "dean", "ប្រធាន"]},
        "organisations": {"words": ["ministry"]},
    }
)


def apart(text: str) -> TakenApart:
    return take_apart(text, WORDS)


def name(family: str, given: str = "", order: NameOrder | None = None, honorific: str = "") -> TakenApart:
    return TakenApart(honorific=honorific, family_name=family, given_name=given, name_order=order)


def native(name: str, honorific: str = "", left: str = "") -> TakenApart:
    return TakenApart(native_honorific=honorific, native_name=name, left=left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SOK Phalla", name("SOK", "Phalla", FAMILY)),
        ("Phalla SOK", name("SOK", "Phalla", GIVEN)),
        ("LE Thi Hoa", name("LE", "Thi Hoa", FAMILY)),
        ("TRẦN Hồng Cẩm", name("TRẦN", "Hồng Cẩm", FAMILY)),
        ("ОРЛОВА Мария Петровна", name("ОРЛОВА", "Мария Петровна", FAMILY)),
        ("van der BERG Jan", name("van der BERG", "Jan", FAMILY)),
        ("Jan van der BERG", name("van der BERG", "Jan", GIVEN)),
        ("María GARCÍA y LÓPEZ", name("GARCÍA y LÓPEZ", "María", GIVEN)),
        ("McDONALD John", name("McDONALD", "John", FAMILY)),
        ("Paul d'ESTAING", name("d'ESTAING", "Paul", GIVEN)),
        ("GROßMANN Uwe", name("GROßMANN", "Uwe", FAMILY)),
        ("John F. KENWOOD", name("KENWOOD", "John F.", GIVEN)),
        ("SMITH J.", name("SMITH", "J.", FAMILY)),
        ("SMITH III John", name("SMITH III", "John", FAMILY)),
        ("NG Siew Mei", name("NG", "Siew Mei", FAMILY)),
        ("OMAR bin Salleh", name("OMAR bin Salleh", "", FAMILY)),
        # capitals that tell nothing
        ("ĐẶNG THỊ BA", name("ĐẶNG THỊ BA")),
        ("LI HUA", name("LI HUA")),
        ("ĐẶNG THỊ B.", name("ĐẶNG THỊ B.")),
        ("JR Smith", name("JR Smith")),
        ("HE Xiaoming", name("HE Xiaoming")),
        ("Ahmad ZAHID bin Salleh", name("Ahmad ZAHID bin Salleh")),
        ("NGUYEN Van ANH", name("NGUYEN Van ANH")),
        ("Phalla SOK Dara", name("Phalla SOK Dara")),
        ("Henry Louis III", name("Henry Louis III")),
        ("Dmitri S", name("Dmitri S")),
        # no capitals at all
        ("Sreyneang Kong", name("Sreyneang Kong")),
        ("Орлова Мария Петровна", name("Орлова Мария Петровна")),
        ("Chandra", name("Chandra")),
        ("", name("")),
    ],
)
def test_capitals_tell_the_family_name(text: str, expected: TakenApart) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dietz, Markus", name("Dietz", "Markus")),
        ("Seo, Eun Hee", name("Seo", "Eun Hee")),
        ("van der Berg, Jan", name("van der Berg", "Jan")),
        ("Delgado Bolaño, Salva", name("Delgado Bolaño", "Salva")),
        ("Hartmann, Prof. Dr. Ulrich", name("Hartmann", "Ulrich", honorific="Prof. Dr.")),
        ("Hartmann, Ulrich, Dr.", name("Hartmann", "Ulrich", honorific="Dr.")),
        ("Dr. Hartmann, Ulrich", name("Hartmann", "Ulrich", honorific="Dr.")),
        ("Smith, Jr.", replace(name("Smith"), left="Jr.")),
        ("Smith, John, Jr.", replace(name("Smith", "John"), left="Jr.")),
        ("Jane Smith, PhD", replace(name("Jane Smith"), left="PhD")),
        ("Jane Smith, M.A., Ph.D.", replace(name("Jane Smith"), left="M.A.; Ph.D.")),
        ("Jane Smith Ph. D.", replace(name("Jane Smith"), left="Ph. D.")),
        ("Jane FORD CBE", replace(name("FORD", "Jane", GIVEN), left="CBE")),
        ("João Silva Neto", replace(name("João Silva"), left="Neto")),
        ("António Neto", name("António Neto")),
        ("Anna MAS", name("Anna MAS")),
        ("Smith, Dean", name("Smith", "Dean")),
        ("Berg, Ana María José", name("Berg", "Ana María José")),
        ("Maria E. Guest", name("Maria E. Guest")),
        ("Smith, John, Rivertown", replace(name("Smith", "John"), left="Rivertown")),
        ("John Smith, Director", replace(name("John Smith"), left="Director")),
        ("John Smith, 12 Elm Street", replace(name("John Smith"), left="12 Elm Street")),
        ("Phalla SOK, Rivertown", replace(name("SOK", "Phalla", GIVEN), left="Rivertown")),
        ("Mr. John Smith, Rivertown", name("John Smith, Rivertown", honorific="Mr.")),
        ("Smith,", name("Smith")),
        (", John", name("John")),
        ("Ma, Yo", name("Ma", "Yo")),
    ],
)
def test_one_comma_tells_the_family_name_unless_a_title_stands_behind_it(
    text: str, expected: TakenApart
) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H.E. Dr. SOK Phalla", name("SOK", "Phalla", FAMILY, "H.E. Dr.")),
        ("H.E.Dr.SOK Phalla", name("SOK", "Phalla", FAMILY, "H.E.Dr.")),
        ("HE Dr SOK Phalla", name("SOK", "Phalla", FAMILY, "HE Dr")),
        ("HE SOK Phalla", name("SOK", "Phalla", FAMILY, "HE")),
        ("H.E. Ms. Karen WHITLOCK", name("WHITLOCK", "Karen", GIVEN, "H.E. Ms.")),
        ("Mr. Haji OMAR bin Salleh", name("OMAR bin Salleh", "", FAMILY, "Mr. Haji")),
        ("Lt. Gen. SOK Phalla", name("SOK", "Phalla", FAMILY, "Lt. Gen.")),
        ("H.E. Prince Sok Phalla", name("Sok Phalla", honorific="H.E. Prince")),
        ("Gen SOK Phalla", name("SOK", "Phalla", FAMILY, "Gen")),
        ("M DUPONT Jean", name("DUPONT", "Jean", FAMILY, "M")),
        ("Prof. Dr. Ulrich Hartmann", name("Hartmann", "Ulrich", GIVEN, "Prof. Dr.")),
        ("Dipl.-Ing. Ida Kurz", name("Kurz", "Ida", GIVEN, "Dipl.-Ing.")),
        ("Excmo. Sr. Íñigo Núñez", name("Núñez", "Íñigo", GIVEN, "Excmo. Sr.")),
        ("S.E. M. Jean Dupont", name("Dupont", "Jean", GIVEN, "S.E. M.")),
        ("S.E. Me Jean Dupont", name("Dupont", "Jean", GIVEN, "S.E. Me")),
        ("Dr. Jan van der Berg", name("van der Berg", "Jan", GIVEN, "Dr.")),
        ("Dr. John A. Smith", name("Smith", "John A.", GIVEN, "Dr.")),
        ("Mr/Ms Jane Ford", name("Ford", "Jane", GIVEN, "Mr/Ms")),
        ("His Excellency Jane Ford", name("Ford", "Jane", GIVEN, "His Excellency")),
        ("Mr. Dupont", name("Dupont", honorific="Mr.")),
        # an honorific, and an order that nothing tells
        ("Dr. Ana María Soto", name("Ana María Soto", honorific="Dr.")),
        ("Mr. Keo Sambath", name("Keo Sambath", honorific="Mr.")),
        ("Dr. Kovács János", name("Kovács János", honorific="Dr.")),
        ("Mr. Omar bin Salleh", name("Omar bin Salleh", honorific="Mr.")),
        ("Tan Sri Dato' Sri Ahmad Zahid", name("Ahmad Zahid", honorific="Tan Sri Dato' Sri")),
        ("Ông Nguyễn Văn An", name("Nguyễn Văn An", honorific="Ông")),
        ("г-н Сергей Ким", name("Сергей Ким", honorific="г-н")),
        ("Dr. Ben A.", name("Ben A.", honorific="Dr.")),
    ],
)
def test_honorifics_are_taken_off_in_front_as_they_are_written(text: str, expected: TakenApart) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Ma Jun", "Me Sokha", "Don Carter", "Gen Tanaka", "Ong Mei Ling", "Ba Diallo", "U Thant", "Senn Peter", "D. Smith",
     "M. K. Rao", "Mm Sokha", "Haji Salleh", "Prince Okoro", "Haji Ma Sokha", "Di Marco", "Des Carter", "Min Aung",
     "Muh. Rizal", "Mr", "Yo-Yo Ma", "Eng Sok Dara"],
)  # fmt: skip
def test_a_name_that_is_also_an_honorific_stays_a_name(text: str) -> None:
    assert apart(text) == name(text)


@pytest.mark.parametrize(
    ("text", "family"),
    [("Mr. Eng Sokha", "Eng Sokha"), ("Ms. Ma Thi Hoa", "Ma Thi Hoa"), ("H.E. U Thant", "U Thant")],
)
def test_a_surname_behind_an_honorific_stays_though_it_is_an_honorific_too(text: str, family: str) -> None:
    assert apart(text).family_name == family


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王小明", native("王小明")),
        ("欧阳娜", native("欧阳娜")),
        ("王小明教授", native("王小明", left="教授")),
        ("王先生", native("王", left="先生")),
        ("王小明，教授", native("王小明", left="教授")),
        ("森田　太郎 様", native("森田 太郎", left="様")),
        ("佐藤はなさん", native("佐藤はな", left="さん")),
        ("千代", native("千代")),
        ("김하늘", native("김하늘")),
        ("김하늘님", native("김하늘", left="님")),
        ("김씨", native("김씨")),
        ("ឯកឧត្តម កែវ សំបាត់", native("កែវ សំបាត់", "ឯកឧត្តម")),
        ("លោកស្រី លឹម ដារី", native("លឹម ដារី", "លោកស្រី")),
        ("លោកសុខ ផល្លា", native("សុខ ផល្លា", "លោក")),
        ("ឯ.ឧ. កែវ សំបាត់", native("កែវ សំបាត់", "ឯ.ឧ.")),
        ("นายสมชาย ใจดี".replace("នា", "นา"), native("สมชาย ใจดี", "นาย")),
        ("นางสาวสมหญิง ใจดี", native("สมหญิง ใจดี", "นางสาว")),
        ("ท่าน ดร.สมชาย ใจดี", native("สมชาย ใจดี", "ท่าน ดร.")),
        ("พล.อ.สมชาย ใจดี", native("สมชาย ใจดี", "พล.อ.")),
        ("คุณากร ใจดี", native("คุณากร ใจดี")),
        ("ທ່ານ ສົມສັກ ໄຊຍະ", native("ສົມສັກ ໄຊຍະ", "ທ່ານ")),
        ("ဦးအောင်", native("အောင်", "ဦး")),
        ("မင်းသူ", native("မင်းသူ")),
        ("السيد سامي العلي", native("سامي العلي", "السيد")),
        ("د. ليلى الحداد", native("ليلى الحداد", "د.")),
        ("श्री राम कुमार", native("राम कुमार", "श्री")),
        ("राम कुमार जी", native("राम कुमार", left="जी")),
        ("शिवाजी", native("शिवाजी")),
        ("Dr. 王小明", native("王小明", "Dr.")),
    ],
)
def test_a_name_in_a_script_without_capitals_is_the_native_name(text: str, expected: TakenApart) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keo Sambath កែវ សំបាត់", replace(name("Keo Sambath"), native_name="កែវ សំបាត់")),
        ("Lim Dara/លឹម ដារ៉ា", replace(name("Lim Dara"), native_name="លឹម ដារ៉ា")),
        ("王小明 WANG Xiaoming", replace(name("WANG", "Xiaoming", FAMILY), native_name="王小明")),
        ("Kim Ha-neul (김하늘)", replace(name("Kim Ha-neul"), native_name="김하늘")),
        ("김하늘 (Kim Ha-neul)", replace(name("Kim Ha-neul"), native_name="김하늘")),
        (
            "H.E. KEO Sambath / ឯកឧត្តម កែវ សំបាត់",
            TakenApart("H.E.", "KEO", "Sambath", "ឯកឧត្តម", "កែវ សំបាត់", FAMILY),
        ),
        ("លោក Sok Phalla", replace(name("Sok Phalla"), native_honorific="លោក")),
        ("Sok Phalla (លោក)", replace(name("Sok Phalla"), native_honorific="លោក")),
        ("Sok Phalla (ប្រធាន)", replace(name("Sok Phalla"), left="ប្រធាន")),
        ("王小明 (Alternate)", native("王小明", left="Alternate")),
    ],
)
def test_names_in_both_scripts_come_apart_and_each_keeps_its_honorific(
    text: str, expected: TakenApart
) -> None:
    assert apart(text) == expected


@pytest.mark.parametrize(
    ("text", "left", "accompanying"),
    [
        ("SOK Phalla (spouse)", "spouse", True),
        ("SOK Phalla (Spouse of H.E. Keo)", "Spouse of H.E. Keo", True),
        ("SOK Phalla (+1)", "+1", True),
        ("SOK Phalla +1", "+1", True),
        ("SOK Phalla and spouse", "and spouse", True),
        ("SOK Phalla, conjoint", "conjoint", True),
        ("SOK Phalla mit Gattin", "mit Gattin", True),
        ("SOK Phalla (guest of honour)", "guest of honour", False),
        ("SOK Phalla (Guest speaker)", "Guest speaker", False),
        ("SOK Phalla (TBC)", "TBC", False),
        ("SOK Phalla [Team 2]（alternate）", "Team 2; alternate", False),
        ("SOK Phalla (alternate", "alternate", False),
        ("SOK (née Lim) Phalla", "née Lim", False),
        ("SOK Phalla <sok@example.org>", "sok@example.org", False),
        ("SOK Phalla - Rivertown", "Rivertown", False),
    ],
)
def test_what_stands_behind_a_name_is_no_part_of_it(text: str, left: str, *, accompanying: bool) -> None:
    assert apart(text) == replace(name("SOK", "Phalla", FAMILY), left=left, accompanying=accompanying)


def test_an_honorific_in_brackets_or_behind_a_comma_is_kept_as_one() -> None:
    assert apart("SOK Phalla (Mr)") == name("SOK", "Phalla", FAMILY, "Mr")
    assert apart("SOK Phalla, Dr.") == name("SOK", "Phalla", FAMILY, "Dr.")
    assert apart("SOK Phalla - Dr.") == name("SOK", "Phalla", FAMILY, "Dr.")


def test_a_title_that_is_also_a_word_for_a_wife_is_a_title() -> None:
    assert apart("KURZ Ida (Frau)") == name("KURZ", "Ida", FAMILY, "Frau")


def test_company_is_found_behind_a_native_name() -> None:
    assert apart("កែវ ភ្ញៀវ") == native("កែវ ភ្ញៀវ")
    assert apart("កែវ សំបាត់ និងភរិយា") == replace(native("កែវ សំបាត់", left="និងភរិយា"), accompanying=True)


def test_a_dash_within_a_name_stays_unless_a_function_stands_behind_it() -> None:
    assert apart("Anne - Marie Roth") == name("Anne - Marie Roth")
    assert apart("Marie Roth - Director") == replace(name("Marie Roth"), left="Director")


def test_a_text_that_is_in_brackets_as_a_whole_is_the_name() -> None:
    assert apart("(SOK Phalla)") == name("SOK", "Phalla", FAMILY)


@pytest.mark.parametrize(
    ("text", "family", "represented"),
    [
        ("H.E. KEO Sambath represented by Mr. SOK Phalla", "KEO", "Mr. SOK Phalla"),
        ("KEO Sambath (Represented by: SOK Phalla)", "KEO", "SOK Phalla"),
        ("KEO Sambath (represented by SOK Phalla (Deputy))", "KEO", "SOK Phalla (Deputy)"),
        ("KEO Sambath REPRESENTE PAR Phalla SOK", "KEO", "Phalla SOK"),
        ("SOK Phalla on behalf of KEO Sambath", "KEO", "SOK Phalla"),
        ("SOK Phalla i.V. KEO Sambath", "KEO", "SOK Phalla"),
        ("represented by SOK Phalla", "", "SOK Phalla"),
        ("I. V. PETROV", "PETROV", ""),
    ],
)
def test_who_comes_instead_is_told_apart_from_who_is_on_the_list(
    text: str, family: str, represented: str
) -> None:
    taken = apart(text)

    assert (taken.family_name, taken.represented) == (family, represented)


def test_who_comes_instead_is_found_in_texts_without_spaces() -> None:
    taken = apart("ឯកឧត្តម កែវ សំបាត់តំណាងដោយលោក សុខ ផល្លា")

    assert taken == replace(native("កែវ សំបាត់", "ឯកឧត្តម"), represented="លោក សុខ ផល្លា")
    assert apart("李强 代 王小明") == replace(native("王小明"), represented="李强")
    assert apart("喜代子") == native("喜代子")
    assert apart("森田太郎 代表") == native("森田太郎 代表")


@pytest.mark.parametrize("text", ["باسم العلي", "محمد باسم العلي", "Meier vertritt"])
def test_a_name_that_could_also_say_who_comes_stays_a_name(text: str) -> None:
    taken = apart(text)

    assert (taken.family_name or taken.native_name, taken.represented) == (text, "")


def test_one_word_says_who_comes_between_whole_names_or_in_brackets() -> None:
    assert apart("Uwe MEIER vertritt Ida KURZ").represented == "Uwe MEIER"
    assert apart("Uwe MEIER (vertritt Ida KURZ)").represented == "Uwe MEIER"


def test_a_column_of_the_own_script_may_make_cyrillic_names_native() -> None:
    taken = take_apart("г-н Ким Сергей", WORDS, script_column_is_native=True)

    assert taken == native("Ким Сергей", "г-н")
    assert take_apart("SOK Phalla", WORDS, script_column_is_native=True) == name("SOK", "Phalla", FAMILY)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("Ilse Maes (Guest)", GIVEN, replace(name("Maes", "Ilse", GIVEN), left="Guest", accompanying=True)),
        ("Ana María Soto", GIVEN, name("Soto", "Ana María", GIVEN)),
        ("Ludwig van der Berg", GIVEN, name("van der Berg", "Ludwig", GIVEN)),
        ("Keo Sambath", FAMILY, name("Keo", "Sambath", FAMILY)),
        ("de Souza Ana María", FAMILY, name("de Souza", "Ana María", FAMILY)),
        ("Phalla SOK", FAMILY, name("SOK", "Phalla", GIVEN)),  # the name itself tells better
        ("Chandra", GIVEN, name("Chandra")),
    ],
)
def test_a_given_order_takes_names_apart_that_tell_nothing(
    text: str, order: NameOrder, expected: TakenApart
) -> None:
    assert take_apart(text, WORDS, order=order) == expected


@pytest.mark.parametrize(
    "text",
    ["TBC", "tbc 2", "TBA1", "(TBC)", "Mr. TBA", "N.N.", "N. N.", "?", "—", "To be nominated", "H.E.",
     "To be nominated by the ministry", "TBC (Ministry of Tides)", "TBC - Ministry of Tides", "A designer",
     "មិនទាន់បញ្ជាក់", "មិនទាន់បញ្ជាក់ឈ្មោះ", "待定", "待定 2", "미정"],
)  # fmt: skip
def test_a_place_that_is_not_yet_named_is_no_person(text: str) -> None:
    assert is_unnamed(text, WORDS)


@pytest.mark.parametrize("text", ["", "SOK Phalla (TBC)", "N. N. Rao", "김미정", "Tbcova Ana", "Major"])
def test_a_name_with_a_doubt_beside_it_is_a_person(text: str) -> None:
    assert not is_unnamed(text, WORDS)


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        (["SOK Phalla", "H.E. KEO Sambath", "TBC", "Chandra", "王小明"], WrittenAs.FAMILY_FIRST),
        (["Jane FORD", "Mr. Peter van der BERG (Guest)"], WrittenAs.GIVEN_FIRST),
        (["Dietz, Markus", "Kleiner, Dr. Florian"], WrittenAs.COMMA),
        (["Jane FORD", "SOK Phalla"], None),
        (["Dietz, Markus", "Jane FORD"], None),
        (["SOK Phalla", "Hana Novak"], None),
        (["Dr. Ulrich Hartmann"], None),
        (["TBC", ""], None),
    ],
)
def test_a_column_of_names_is_written_one_way_or_none(texts: list[str], written: WrittenAs | None) -> None:
    assert order_of_whole_names(texts, WORDS) is written


_PARTS = st.sampled_from(
    [*BEFORE, "SOK", "Phalla", "van", "der", "bin", "O'Brien", "J.", "III", "王小明", "様", "김하늘", "님", "កែវ",
     "សំបាត់", "អោម", "สมชาย", "ليلى", "राम", "ЛИ", "PhD", "M.A.", "Jr.", "TBC", "director", "spouse", "and", "+1",
     "2", ",", "(", ")", "[", "]", "-", "/", ".", "–", "、", "\u200b", "e\u0301", "\u00a0", "\n"]
)  # fmt: skip
_CELLS = st.lists(st.tuples(_PARTS, st.sampled_from(["", " ", " "])), max_size=8).map(
    lambda parts: "".join(part + space for part, space in parts)
)


def _letters(text: str) -> Counter[str]:
    return Counter(letter for letter in text if unicodedata.category(letter)[0] in "LMN")


@given(_CELLS | st.text(max_size=12))
def test_no_letter_is_lost_and_none_is_added(text: str) -> None:
    taken = apart(text)

    kept = (taken.honorific, taken.family_name, taken.given_name, taken.native_honorific, taken.native_name)
    assert _letters(" ".join((*kept, taken.left))) == _letters(tidy(text))


@given(_CELLS, st.sampled_from(["  ", "\u00a0", "\t", "\u3000 "]), st.sampled_from(["NFC", "NFD"]))
def test_spaces_and_the_form_of_accents_change_nothing(text: str, space: str, form: str) -> None:
    written = unicodedata.normalize(form, text)  # type: ignore[arg-type]

    assert apart(f" {written.replace(' ', space)}\u00a0") == apart(text)
