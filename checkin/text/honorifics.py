"""The honorifics that a search ignores, in the languages of the desk. To add an honorific, add one word to this file.

Words that are common names as well (Lok, Gen) are left out, or stand only in their abbreviated form with a full stop.
"""

from __future__ import annotations

from typing import Final

HONORIFICS: Final = (
    # English
    "Mr", "Mrs", "Ms", "Miss", "Mx", "Madam", "Sir", "Dame", "Lady", "Lord",
    "Dr", "Doctor", "Prof", "Professor", "Amb", "Ambassador",
    "Excellency", "His Excellency", "Her Excellency", "Your Excellency", "Excellencies",
    "Royal Highness", "His Royal Highness", "Her Royal Highness", "HRH", "Majesty", "His Majesty", "Her Majesty",
    "Honourable", "The Honourable", "Honorable", "The Honorable", "Hon", "Reverend", "Rev", "Venerable", "Ven",
    "General", "Lieutenant General", "Major General", "Brigadier General", "Brigadier", "Colonel",
    "Lieutenant Colonel", "Major", "Captain", "Lieutenant", "Admiral", "Commander", "Senator",
    # French
    "Mme", "Mmes", "Mlle", "Monsieur", "Madame", "Mademoiselle", "Messieurs", "Maître",
    "Docteur", "Professeur", "Pr", "Excellence", "Son Excellence", "Sa Majesté", "Ambassadeur", "Ambassadrice",
    "Général", "Colonel", "Commandant", "Capitaine", "Amiral", "Sénateur", "Sénatrice",
    # Khmer in Latin letters
    "Samdech", "Oknha", "Neak Oknha", "Lok Oknha", "Chumteav", "Lok Chumteav", "Chumtiev", "Lok Chumtiev",
    "Lok Srey", "Lok Sray", "Ek Oudom", "Ekoudom", "Ek Uddam", "Ekuddam",
    # Khmer
    "សម្តេច", "សម្តេចតេជោ", "សម្តេចព្រះ", "ឯកឧត្តម", "ឯ.ឧ", "លោកជំទាវ", "ល.ជ.ទ", "លោក", "លោកស្រី", "អ្នកស្រី", "កញ្ញា", "អ្នកនាង",
    "ឧកញ៉ា", "អ្នកឧកញ៉ា", "លោកឧកញ៉ា", "បណ្ឌិត", "លោកបណ្ឌិត", "សាស្ត្រាចារ្យ", "ឯកឧត្តមបណ្ឌិត", "លោកគ្រូ", "អ្នកគ្រូ",
    "ឧត្តមសេនីយ៍", "នាយឧត្តមសេនីយ៍", "ព្រះតេជគុណ",
)  # fmt: skip
"""Whole words, or several words in a row, which a search ignores however they are accented or capitalised."""

ABBREVIATIONS: Final = ("M", "MM", "Me", "Gen", "Col", "Maj", "Capt", "Lt", "Brig", "Adm", "Cmdr")
"""Words that are honorifics only where a full stop follows: "M. Dupont", while "Sok M" is the beginning of a name."""

WRITTEN_TOGETHER: Final = (
    "សម្តេច", "ឯកឧត្តម", "លោកជំទាវ", "លោក", "លោកស្រី", "អ្នកស្រី", "កញ្ញា", "ឧកញ៉ា", "អ្នកឧកញ៉ា", "លោកឧកញ៉ា", "បណ្ឌិត", "សាស្ត្រាចារ្យ",
    "ឯកឧត្តមបណ្ឌិត", "លោកបណ្ឌិត",
)  # fmt: skip
"""Honorifics that Khmer writes at the front of the name without a space."""
