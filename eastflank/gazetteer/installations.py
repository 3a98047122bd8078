"""The words that say what kind of base a name is, in the languages of the Alliance and its neighbours.

A phrase stands here folded (`eastflank.reading.folding`), or in its own script where that is not Latin.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from eastflank.reading.folding import fold

BASE = "base"
"""The kind of a base of which no more is said."""
PORT = "port"
UNIT = "unit"
"""Not a place but who is there: “wing”, “brigade”."""


_LAND = frozenset({"barracks", "camp", "headquarters", "depot", BASE})


class Sign(NamedTuple):
    """What a phrase says of the place whose name it stands in."""

    kind: str
    """One of the kinds of `_PHRASES`."""
    countries: tuple[str, ...]
    """Alpha-3 of the countries where people write so; empty: anywhere."""
    language: str


_SPOKEN: Mapping[str, tuple[str, ...]] = {
    "en": (),
    "ru": (),
    "fr": ("FRA", "BEL", "CAN", "LUX"),
    "de": ("DEU", "AUT", "CHE", "LUX"),
    "nl": ("NLD", "BEL"),
    "es": ("ESP",),
    "pt": ("PRT",),
    "it": ("ITA",),
    "pl": ("POL",),
    "cs": ("CZE", "SVK"),
    "hu": ("HUN",),
    "ro": ("ROU", "MDA"),
    "bg": ("BGR", "MKD"),
    "hr": ("HRV", "BIH", "MNE", "SRB", "SVN", "MKD"),
    "sq": ("ALB", "XKX"),
    "el": ("GRC", "CYP"),
    "tr": ("TUR",),
    "et": ("EST",),
    "lv": ("LVA",),
    "lt": ("LTU",),
    "fi": ("FIN",),
    "sv": ("SWE", "FIN"),
    "nb": ("NOR",),
    "da": ("DNK",),
    "is": ("ISL",),
    "uk": ("UKR",),
    "ka": ("GEO",),
    "us": (),
    "gb": ("GBR",),
    "ca": ("CAN",),
}
"""Countries by language; `us`, `gb` and `ca` are the words of one country's forces."""

