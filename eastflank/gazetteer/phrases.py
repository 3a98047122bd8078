"""The phrases that say what kind of base a name is, by kind and language.

A phrase is listed folded (`eastflank.reading.folding`), or in its own script where that is not Latin.
"""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.gazetteer.air_and_naval_bases import AIR_AND_NAVAL_BASES
from eastflank.gazetteer.training_areas import TRAINING_AREAS

BASE = "base"
"""The kind of a base whose name does not tell its kind."""
PORT = "port"
UNIT = "unit"
"""Words for a unit that is there, not for a place: “wing”, “brigade”."""
PHRASES: Mapping[str, Mapping[str, str]] = {
    **AIR_AND_NAVAL_BASES,
    **TRAINING_AREAS,
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
