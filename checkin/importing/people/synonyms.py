"""The words that organisers use as headers of columns, in English, French and Khmer. To add a word, add one entry here.

Case, accents, punctuation, doubled letters and text in brackets are ignored. If a header has two halves, such as
"Nom / Name", each half is looked up.
"""

from __future__ import annotations

from typing import Final

from checkin.domain.delegates import Field

COLUMN_NAMES: Final = {
    Field.REFERENCE: (
        "Ref", "Ref No", "Reference number", "Reference No", "ID", "Id number", "Registration number",
        "Registration No", "Registration ID", "Delegate ID", "Participant ID", "External reference", "Invitation No",
        "Invitation number",
        "Référence", "Réf", "Numéro de référence", "Identifiant", "Numéro d'inscription", "N° d'inscription",
        "Numéro d'invitation", "N° d'invitation",
        "លេខយោង", "លេខសម្គាល់", "អត្តលេខ", "លេខចុះឈ្មោះ", "លេខលិខិតអញ្ជើញ",
    ),
    Field.HONORIFIC: (
        "Honorifics", "Title", "Prefix", "Form of address", "Name prefix", "Style",
        "Titre", "Civilité", "Titre honorifique", "Titre de civilité", "Formule d'appel",
        "ងារ", "គោរមងារ", "គោរម្យងារ", "ឋានន្តរនាម", "ពាក្យគោរព",
    ),
    Field.FAMILY_NAME: (
        "Last name", "Surname", "Family", "Familyname", "Lastname", "Family name in Latin", "Family name in English",
        "Latin family name", "Family name (Latin script)",
        "Nom de famille", "Patronyme", "Nom de famille (latin)",
        "នាមត្រកូល", "គោត្តនាម", "ត្រកូល", "នាមត្រកូលជាអក្សរឡាតាំង", "គោត្តនាមជាអក្សរឡាតាំង",
    ),
    Field.GIVEN_NAME: (
        "First name", "Forename", "Given names", "First names", "Forenames", "Firstname", "Givenname", "Given",
        "Given name in Latin", "Given name in English", "Latin given name", "Given name (Latin script)",
        "Prénom", "Prénoms", "Prénom(s)",
        "នាមខ្លួន", "នាម", "នាមខ្លួនជាអក្សរឡាតាំង", "នាមជាអក្សរឡាតាំង",
    ),
    Field.NATIVE_NAME: (
        "Name in native script", "Native script", "Native", "Local name", "Name in local script",
        "Name in original script", "Original name", "Name in own script", "Name in own language",
        "Name in Khmer script", "ឈ្មោះជាអក្សរដើម",
        "Khmer name", "Name in Khmer", "Name (Khmer)", "Full name in Khmer", "Full name (Khmer)", "Khmer",
        "Nom en khmer", "Nom (khmer)", "Nom khmer", "Nom et prénom en khmer", "Nom dans l'écriture d'origine",
        "Nom en écriture d'origine", "Nom d'origine",
        "ឈ្មោះ", "ឈ្មោះពេញ", "ឈ្មោះជាភាសាខ្មែរ", "ឈ្មោះជាអក្សរខ្មែរ", "ឈ្មោះខ្មែរ", "ឈ្មោះ (ខ្មែរ)",
        "គោត្តនាម និងនាម", "គោត្តនាម-នាម",
        "គោត្តនាមនិងនាម", "នាមត្រកូល និងនាមខ្លួន", "នាម និងគោត្តនាម", "នាម-គោត្តនាម", "នាមនិងគោត្តនាម",
    ),
    Field.NAME_ORDER: (
        "Order of names", "Order of name",
        "Ordre des noms", "Ordre du nom",
        "លំដាប់ឈ្មោះ",
    ),
    Field.LATIN_ONLY: (
        "Latin name alone", "Latin name only", "Latin name alone on the badge",
        "Nom latin seul", "Nom latin seul sur le badge",
        "ឈ្មោះឡាតាំងតែមួយ",
    ),
    Field.POSITION: (
        "Job title", "Function", "Role", "Post", "Designation", "Occupation", "Job", "Position title",
        "Position / Title", "Title / Position",
        "Fonction", "Poste", "Qualité", "Titre / Fonction", "Fonction / Titre", "Profession",
        "មុខតំណែង", "តួនាទី", "មុខងារ", "តំណែង", "ឋានៈ", "មុខរបរ", "តួនាទី / មុខតំណែង",
    ),
    Field.ORGANISATION: (
        "Organization", "Institution", "Company", "Ministry", "Affiliation", "Agency", "Employer", "Department",
        "Organisation / Institution", "Ministry / Institution", "Ministry / Organisation", "University", "Entity",
        "Organisme", "Société", "Ministère", "Établissement", "Institution / Organisation", "Ministère / Institution",
        "អង្គភាព", "ស្ថាប័ន", "អង្គការ", "ក្រសួង", "ក្រុមហ៊ុន", "ក្រសួង-ស្ថាប័ន", "ក្រសួង ស្ថាប័ន", "មកពីអង្គភាព", "សាកលវិទ្យាល័យ",
    ),
    Field.DELEGATION: (
        "Group", "Party", "Delegation of", "Member of delegation",
        "Délégation", "Groupe",
        "គណៈប្រតិភូ", "ប្រតិភូ", "ក្រុម",
    ),
    Field.HEAD_OF_DELEGATION: (
        "Head", "HoD", "Head of the delegation", "Leader", "Delegation head", "Is head of delegation",
        "Chef de délégation", "Chef de la délégation", "Chef",
        "ប្រធានគណៈប្រតិភូ", "ប្រធានប្រតិភូ", "ប្រធានក្រុម",
    ),
    Field.COUNTRY: (
        "State", "Nation", "Country of origin", "Country / Territory",
        "Pays", "Pays d'origine",
        "ប្រទេស",
    ),
    Field.NATIONALITY: (
        "Citizenship", "Nationality / Citizenship",
        "Nationalité", "Citoyenneté",
        "សញ្ជាតិ", "ជាតិ",
    ),
    Field.SEX: (
        "Gender", "M/F", "F/M", "Sex (M/F)",
        "Sexe", "Genre", "H/F", "F/H",
        "ភេទ",
    ),
    Field.ACCOMPANIES: (
        "Accompanying", "Accompanied person", "Principal", "Reference of the principal",
        "Accompagne", "Personne accompagnée",
        "អមដំណើរ",
    ),
    Field.REPRESENTED_BY: (
        "Represented by reference", "Representative",
        "Représenté par", "Représentée par", "Représentant",
        "តំណាងដោយ",
    ),
    Field.SALUTATION: (
        "Letter salutation", "Salutation in letters", "Dear",
        "Formule de salutation", "Appel",
        "ពាក្យផ្ដើមលិខិត",
    ),
    Field.NATIVE_HONORIFIC: (
        "Native title", "Title in native script", "Title in Khmer", "Khmer title", "Title (Khmer)", "Native honorific",
        "Honorific in Khmer", "Titre en khmer", "Titre khmer", "Titre (khmer)", "Titre dans l'écriture d'origine",
        "ងារជាភាសាខ្មែរ", "គោរមងារជាភាសាខ្មែរ", "ងារ (ខ្មែរ)",
    ),
    Field.NATIVE_POSITION: (
        "Position in native script", "Position in Khmer", "Position (Khmer)", "Khmer position", "Function in Khmer",
        "Fonction en khmer", "Fonction (khmer)",
        "មុខតំណែងជាភាសាខ្មែរ", "តួនាទីជាភាសាខ្មែរ",
    ),
    Field.NATIVE_ORGANISATION: (
        "Organisation in native script", "Organisation in Khmer", "Organisation (Khmer)", "Institution in Khmer",
        "Ministry in Khmer", "Organisation en khmer", "Institution en khmer", "Organisation (khmer)",
        "ស្ថាប័នជាភាសាខ្មែរ", "អង្គភាពជាភាសាខ្មែរ",
    ),
    Field.CATEGORY: (
        "Participant category", "Type", "Participant type", "Type of participant", "Category of participant",
        "Delegate type", "Badge type", "Participation", "Registration type", "Cat",
        "Catégorie", "Catégorie de participant", "Type de participant", "Type de badge",
        "ប្រភេទ", "ប្រភេទអ្នកចូលរួម", "ប្រភេទភ្ញៀវ", "ប្រភេទសមាជិក", "ក្រុមអ្នកចូលរួម",
    ),
    Field.PRECEDENCE: (
        "Order of precedence", "Protocol order", "Protocol rank", "Precedence number", "Protocol", "Protocol number",
        "Préséance", "Ordre de préséance", "Ordre protocolaire", "Rang protocolaire", "Rang de préséance", "Protocole",
        "លំដាប់ពិធីការ", "លំដាប់អាទិភាព", "លំដាប់បុព្វសិទ្ធិ", "លំដាប់ឋានានុក្រម", "ឋានានុក្រម",
    ),
    Field.EMAIL: (
        "E-mail", "Mail", "Email address", "E-mail address",
        "Courriel", "Adresse e-mail", "Adresse électronique", "Adresse mail", "Courrier électronique", "Mél",
        "អ៊ីមែល", "អុីមែល", "សារអេឡិចត្រូនិក", "អាសយដ្ឋានអ៊ីមែល",
    ),
    Field.PHONE: (
        "Telephone", "Tel", "Tel No", "Mobile", "Mobile phone", "Phone number", "Telephone number", "Cell",
        "Cell phone", "Contact number", "Mobile number", "Phone No",
        "Téléphone", "Tél", "Portable", "Numéro de téléphone", "N° de téléphone", "Téléphone portable",
        "ទូរស័ព្ទ", "លេខទូរស័ព្ទ", "ទូរសព្ទ", "លេខទូរសព្ទ", "លេខទំនាក់ទំនង",
    ),
    Field.LANGUAGE: (
        "Preferred language", "Working language", "Languages", "Language of correspondence",
        "Langue", "Langue préférée", "Langue de travail", "Langue de correspondance",
        "ភាសា",
    ),
    Field.DIET: (
        "Dietary need", "Dietary needs", "Dietary requirement", "Dietary requirements", "Dietary", "Meal",
        "Food", "Dietary restrictions",
        "Régime", "Régime alimentaire", "Besoins alimentaires", "Repas",
        "របបអាហារ", "អាហារ", "ម្ហូបអាហារ", "តម្រូវការអាហារ",
    ),
    Field.PRIVATE_NOTE: (
        "Note", "Notes", "Remark", "Remarks", "Comment", "Comments", "Internal note", "Private notes",
        "Remarque", "Remarques", "Observation", "Observations", "Commentaire", "Note privée", "Note interne",
        "កំណត់សម្គាល់", "សម្គាល់", "ផ្សេងៗ", "កំណត់ចំណាំ", "កំណត់ចំណាំផ្ទៃក្នុង",
    ),
    Field.PUBLIC_NOTE: (
        "Public notes", "Public remark", "Seat", "Seating",
        "Note publique", "Place",
        "កំណត់ចំណាំសាធារណៈ", "កៅអី", "លេខកៅអី",
    ),
    Field.ATTENTION: (
        "Flag", "Attention flag", "VIP", "Special attention",
        "À signaler", "Attention particulière",
        "យកចិត្តទុកដាក់", "ប្រយ័ត្ន",
    ),
    Field.STATUS: (
        "Registration status", "State of registration", "RSVP", "Reply", "Answer", "Response",
        "Statut", "État", "Réponse", "Statut de l'inscription",
        "ស្ថានភាព", "ស្ថានភាពចុះឈ្មោះ", "ចម្លើយ",
    ),
}  # fmt: skip
"""Other names of each field; the fields' own names, such as "Family name", are recognised without an entry here."""

