//! What a seeded inventory is made of. No person and no company behind any of it exists.

/// The words of one language.
pub struct Tongue {
    /// What systems are called, with what each is for.
    pub jobs: [(&'static str, &'static str); 5],
    /// Where in an organisation it belongs.
    pub units: [&'static str; 3],
    /// What goes wrong with it.
    pub limits: [&'static str; 2],
}

/// The languages of the crowd.
pub const TONGUES: [Tongue; 9] = [
    Tongue {
        jobs: [
            (
                "Invoice triage",
                "Reads incoming invoices, proposes the account to book them to and sends doubtful ones to a clerk.",
            ),
            (
                "Applicant ranking",
                "Orders applications by how well they match the advertised tasks; a recruiter reads every one.",
            ),
            (
                "Helpdesk assistant",
                "Drafts answers to questions of colleagues from the handbook and names the page it used.",
            ),
            (
                "Leak detection",
                "Listens to pressure sensors in the mains and raises an alarm when a pattern looks like a leak.",
            ),
            (
                "Contract reader",
                "Finds notice periods, liability caps and renewal dates in contracts and lists them for the lawyers.",
            ),
        ],
        units: ["Finance", "Human resources", "Operations"],
        limits: [
            "Handwritten notes are often misread, and scans below 200 dpi are refused.",
            "Has seen few cases of the northern branches; its scores there are too confident.",
        ],
    },
    Tongue {
        jobs: [
            (
                "Rechnungsprüfung",
                "Liest Eingangsrechnungen, schlägt das Konto vor und legt Zweifelsfälle der Sachbearbeitung vor.",
            ),
            (
                "Schichtplanung",
                "Schlägt Schichtpläne vor, die Ruhezeiten und Wünsche berücksichtigen; die Leitung gibt sie frei.",
            ),
            (
                "Störungsprognose",
                "Schätzt aus Schwingungsdaten, wann ein Lager getauscht werden muss, und plant den Stillstand.",
            ),
            (
                "Übersetzungshilfe",
                "Übersetzt Sicherheitsanweisungen für die Belegschaft; jede Fassung wird von einer Fachkraft gelesen.",
            ),
            (
                "Betrugserkennung",
                "Markiert ungewöhnliche Erstattungsanträge, über die ein Mensch entscheidet.",
            ),
        ],
        units: ["Rechnungswesen", "Personalabteilung", "Instandhaltung"],
        limits: [
            "Erkennt Dialekte schlecht und verwechselt gleich klingende Ortsnamen.",
            "Bei weniger als zwölf Monaten Vorgeschichte ist die Schätzung unbrauchbar.",
        ],
    },
    Tongue {
        jobs: [
            (
                "Tri des courriers",
                "Lit le courrier entrant, reconnaît le service concerné et propose un délai de réponse.",
            ),
            (
                "Prévision des ventes",
                "Estime les ventes par magasin et par semaine pour préparer les commandes.",
            ),
            (
                "Assistant de rédaction",
                "Propose des formulations pour les comptes rendus ; l'auteur relit et signe.",
            ),
            (
                "Contrôle d'étiquettes",
                "Compare les étiquettes imprimées aux fiches produits et arrête la ligne en cas d'écart.",
            ),
            (
                "Réponse aux réclamations",
                "Prépare un brouillon de réponse aux réclamations ; un conseiller le corrige avant l'envoi.",
            ),
        ],
        units: ["Comptabilité", "Ressources humaines", "Qualité"],
        limits: [
            "Les écritures manuscrites et les tableaux pivotés sont mal lus.",
            "Peu fiable pendant les fêtes et les grèves, faute d'exemples.",
        ],
    },
    Tongue {
        jobs: [
            (
                "Clasificación de solicitudes",
                "Ordena las solicitudes por urgencia; una persona revisa cada decisión.",
            ),
            (
                "Rutas de reparto",
                "Propone rutas de reparto según el tráfico y las ventanas de entrega.",
            ),
            (
                "Detección de plagas",
                "Reconoce plagas en fotografías de hojas y sugiere a quién avisar.",
            ),
            (
                "Transcripción de llamadas",
                "Convierte las llamadas en texto y marca las que contienen una queja.",
            ),
            (
                "Riesgo de impago",
                "Calcula una puntuación de riesgo que el analista compara con el expediente.",
            ),
        ],
        units: ["Atención al cliente", "Logística", "Riesgos"],
        limits: [
            "Confunde acentos regionales cuando hay ruido de fondo.",
            "No se ha probado con clientes menores de veinticinco años.",
        ],
    },
    Tongue {
        jobs: [
            (
                "Ocena wniosków",
                "Sprawdza kompletność wniosków i wskazuje brakujące załączniki; decyzję podejmuje urzędnik.",
            ),
            (
                "Prognoza zużycia energii",
                "Szacuje zużycie energii na następną dobę i podpowiada zakupy.",
            ),
            (
                "Wykrywanie usterek",
                "Rozpoznaje usterki na zdjęciach złączy i odkłada je do ręcznej kontroli.",
            ),
            (
                "Asystent kadr",
                "Odpowiada na pytania o urlopy na podstawie regulaminu i podaje paragraf.",
            ),
            (
                "Streszczanie akt",
                "Streszcza akta sprawy; radca prawny porównuje streszczenie z oryginałem.",
            ),
        ],
        units: ["Księgowość", "Dział kadr", "Utrzymanie ruchu"],
        limits: [
            "Gubi przeczenia w długich zdaniach i myli osoby o tym samym nazwisku.",
            "Nie działa przy oświetleniu poniżej 200 luksów.",
        ],
    },
    Tongue {
        jobs: [
            (
                "Έλεγχος τιμολογίων",
                "Διαβάζει τα εισερχόμενα τιμολόγια και προτείνει λογαριασμό· ο υπάλληλος εγκρίνει.",
            ),
            (
                "Πρόβλεψη ζήτησης",
                "Εκτιμά τη ζήτηση ανά κατάστημα για την επόμενη εβδομάδα.",
            ),
            (
                "Βοηθός εξυπηρέτησης",
                "Προτείνει απαντήσεις σε ερωτήσεις πελατών με παραπομπή στο εγχειρίδιο.",
            ),
            (
                "Ανίχνευση βλαβών",
                "Αναγνωρίζει ασυνήθιστους κραδασμούς και ειδοποιεί τη συντήρηση.",
            ),
            (
                "Σύνοψη συμβάσεων",
                "Εντοπίζει προθεσμίες και ρήτρες για τη νομική υπηρεσία.",
            ),
        ],
        units: ["Λογιστήριο", "Ανθρώπινο δυναμικό", "Συντήρηση"],
        limits: [
            "Δυσκολεύεται με χειρόγραφα και με σαρώσεις χαμηλής ανάλυσης.",
            "Δεν έχει δοκιμαστεί σε νησιωτικά καταστήματα.",
        ],
    },
    Tongue {
        jobs: [
            (
                "Fatura sınıflandırma",
                "Gelen faturaları okur, hesap önerir ve şüpheli olanları görevliye gönderir.",
            ),
            (
                "Vardiya önerisi",
                "Dinlenme sürelerine uyan vardiya planları önerir; yönetici onaylar.",
            ),
            (
                "Çağrı özeti",
                "Müşteri görüşmelerini özetler ve şikâyet içerenleri işaretler.",
            ),
            (
                "Arıza tahmini",
                "Titreşim verisinden bakım zamanını tahmin eder.",
            ),
            (
                "Belge arama",
                "Yönetmeliklerde arama yapar ve maddeyi gösterir.",
            ),
        ],
        units: ["Muhasebe", "İnsan kaynakları", "Bakım"],
        limits: [
            "Yerel ağızlarda hata oranı yükseliyor.",
            "On iki aydan kısa geçmişi olan makinelerde güvenilir değil.",
        ],
    },
    Tongue {
        jobs: [
            ("请求分拣", "按紧急程度整理来信，由工作人员逐件决定。"),
            ("设备预测维护", "根据振动数据估计轴承更换时间，并安排停机。"),
            ("合同要点提取", "在合同中查找期限与责任条款，供法务核对。"),
            ("质检图像识别", "在照片上识别焊点缺陷，可疑者转人工复检。"),
            ("客服草稿", "根据手册起草答复并注明页码。"),
        ],
        units: ["财务部", "人力资源部", "运维部"],
        limits: ["光线不足时误判增多。", "对方言语音的识别率偏低。"],
    },
    Tongue {
        jobs: [
            (
                "فرز الطلبات",
                "يرتب الطلبات بحسب الاستعجال، ويقرر الموظف في كل حالة.",
            ),
            ("توقع الطلب", "يقدّر الطلب الأسبوعي لكل فرع."),
            (
                "مساعد الترجمة",
                "يترجم تعليمات السلامة، ويراجعها مختص قبل النشر.",
            ),
            (
                "كشف الأعطال",
                "يتعرف على الاهتزازات غير المعتادة وينبه فريق الصيانة.",
            ),
            (
                "تلخيص العقود",
                "يستخرج المواعيد والبنود ليقارنها المحامي بالأصل.",
            ),
        ],
        units: ["المحاسبة", "الموارد البشرية", "الصيانة"],
        limits: [
            "تقل الدقة مع اللهجات المحلية.",
            "لم يُختبر بعد في الفروع الصغيرة.",
        ],
    },
];

/// Sites, each with its country.
pub const PLACES: [(&str, &str); 16] = [
    ("Rotterdam", "NL"),
    ("Lyon", "FR"),
    ("Leipzig", "DE"),
    ("Sevilla", "ES"),
    ("Gdańsk", "PL"),
    ("Πάτρα", "GR"),
    ("İzmir", "TR"),
    ("Uppsala", "SE"),
    ("Brno", "CZ"),
    ("Bologna", "IT"),
    ("Cork", "IE"),
    ("Graz", "AT"),
    ("Tartu", "EE"),
    ("Coimbra", "PT"),
    ("Liège", "BE"),
    ("Århus", "DK"),
];

/// Given and family names that belong to nobody in particular; two together make an owner.
pub const GIVEN: [&str; 12] = [
    "Anna", "Jonas", "Élodie", "Marek", "Eleni", "Deniz", "Lucía", "Piotr", "Ingrid", "Tomás",
    "Mei", "Samir",
];
/// Family names.
pub const FAMILY: [&str; 12] = [
    "Vermeer",
    "Keller",
    "Dupuis",
    "Nowicki",
    "Pappas",
    "Yıldız",
    "Romero",
    "Zieliński",
    "Lindqvist",
    "Marques",
    "Chen",
    "Haddad",
];
/// Companies that do not exist.
pub const VENDORS: [&str; 10] = [
    "Northgate Analytics",
    "Helix Software",
    "Bluefern Systems",
    "Kestrel Labs",
    "Orchard Data",
    "Müller & Söhne KI",
    "Atelier Numérique",
    "Polaris AI",
    "Quill Language Tools",
    "Saltmarsh Robotics",
];
