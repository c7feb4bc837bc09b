"""The words that organisers use in programmes: headers of columns, languages, breaks, rooms, whether a session is on.

To add a word, add one entry here. Case, accents, punctuation and doubled letters are ignored.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from checkin.domain.programme import SessionStatus


class Part(StrEnum):
    """The parts of a session that a column of a programme, or a property of a calendar, can hold."""

    CODE = "code"
    DAY = "day"
    TIME = "time"
    START = "start"
    END = "end"
    ROOM = "room"
    TITLE = "title"
    TOPIC = "topic"
    KIND = "kind"
    THEME = "theme"
    SPEAKERS = "speakers"
    CAPACITY = "capacity"
    OPEN_TO = "open_to"
    STATUS = "status"


TEXTS: Final = (Part.TITLE, Part.ROOM, Part.TOPIC, Part.KIND, Part.THEME)
"""The parts that can have a column for each language. Each is a field of `Session` with the same name."""

COLUMN_NAMES: Final[dict[Part, dict[str, tuple[str, ...]]]] = {
    Part.CODE: {
        "en": ("Code", "Session code", "Session No", "Session number", "Session ID", "ID", "Ref", "Reference"),
        "fr": ("Code de la séance", "Code de session", "N° de séance", "Numéro de séance", "Référence", "Réf"),
        "km": ("លេខកូដវគ្គ", "លេខកូដ", "លេខវគ្គ"),
        "zh": ("场次代码", "代码", "编号", "場次代碼"),
    },
    Part.DAY: {
        "en": ("Day", "Date", "Session day", "Session date", "Day / Date"),
        "fr": ("Jour", "Journée", "Date de la séance", "Jour / Date"),
        "km": ("ថ្ងៃ", "កាលបរិច្ឆេទ", "ថ្ងៃខែ", "ថ្ងៃ ខែ ឆ្នាំ", "ថ្ងៃទី"),
        "zh": ("日期", "天", "日子"),
    },
    Part.TIME: {
        "en": ("Time", "Times", "Hours", "Time slot", "Slot", "Schedule", "Timing", "Start - End", "From - To"),
        "fr": ("Heure", "Heures", "Horaire", "Horaires", "Créneau", "Début - Fin"),
        "km": ("ម៉ោង", "ពេលវេលា", "កាលវិភាគ", "វេលា"),
        "zh": ("时间", "時間", "时段", "時段"),
    },
    Part.START: {
        "en": ("Start", "Starts", "Start time", "Begin", "Begins", "Beginning", "From", "Starts at"),
        "fr": ("Début", "Démarrage", "Heure de début", "Commence", "De"),
        "km": ("ចាប់ផ្ដើម", "ចាប់ផ្តើម", "ម៉ោងចាប់ផ្ដើម", "ម៉ោងចាប់ផ្តើម"),
        "zh": ("开始", "開始", "开始时间", "開始時間"),
    },
    Part.END: {
        "en": ("End", "Ends", "End time", "Finish", "Until", "To", "Ends at"),
        "fr": ("Fin", "Heure de fin", "Jusqu'à", "À"),
        "km": ("ចប់", "បញ្ចប់", "ម៉ោងបញ្ចប់", "ម៉ោងចប់"),
        "zh": ("结束", "結束", "结束时间", "結束時間"),
    },
    Part.ROOM: {
        "en": ("Room", "Location", "Place", "Hall", "Venue", "Where"),
        "fr": ("Salle", "Lieu", "Endroit"),
        "km": ("បន្ទប់", "ទីកន្លែង", "សាល", "ទីតាំង"),
        "zh": ("会议室", "會議室", "地点", "地點", "会场", "房间"),
    },
    Part.TITLE: {
        "en": ("Title", "Session title", "Session", "Name", "Session name", "Activity", "Activities", "Agenda item",
               "Item", "Agenda", "Programme", "Program", "Event", "Summary", "Subject"),
        "fr": ("Titre", "Intitulé", "Titre de la séance", "Intitulé de la séance", "Séance", "Activité", "Activités",
               "Point de l'ordre du jour", "Ordre du jour", "Objet"),
        "km": ("ចំណងជើង", "វគ្គ", "សកម្មភាព", "កម្មវិធី", "ឈ្មោះវគ្គ"),
        "zh": ("标题", "標題", "场次", "場次", "活动", "活動", "内容", "议程", "議程", "会议内容"),
    },
    Part.TOPIC: {
        "en": ("Topic",),
        "fr": ("Sujet",),
        "km": ("ប្រធានបទ",),
        "zh": ("议题", "議題", "主题", "主題"),
    },
    Part.KIND: {
        "en": ("Kind", "Type", "Format", "Session type", "Type of session"),
        "fr": ("Type de séance", "Genre", "Nature"),
        "km": ("ប្រភេទវគ្គ", "ប្រភេទ"),
        "zh": ("类型", "類型", "形式"),
    },
    Part.THEME: {
        "en": ("Theme", "Track", "Stream", "Sub-topic", "Sub-theme"),
        "fr": ("Thème", "Thématique", "Volet", "Axe"),
        "km": ("ប្រធានបទរង",),
        "zh": ("专题", "專題", "分论坛"),
    },
    Part.SPEAKERS: {
        "en": ("Speakers", "Speaker", "Presenter", "Presenters", "Panelists", "Panellists", "Lecturer", "By",
               "Speaker(s)"),
        "fr": ("Intervenants", "Intervenant", "Orateur", "Orateurs", "Conférencier", "Conférenciers",
               "Intervenant(s)"),
        "km": ("វាគ្មិន", "វាគ្មិនកិត្តិយស", "អ្នកនិយាយ"),
        "zh": ("演讲人", "演講人", "发言人", "發言人", "嘉宾", "主讲人", "讲者"),
    },
    Part.CAPACITY: {
        "en": ("Capacity", "Seats", "Places", "Max", "Maximum", "Number of seats"),
        "fr": ("Capacité", "Nombre de places", "Jauge"),
        "km": ("ចំណុះ", "ចំនួនកៅអី"),
        "zh": ("容量", "座位数", "人数"),
    },
    Part.OPEN_TO: {
        "en": ("Open to", "Who may enter", "Access", "Audience", "Categories", "Participants", "For"),
        "fr": ("Ouvert à", "Ouverte à", "Accès", "Public", "Catégories", "Pour"),
        "km": ("សម្រាប់", "អ្នកចូលរួម", "បើកជូន"),
        "zh": ("开放对象", "参加者", "對象", "对象"),
    },
    Part.STATUS: {
        "en": ("Status", "State"),
        "fr": ("Statut", "État"),
        "km": ("ស្ថានភាព",),
        "zh": ("状态", "狀態"),
    },
}  # fmt: skip
"""The names of columns by the part of a session and the language of the name."""

LESS_SURE: Final = frozenset((
    "Session", "Séance", "Name", "Agenda", "Programme", "Program", "Event", "វគ្គ", "កម្មវិធី", "场次", "場次", "议程",
    "議程",
))  # fmt: skip
"""Names that mean a column of titles only if no other column has titles; else the column holds, say, a number."""
TOPIC_OR_TITLE: Final = "ប្រធានបទ"
"""The Khmer header that means the title or, if another column has the Khmer titles, the topic."""

LANGUAGES: Final = {
    "en": ("English", "Anglais", "EN", "ENG", "ភាសាអង់គ្លេស", "អង់គ្លេស", "英文", "英语", "in English", "en anglais"),
    "fr": ("French", "Français", "FR", "FRA", "ភាសាបារាំង", "បារាំង", "法文", "法语", "in French", "en français"),
    "km": ("Khmer", "KM", "KH", "KHM", "ភាសាខ្មែរ", "ខ្មែរ", "柬文", "柬埔寨语", "in Khmer", "en khmer"),
    "zh": ("Chinese", "Chinois", "ZH", "CN", "ភាសាចិន", "ចិន", "中文", "汉语", "in Chinese", "en chinois"),
}  # fmt: skip
"""The words in a header that name the language of its column, by the language's code."""