FULL_NAME: Final = (
    "Name", "Full name", "Names", "Fullname", "Name and surname", "Name in full", "Complete name", "Participant name",
    "Delegate name", "Name of participant", "Name of delegate", "Participant", "Delegate", "Guest", "Guest name",
    "Name in Latin", "Name (Latin)", "Name in English", "English name", "Name (English)", "Latin name",
    "Full name in English", "Full name in Latin", "Full name (Latin)", "Full name (English)", "Name in Latin script",
    "Surname and given name", "Family name and given name", "Last name, first name", "First and last name",
    "Surname and name",
    "Nom", "Noms", "Nom complet", "Nom et prénom", "Nom et prénoms", "Noms et prénoms", "Nom, prénom",
    "Nom de famille et prénom", "Prénom et nom", "Nom du participant", "Invité", "Nom en latin", "Nom (latin)",
    "Nom en caractères latins",
    "ឈ្មោះជាអក្សរឡាតាំង", "ឈ្មោះឡាតាំង", "ឈ្មោះ (ឡាតាំង)", "ឈ្មោះជាភាសាអង់គ្លេស", "ឈ្មោះអង់គ្លេស", "អក្សរឡាតាំង", "ជាអក្សរឡាតាំង",
    "គោត្តនាម និងនាមជាអក្សរឡាតាំង",
)  # fmt: skip
"""Names of a column of whole names. Beside a column of given names ("Nom", "Prénom") it holds the family name."""