_PHRASES: Mapping[str, Mapping[str, str]] = {
    "air base": {
        "en": (
            "main air station;air base;airbase;air station;airfield;air field;aerodrome;"
            "military airfield;air force station;military air base;naval air base;air force base;ab;"
            "fob air base;military airport;international airport;airport;forward operating base air;"
            "tactical air base;fighter base;transport air base;nato air base"
        ),
        "us": (
            "afb;nas;naval air station;mcas;marine corps air station;aaf;army airfield;army air field;"
            "arb;angb;ars;lra"
        ),
        "gb": "raf;royal air force;royal air force station;rnas;royal naval air station;raf station",
        "fr": "base aerienne;base aeronavale;aerodrome;ban;ba",
        "de": (
            "fliegerhorst;flugplatz;militarflugplatz;luftwaffenstutzpunkt;marinefliegerstutzpunkt;"
            "heeresflugplatz;nato flugplatz"
        ),
        "nl": "vliegbasis;luchtmachtbasis;luchtbasis;marinevliegkamp",
        "es": "base aerea;aerodromo militar;aerodromo",
        "pt": "base aerea;ba;aerodromo de manobra;aerodromo de transito",
        "it": "base aerea;aeroporto militare;aeroporto;aerobase",
        "pl": (
            "baza lotnicza;baza lotnictwa taktycznego;baza lotnictwa transportowego;"
            "baza lotnictwa szkolnego;lotnisko;lotnisko wojskowe;baza lotnictwa;blt;bltr;"
            "baza lotnictwa morskiego"
        ),
        "cs": (
            "letecka zakladna;letecka zakladna taktickeho letectva;zakladna taktickeho letectva;letiste;"
            "letisko;letecka zakladna vrtulnikoveho letectva;zakladna vrtulnikoveho letectva;"
            "vojenske letiste;vojenske letisko"
        ),
        "hu": (
            "repulobazis;legi bazis;legibazis;repuloter;repuloter bazis;helikopterbazis;bazisrepuloter;"
            "repulodandar"
        ),
        "ro": "baza aeriana;baza aeriana militara;aeroport;flotila aeriana;aerodrom;aeroportul;aerodromul",
        "bg": (
            "авиобаза;авиационна база;военновъздушна база;летище;военно летище;aviobaza;aviaciona baza;"
            "воздухопловна база;аеродром"
        ),
        "hr": (
            "zracna baza;zrakoplovna baza;vazduhoplovna baza;aerodrom;vojni aerodrom;letalisce;"
            "vojasko letalisce;zracna luka"
        ),
        "sq": "baza ajrore;aeroporti;baza ajrore taktike",
        "el": (
            "αεροπορικη βαση;πολεμικη αεροπορια;αεροδρομιο;πτερυγα μαχης;αεροπορικα βαση;aeroporiki vasi;"
            "στρατιωτικο αεροδρομιο"
        ),
        "tr": (
            "hava ussu;ana jet ussu;hava meydani;havaalani;hava us komutanligi;ana jet us komutanligi;"
            "hava limani;ana jet us;hava us;jet ussu;hava meydan komutanligi"
        ),
        "et": "lennubaas;lennuvali;lennujaam",
        "lv": "aviacijas baze;gaisa baze;lidlauks;aviobaze;lidosta;aviacijas bazes",
        "lt": "oro baze;aviacijos baze;oro uostas;aerodromas;aviacijos bazes",
        "fi": "lentotukikohta;lentoasema;lentokentta;lennosto",
        "sv": "flygflottilj;flygbas;flygplats;flottilj;helikopterflottilj",
        "nb": "flystasjon;flyplass;lufthavn;hovedflystasjon;luftving;flybase",
        "da": "flyvestation;flyveplads;lufthavn;fighter wing;helicopter wing",
        "is": "flugvollur;herflugvollur;flugstod",
        "ru": (
            "авиабаза;авиационная база;аэродром;военный аэродром;военно воздушная база;аэропорт;aviabaza;"
            "aerodrom;военныи аэродром"
        ),
        "uk": (
            "авіабаза;аеродром;авіаціина база;військовии аеродром;бригада тактичної авіації;"
            "бригада тактичноі авіаціі"
        ),
        "ka": "აეროდრომი;საჰაერო ბაზა;ავიაბაზა",
    },
    "naval base": {
        "en": (
            "naval base;naval station;naval air and sea base;naval support activity;"
            "naval support facility;navy base;naval port;naval facility;naval yard;naval dockyard;"
            "dockyard;naval shipyard;submarine base;naval harbour;naval harbor;military port;navy yard;"
            "naval"
        ),
        "us": "ns;nsa;nsf;nsb;navsta;jeb;navbase;naval weapons station;nws",
        "gb": "hmnb;hms;rm;her majesty s naval base;his majesty s naval base;hm naval base;royal navy base",
        "fr": "base navale;port militaire;arsenal;base sous marine",
        "de": "marinestutzpunkt;marinehafen;marinestutzpunktkommando;flottenstutzpunkt;kriegshafen",
        "nl": "marinebasis;marinehaven;vlootbasis",
        "es": "base naval;estacion naval;arsenal;arsenal militar",
        "pt": "base naval;base naval de",
        "it": "base navale;stazione navale;arsenale;arsenale militare",
        "pl": "port wojenny;baza morska;baza marynarki wojennej;komenda portu wojennego;baza marynarki",
        "ro": "baza navala;port militar;baza navala militara",
        "bg": "военноморска база;военно морска база;пункт за базиране;voennomorska baza;военноморски пункт",
        "hr": "pomorska baza;ratna luka;pomorska vojna baza",
        "sq": "baza detare;baza navale",
        "el": "ναυτικη βαση;ναυσταθμος;ναυσταθμο;naustathmos;nafstathmos",
        "tr": (
            "deniz ussu;deniz us komutanligi;donanma komutanligi;ana us komutanligi;deniz ana us;"
            "deniz us;tersanesi komutanligi"
        ),
        "et": "sadam;mereväebaas;merevaebaas;sojasadam;miinisadam",
        "lv": "juras speku baze;juras baze;kara osta;flotiles baze",
        "lt": "juru pajegu baze;karinis uostas;juru baze",
        "fi": "laivastoasema;laivastotukikohta",
        "sv": "orlogsbas;orlogshamn;marinbas;flottbas;orlogsstation;orlogsskolor;amfibieregemente",
        "nb": "orlogsstasjon;marinebase;sjobase;flatebase",
        "da": "fladestation;marinestation;flotillebase",
        "ru": (
            "военно морская база;вмб;главная база;военныи порт;baza flota;пункт базирования;"
            "военно морскои порт"
        ),
        "uk": "військово морська база;вмб;воєнна гавань",
        "ka": "საზღვაო ბაზა",
    },
    "training area": {
        "en": (
            "training area;training range;training ground;training grounds;military training area;range;"
            "firing range;proving ground;training centre;training center;combat training center;"
            "combat training centre;national training centre;test range;military training centre;"
            "military training center;live fire range;ranges;central training area;bombing range;"
            "gunnery range;maneuver training area;manoeuvre area;joint national training centre;"
            "joint national training center;joint multinational readiness center;"
            "land forces training area;military range;military training ground;shooting range;polygon;"
            "test site;proving grounds;air to ground range;manoeuvring area;training complex;"
            "training facility;training camp;multinational training center;"
            "international peacekeeping and security centre;security and peacekeeping centre;"
            "air weapons range;nato training area;joint training area;joint training center;"
            "joint training centre"
        ),
        "us": "jmrc;jmtc;7atc;jrtc;ntc;gta;hta;dpta;ftx area;local training area;lta;mta",
        "gb": "atc;atr",
        "fr": (
            "camp d entrainement;champ de tir;terrain d exercice;terrain de manoeuvre;polygone de tir;"
            "polygone;terrain militaire;camp militaire national;camp national"
        ),
        "de": (
            "truppenubungsplatz;truppenuebungsplatz;ubungsplatz;schiessplatz;schiesplatz;"
            "standortubungsplatz;trubpl;trupbpl;trubplkdtr;gefechtsubungszentrum;gefechtsuebungszentrum;"
            "ubungsgelande;luft boden schiessplatz;waffenplatz;tup;tubpl;schiessgebiet"
        ),
        "nl": (
            "oefenterrein;schietterrein;artillerie schietkamp;militair oefenterrein;schietkamp;"
            "militair domein;oefengebied"
        ),
        "es": (
            "campo de maniobras;campo de tiro;cenad;centro nacional de adiestramiento;poligono de tiro;"
            "poligono;campo de adiestramiento"
        ),
        "pt": "campo de tiro;campo militar;campo de instrucao",
        "it": (
            "poligono;poligono militare;poligono di tiro;poligono interforze;area addestrativa;"
            "poligono sperimentale;poligono interforze del"
        ),
        "pl": (
            "poligon;poligon wojskowy;osrodek szkolenia poligonowego;"
            "osrodek szkolenia poligonowego wojsk ladowych;centrum szkolenia bojowego;centrum szkolenia;"
            "osp;ospwl;centralny poligon sil powietrznych;poligon artyleryjski;centralny poligon;oboz;"
            "strzelnica"
        ),
        "cs": (
            "vojensky ujezd;vojensky vycvikovy prostor;vvp;vojensky vycvikovy priestor;"
            "vycvikove stredisko;vojensky obvod;vycvikovy prostor;centrum vycviku;"
            "vojenske vycvikove stredisko;stredisko obsluhy vycvikoveho zariadenia;strelnice;"
            "vycvikove zariadenie;pracovisko vycvikoveho zariadenia;vojenske lesy"
        ),
        "hu": (
            "loter;gyakorloter;kozponti loter;kikepzo kozpont;gyakorloteri;loter es gyakorloter;"
            "harctereb;loter es gyakorloter parancsnoksag"
        ),
        "ro": (
            "poligon;poligonul;poligonul militar;poligon militar;centrul national de instruire;"
            "centrul national de instruire intrunita;cnii;cnai;centrul de instruire;poligonul de trageri;"
            "tabara de instruire;centrul de instruire pentru luptatori;centrul de pregatire;"
            "poligonul de instruire"
        ),
        "bg": (
            "полигон;учебен полигон;учебен център;учебна база;войсков полигон;poligon;воен полигон;"
            "армиски полигон;авиополигон;зенитен полигон;учебен полигон на сухопътни воиски"
        ),
        "hr": (
            "poligon;vojni poligon;vojno vjezbaliste;vojno vezbaliste;vjezbaliste;osrednje vadisce;"
            "vadisce;vojasko vadisce;strelisce;vojno streliste;streliste"
        ),
        "sq": "poligoni;poligon ushtarak;poligoni i stervitjes;poligoni ushtarak",
        "el": "πεδιο βολης;πεδιο ασκησεων;πεδιο ασκησεων και βολων;pedio volis",
        "tr": (
            "atis sahasi;tatbikat sahasi;egitim merkezi;atis alani;tatbikat alani;egitim alani;atis poligonu"
        ),
        "et": (
            "harjutusvali;polugoon;keskpolugoon;kaitsevae keskpolugoon;oppevali;laskevali;"
            "kaitsevae harjutusvali"
        ),
        "lv": (
            "poligons;poligona;militaras apmacibas poligons;militara bazes poligons;maculcentrs;macibu centrs"
        ),
        "lt": (
            "poligonas;centrinis poligonas;poligono;karinis poligonas;mokymo centras;poligone;"
            "generolo silvestro zukausko poligonas;karinio rengimo centras"
        ),
        "fi": "harjoitusalue;ampuma alue;ampuma ja harjoitusalue;ampumarata",
        "sv": "ovningsfalt;skjutfalt;ovningsomrade;skjutbana;provplats;vapenprovplats",
        "nb": "skytefelt;ovingsomrade;skyte og ovingsfelt;ovingsfelt;regionfelt",
        "da": "ovelsesplads;skydeterraen;oevelsesterraen;ovelsesterraen;skydebane;oevelsesplads",
        "ru": (
            "полигон;учебный полигон;учебныи полигон;военный полигон;военныи полигон;"
            "общевоисковои полигон;учебныи центр;poligon;испытательныи полигон;танкодром;"
            "общевойсковой полигон"
        ),
        "uk": (
            "полігон;навчальний центр;навчальнии центр;загальновійськовии полігон;"
            "загальновіисььковии полігон;міжнароднии центр миротворчості та безпеки;poligon;"
            "загальновіисковии полігон;військовии полігон;віисковии полігон;віиськовии полігон"
        ),
        "ka": "პოლიგონი;სასწავლო ცენტრი;საწვრთნელი ცენტრი",
    },
    "barracks": {
        "en": (
            "barracks;barrack;army barracks;military barracks;army garrison;garrison;military garrison;"
            "hq garrison;cantonment;casern;installation;kaserne;army post;barracks complex"
        ),
        "us": "usag;u s army garrison;us army garrison;united states army garrison;fort;ft;presidio",
        "fr": (
            "caserne;quartier;garnison;caserne militaire;quartier general;ba de defense;base de defense;"
            "regiment"
        ),
        "de": "kaserne;kasernen;kasernenanlage;garnison;standort",
        "nl": "kazerne;legerplaats;kwartier;kamp;garnizoen",
        "es": "cuartel;acuartelamiento;base militar;guarnicion",
        "pt": "quartel;regimento;guarnicao;quartel de;aquartelamento",
        "it": "caserma;presidio;comprensorio;caserma militare",
        "pl": "garnizon;koszary;jednostka wojskowa;jw;kompleks koszarowy",
        "cs": "kasarna;posadka;kasarne;vojenska zakladna;zakladna;vojensky utvar;utvar;vojenska posadka",
        "hu": "laktanya;helyorseg;laktanyaja;hm;mh",
        "ro": "cazarma;garnizoana;unitatea militara;um;cazarma militara;garnizoana militara",
        "bg": "казарма;гарнизон;военно поделение;поделение;воиска част;касарна;kasarna;казарми;гарнизонът",
        "hr": "vojarna;kasarna;garnizon;vojasnica;vojno uciliste;vojni kompleks;vojarne;garnizona",
        "sq": "reparti ushtarak;kazerma;garnizoni;kazerma e",
        "el": "στρατοπεδο;στρατωνας;stratopedo;φρουρα;stratopedon",
        "tr": "kislasi;kisla;garnizonu;garnizon;garnizon komutanligi",
        "et": "linnak;kasarm;kasarmud;sojavaelinnak;sojavaeosa;sojavaebaas;kaitsevaelinnak;garnison",
        "lv": "kazarmas;garnizons;kareivji;kazarma",
        "lt": "kareivines;igula;igulos;kareiviniu;batalionas;karinis miestelis",
        "fi": "varuskunta;kasarmi;varuskunnan;kasarmialue;jaakariprikaati;prikaati",
        "sv": "garnison;regemente;kasern;kaserner;kasernomrade;forband",
        "nb": "leir;garnison;militaerleir;kaserne;forsvarsanlegg;militarleir;kaserner",
        "da": "kaserne;garnison;lejr;barakker;kaserner",
        "is": "herstod",
        "ru": "гарнизон;казармы;казарма;военный городок;военныи городок;воинская часть;в ч;вч;garnizon",
        "uk": "гарнізон;казарми;військова частина;віиськова частина;військове містечко",
        "ka": "ყაზარმა;სამხედრო ნაწილი",
    },
    "camp": {
        "en": (
            "camp;army camp;military camp;forward operating site;forward operating base;fob;fos;cop;"
            "cantonment area;refugee camp;logistics base;main operating base;mob;field camp"
        ),
        "fr": "camp;camp militaire;camp de",
        "de": "lager;feldlager;camp;truppenlager",
        "nl": "kamp;legerkamp",
        "es": "campamento;destacamento;campamento militar",
        "pt": "campo;acampamento;destacamento",
        "it": "campo",
        "pl": "oboz;oboz wojskowy;camp",
        "bg": "лагер;военен лагер;lager",
        "lv": "nometne;militara nometne",
        "lt": "stovykla;karine stovykla",
        "et": "laager;sojavaelaager",
        "fi": "leirialue;leiri",
        "sv": "lager",
        "ru": "лагерь;военныи лагерь;военный лагерь;lager",
        "uk": "табір;військовии табір",
    },
    "headquarters": {
        "en": (
            "headquarters;hq;command;command centre;command center;joint headquarters;"
            "joint force command;jfc;allied land command;landcom;operations centre;"
            "allied maritime command;marcom;aircom;caoc;combined air operations centre;nfiu;"
            "nato force integration unit;force integration unit;centre of excellence;coe"
        ),
        "fr": "etat major;quartier general;commandement",
        "de": "kommando;hauptquartier;stab;kommandobehorde",
        "pl": "dowodztwo;kwatera glowna;sztab",
        "ro": "comandamentul;comandament;cartierul general",
        "bg": "щаб;командване;командование",
        "tr": "karargahi;komutanligi",
        "ru": "штаб;командование;штаб квартира",
        "uk": "штаб;командування",
    },
    "radar station": {
        "en": (
            "radar station;radar;radar site;radar base;early warning radar;radar post;"
            "early warning station;listening station;long range radar;crc;control and reporting centre"
        ),
        "fr": "station radar",
        "de": "radarstation;abgesetzter technischer zug;einsatzfuhrungsbereich",
        "pl": "posterunek radiolokacyjny;stacja radarowa",
        "tr": "radar ussu;radar mevzi;radar istasyonu",
        "nb": "radarstasjon",
        "da": "radarstation;radarhoved",
        "et": "radaripost;radarijaam",
        "lv": "radiolokacijas postenis;radaru postenis",
        "lt": "radiolokacinis postas",
        "ru": "радиолокационная станция;рлс",
        "bg": "радиолокационен пост",
        "hu": "radarallomas;radar",
    },
    "depot": {
        "en": (
            "depot;army depot;ammunition depot;storage site;logistics centre;logistics center;"
            "logistics hub;supply depot;aps site;aps 2 worksite;worksite;army prepositioned stock;"
            "missile defence site;missile defense site;aegis ashore;aegis ashore site;missile base;"
            "missile defence base;missile defense base;aegis ashore missile defense system;"
            "logistics area;munitions storage area"
        ),
        "fr": "depot;depot de munitions;etablissement",
        "de": "depot;munitionsdepot;munitionslager;materialdepot",
        "pl": "skladnica;sklad;tarcza antyrakietowa;baza antyrakietowa",
        "ro": "depozit;depozitul;scutul antiracheta;baza antiracheta",
        "it": "deposito",
        "ru": "склад;арсенал;ракетная база;база про",
        "bg": "склад",
        "uk": "арсенал;склад",
        "nl": "depot;mobcomplex",
    },
    PORT: {
        "en": "port;port of;harbour;harbor;sea port;seaport;ferry port;container terminal",
        "fr": "port",
        "de": "hafen",
        "nl": "haven",
        "es": "puerto",
        "pt": "porto",
        "it": "porto",
        "pl": "port",
        "ro": "portul;port",
        "bg": "пристанище",
        "hr": "luka",
        "el": "λιμανι;λιμενας;λιμην",
        "tr": "limani;liman",
        "et": "sadam",
        "lv": "osta",
        "lt": "uostas",
        "fi": "satama",
        "sv": "hamn",
        "nb": "havn",
        "da": "havn",
        "ru": "порт",
        "uk": "порт",
        "ka": "პორტი",
    },
    BASE: {
        "en": (
            "base;military base;army base;military;army;military site;military installation;"
            "military facility;joint base;mil base;army training;armed forces base;nato base;us base;"
            "u s base;american base;russian base;nato;military complex;military area;support base;"
            "division support base;forces base;military compound;facility;site;station;complex;ausa;"
            "army aviation base;army aviation;area support group;support group;air force;air;"
            "naval support;defence force base"
        ),
        "us": (
            "jb;joint base;asg;usaf;usasa;marine corps base;mcb;mclb;marine corps logistics base;"
            "marine corps;usmc;cob"
        ),
        "gb": (
            "british army;mod;mod site;british forces;bfg;royal marines;rmb;royal marines base;sba;"
            "sovereign base area;royal marines barracks"
        ),
        "ca": (
            "cfb;cfs;canadian forces base;canadian forces station;bfc;base des forces canadiennes;asu;"
            "bfc base;garnison;3rd canadian division support base"
        ),
        "fr": "base;base militaire;base de l otan;base alliee;base terrestre",
        "de": (
            "stutzpunkt;militarbasis;militarstutzpunkt;basis;bundeswehr;militargelande;"
            "bundeswehrstandort;us base"
        ),
        "nl": "basis;militaire basis",
        "es": "base;base militar;base general",
        "pt": "base;base militar",
        "it": "base;base militare;base nato;installazione",
        "pl": "baza;baza wojskowa;baza nato;wojskowa",
        "cs": "zakladna;baze;vojenska zakladna;vojenska",
        "hu": "bazis;katonai bazis;tamaszpont;katonai",
        "ro": "baza;baza militara;baza nato;obiectivul militar",
        "bg": "база;военна база;baza;voenna baza;воена база",
        "hr": "baza;vojna baza;vojni objekt",
        "sq": "baza;baza ushtarake;baze",
        "el": "βαση;στρατιωτικη βαση;βασης",
        "tr": "ussu;us;askeri us;askeri ussu;askeri",
        "et": "baas;baasi;sojavaebaas;kaitsevae",
        "lv": "baze;militara baze;bazes;militara",
        "lt": "baze;karine baze;bazes;karine",
        "fi": "tukikohta;sotilastukikohta",
        "sv": "bas;militarbas",
        "nb": "base;militaerbase;militarbase",
        "da": "base;militaerbase",
        "is": "herstod",
        "ru": "база;военная база;baza;voennaya baza;военная",
        "uk": "база;військова база;віиськова база",
        "ka": "ბაზა;სამხედრო ბაზა;სამხედრო",
    },
    UNIT: {
        "en": (
            "brigade;division;wing;regiment;battalion;battlegroup;battle group;squadron;corps;"
            "fighter wing;infantry;mechanized;mechanised;tank;armoured;armored;multinational;efp;"
            "efp battlegroup;artillery;cavalry;engineer;airborne;helicopter;tactical;transport;aviation;"
            "fighter;joint;forward land forces;fleet"
        ),
        "fr": "brigade;regiment;escadre;bataillon",
        "de": (
            "brigade;division;geschwader;bataillon;regiment;panzer;panzerbrigade;"
            "taktisches luftwaffengeschwader;lufttransportgeschwader;panzerlehrbrigade;panzertruppe;"
            "jager;marine"
        ),
        "pl": (
            "brygada;dywizja;batalion;pulk;taktycznego;transportowego;skrzydlo;eskadra;zmechanizowana;"
            "pancerna"
        ),
        "it": "stormo;reggimento;brigata",
        "es": "brigada;ala;regimiento",
        "pt": "esquadra;brigada",
        "ro": "brigada;batalionul;flotila;aeriana;divizia",
        "hu": "dandar;ezred;zaszloalj",
        "cs": "brigada;pluk;prapor;kridlo",
        "bg": "бригада;батальон;дивизия",
        "tr": "tugayi;tugay;kolordu;filo;tumen",
        "ru": "бригада;дивизия;полк;отдельная;мотострелковая",
        "uk": "бригада;полк;механізована",
        "da": "brigade;regiment;wing",
        "nb": "brigade;bataljon",
        "sv": "brigad;bataljon",
        "et": "brigaad;pataljon;jalavaebrigaad",
        "fi": "prikaati;rykmentti",
        "lv": "brigade;brigades;bataljons",
        "lt": "brigada;batalionas",
    },
}
"""Phrases by kind and language, joined by semicolons."""

_ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "fi": (("emen", "emi"), ("ammen", "ampi"), ("mmen", "mmi"), ("men", "mi"), ("in", "i"), ("n", "")),
    "lv": (("u", "i"), ("s", ""), ("as", "a"), ("es", "e")),
    "lt": (("iu", "iai"), ("iu", "ys"), ("os", "a"), ("es", "e"), ("io", "is"), ("o", "as"), ("u", "ai")),
    "el": (("ας", "α"), ("ης", "η"), ("ου", "ος"), ("ου", "ο"), ("ς", "")),
    "uk": (("івськии", "ів"), ("ськии", ""), ("ии", "")),
    "ru": (("скии", ""), ("ская", ""), ("ое", ""), ("ии", "")),
    "hu": (("ai", "a"), ("ei", "e"), ("i", "")),
    "et": (("i", ""), ("u", "")),
    "cs": (("e", ""), ("a", "")),
    "tr": (("daki", ""), ("deki", "")),
    "de": (("er", ""),),
    "sv": (("s", ""),),
    "ro": (("ul", ""),),
    "ka": (("ის", "ი"), ("ს", "")),
}
ENDINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    language: tuple((fold(oblique), fold(nominative)) for oblique, nominative in endings)
    for language, endings in _ENDINGS.items()
}
"""How a name ends in the genitive or as an adjective, and in the nominative, by language, both folded."""


