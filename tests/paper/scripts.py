"""One sample of each script that the forum's names come in."""

from __future__ import annotations

SAMPLES = {
    "Latin": "Łukasz Ångström-Çelik",
    "Vietnamese": "Nguyễn Thị Phương Thảo",
    "Khmer": "សម្តេច កម្ពុជា ស្រីមុំ",
    "Thai": "ณัฐพล ศรีสุขเจริญ น้ำ",
    "Lao": "ຄໍາແສນ ແກ້ວມະນີ",
    "Burmese": "အောင်ကျော်ဇင် မြတ်သီရိ",
    "Hindi": "कृष्णमूर्ति विश्वनाथन",
    "Arabic": "محمد بن عبد الغفّار",
    "Cyrillic": "Аркадий Белозёров",
    "Greek": "Ελένη Παπαδοπούλου",
    "Chinese": "欧阳司马 贺云舟",
    "Japanese": "髙橋 ひかり",
    "Korean": "남궁현아 金民俊",
}