BREAKS: Final = (
    "Break", "Coffee", "Coffee break", "Tea break", "Health break", "Lunch break", "Lunch", "Buffet lunch",
    "Lunch buffet", "Networking break", "Short break", "Refreshments", "Morning break", "Afternoon break", "Tea",
    "Tea and coffee", "Pause", "Pause café", "Pause-café", "Pause déjeuner", "Café", "Déjeuner", "Déjeuner buffet",
    "Pause-déjeuner", "សម្រាក", "សម្រាកកាហ្វេ", "សម្រាកអាហារសម្រន់", "សម្រាកពិសាកាហ្វេ", "អាហារសម្រន់", "អាហារថ្ងៃត្រង់",
    "សម្រាកអាហារថ្ងៃត្រង់", "ពេលសម្រាក", "休息", "茶歇", "午餐", "午休", "咖啡休息", "茶歇时间", "午餐休息",
)  # fmt: skip
"""Titles and kinds of sessions that are breaks or open meals, at whose doors nobody scans."""

ROOM_WORDS: Final = (
    "room", "hall", "ballroom", "auditorium", "theatre", "plenary hall", "salle", "auditorium", "grand salon", "salon",
    "amphithéâtre", "បន្ទប់", "សាល", "会议室", "會議室", "厅", "廳",
)  # fmt: skip
"""Words in the names of rooms."""