COMPOUNDS: Mapping[str, Sign] = {
    ending: Sign(kind, countries, language)
    for ending, kind, countries, language in (
        ("kaserne", "barracks", ("DEU", "AUT", "CHE", "DNK", "NOR"), "de"),
        ("kazerne", "barracks", ("NLD", "BEL"), "nl"),
        ("ubungsplatz", "training area", ("DEU", "AUT"), "de"),
        ("flugplatz", "air base", ("DEU", "AUT", "CHE"), "de"),
        ("stutzpunkt", BASE, ("DEU", "AUT", "CHE"), "de"),
        ("lejren", "camp", ("DNK",), "da"),
        ("leiren", "camp", ("NOR",), "nb"),
        ("lentoasema", "air base", ("FIN",), "fi"),
        ("skytefelt", "training area", ("NOR",), "nb"),
        ("laktanya", "barracks", ("HUN",), "hu"),
    )
}
"""How one long word ends that names a base: “Fallschirmjägerkaserne”."""


def _signs() -> Iterator[tuple[str, Sign]]:
    for kind, languages in _PHRASES.items():
        for language, phrases in languages.items():
            for phrase in phrases.split(";"):
                yield fold(phrase), Sign(kind, _SPOKEN[language], language)


def _by_phrase() -> Mapping[tuple[str, ...], Sign]:
    """Each phrase by its words. Of several languages the first one gives the kind, and all the countries."""
    table: dict[tuple[str, ...], Sign] = {}
    anywhere = {phrase for phrase, sign in _signs() if not sign.countries}
    for phrase, sign in _signs():
        words = tuple(phrase.split())
        known = table.setdefault(words, sign)
        spoken = dict.fromkeys(known.countries + sign.countries)
        table[words] = known._replace(countries=() if phrase in anywhere else tuple(spoken))
    return table


SIGNS: Mapping[tuple[str, ...], Sign] = _by_phrase()
"""What each phrase says, by its words."""
LONGEST = max(map(len, SIGNS))
"""Words in the longest phrase."""


def fits(installation: str, kinds: Iterable[str]) -> bool:
    """Whether a base of this kind may be what words for these kinds mean: people call barracks a camp."""
    return any(
        kind in (installation, BASE) or installation == BASE or {kind, installation} <= _LAND
        for kind in kinds
    )
