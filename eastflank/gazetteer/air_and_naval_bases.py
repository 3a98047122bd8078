"""The phrases that say that a name is an air base or a naval base, by language.

A phrase is listed folded (`eastflank.reading.folding`), or in its own script where that is not Latin.
"""

from __future__ import annotations

from collections.abc import Mapping

AIR_AND_NAVAL_BASES: Mapping[str, Mapping[str, str]] = {
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
}
"""Phrases by kind and language, joined by semicolons."""