EVERYBODY: Final = (
    "all", "everybody", "everyone", "all participants", "open", "tous", "toutes", "tout le monde",
    "tous les participants", "ទាំងអស់", "អ្នកចូលរួមទាំងអស់", "គ្រប់គ្នា", "全部", "所有人", "全体",
)  # fmt: skip
"""What stands in a column of categories if a session is open to everybody."""

BY_INVITATION: Final = (
    "by invitation only", "by invitation", "invitation only", "on invitation", "invited only", "invitees only",
    "only who is named", "named",  "named only", "named persons", "named persons only", "none", "nobody",
    "sur invitation", "sur invitation uniquement", "sur invitation seulement", "uniquement sur invitation",
    "personnes nommées", "invités nommés", "invités nommés seulement", "invités seulement", "personne", "aucun",
    "aucune",
    "តាមការអញ្ជើញ", "តែតាមការអញ្ជើញ", "តាមការអញ្ជើញតែប៉ុណ្ណោះ", "តែអ្នកដែលអញ្ជើញតាមឈ្មោះ", "តែអ្នកដែលមានឈ្មោះ",
    "គ្មាន", "គ្មាននរណា",
    "凭邀请入场", "凭邀请", "仅凭邀请", "仅限邀请", "仅限受邀者", "仅限指名邀请者", "受邀者", "憑邀請入場", "憑邀請",
    "僅限邀請", "無", "无",
)  # fmt: skip
"""What stands in a column of categories if only the persons who are named for a session may enter."""

STATUSES: Final = {
    SessionStatus.PLANNED: (
        "planned", "confirmed", "scheduled", "ok", "tentative", "prévu", "prévue", "confirmé", "confirmée",
        "programmée", "គ្រោងទុក", "បានគ្រោង", "បានបញ្ជាក់", "计划", "已确认", "如期",
        "takes place", "a lieu", "ប្រព្រឹត្តទៅ", "如期举行",
    ),
    SessionStatus.CANCELLED: (
        "cancelled", "canceled", "annulé", "annulée", "supprimée", "បានលុបចោល", "លុបចោល", "បានបោះបង់", "取消", "已取消",
    ),
}  # fmt: skip
